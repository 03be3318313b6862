import { expect, test } from "@jest/globals";
import { nearest } from "../../../src/advice/nearest.ts";

const words = ["auto", "never", "auto-delete-volumes"] as const;

test.each([
  ["Auto", "auto"],
  ["nevr", "never"],
  ["neevr", "never"],
  ["auto_delete_volumes", "auto-delete-volumes"],
  ["auto-delete-volume", "auto-delete-volumes"],
  ["sometimes", undefined],
  ["", undefined],
])("%s is most like %s", (text, word) => {
  expect(nearest(text, words)).toBe(word);
});
