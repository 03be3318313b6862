import { expect, test } from "@jest/globals";
import { runTiedHelm } from "../../../src/adapters/helm/helm-process.ts";
import { runHelm } from "../../../src/adapters/helm/run-helm.ts";
import { masksFor, redact } from "../../../src/values/secrets.ts";
import { newMark } from "../../support/marked-processes.ts";
import { scriptProgram } from "./programs.ts";

// Secrets in what Helm says are hidden before it is cut, or anything is made from it.

const SECRET = "Kq7  w&Zp|x<V9tRm2/uYb.";
const LINES = "first line of it\nsecond line of it";
const hidden = (text: string) => redact(text, masksFor([SECRET, LINES]));

function partsIn(text: string): string[] {
  const parts = Array.from({ length: SECRET.length - 7 }, (_, at) => SECRET.slice(at, at + 8));
  return parts.filter((part) => text.includes(part));
}

const says = `echo 'level=WARN msg="odd ${SECRET}"' >&2; echo 'Error: no ${LINES}' >&2; echo 'and ${SECRET}' >&2; exit 1`;

test("in the error and in each line, of a Helm that writes to the cluster", async () => {
  const lines: string[] = [];
  const program = { ...(await scriptProgram(says, { mark: newMark(), lines })), hidden };
  await expect(runTiedHelm(program, { operation: "upgrade", args: [] })).rejects.toThrow(
    /^Helm: upgrade failed: no \*\*\*\nand \*\*\*$/,
  );
  expect(lines).toEqual(['level=WARN msg="odd ***"', "***", "and ***"]);
});

test("and of one that only reads", async () => {
  const lines: string[] = [];
  const program = { ...(await scriptProgram(says, { mark: newMark(), lines })), hidden };
  await expect(runHelm(program, "pull", [])).rejects.toThrow(/^Helm: pull failed: no \*\*\*\nand \*\*\*$/);
  expect(lines).toEqual(['level=WARN msg="odd ***"', "***", "and ***"]);
});

test("in the end of more than is kept", async () => {
  // 24 bytes each, so that the last MiB begins in the middle of one.
  const script = `yes '${SECRET}' | head -n 60000 >&2; echo 'the end' >&2; exit 1`;
  const program = { ...(await scriptProgram(script, { mark: newMark() })), hidden };
  const error = await runTiedHelm(program, { operation: "upgrade", args: [] }).catch(String);
  expect(partsIn(error)).toEqual([]);
  expect(error).toMatch(/^OutsideError: Helm: upgrade failed: \*\*\*\n\*\*\*\n/);
  expect(error).toMatch(/\*\*\*\nthe end$/);
});

test("a single line that is more than is kept is not shown at all", async () => {
  const script = `yes '${SECRET}' | head -n 60000 | tr -d '\\n' >&2; exit 1`;
  const program = { ...(await scriptProgram(script, { mark: newMark() })), hidden };
  await expect(runTiedHelm(program, { operation: "upgrade", args: [] })).rejects.toThrow(
    /^Helm: upgrade failed: it ended with code 1$/,
  );
});
