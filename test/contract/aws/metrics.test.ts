import { type CloudWatchClient, GetMetricDataCommand, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Aws, assumeRole, cloudWatchClient, inAccount } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

const region = "us-west-2";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
}, INSTALL_MS);
afterAll(() => emulator.stop());

const minute = 60_000;
const start = Math.floor(Date.now() / minute) * minute - 10 * minute;
const at = (minutes: number) => new Date(start + minutes * minute);
const Namespace = "AWS/ApplicationELB";
const dimensions = (Value: string) => [{ Name: "LoadBalancer", Value }];

async function put(client: CloudWatchClient, balancer: string, values: [minutes: number, value: number][]) {
  const MetricData = values.map(([minutes, Value]) => ({
    MetricName: "RequestCount",
    Dimensions: dimensions(balancer),
    Timestamp: at(minutes),
    Value,
  }));
  await client.send(new PutMetricDataCommand({ Namespace, MetricData }));
}

async function sums(client: CloudWatchClient, balancer: string, ScanBy?: "TimestampAscending") {
  const Metric = { Namespace, MetricName: "RequestCount", Dimensions: dimensions(balancer) };
  const query = { Id: "requests", MetricStat: { Metric, Period: 60, Stat: "Sum" } };
  const between = { StartTime: at(0), EndTime: at(3), ...(ScanBy && { ScanBy }) };
  const request = new GetMetricDataCommand({ MetricDataQueries: [query], ...between });
  const [result] = (await client.send(request)).MetricDataResults ?? [];
  expect([result?.Id, result?.StatusCode]).toEqual(["requests", "Complete"]);
  return result?.Timestamps?.map((time, i) => [time, result.Values?.[i]]);
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
test("GetMetricData sums up a load balancer's values by minutes, the newest first, the end left out", async () => {
  const client = cloudWatchClient(aws, region);
  await put(client, "app/eks/1", [
    [-1, 1],
    [0, 2],
    [0.5, 3],
    [2, 4],
    [3, 5],
  ]);
  await put(client, "app/ecs/2", [[0, 100]]);
  expect(await sums(client, "app/eks/1")).toEqual([
    [at(2), 4],
    [at(0), 5],
  ]);
  expect(await sums(client, "app/eks/1", "TimestampAscending")).toEqual([
    [at(0), 5],
    [at(2), 4],
  ]);
  expect(await sums(client, "app/other/3")).toEqual([]);
});

test("metrics are those of an account and a region", async () => {
  const other = cloudWatchClient(inAccount(aws, "530000000001"), region);
  await put(other, "app/own/4", [[0, 1]]);
  expect(await sums(other, "app/own/4")).toHaveLength(1);
  expect(await sums(cloudWatchClient(aws, region), "app/own/4")).toEqual([]);
  expect(await sums(cloudWatchClient(inAccount(aws, "530000000001"), "us-west-1"), "app/own/4")).toEqual([]);
});

test("a role reads metrics when its policy says so, and puts none", async () => {
  const policy = [{ Effect: "Allow" as const, Action: "cloudwatch:GetMetricData", Resource: "*" }];
  const roleArn = await createRole(aws, { name: "metrics", trust: { account: aws.accountId }, policy });
  const session = cloudWatchClient(aws, region, await assumeRole(aws, roleArn));
  expect(await sums(session, "app/none/5")).toEqual([]);
  await expect(put(session, "app/none/5", [[0, 1]])).rejects.toMatchObject({
    message: expect.stringContaining("not authorized to perform: cloudwatch:PutMetricData"),
  });
});

test("more values than the SDK sends uncompressed are taken too", async () => {
  const client = cloudWatchClient(aws, region);
  const many = Array.from({ length: 150 }, (_, i): [number, number] => [i / 100, 1]);
  await put(client, "app/many/6", many);
  expect((await sums(client, "app/many/6"))?.map(([, value]) => value)).toEqual([50, 100]);
});
