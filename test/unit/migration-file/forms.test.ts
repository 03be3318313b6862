import { expect, test } from "@jest/globals";
import { isBucketName, REGION, ROLE_ARN } from "../../../src/migration-file/forms/aws-forms.ts";
import { cronProblem } from "../../../src/migration-file/forms/cron-syntax.ts";
import { statusFits } from "../../../src/migration-file/forms/http-forms.ts";
import { CRONJOB_NAME, isHostName, isRecordName } from "../../../src/migration-file/forms/names.ts";
import { isTimeZone } from "../../../src/migration-file/forms/time-zone.ts";

test.each([
  "* * * * *",
  "*/5 * * * *",
  "0 9-17 * * mon-fri",
  "30 10,11,12 1 JAN,jul ?",
  "5/15 0 * * 0",
  "00 03 * * *",
  "1-10/2,30 * * * *",
  "@hourly",
  "@every 1h30m",
  "  0   0 * *  * ",
])("%s is a schedule", (schedule) => {
  expect(cronProblem(schedule)).toBeUndefined();
});

test.each([
  ["", "has 1 field"],
  ["0 0 * * * *", "has 6 fields"],
  ["0 24 * * *", '"24" is not from 0 to 23'],
  ["0 0 0 * *", '"0" is not from 1 to 31'],
  ["0 0 * 13 *", '"13" is not from 1 to 12'],
  ["0 0 * * 7", "and Sunday is 0"],
  ["0 0 * * fri-mon", "ends before it begins"],
  ["0 0 * * mo", '"mo" is not from 0 to 6'],
  ["0 0 L * *", '"L" is not from 1 to 31'],
  ["*/5/5 * * * *", "more than one step"],
  ["*/-5 * * * *", "no step above zero"],
  ["1-2-3 * * * *", "no range"],
  [", * * * *", '"" is not from 0 to 59'],
  ["CRON_TZ=UTC 0 0 * * *", "time zone"],
  ["rate(5 minutes)", "form of AWS"],
])("%j is none: %s", (schedule, why) => {
  expect(cronProblem(schedule)).toContain(why);
});

test("buckets, regions and roles", () => {
  const named = (names: string[]) => names.filter(isBucketName);
  expect(named(["abc", "shop.migration-1"])).toHaveLength(2);
  expect(
    named(["ab", "a_b", "Abc", "-abc", "abc-", "a..b", "192.168.5.4", "xn--abc", "abc-s3alias", "a".repeat(64)]),
  ).toEqual([]);
  expect(["us-west-2", "us-gov-west-1", "ap-southeast-4"].filter((name) => REGION.test(name))).toHaveLength(3);
  expect(["us-west-2a", "US-WEST-2", "us-west", "global"].filter((name) => REGION.test(name))).toEqual([]);
  expect(
    ["arn:aws:iam::111122223333:role/a/b", "arn:aws-cn:iam::111122223333:role/a"].filter((arn) => ROLE_ARN.test(arn)),
  ).toHaveLength(2);
  expect(
    ["arn:aws:iam::1111:role/a", "arn:aws:iam::111122223333:user/a", "arn:aws:iam::111122223333:role/"].filter((arn) =>
      ROLE_ARN.test(arn),
    ),
  ).toEqual([]);
});

test("names in DNS and Kubernetes", () => {
  expect(["a.example.com", "*.example.com", "_x._tcp.example.com", "A.Example.Com."].filter(isRecordName)).toHaveLength(
    4,
  );
  expect(
    ["example", "a..b", "-a.b", "a.*.b", "a b.c", `${"a".repeat(64)}.b`, `${"a.".repeat(130)}b`].filter(isRecordName),
  ).toEqual([]);
  expect(["*.example.com", "_a.example.com", "example.com:443"].filter(isHostName)).toEqual([]);
  expect([52, 53].map((length) => CRONJOB_NAME.test("a".repeat(length)))).toEqual([true, false]);
});

test("time zones are those of the IANA database", () => {
  expect(["UTC", "Etc/UTC", "America/Los_Angeles", "Etc/GMT+5"].filter(isTimeZone)).toHaveLength(4);
  expect(["+01:00", "PST8", "Mars/Base", "", "America/Los Angeles"].filter(isTimeZone)).toEqual([]);
});

test("a status fits one, or a class", () => {
  expect(statusFits(204, [200, "2xx"])).toBe(true);
  expect(statusFits(204, [200, "3xx"])).toBe(false);
  expect(statusFits(200, [200])).toBe(true);
});
