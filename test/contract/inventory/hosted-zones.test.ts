import type { ResourceRecordSet } from "@aws-sdk/client-route-53";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Aws, inAccount } from "../../../sandbox/aws/clients.ts";
import { sandbox } from "../../support/sandbox.ts";
import { plainRecord, seeding } from "../../support/seeded-account.ts";
import { portsOn } from "./account.ts";

let aws: Aws;
beforeAll(async () => {
  const running = (await sandbox()).aws;
  process.env.AWS_ENDPOINT_URL = running.url;
  aws = inAccount(running, `6${Date.now().toString().slice(-11)}`);
});
afterAll(() => {
  delete process.env.AWS_ENDPOINT_URL;
});

test("all records of a zone come, also where a page ends between the members of a set", async () => {
  const seed = seeding(aws, "us-west-1");
  const zone = await seed.zone("many.test");
  const member = (at: number): ResourceRecordSet =>
    plainRecord("m.many.test", "A", [`192.0.2.${at}`], {
      SetIdentifier: `member-${String(at).padStart(3, "0")}`,
      Weight: at,
    });
  // With the zone's own two records, the 300 of a page end at the fourth of these members.
  const before = Array.from({ length: 294 }, (_, at) =>
    plainRecord(`a${String(at).padStart(3, "0")}.many.test`, "A", ["192.0.2.1"]),
  );
  const members = Array.from({ length: 100 }, (_, at) => member(at));
  const after = [plainRecord("\\052.z.many.test", "TXT", ['"last"'])];
  await seed.records(zone, [...before, ...members, ...after]);

  const records = await portsOn(aws, "us-west-1").zones.records(zone);
  expect(records).toHaveLength(294 + 100 + 1 + 2);
  expect(new Set(records.map(({ name, type, member: id = "" }) => `${name} ${type} ${id}`)).size).toBe(397);
  expect(records.filter(({ name }) => name === "m.many.test").map((each) => each.member)).toEqual(
    members.map((each) => each.SetIdentifier),
  );
  expect(records.at(-1)).toEqual({ name: "*.z.many.test", type: "TXT", values: ['"last"'] });
});

test("all zones of an account come, public and private", async () => {
  const seed = seeding(aws, "us-west-1");
  const names = Array.from({ length: 104 }, (_, at) => `z${String(at).padStart(3, "0")}.test`);
  for (const name of names) await seed.zone(name);
  await seed.zone("inside.test", "private");
  const zones = (await portsOn(aws, "us-west-1").zones.all()).filter(({ name }) => name !== "many.test");
  expect(zones.map(({ name }) => name).toSorted()).toEqual(["inside.test", ...names]);
  expect(zones.filter(({ isPrivate }) => isPrivate).map(({ name }) => name)).toEqual(["inside.test"]);
  expect(zones.every(({ id }) => /^Z\w+$/.test(id))).toBe(true);
});
