import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { moveSummary } from "../../../src/playbook/report/move-summary.ts";
import { arbitraryOutcome } from "../move/report/arbitrary-outcome.ts";
import { deployStep, nextDeploy, phaseOutcome, report, serviceOutcome } from "../move/report/outcomes.ts";

describe("of 200 services with 5 changes each", () => {
  const names = Array.from({ length: 200 }, (_, index) => `service-${index}`);
  const event = {
    from: "2026-03-01T02:00:01.120Z",
    to: "2026-03-01T02:00:43.900Z",
    step: "deploy-suspended",
    words: "release orders is at revision 4",
    outcome: "made" as const,
  };
  const events = Array.from({ length: 5 }, () => event);
  const services = (extra: string) =>
    names.map((name, index) => {
      const changes = Array.from({ length: 5 }, () => ({ ...nextDeploy(name), words: `deploy ${name}${extra}` }));
      const outcome = index === 190 ? ("failed" as const) : ("made" as const);
      return serviceOutcome(name, {
        state: "prepared",
        steps: [
          deployStep(
            changes,
            changes.map(() => outcome),
          ),
        ],
        events,
      });
    });

  test("has a folded table for each, what failed first and open", () => {
    const text = moveSummary(report(phaseOutcome({ state: "prepared", services: services("") })));
    const titles = [...text.matchAll(/^<details( open)?><summary>(service.*)<\/summary>$/gm)].map(
      ([, open, title]) => `${title}${open ?? ""}`,
    );
    expect(titles).toHaveLength(200);
    expect(titles[0]).toBe("service-190: prepared, 5 failed open");
    expect(titles[1]).toBe("service-0: prepared, 5 made");
    expect(text).toContain(
      "<summary>service-199: prepared, 5 made</summary>\n\n| Step | Change | Before -> after | Outcome |\n| --- | --- | --- | --- |\n| deploy-suspended | deploy service-199 |",
    );
    expect(text).toContain("Only the longest: 940 shorter ones are in the JSON report.");
    expect(new TextEncoder().encode(text).length).toBeLessThan(600 * 1024);
  });

  test("stays below what GitHub takes whatever the texts are, and says what is left out", () => {
    const text = moveSummary(report(phaseOutcome({ state: "prepared", services: services(" <&|🚀>".repeat(500)) })));
    expect(new TextEncoder().encode(text).length).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/\n\d+ more services are left out here: the JSON report has all\.\n/);
    expect(text).toMatch(/\nand of \d+ more changes: the JSON report has all\n/);
    expect(text).toContain("<summary>service-190: prepared, 5 failed</summary>");
  });
});

const OUTSIDE =
  /^(|#{3,4} .+|- \*\*.*|<details( open)?><summary>[^<]*<\/summary>|<\/details>|● made.*|.* left out here: .*)$/;

/** Lines that are no part of what a summary is made of, the fence that is open at its end, and how many folds are. */
function shapeOf(markdown: string): { wrong: string[]; fence: string; folds: number } {
  const wrong: string[] = [];
  let [columns, fence, folds] = [0, "", 0];
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const ticks = /^`{3,}/.exec(line)?.[0] ?? "";
    if (fence !== "") {
      if (line === fence) fence = "";
    } else if (line.startsWith("|")) {
      // A bar after a backslash never ends a cell: https://github.github.com/gfm/#example-200
      const cells = line.split(/(?<!\\)\|/).length;
      if (columns !== 0 && cells !== columns) wrong.push(line);
      columns = cells;
    } else {
      columns = 0;
      fence = ticks;
      if (ticks === "" && !OUTSIDE.test(line)) wrong.push(line);
      folds += line.startsWith("<details") ? 1 : line === "</details>" ? -1 : 0;
    }
  }
  return { wrong, fence, folds };
}

describe("whatever the texts are", () => {
  test("each table keeps its columns, and each fold and fence is closed", () => {
    fc.assert(
      fc.property(arbitraryOutcome, (outcome) => {
        expect(shapeOf(moveSummary(report(outcome)))).toEqual({ wrong: [], fence: "", folds: 0 });
      }),
    );
  });

  test.each([
    ["a*b*c __d__ [x](y) ~~e~~ `f`", "a\\*b\\*c \\_\\_d\\_\\_ \\[x\\](y) \\~\\~e\\~\\~ \\`f\\`"],
    ["a_b in https://x.example/c_d?e=1&f=2", "a_b in https://x.example/c_d?e=1&amp;f=2"],
    ["a \\| <b> | c\r\nd", "a \\\\\\| &lt;b> \\| c d"],
    ["very long ".repeat(40), `${"very long ".repeat(30).slice(0, 299)}…`],
  ])("%# words are as they are in a cell", (words, cell) => {
    const services = [serviceOutcome("a", { steps: [{ ...deployStep([], []), already: [words] }] })];
    expect(moveSummary(report(phaseOutcome({ services })))).toContain(
      `\n| a | deploy-suspended | ${cell} |  | already so |\n`,
    );
  });
});
