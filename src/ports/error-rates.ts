/** Where it is read how many requests of the new side fail. */
export type ErrorRateSource =
  /** Of a load balancer: HTTPCode_ELB_5XX_Count and HTTPCode_Target_5XX_Count by RequestCount in CloudWatch. */
  | { kind: "cloudwatch"; loadBalancer: string; region: string }
  /** Answers with a number from 0 to 1, as text or as JSON `{"errorRate": 0.01, "requests": 120}`. */
  | { kind: "url"; url: string };

/** `requests`: of how many; undefined where the source does not say it. */
export type ErrorRate = { rate: number; requests: number | undefined };

export type ErrorRates = {
  /**
   * The share of requests that failed between two times, from 0 to 1; undefined where there were none, or none are known.
   * Fails with `OutsideError` where it cannot be read.
   */
  read(source: ErrorRateSource, between: { from: Date; to: Date }): Promise<ErrorRate | undefined>;
};
