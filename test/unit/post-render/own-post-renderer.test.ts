import { expect, test } from "@jest/globals";
import { splitPostRenderer } from "../../../src/post-render/own-post-renderer.ts";

test.each([
  [["--no-hooks"], ["--no-hooks"], undefined],
  [["--post-renderer=./run", "--debug"], ["--debug"], { name: "./run", args: [] }],
  [
    ["--post-renderer", "mine", "--post-renderer-args", "a", "--post-renderer-args=b=c", "--debug"],
    ["--debug"],
    { name: "mine", args: ["a", "b=c"] },
  ],
  [["--post-renderer="], [], undefined],
  [["--post-renderers=x"], ["--post-renderers=x"], undefined],
])("%j", (given, rest, own) => {
  expect(splitPostRenderer(given)).toEqual({ rest, own });
});
