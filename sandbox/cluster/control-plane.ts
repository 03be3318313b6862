import { existsSync } from "node:fs";
import { join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import type { ControlPlane } from "../control-plane/programs.ts";
import { freePort, logOf, startDaemon, waitFor } from "../process/daemon.ts";
import { extractCa, makeCredentials, writeKubeconfig, writeWebhookConfig } from "./credentials.ts";
import { getText } from "./get-text.ts";

/** A control plane whose API answers. */
export type Api = {
  server: string;
  caFile: string;
  adminKubeconfig: string;
  config: KubeConfig;
  /** The API server's own certificate and key, for others that serve at 127.0.0.1. */
  servingCertificate: { certFile: string; keyFile: string };
  pids: Record<string, number>;
};

/**
 * Starts etcd, the API server (RBAC on), the controller manager with all controllers and the scheduler, all of them on
 * 127.0.0.1 and with their files in `folder`. Returns when the API server says that it is ready.
 */
export async function startControlPlane(options: {
  name: string;
  folder: string;
  binaries: ControlPlane;
  tokenWebhook?: { url: string } | undefined;
}): Promise<Api> {
  const { name, folder, binaries, tokenWebhook } = options;
  const start = (program: keyof ControlPlane, args: string[]) =>
    startDaemon({ name: program, command: binaries[program], args, folder });

  const [etcdPort, peerPort, apiPort] = [await freePort(), await freePort(), await freePort()];
  const etcdUrl = `http://127.0.0.1:${etcdPort}`;
  const etcd = start("etcd", etcdFlags({ folder, etcdUrl, peerUrl: `http://127.0.0.1:${peerPort}` }));

  const { adminToken, tokensFile, serviceAccountKeyFile } = await makeCredentials(folder);
  const webhookConfig = tokenWebhook && join(folder, "token-webhook.yaml");
  if (tokenWebhook && webhookConfig) await writeWebhookConfig(webhookConfig, tokenWebhook.url);
  const certFolder = join(folder, "certificates");
  const apiFlags = { etcdUrl, apiPort, certFolder, tokensFile, serviceAccountKeyFile, webhookConfig };
  const apiServer = start("kube-apiserver", apiServerFlags(apiFlags));

  const certFile = join(certFolder, "apiserver.crt");
  const log = logOf(folder, "kube-apiserver");
  await waitFor("the API server's certificate", async () => existsSync(certFile), {
    pid: apiServer,
    log,
    intervalMs: 20,
  });
  const caFile = join(folder, "ca.crt");
  await extractCa(certFile, caFile);
  const server = `https://127.0.0.1:${apiPort}`;
  const adminKubeconfig = join(folder, "admin.kubeconfig");
  await writeKubeconfig(adminKubeconfig, { name, server, caFile, token: adminToken });

  const clientFlags = [
    `--kubeconfig=${adminKubeconfig}`,
    "--leader-elect=false",
    "--secure-port=0",
    "--kube-api-qps=500",
    "--kube-api-burst=1000",
  ];
  const config = new KubeConfig();
  config.loadFromFile(adminKubeconfig);
  await waitFor("the API server to be ready", async () => (await getText(config, "/readyz")) === "ok", {
    pid: apiServer,
    log,
    timeoutMs: 60_000,
  });
  // After it is ready: they would only wait for it, in steps of seconds.
  const controllerManager = start("kube-controller-manager", [
    ...clientFlags,
    "--controllers=*",
    `--root-ca-file=${caFile}`,
    `--service-account-private-key-file=${serviceAccountKeyFile}`,
  ]);
  const scheduler = start("kube-scheduler", clientFlags);
  return {
    server,
    caFile,
    adminKubeconfig,
    config,
    servingCertificate: { certFile, keyFile: join(certFolder, "apiserver.key") },
    pids: {
      etcd,
      "kube-apiserver": apiServer,
      "kube-controller-manager": controllerManager,
      "kube-scheduler": scheduler,
    },
  };
}

function etcdFlags({ folder, etcdUrl, peerUrl }: { folder: string; etcdUrl: string; peerUrl: string }): string[] {
  return [
    `--data-dir=${join(folder, "etcd")}`,
    `--listen-client-urls=${etcdUrl}`,
    `--advertise-client-urls=${etcdUrl}`,
    `--listen-peer-urls=${peerUrl}`,
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
    "--unsafe-no-fsync", // nothing here has to outlive the machine
  ];
}

function apiServerFlags(options: {
  etcdUrl: string;
  apiPort: number;
  certFolder: string;
  tokensFile: string;
  serviceAccountKeyFile: string;
  webhookConfig: string | undefined;
}): string[] {
  const { webhookConfig } = options;
  return [
    `--etcd-servers=${options.etcdUrl}`,
    "--bind-address=127.0.0.1",
    `--secure-port=${options.apiPort}`,
    // It makes a CA and a certificate for 127.0.0.1 there by itself.
    `--cert-dir=${options.certFolder}`,
    "--authorization-mode=RBAC",
    `--token-auth-file=${options.tokensFile}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${options.serviceAccountKeyFile}`,
    `--service-account-signing-key-file=${options.serviceAccountKeyFile}`,
    "--service-cluster-ip-range=10.96.0.0/16",
    // No endpoint for the Service "kubernetes": it may not be a loopback address.
    "--endpoint-reconciler-type=none",
    "--kubelet-preferred-address-types=InternalIP",
    "--allow-privileged=true",
    ...(webhookConfig
      ? [
          `--authentication-token-webhook-config-file=${webhookConfig}`,
          "--authentication-token-webhook-version=v1",
          "--authentication-token-webhook-cache-ttl=1s",
        ]
      : []),
  ];
}
