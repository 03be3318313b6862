import { OutsideError } from "../../errors.ts";

/** The audience that AWS's guide for GitHub's OIDC provider names, and that configure-aws-credentials asks for. */
const AWS_AUDIENCE = "sts.amazonaws.com";

/**
 * The runner's OIDC token for AWS; `undefined` when the job has no `id-token: write`.
 * Not `core.getIDToken`: that one prints a mask command, and the credential plugin's stdout belongs to kubectl and Helm.
 * https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect
 */
export function awsIdToken(env: NodeJS.ProcessEnv): (() => Promise<string>) | undefined {
  const url = env.ACTIONS_ID_TOKEN_REQUEST_URL;
  const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  if (!url || !requestToken) return undefined;
  return async () => {
    // Large, and not needed while the credential plugin has a session that is good.
    const [{ HttpClient }, { BearerCredentialHandler }] = await Promise.all([
      import("@actions/http-client"),
      import("@actions/http-client/lib/auth"),
    ]);
    const http = new HttpClient("k8s-migrate", [new BearerCredentialHandler(requestToken)], {
      allowRetries: true,
      maxRetries: 5,
    });
    try {
      const answer = await http.getJson<{ value?: string }>(`${url}&audience=${encodeURIComponent(AWS_AUDIENCE)}`);
      if (!answer.result?.value) throw new Error(`the answer (HTTP ${answer.statusCode}) holds no token`);
      return answer.result.value;
    } catch (error) {
      throw new OutsideError({
        system: "GitHub",
        operation: "get the job's OIDC token",
        reason: (error as Error).message,
        next: 'check that the job has "permissions: id-token: write"',
        cause: error,
      });
    } finally {
      http.dispose();
    }
  };
}
