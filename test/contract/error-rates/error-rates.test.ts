import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ErrorRate } from "../../../src/ports/error-rates.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import type { Counted } from "../../support/fakes/error-rates.ts";
import { memoryPlace } from "./memory-place.ts";
import type { Place } from "./place.ts";
import { REGION, type RealPlace, realPlace } from "./real-place.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let real: RealPlace;
const memory = memoryPlace();
beforeAll(async () => {
  emulator = await startEmulator();
  real = realPlace(emulator.aws);
}, INSTALL_MS);
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  await real.close();
  await emulator.stop();
});

const places: [string, () => Place][] = [
  ["in memory", () => memory],
  ["outside", () => real],
];

let balancers = 0;
const newBalancer = (kind = "app") =>
  `arn:aws:elasticloadbalancing:${REGION}:111122223333:loadbalancer/${kind}/shop-${++balancers}/0123456789abcdef`;
/** Whole minutes ago: CloudWatch keeps what is counted by the minute for two weeks. */
const minute = (ago: number) => new Date((Math.floor(Date.now() / 60_000) - ago) * 60_000);

describe.each(places)("error rates %s", (_, placeOf) => {
  const read = (loadBalancer: string, from: Date, to: Date) =>
    placeOf().rates.read({ kind: "cloudwatch", loadBalancer, region: placeOf().region }, { from, to });

  const rows: [string, Omit<Counted, "at">[], ErrorRate | undefined][] = [
    [
      "of two minutes together",
      [
        { requests: 90, targetErrors: 2 },
        { requests: 110, balancerErrors: 1, targetErrors: 1 },
      ],
      { rate: 0.02, requests: 200 },
    ],
    ["is 0 where nothing failed", [{ requests: 50 }], { rate: 0, requests: 50 }],
    ["of requests that found no target at all is 1", [{ requests: 0, balancerErrors: 7 }], { rate: 1, requests: 7 }],
    ["is not known without a request", [{ requests: 0 }], undefined],
    ["is not known where nothing was counted", [], undefined],
  ];
  test.each(rows)("the rate %s", async (_name, minutes, expected) => {
    const balancer = newBalancer();
    if (minutes.length > 0) {
      await placeOf().count(balancer, ...minutes.map((each, at) => ({ ...each, at: minute(10 - at) })));
    }
    await placeOf().count(newBalancer(), { at: minute(10), requests: 1000, targetErrors: 1000 });
    expect(await read(balancer, minute(10), minute(5))).toEqual(expected);
  });

  test("what was counted before and after does not count", async () => {
    const balancer = newBalancer();
    const broken = { requests: 100, targetErrors: 100 };
    await placeOf().count(
      balancer,
      { at: minute(20), ...broken },
      { at: minute(10), requests: 10 },
      { at: minute(5), ...broken },
    );
    expect(await read(balancer, minute(12), minute(8))).toEqual({ rate: 0, requests: 10 });
  });

  test("of a network load balancer none is known", async () => {
    expect(await read(newBalancer("net"), minute(10), minute(5))).toBeUndefined();
  });

  test.each<[string, ErrorRate | undefined]>([
    ["a rate and requests", { rate: 0.01, requests: 120 }],
    ["a rate alone", { rate: 0.5, requests: undefined }],
    ["that there were none", undefined],
  ])("a URL may say %s", async (_name, rate) => {
    const url = await placeOf().url(rate);
    expect(await placeOf().rates.read({ kind: "url", url }, { from: minute(2), to: minute(1) })).toEqual(rate);
  });

  test("a URL that fails is an error, and not a rate of 0", async () => {
    const url = await placeOf().url("fails");
    await expect(placeOf().rates.read({ kind: "url", url }, { from: minute(2), to: minute(1) })).rejects.toMatchObject({
      name: "OutsideError",
      message: expect.stringContaining("it answers 500"),
    });
  });
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const says =
  (text: string): Answer =>
  (_request, response) =>
    void response.end(text);
const readUrl = (url: string, timeoutMs?: number) =>
  real
    .open(timeoutMs === undefined ? {} : { timeoutMs })
    .read({ kind: "url", url }, { from: minute(2), to: minute(1) });

test.each<[string, ErrorRate | undefined]>([
  ["0.25", { rate: 0.25, requests: undefined }],
  [" 0\n", { rate: 0, requests: undefined }],
  ["1e-3", { rate: 0.001, requests: undefined }],
  ['{"errorRate": 0.25, "requests": 8, "more": 1}', { rate: 0.25, requests: 8 }],
  ['{"errorRate": 0, "requests": 0}', undefined],
  ['{"errorRate": null}', undefined],
])("a URL's answer %s", async (text, expected) => {
  expect(await readUrl(await real.serve(says(text)))).toEqual(expected);
});

test.each([
  "",
  "NaN",
  "1.01",
  "-0.1",
  "3 %",
  '"0.1"',
  "[0.1]",
  '{"rate": 0.1}',
  '{"errorRate": 0.1, "requests": "8"}',
  "<html>",
])("a URL's answer %j is none", async (text) => {
  const url = await real.serve(says(text));
  await expect(readUrl(url)).rejects.toMatchObject({
    message: `Error rate: GET ${url} failed: the answer is something else\nNext: check the URL in the migration file: it has to answer with a number from 0 to 1, as text or as JSON {"errorRate": 0.01, "requests": 120}`,
  });
});

test("redirects are not followed", async () => {
  const elsewhere = await real.serve(says("0"));
  const url = await real.serve((_request, response) => void response.writeHead(302, { location: elsewhere }).end());
  await expect(readUrl(url)).rejects.toThrow(/it redirects \(302\), which is not followed/);
});

test.each<[string, Answer]>([
  ["before it answers", () => undefined],
  ["in the middle", (_request, response) => void response.writeHead(200, { "content-length": 9 }).write("0.")],
])("a URL that is silent %s is waited for only so long", async (_name, answer) => {
  await expect(readUrl(await real.serve(answer), 200)).rejects.toThrow(/: no answer within 0\.2 s/);
});

const secret = "Tok3n-0f-the-metrics";

test("user and password of a URL are sent, and never shown", async () => {
  const seen: (string | undefined)[] = [];
  const url = await real.serve((request, response) => {
    seen.push(request.headers.authorization, request.url);
    response.writeHead(403).end();
  });
  const known = new URL(url);
  known.username = "reader";
  known.password = secret;
  known.searchParams.set("token", secret);
  const error = (await readUrl(known.href).catch((failure: unknown) => failure)) as Error;
  expect(seen).toEqual([`Basic ${Buffer.from(`reader:${secret}`).toString("base64")}`, `/rate?token=${secret}`]);
  expect(error.message).toContain(`GET ${url} failed: it answers 403`);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error.stack)).not.toContain(secret);
});

