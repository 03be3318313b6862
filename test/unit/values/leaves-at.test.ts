import { expect, test } from "@jest/globals";
import { leavesAt } from "../../../src/values/leaves-at.ts";

const values = {
  secret: { password: "pass", pin: 4711, none: null, empty: "" },
  users: [{ name: "a", key: "b" }, "c"],
  open: "d",
};

test.each<[string[][], string[]]>([
  [[["secret", "password"]], ["pass"]],
  [
    [
      ["secret", "pin"],
      ["secret", "none"],
      ["secret", "empty"],
    ],
    ["4711"],
  ],
  [[["users"]], ["a", "b", "c"]],
  [
    [["secret"], ["secret", "password"]],
    ["pass", "4711"],
  ],
  [
    [
      ["open", "below"],
      ["absent", "key"],
      ["secret", "constructor"],
    ],
    [],
  ],
])("at %j there are %j", (paths, leaves) => {
  expect(leavesAt(values, paths)).toEqual(leaves);
});
