import { describe, expect, test } from "@jest/globals";
import { cronJobsIn, withSuspend } from "../../../src/cronjobs/manifest-suspend.ts";

const block = `---
# Source: shop/templates/nightly.yaml
apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly   # at three
spec:
    schedule: "0 3 * * *"
    suspend: no # as always
    jobTemplate: {spec: {template: {spec: {restartPolicy: Never}}}}
---
# Source: shop/templates/web.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
`;

const suspended = (manifest: string) => cronJobsIn(manifest, "shop").map(({ suspend }) => suspend);

describe("withSuspend", () => {
  test("changes the flag, and no other byte", () => {
    expect(withSuspend(block, "shop", () => true)).toBe(block.replace("suspend: no #", "suspend: true #"));
  });

  test("writes a flag that is not there as the first key, as deep as the others", () => {
    const without = block.replace("    suspend: no # as always\n", "");
    expect(withSuspend(without, "shop", () => false)).toBe(
      without.replace("    schedule", "    suspend: false\n    schedule"),
    );
  });

  test("leaves alone what it is not asked to change", () => {
    expect(withSuspend(block, "shop", () => undefined)).toBe(block);
  });

  test.each([
    ["flow", '{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"a"},"spec":{"schedule":"* * * * *"}}'],
    ["empty flow", '{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"a"},"spec":{}}'],
    [
      "nothing behind the key",
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  suspend:\n  schedule: x\n",
    ],
    [
      "a comment behind the key",
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  suspend: # of old\n  schedule: x\n",
    ],
    [
      "a comment behind the mark",
      " # first\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: y}\n",
    ],
    [
      "a list of CronJobs",
      "apiVersion: batch/v1\nkind: CronJobList\nitems:\n- metadata: {name: a}\n  spec: {schedule: y}\n",
    ],
    [
      "many aliases",
      `x: &a 1\ny: [${"*a, ".repeat(200)}]\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: y}\n`,
    ],
    ["null", "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  suspend: ~\n  schedule: x\n"],
    ["twice", "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  suspend: true\n  suspend: false\n"],
    ["alias", "x: &s {schedule: y}\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: *s\n"],
    [
      "merged",
      "x: &s {suspend: false}\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  <<: *s\n  schedule: y\n",
    ],
    ["tag on the spec", "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: !!map\n  schedule: y\n"],
    ["explicit key", "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  ? schedule\n  : y\n"],
    ["old version", "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: y}\n"],
  ])("sets it in a document in the form of: %s", (_form, document) => {
    for (const suspend of [true, false]) {
      const set = withSuspend(document.startsWith(" ") ? `---${document}` : `---\n${document}`, "shop", () => suspend);
      expect(suspended(set)).toEqual([suspend]);
      // Set, and not only the default.
      expect(set).toMatch(suspend ? /"?suspend"?: true/ : /"?suspend"?: false/);
      expect(withSuspend(set, "shop", () => undefined)).toBe(set);
    }
  });

  test("finds those of a List, each by itself", () => {
    const list = `apiVersion: v1
kind: List
items:
- apiVersion: batch/v1
  kind: CronJob
  metadata: {name: a}
  spec:
    schedule: x
- apiVersion: batch/v1
  kind: CronJob
  metadata: {name: b, namespace: other}
  spec: {schedule: y, suspend: false}
`;
    const set = withSuspend(list, "shop", ({ name }) => name === "b");
    expect(cronJobsIn(set, "shop")).toEqual([
      { namespace: "shop", name: "a", suspend: false },
      { namespace: "other", name: "b", suspend: true },
    ]);
    expect(set).toBe(
      list.replace("suspend: false", "suspend: true").replace("    schedule: x", "    suspend: false\n    schedule: x"),
    );
  });

  test.each([
    ["of another group", "apiVersion: example.com/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: x}\n"],
    ["only named in a text", 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {kind: "CronJob"}\n'],
    ["in a text that is no YAML", "kind: ConfigMap\n\t: ] CronJob\n"],
  ])("leaves alone what is a CronJob %s", (_what, document) => {
    expect(withSuspend(document, "shop", () => true)).toBe(document);
  });

  test("strings that older YAML takes for booleans stay strings where a document is written anew", () => {
    const aliased =
      'x: &s {schedule: "on"}\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a, labels: {a: "no", b: "010"}}\nspec: *s\n';
    const set = withSuspend(aliased, "shop", () => true);
    expect(set).toContain('schedule: "on"');
    expect(set).toContain('a: "no"');
    expect(set).toContain('b: "010"');
  });

  test("a CronJob in a text that is no YAML is refused, with where it is", () => {
    const broken = "---\n# Source: shop/templates/a.yaml\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a\n";
    expect(() => withSuspend(broken, "shop", () => true)).toThrow(
      "cronjob-policy: shop/templates/a.yaml has a CronJob",
    );
  });
});
