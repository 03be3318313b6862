import { join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import type { ControlPlane } from "../control-plane/programs.ts";
import { freePort, logOf, startDaemon, waitFor } from "../process/daemon.ts";
import { type Credentials, extractCa, makeCredentials, writeKubeconfig, writeWebhookConfig } from "./credentials.ts";
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

type Options = {
  name: string;
  folder: string;
  binaries: ControlPlane;
  tokenWebhook?: { url: string } | undefined;
};

/**
 * Starts etcd, the API server (RBAC on), the controller manager with all controllers and the scheduler, all of them on
 * 127.0.0.1 and with their files in `folder`. Returns when the API server says that it is ready.
 */
export async function startControlPlane(options: Options): Promise<Api> {
  const { folder, binaries } = options;
  const start = (program: keyof ControlPlane, args: string[]) =>
    startDaemon({ name: program, command: binaries[program], args, folder });

  const etcdUrl = `http://127.0.0.1:${await freePort()}`;
  const peerUrl = `http://127.0.0.1:${await freePort()}`;
  const etcd = start("etcd", etcdFlags({ folder, etcdUrl, peerUrl }));
  const credentials = await makeCredentials(folder);
  const [{ pid, ...api }] = await Promise.all([
    startApiServer({ ...options, etcdUrl, credentials }),
    // Beside it, to hear of an etcd that ended: the API server would wait for that for a minute.
    waitFor("etcd", async () => (await fetch(`${etcdUrl}/health`)).ok, { pid: etcd, log: logOf(folder, "etcd") }),
  ]);

  // Only now: they would wait for the API server in steps of seconds.
  const clientFlags = [
    `--kubeconfig=${api.adminKubeconfig}`,
    "--leader-elect=false",
    "--secure-port=0",
    "--kube-api-qps=500",
    "--kube-api-burst=1000",
  ];
  const controllerManager = start("kube-controller-manager", [
    ...clientFlags,
    "--controllers=*",
    `--root-ca-file=${api.caFile}`,
    `--service-account-private-key-file=${credentials.serviceAccountKeyFile}`,
  ]);
  const scheduler = start("kube-scheduler", clientFlags);
  const pids = {
    etcd,
    "kube-apiserver": pid,
    "kube-controller-manager": controllerManager,
    "kube-scheduler": scheduler,
  };
  return { ...api, pids };
}

async function startApiServer(
  options: Options & { etcdUrl: string; credentials: Credentials },
): Promise<Omit<Api, "pids"> & { pid: number }> {
  const { name, folder, binaries, tokenWebhook, etcdUrl, credentials } = options;
  const port = await freePort();
  const certFolder = join(folder, "certificates");
  const webhookConfig = tokenWebhook && (await writeWebhookConfig(folder, tokenWebhook.url));
  const pid = startDaemon({
    name: "kube-apiserver",
    command: binaries["kube-apiserver"],
    args: apiServerFlags({ etcdUrl, port, certFolder, credentials, webhookConfig }),
    folder,
  });
  const watched = { pid, log: logOf(folder, "kube-apiserver"), intervalMs: 20, timeoutMs: 60_000 };

  const servingCertificate = {
    certFile: join(certFolder, "apiserver.crt"),
    keyFile: join(certFolder, "apiserver.key"),
  };
  const caFile = join(folder, "ca.crt");
  const server = `https://127.0.0.1:${port}`;
  await waitFor("the API server's CA", () => extractCa(servingCertificate.certFile, caFile), watched);
  const adminKubeconfig = await writeKubeconfig(folder, { name, server, caFile, token: credentials.adminToken });
  const config = new KubeConfig();
  config.loadFromFile(adminKubeconfig);
  await waitFor("the API server", async () => (await getText(config, "/readyz")) === "ok", watched);
  return { pid, server, caFile, adminKubeconfig, config, servingCertificate };
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
  port: number;
  certFolder: string;
  credentials: Credentials;
  webhookConfig: string | undefined;
}): string[] {
  const { webhookConfig, credentials } = options;
  return [
    `--etcd-servers=${options.etcdUrl}`,
    "--bind-address=127.0.0.1",
    `--secure-port=${options.port}`,
    // It makes a CA and a certificate for 127.0.0.1 there by itself.
    `--cert-dir=${options.certFolder}`,
    "--authorization-mode=RBAC",
    `--token-auth-file=${credentials.tokensFile}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${credentials.serviceAccountKeyFile}`,
    `--service-account-signing-key-file=${credentials.serviceAccountKeyFile}`,
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
