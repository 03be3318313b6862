import { expect, test } from "@jest/globals";
import { describeError, OutsideError, UserError } from "../../src/errors.ts";

test("several problems become one list, one stays a line, none is no error", () => {
  expect(UserError.fromProblems("Inputs:", [])).toBeUndefined();
  expect(UserError.fromProblems("Inputs:", ["a"])?.message).toBe("a");
  expect(UserError.fromProblems("Inputs:", ["a", "b"])?.message).toBe("Inputs:\n- a\n- b");
});

test("an outside failure names system, operation, reason and next step", () => {
  const error = new OutsideError({
    system: "EKS",
    operation: "describe cluster shop",
    reason: "denied",
    next: "allow it",
  });
  expect(error.message).toBe("EKS: describe cluster shop failed: denied\nNext: allow it");
});

test("a description adds the causes that say something new, and takes any thrown value", () => {
  const cause = new Error("connect refused", { cause: new Error("port 1") });
  expect(describeError(new Error("login failed", { cause }))).toBe(
    "login failed\nCaused by: connect refused\nCaused by: port 1",
  );
  expect(describeError(new Error("x: same", { cause: new Error("same") }))).toBe("x: same");
  expect(describeError("plain")).toBe("plain");
  expect(describeError({ code: 1 })).toBe('{"code":1}');
});

test("the next step stands below the first line of a long reason", () => {
  const error = new OutsideError({
    system: "Helm",
    operation: "upgrade",
    reason: "values:\n- a\n- b",
    next: "correct a",
  });
  expect(error.message).toBe("Helm: upgrade failed: values:\nNext: correct a\n- a\n- b");
});
