import type { AwsCredentialIdentity } from "@smithy/types";
import { awsAdvice } from "../../advice/aws-advice.ts";
import type { EcrRegistry } from "../../chart/ecr-registry.ts";
import type { RegistryLogin } from "../../chart/registry-config.ts";
import { OutsideError } from "../../errors.ts";
import { awsErrorName, awsReason } from "./aws-errors.ts";

/** A login to a private ECR registry, good for 12 hours or until the AWS session ends. */
export async function ecrLogin(registry: EcrRegistry, credentials: AwsCredentialIdentity): Promise<RegistryLogin> {
  const { host, region } = registry;
  const [{ ECRClient, GetAuthorizationTokenCommand }, { proxyAwareHandler }] = await Promise.all([
    import("@aws-sdk/client-ecr"),
    import("./http.ts"),
  ]);
  const client = new ECRClient({ region, credentials, requestHandler: proxyAwareHandler() });
  try {
    // One token is good for all registries that the caller may read, of other accounts too.
    const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
    const token = Buffer.from(authorizationData?.[0]?.authorizationToken ?? "", "base64").toString();
    const [, username, password] = /^([^:]+):(.+)$/.exec(token) ?? [];
    if (username === undefined || password === undefined) throw new Error("the answer holds no token");
    return { host, username, password };
  } catch (error) {
    const next = nextStep(error);
    throw new OutsideError({
      system: "ECR",
      operation: `get a login for ${host}`,
      reason: awsReason(error),
      ...(next === undefined ? {} : { next }),
      cause: error,
    });
  } finally {
    client.destroy();
  }
}

function nextStep(error: unknown): string | undefined {
  const name = awsErrorName(error);
  const step = awsAdvice({ name, reason: awsReason(error) });
  if (step === undefined || !name.startsWith("AccessDenied")) return step;
  return `${step}; pulling also needs ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on the chart's repository`;
}
