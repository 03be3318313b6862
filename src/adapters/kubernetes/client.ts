import type {
  AppsV1Api,
  AuthenticationV1Api,
  BatchV1Api,
  CoordinationV1Api,
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  KubernetesObjectApi,
  NetworkingV1Api,
} from "@kubernetes/client-node";
import { UserError } from "../../errors.ts";
import { proxyFor } from "../proxy.ts";
import { useSteadyCalls } from "./steady-calls.ts";

/** How to reach a cluster. */
export type ClusterLogin = {
  kubeconfig: string;
  /** Empty: the kubeconfig's current one. */
  context: string;
  /** A bearer token that is good now. Saves the start of the kubeconfig's own credential program. */
  token?: () => Promise<string>;
};

export type KubernetesClient = {
  server: string;
  context: string;
  core: CoreV1Api;
  apps: AppsV1Api;
  batch: BatchV1Api;
  networking: NetworkingV1Api;
  coordination: CoordinationV1Api;
  custom: CustomObjectsApi;
  /** Objects of whatever kind. */
  objects: KubernetesObjectApi;
  authentication: AuthenticationV1Api;
};

const OWN_TOKEN = "k8s-migrate-token";

/** The client is large: it is loaded once inputs are known to be good, best while something else is waited for. */
export async function loadKubernetesClient(): Promise<typeof import("@kubernetes/client-node")> {
  return import("@kubernetes/client-node");
}

/** Opens a client without any call. Fails with `UserError` where the kubeconfig or the context cannot be used. */
export async function openCluster(login: ClusterLogin): Promise<KubernetesClient> {
  const k8s = await loadKubernetesClient();
  const config = new k8s.KubeConfig();
  try {
    config.loadFromFile(login.kubeconfig);
  } catch (error) {
    throw new UserError(`kubeconfig: cannot read ${login.kubeconfig}: ${(error as Error).message}`);
  }
  useContext(config, login);
  if (login.token) useOwnToken(config, login.token);
  const server = useProxy(config);
  useSteadyCalls(config, k8s);
  return {
    server,
    context: config.getCurrentContext(),
    core: config.makeApiClient(k8s.CoreV1Api),
    apps: config.makeApiClient(k8s.AppsV1Api),
    batch: config.makeApiClient(k8s.BatchV1Api),
    networking: config.makeApiClient(k8s.NetworkingV1Api),
    coordination: config.makeApiClient(k8s.CoordinationV1Api),
    custom: config.makeApiClient(k8s.CustomObjectsApi),
    objects: k8s.KubernetesObjectApi.makeApiClient(config),
    authentication: config.makeApiClient(k8s.AuthenticationV1Api),
  };
}

function useContext(config: KubeConfig, { context, kubeconfig }: ClusterLogin): void {
  const names = config.getContexts().map((each) => each.name);
  if (context !== "") {
    if (!names.includes(context)) {
      throw new UserError(
        `kube-context: there is no context "${context}" in ${kubeconfig}; it has ${names.join(", ") || "none"}`,
      );
    }
    config.setCurrentContext(context);
  }
  if (!config.getCurrentCluster()) {
    throw new UserError(
      `kubeconfig: ${kubeconfig} has no current context; name one in kube-context: ${names.join(", ") || "it has none"}`,
    );
  }
}

function useOwnToken(config: KubeConfig, token: () => Promise<string>): void {
  const user = config.getCurrentUser();
  if (!user) return;
  config.addAuthenticator({
    isAuthProvider: (each) => each.authProvider === OWN_TOKEN,
    applyAuthentication: async (_user, options) => {
      options.headers = { ...options.headers, Authorization: `Bearer ${await token()}` };
    },
  });
  config.users = config.users.map((each) =>
    each.name === user.name ? { name: user.name, authProvider: OWN_TOKEN } : each,
  );
}

/** Helm and kubectl honour HTTPS_PROXY by themselves; this client only what the kubeconfig says. */
function useProxy(config: KubeConfig): string {
  const current = config.getCurrentCluster();
  if (!current) return "";
  const proxyUrl = current.proxyUrl ?? proxyFor(current.server);
  if (proxyUrl !== undefined) {
    config.clusters = config.clusters.map((each) => (each.name === current.name ? { ...each, proxyUrl } : each));
  }
  return current.server;
}
