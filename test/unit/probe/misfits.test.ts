import { expect, test } from "@jest/globals";
import type { Probe } from "../../../src/migration-file/migration.ts";
import type { ProbeAnswer } from "../../../src/probe/answer.ts";
import { misfits } from "../../../src/probe/misfits.ts";

const answer = (change: Partial<ProbeAnswer> = {}): ProbeAnswer => ({
  status: 200,
  headers: {},
  body: "all ok",
  bodyIsCut: false,
  ...change,
});
const wanted = (change: Partial<Probe> = {}) => ({ status: [200], headers: {}, body: undefined, ...change });
const json = { "content-type": "application/json; charset=utf-8" };

test.each<[string, Partial<ProbeAnswer>, Partial<Probe>]>([
  ["a status", {}, {}],
  ["one of several", { status: 204 }, { status: [200, 204] }],
  ["a class", { status: 308 }, { status: [200, "3xx"] }],
  ["a header", { headers: { "x-build": "7" } }, { headers: { "X-Build": "7" } }],
  ["a header with parameters", { headers: json }, { headers: { "Content-Type": "application/json" } }],
  ["a header's parameters", { headers: json }, { headers: { "content-type": json["content-type"] } }],
  ["text in the body", {}, { body: "ok" }],
])("%s fits", (_what, given, asked) => {
  expect(misfits(answer(given), wanted(asked))).toEqual([]);
});

test.each<[Partial<ProbeAnswer>, Partial<Probe>, string]>([
  [{ status: 503 }, {}, "its status is 503, and has to be 200"],
  [{ status: 200 }, { status: [204, "3xx"] }, "its status is 200, and has to be 204 or 3xx"],
  [
    { status: 301, headers: { location: "https://orders.example.com/login?token=abc#x" } },
    {},
    "its status is 301 (to https://orders.example.com/login), and has to be 200",
  ],
  [{}, { headers: { "X-Build": "7" } }, 'it has no header X-Build, which has to be "7"'],
  [
    { headers: { "content-type": "text/html" } },
    { headers: { "content-type": "application/json" } },
    'its header content-type is "text/html", and has to be "application/json"',
  ],
  [
    { headers: { "content-type": "application/json" } },
    { headers: { "content-type": json["content-type"] } },
    `its header content-type is "application/json", and has to be "${json["content-type"]}"`,
  ],
  [
    { headers: { "x-long": "a".repeat(200) } },
    { headers: { "x-long": "b" } },
    `its header x-long is "${"a".repeat(100)}…", and has to be "b"`,
  ],
  [{}, { body: "fine" }, 'its body has to have "fine" in it'],
  [{ body: "" }, { body: "ok" }, 'its body is empty, and has to have "ok" in it'],
  [{ bodyIsCut: true }, { body: "fine" }, 'its body, of which the first 64 kB were read, has to have "fine" in it'],
])("%j is not %j", (given, asked, problem) => {
  expect(misfits(answer(given), wanted(asked))).toEqual([problem]);
});

test("all that differs is said, and never what the body is", () => {
  const found = misfits(answer({ status: 500, body: "password=hunter2" }), wanted({ headers: { a: "b" }, body: "ok" }));
  expect(found).toHaveLength(3);
  expect(found.join()).not.toContain("hunter2");
});
