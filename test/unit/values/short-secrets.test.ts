import { expect, test } from "@jest/globals";
import { shortSecrets } from "../../../src/values/short-secrets.ts";

test.each([
  ["", []],
  ["password: long-enough", []],
  ["pin: 1234", ["pin"]],
  ["password: 1234567", ["password"]],
  ["password: 12345678", []],
  ["padded: '  short   '", ["padded"]],
  ["db: { pin: '1234', name: long-enough, port: 5432 }", ["db.pin", "db.port"]],
  ["tokens: [long-enough, abc]\nusers:\n- { pin: 99 }", ["tokens[1]", "users[0].pin"]],
  // No secret is in these.
  ["empty: ''\nnothing: null\nmap: {}\nlist: []", []],
])("of %j too short are %j", (text, paths) => {
  expect(shortSecrets(text)).toEqual(paths);
});
