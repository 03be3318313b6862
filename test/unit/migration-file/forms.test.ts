import { expect, test } from "@jest/globals";
import { isBucketName, REGION, ROLE_ARN } from "../../../src/migration-file/forms/aws-forms.ts";
import { cronProblem } from "../../../src/migration-file/forms/cron-syntax.ts";
import { HTTPS_ADDRESS, PERCENTAGE, statusFits } from "../../../src/migration-file/forms/http-forms.ts";
import { CRONJOB_NAME, IMAGE, isHostName, isRecordName } from "../../../src/migration-file/forms/names.ts";
import { parseServerAddress } from "../../../src/migration-file/forms/server-address.ts";
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

test.each([
  ["10.0.0.2", "10.0.0.2", 53],
  ["10.0.0.2:5353", "10.0.0.2", 5353],
  ["127.0.0.1:65535", "127.0.0.1", 65_535],
  ["fd00:ec2::253", "fd00:ec2::253", 53],
  ["::1", "::1", 53],
  ["[fd00:ec2::253]", "fd00:ec2::253", 53],
  ["[::1]:5353", "::1", 5353],
])("%s is a server", (text, address, port) => {
  expect(parseServerAddress(text)).toEqual({ address, port });
});

test.each([
  ["", "is not an IP address"],
  ["example.com", "is not an IP address"],
  ["10.0.0", "is not an IP address"],
  [":53", "is not an IP address"],
  ["[]:53", "is not an IP address"],
  ["[10.0.0.2]:53", "is not an IP address"],
  ["[::1", "is not an IP address"],
  ["10.0.0.2/24", "is not an IP address"],
  ["10.0.0.2:", '"" where a port'],
  ["10.0.0.2:65536", '"65536" where a port'],
  ["[::1]:053", '"053" where a port'],
])("%j is none: %s", (text, why) => {
  expect(parseServerAddress(text)).toEqual({ problem: expect.stringContaining(why) });
});

test("images, shares in percent and https addresses", () => {
  const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
  const images = ["curl", "curlimages/curl:8.21.0", "registry.example.com:5000/a/b_c--d:1_2", `a/b:1@${digest}`];
  expect(images.filter((image) => IMAGE.test(image))).toEqual(images);
  expect(["", "Curl", "a b", "a/", "a:", `a@${digest}0`, "a@sha256:1"].filter((image) => IMAGE.test(image))).toEqual(
    [],
  );
  expect(["0%", "1%", "0.5%", "99.9%"].filter((share) => PERCENTAGE.test(share))).toHaveLength(4);
  expect(["1", "100%", "-1%", ".5%", "1 %", "1.%"].filter((share) => PERCENTAGE.test(share))).toEqual([]);
  const addresses = ["https://a", "https://a.example.com:8443/x?y=z#1", "https://a?x"];
  expect(addresses.filter((address) => HTTPS_ADDRESS.test(address))).toEqual(addresses);
  expect(
    ["http://a", "https://", "https:///x", "https://u:p@a/", "https://a b", "a"].filter((url) =>
      HTTPS_ADDRESS.test(url),
    ),
  ).toEqual([]);
});
