import { afterEach, expect, test } from "@jest/globals";
import { loginMessages } from "../../support/messages/all.ts";

// What AWS says to a login, on the emulator. Without id-token: write, and without credentials: test/e2e/connect/refused.test.ts.

const { AWS_ENDPOINT_URL: before = "" } = process.env;
afterEach(() => {
  process.env.AWS_ENDPOINT_URL = before;
});

test.each(loginMessages)("$name", async ({ provoke, says, next }) => {
  const [first, second = "", ...rest] = (await provoke()).split("\n");
  expect(first).toMatch(says);
  expect(second).toMatch(/^Next: /);
  expect(second.replace("Next: ", "")).toMatch(next);
  expect(rest.join("\n")).not.toContain("Next: ");
});
