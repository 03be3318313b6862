import type { Clock } from "../../ports/clock.ts";
import { systemClock } from "../clock.ts";
import { type AwsCalls, type AwsLogin, awsCalls } from "./aws-calls.ts";
import { type CallFailure, callFailure } from "./call-failures.ts";
import { requestRate } from "./request-rate.ts";
import type { Route53Api } from "./route53-lists.ts";

export type Route53Options = {
  /** How long a call is repeated, from its first failure on. */
  budgetMs?: number;
  /** How many requests are made a second. */
  perSecond?: number;
  clock?: Clock;
  /** From 0 up to 1. */
  random?: () => number;
};

export type Route53Calls = {
  /** Repeats what got lost too. */
  read: AwsCalls<Route53Api>;
  /** Repeats only what is certain not to be done. */
  write: AwsCalls<Route53Api>;
};

/** For the whole account: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests */
const PER_SECOND = 5;
const BUDGET_MS = 120_000;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 8000;
/** What never got there hardly will soon: the network is closed, or a name is wrong. */
const UNSENT_TRIES = 3;

/** Calls to Route 53, which keep to its limits. All of one account should go through the same ones. */
export function route53Calls(login: AwsLogin, options: Route53Options = {}): Route53Calls {
  const { budgetMs = BUDGET_MS, perSecond = PER_SECOND, clock = systemClock, random = Math.random } = options;
  const inRate = requestRate(perSecond, clock);
  const call = awsCalls<Route53Api>(login, {
    name: "Route 53",
    atOnce: PER_SECOND,
    open: async (settings) => {
      const sdk = await import("@aws-sdk/client-route-53");
      // The SDK would repeat a write whose answer got lost, which is then refused since it is done already.
      const client = new sdk.Route53Client({ ...settings, retryMode: "standard", maxAttempts: 1 });
      return { sdk, client };
    },
  });

  const repeated =
    (mayRepeat: readonly CallFailure[]): AwsCalls<Route53Api> =>
    (asked, ask) =>
      call(asked, async (api) => {
        let failedAt: number | undefined;
        for (let tries = 1; ; tries++) {
          try {
            return await inRate(() => ask(api));
          } catch (error) {
            const failure = callFailure(error);
            if (!mayRepeat.includes(failure) || (failure === "unsent" && tries >= UNSENT_TRIES)) throw error;
            const now = clock.now().getTime();
            failedAt ??= now;
            const pauseMs = random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
            if (now + pauseMs - failedAt > budgetMs) throw error;
            await clock.sleep(pauseMs, login.signal);
            login.signal?.throwIfAborted();
          }
        }
      });
  return { read: repeated(["put-off", "unsent", "lost"]), write: repeated(["put-off", "unsent"]) };
}
