import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { setBatchSeconds, setRequestsPerSecond } from "../../../sandbox/aws/behaviour.ts";
import { inAccount } from "../../../sandbox/aws/clients.ts";
import { type Outside, startOutside } from "../../../sandbox/proxy/outside.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import { route53Place } from "./route53-place.ts";
import { a, own, weighted, ZONE } from "./sets.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let open: Outside[] = [];
beforeAll(async () => {
  emulator = await startEmulator();
}, INSTALL_MS);
afterEach(async () => {
  for (const each of open) await each.close();
  open = [];
});
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  await emulator.stop();
});

test("one record set a page: all members come, each once, in their order", async () => {
  const place = route53Place(emulator.aws);
  const zone = await place.addZone(ZONE);
  const members = Array.from({ length: 6 }, (_, at) => weighted(`m${at}`, at));
  const others = [a("192.0.2.3", { name: `aaa.${ZONE}` }), a("192.0.2.3", { name: `zzz.${ZONE}` })];
  await place.put(zone, ...members, ...others);
  const records = place.open({ pageSize: 1 });
  expect(own(await records.all(zone)).map(({ name, setIdentifier }) => [name, setIdentifier])).toEqual([
    [`aaa.${ZONE}`, undefined],
    ...members.map(({ name, setIdentifier }) => [name, setIdentifier]),
    [`zzz.${ZONE}`, undefined],
  ]);
  expect(await records.named(zone, `www.${ZONE}`)).toEqual(members);
});

test("a name's records are all that is read of a large zone", async () => {
  const place = route53Place(emulator.aws);
  const zone = await place.addZone(ZONE);
  const many = Array.from({ length: 650 }, (_, at) => a("192.0.2.1", { name: `h${1000 + at}.${ZONE}` }));
  await place.put(zone, ...many);
  const outside = await startOutside({ aws: emulator.aws, clusters: {} });
  open.push(outside);
  const records = place.open({}, outside.env.AWS_ENDPOINT_URL);
  expect(await records.named(zone, `h1001.${ZONE}`)).toEqual([many[1]]);
  const forOne = outside.calls().length;
  expect(own(await records.all(zone))).toHaveLength(650);
  expect([forOne, outside.calls().length - forOne]).toEqual([1, 3]);
});

test("requests keep to five a second by themselves: none is too many", async () => {
  const aws = inAccount(emulator.aws, "777777770001");
  const place = route53Place(aws);
  const zone = await place.addZone(ZONE);
  await setRequestsPerSecond(aws, zone, 5);
  const outside = await startOutside({ aws, clusters: {} });
  open.push(outside);
  const records = place.open({ perSecond: 5 }, outside.env.AWS_ENDPOINT_URL);
  await Promise.all(Array.from({ length: 16 }, () => records.nameServers(zone)));
  const throttled = outside.calls().filter(({ status }) => status !== 200);
  expect(throttled).toEqual([]);
  expect(outside.calls()).toHaveLength(16);
  await setRequestsPerSecond(aws, zone, undefined);
});

test("where others use up the limit too, all is answered in the end", async () => {
  const aws = inAccount(emulator.aws, "777777770002");
  const place = route53Place(aws);
  const zone = await place.addZone(ZONE);
  await setRequestsPerSecond(aws, zone, 5);
  const hasty = { perSecond: Number.POSITIVE_INFINITY, random: Math.random };
  const both = [place.open(hasty), place.open(hasty)];
  const answers = await Promise.all(
    both.flatMap((records) => Array.from({ length: 8 }, () => records.nameServers(zone))),
  );
  expect(answers).toHaveLength(16);
  await setRequestsPerSecond(aws, zone, undefined);
});

test("two batches at once: the zone puts one off, and both are made", async () => {
  const place = route53Place(emulator.aws);
  const zone = await place.addZone(ZONE);
  await setBatchSeconds(emulator.aws, zone, 1);
  const records = place.open({ random: Math.random });
  const one = (at: number) => a("192.0.2.1", { name: `w${at}.${ZONE}` });
  const outcomes = await Promise.all(
    [1, 2].map((at) => records.change({ zone, remove: [], create: [one(at)], comment: "" })),
  );
  expect(outcomes.map(({ state }) => state)).toEqual(["made", "made"]);
  expect(own(await records.all(zone))).toEqual([one(1), one(2)]);
});
