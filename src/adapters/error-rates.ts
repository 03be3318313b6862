import type { ErrorRate, ErrorRates } from "../ports/error-rates.ts";
import type { AwsLogin } from "./aws/aws-calls.ts";
import { errorRateAt } from "./error-rate-url.ts";

export type ErrorRateOptions = {
  /** For the load balancers of a region. */
  login: (region: string) => AwsLogin;
  /** How long a URL's answer may take. */
  timeoutMs?: number;
};

/** Error rates from CloudWatch, or from whatever the user has at a URL. */
export function errorRates({ login, timeoutMs = 10_000 }: ErrorRateOptions): ErrorRates {
  const byRegion = new Map<string, ReturnType<typeof open>>();

  async function open(region: string) {
    const { balancerErrorRate, cloudWatchCalls } = await import("./aws/cloudwatch.ts");
    const call = cloudWatchCalls(login(region));
    return (loadBalancer: string, between: { from: Date; to: Date }) => balancerErrorRate(call, loadBalancer, between);
  }

  return {
    async read(source, between): Promise<ErrorRate | undefined> {
      if (source.kind === "url") return errorRateAt(source.url, timeoutMs);
      const { region, loadBalancer } = source;
      const reading = byRegion.get(region) ?? open(region);
      byRegion.set(region, reading);
      return (await reading)(loadBalancer, between);
    },
  };
}
