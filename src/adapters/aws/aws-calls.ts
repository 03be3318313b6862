import type { AwsCredentialIdentity } from "@smithy/types";
import { awsAdvice } from "../../advice/aws-advice.ts";
import { OutsideError } from "../../errors.ts";
import { MissingRight } from "../../inventory/missing-right.ts";
import { awsErrorName, awsReason } from "./aws-errors.ts";

export type AwsLogin = {
  region: string;
  credentials: () => Promise<AwsCredentialIdentity>;
  /** Once it has fired no call begins any more. */
  signal?: AbortSignal;
};

/** What is asked, for the error when it fails. */
export type AwsCall = {
  /** The right that it needs, as IAM names it. */
  action: string;
  /** Such as "list the services of cluster shop". */
  operation: string;
};

export type AwsCalls<Api> = <Answer>(call: AwsCall, ask: (api: Api) => Promise<Answer>) => Promise<Answer>;

type System<Api> = {
  /** Its name in messages. */
  name: string;
  /** How many calls are under way at once. */
  atOnce: number;
  /** Loads and opens the client, when the first call comes. */
  open: (settings: Awaited<ReturnType<typeof clientSettings>>) => Promise<Api>;
};

/**
 * Calls to one API of AWS, few at once, which are repeated when AWS says that they were too many.
 * They fail with `MissingRight` where the login may not, else with `OutsideError`.
 */
export function awsCalls<Api>(login: AwsLogin, system: System<Api>): AwsCalls<Api> {
  let opened: Promise<Api> | undefined;
  const waiting: (() => void)[] = [];
  let free = system.atOnce;

  return async (call, ask) => {
    if (free === 0) await new Promise<void>((go) => waiting.push(go));
    else free--;
    try {
      login.signal?.throwIfAborted();
      opened ??= clientSettings(login).then(system.open);
      return await ask(await opened);
    } catch (error) {
      throw failed(system.name, call, error);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

async function clientSettings({ region, credentials }: AwsLogin) {
  const { proxyAwareHandler } = await import("./http.ts");
  return {
    region,
    credentials,
    requestHandler: proxyAwareHandler(),
    // Route 53 takes five requests a second for the whole account, others may use them up: this one slows down by itself.
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests
    retryMode: "adaptive",
    maxAttempts: 10,
  };
}

function failed(system: string, { action, operation }: AwsCall, error: unknown): unknown {
  // A login that fails says so itself.
  if (!(error instanceof Error) || error.name === "UserError" || error instanceof OutsideError) return error;
  const [name, reason] = [awsErrorName(error), awsReason(error)];
  const next = awsAdvice({ name, reason });
  const failure = { system, operation, reason, ...(next === undefined ? {} : { next }), cause: error };
  return isDenied(name) ? new MissingRight(action, failure) : new OutsideError(failure);
}

function isDenied(name: string): boolean {
  return name.startsWith("AccessDenied") || name === "UnauthorizedOperation";
}

/** All items of a list that comes in pages. `page` gets the token of the last one; an answer without one ends it. */
export async function allPages<Item, Token>(
  page: (token: Token | undefined) => Promise<{ items: Item[]; next: Token | undefined }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let token: Token | undefined;
  do {
    const { items, next } = await page(token);
    all.push(...items);
    token = next;
  } while (token !== undefined && token !== "");
  return all;
}

/** The items in groups of at most that many. */
export function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
