import { describe, expect, test } from "@jest/globals";
import { lastLines } from "../../../src/evidence/text.ts";

describe("the last lines of a log", () => {
  test("are all of a short one", () => {
    expect(lastLines("")).toEqual([]);
    expect(lastLines("a\n\nb\n")).toEqual(["a", "", "b"]);
    expect(lastLines("a\nb")).toEqual(["a", "b"]);
  });

  test("are 20 at most", () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    expect(lastLines(`${lines.join("\n")}\n`)).toEqual(lines.slice(-20));
  });

  test("are whole ones, of 16 KiB together", () => {
    const lines = ["a", "b", "c", "d"].map((sign) => sign.repeat(5000));
    expect(lastLines(`${lines.join("\n")}\n`)).toEqual(lines.slice(-3));
  });

  test("are without the one in the middle of which the text ends", () => {
    expect(lastLines("a\nb\nc", { cut: true })).toEqual(["a", "b"]);
  });

  test("may be one long one, up to 128 KiB", () => {
    const long = "x".repeat(128 * 1024);
    expect(lastLines(`a\n${long}\n`)).toEqual([long]);
    expect(lastLines(`a\nb${long}\n`)).toEqual(["(its last line is too long to be shown)"]);
    expect(lastLines(long, { cut: true })).toEqual(["(its last line is too long to be shown)"]);
  });
});