test.each([
  [`http://reader:${secret}@127.0.0.1:1/x?token=${secret}`, /ECONNREFUSED/],
  [`ftp://reader:${secret}@files.test/x?token=${secret}`, /not a URL of http or https/],
  [`no-url?token=${secret}`, /GET a URL that cannot be read failed: it is not a URL/],
])("a URL that cannot be asked keeps its secrets: %#", async (url, message) => {
  const error = (await readUrl(url).catch((failure: Error) => failure)) as Error & { failure: unknown };
  expect(error.message).toMatch(message);
  expect(`${error.stack}${JSON.stringify(error.failure)}`).not.toContain(secret);
});

test("the right that CloudWatch needs is named", async () => {
  const url = await real.serve((_request, response) => {
    response.writeHead(400, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify({ __type: "AccessDeniedException", message: "not allowed" }));
  });
  const rates = real.open({ url: new URL(url).origin });
  const source = { kind: "cloudwatch", loadBalancer: newBalancer(), region: REGION } as const;
  await expect(rates.read(source, { from: minute(2), to: minute(1) })).rejects.toMatchObject({
    action: "cloudwatch:GetMetricData",
    message: expect.stringMatching(/^CloudWatch: read the error rate of app\/shop-\d+\/\w+ failed: /),
  });
});
