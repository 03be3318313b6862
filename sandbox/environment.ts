import { delimiter, join } from "node:path";
import type { Sandbox } from "./sandbox.ts";

/** The variables by which kubectl, Helm, AWS tools and actions reach the sandbox; PATH aside. */
function environmentOf({ clusters, aws, oidc, dns }: Sandbox): Record<string, string> {
  const all = Object.values(clusters);
  return {
    KUBECONFIG: all.map(({ adminKubeconfig }) => adminKubeconfig).join(delimiter),
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
    SANDBOX_RESOLVER: dns.resolver,
    SANDBOX_VPC_RESOLVER: dns.vpcResolver,
    AWS_REGION: all[0]?.region ?? "us-east-1",
    ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
  };
}

/** The same as lines for a shell: `eval "$(npm run -s sandbox -- env)"`. */
export function exportLines(sandbox: Sandbox): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const variables = Object.entries(environmentOf(sandbox)).map(([name, value]) => `export ${name}=${quoted(value)}`);
  // The shell's own PATH goes on: npm's has folders that only its scripts need.
  return [...variables, `export PATH=${quoted(join(sandbox.folder, "bin"))}:"$PATH"`].join("\n");
}
