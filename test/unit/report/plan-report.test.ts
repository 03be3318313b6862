import { expect, test } from "@jest/globals";
import type { Plan, PlannedChange } from "../../../src/plan/plan.ts";
import { planLines, planSection } from "../../../src/playbook/report/plan-report.ts";

function change(name: string, more: Partial<PlannedChange> = {}): PlannedChange {
  return { action: "change", kind: "Deployment", namespace: "shop", name, diff: "@@ -1 +1 @@\n-a: 1\n+a: 2", ...more };
}

function plan(changes: PlannedChange[], more: Partial<Plan> = {}): Plan {
  return { changes, isUnchanged: false, notes: [], ...more };
}

const some = plan(
  [
    change("web", { problem: "spec.selector: field is immutable" }),
    change("new", { action: "create", kind: "ConfigMap", diff: "@@ -0,0 +1 @@\n+a: 2" }),
    change("old", { action: "delete", kind: "Service", diff: "@@ -1 +0,0 @@\n-a: 1" }),
    change("data", { action: "keep", kind: "PersistentVolumeClaim", diff: "" }),
    change("same", { action: "same", diff: "" }),
    change("migrate", { kind: "Job", hook: true }),
  ],
  { notes: ["Secret creds was not compared"] },
);

test("the log has the totals, then each object that differs with its diff", () => {
  expect(planLines(some)).toEqual([
    "1 to create, 1 to change, 1 to delete, 1 to leave behind, 1 unchanged; hooks: 1 changed; 1 the cluster would refuse",
    "~ Deployment web",
    "    | the cluster would refuse this: spec.selector: field is immutable",
    "    | @@ -1 +1 @@",
    "    | -a: 1",
    "    | +a: 2",
    "+ ConfigMap new",
    "    | @@ -0,0 +1 @@",
    "    | +a: 2",
    "- Service old",
    "    | @@ -1 +0,0 @@",
    "    | -a: 1",
    "= PersistentVolumeClaim data (left behind: the chart has it no more, and helm.sh/resource-policy is keep)",
    "~ hook Job migrate",
    "    | @@ -1 +1 @@",
    "    | -a: 1",
    "    | +a: 2",
    "Note: Secret creds was not compared",
  ]);
});

test("no line of an object becomes a command of the runner", () => {
  const diff = " data:\n   x: |\n     ::add-mask::x\n+    ##[error]x";
  const name = "x\n::error title=a::b\r::error::c ##[error]d";
  const changes = [change(name, { diff, namespace: name, problem: "x\r::error::y" }), change("b")];
  const lines = planLines(plan(changes, { notes: ["x\n::error::y\r::error::##[error]z"] }));
  expect(lines.flatMap((line) => line.split(/[\r\n]/)).filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  expect(lines).toContain("~ Deployment b in shop");
});

test("the summary has a table, why the cluster would refuse, and the diffs, folded", () => {
  expect(planSection(some)).toBe(`#### Plan

1 to create, 1 to change, 1 to delete, 1 to leave behind, 1 unchanged; hooks: 1 changed; 1 the cluster would refuse.

The cluster would refuse:

\`\`\`text
Deployment web: spec.selector: field is immutable
\`\`\`

| What | Object |
| --- | --- |
| change | Deployment web |
| create | ConfigMap new |
| delete | Service old |
| leave behind (\`helm.sh/resource-policy: keep\`) | PersistentVolumeClaim data |
| changed hook | hook Job migrate |

Not compared with the cluster:

\`\`\`text
Secret creds was not compared
\`\`\`

<details><summary>~ Deployment web</summary>

\`\`\`diff
@@ -1 +1 @@
-a: 1
+a: 2
\`\`\`

</details>

<details><summary>+ ConfigMap new</summary>

\`\`\`diff
@@ -0,0 +1 @@
+a: 2
\`\`\`

</details>

<details><summary>- Service old</summary>

\`\`\`diff
@@ -1 +0,0 @@
-a: 1
\`\`\`

</details>

<details><summary>~ hook Job migrate</summary>

\`\`\`diff
@@ -1 +1 @@
-a: 1
+a: 2
\`\`\`

</details>`);
});

test("no name of an object is HTML, or breaks out of its row", () => {
  const section = planSection(plan([change("x <!-- <img src=y> &lt;\n| z")]));
  expect(section).toContain("| change | Deployment x &lt;!-- &lt;img src=y> &amp;lt; \\| z |");
  expect(section).toContain("<summary>~ Deployment x &lt;!-- &lt;img src=y> &amp;lt; | z</summary>");
});

test("the log has at most 2000 lines of diffs, each with an end, and then says how many diffs it lacks", () => {
  const diff = Array.from({ length: 201 }, (_, index) => `+${index}`).join("\n");
  const changes = Array.from({ length: 50 }, (_, index) => change(`a${index}`, { diff }));
  const lines = planLines(plan([...changes, change("short")], { notes: ["x".repeat(5000)] }));
  expect(lines.filter((line) => line.startsWith("    | "))).toHaveLength(9 * 201);
  expect(lines).toContain("~ Deployment a49");
  expect(lines.slice(-3, -1)).toEqual([
    "~ Deployment short",
    "The diffs of 42 more objects are left out here: at most 2000 lines of diffs are shown.",
  ]);
  expect(lines.at(-1)).toMatch(/^Note: x{1194}… \(3806 more characters\)$/);
});

test("namespaces are named where there are several", () => {
  const [first, second, third] = [change("a"), change("b", { namespace: "other" }), change("c", { namespace: "" })];
  const names = (...changes: PlannedChange[]) => planLines(plan(changes)).filter((line) => line.startsWith("~"));
  expect(names(first, third)).toEqual(["~ Deployment a", "~ Deployment c"]);
  expect(names(first, second, third)).toEqual(["~ Deployment a in shop", "~ Deployment b in other", "~ Deployment c"]);
});

test("nothing to change is said in one line", () => {
  const unchanged = plan([change("a", { action: "same", diff: "" })], { isUnchanged: true });
  expect(planSection(unchanged)).toBe("#### Plan\n\nNothing would change: 1 unchanged.");
});

test("a diff may hold the signs that would end its block", () => {
  expect(planSection(plan([change("a", { diff: "+x: |\n+  ````\n+  code" })]))).toContain(
    "`````diff\n+x: |\n+  ````\n+  code\n`````",
  );
});

test("a long plan ends with what is left out of it", () => {
  const long = change("long", { diff: Array.from({ length: 200 }, () => `+${"ä".repeat(1000)}`).join("\n") });
  const section = planSection(plan([long, ...Array.from({ length: 1500 }, (_, index) => change(`a${index}`)), long]));
  expect(new TextEncoder().encode(section).length).toBeLessThanOrEqual(200 * 1024);
  expect(section).toContain("\n\nand 1302 more objects\n\n");
  expect(section).toMatch(/\d+ more diffs are left out here; the log has more of them\.$/);
  expect(section).toContain("<summary>~ Deployment a0</summary>");
});
