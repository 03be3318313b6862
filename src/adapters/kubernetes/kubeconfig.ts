import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kubeconfigs } from "../../ports/kubeconfigs.ts";
import { proxyFor } from "../proxy.ts";

export type CredentialProgram = {
  /** An absolute path to node. */
  node: string;
  /** Our bundled entry that prints an ExecCredential. */
  entry: string;
};

/** Name of the file beside the kubeconfig in which the role's session is kept. */
export const SESSION_FILE = "session.json";

/**
 * Kubeconfigs in one private folder. The login is a credential plugin, so that kubectl, Helm and any client-go program
 * ask for a new token when theirs ends: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 */
export function kubeconfigFolder(folder: string, program: CredentialProgram): Kubeconfigs {
  return {
    async write(cluster, { roleToAssume, context }) {
      const name = context === "" ? cluster.name : context;
      const proxyUrl = proxyFor(cluster.server);
      const path = join(folder, "kubeconfig");
      const text = {
        apiVersion: "v1",
        kind: "Config",
        "current-context": name,
        clusters: [
          {
            name,
            cluster: {
              server: cluster.server,
              "certificate-authority-data": cluster.certificateAuthority,
              ...(proxyUrl === undefined ? {} : { "proxy-url": proxyUrl }),
            },
          },
        ],
        contexts: [{ name, context: { cluster: name, user: name } }],
        users: [
          {
            name,
            user: {
              exec: {
                apiVersion: "client.authentication.k8s.io/v1",
                interactiveMode: "Never",
                command: program.node,
                args: [
                  program.entry,
                  "--cluster",
                  cluster.name,
                  "--region",
                  cluster.region,
                  ...(roleToAssume === ""
                    ? []
                    : ["--role", roleToAssume, "--session-file", join(folder, SESSION_FILE)]),
                ],
              },
            },
          },
        ],
      };
      // JSON is YAML too, and needs no library at start.
      await writeFile(path, `${JSON.stringify(text, undefined, 2)}\n`, { mode: 0o600 });
      return { path, context: name };
    },
  };
}
