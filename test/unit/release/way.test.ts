import { describe, expect, test } from "@jest/globals";
import type { Situation } from "../../../src/release/situation.ts";
import { actionOf, chooseWay, type OnFailure, type Recover } from "../../../src/release/way.ts";

const last = (status: "deployed" | "failed" | "pending-install" | "pending-upgrade" | "uninstalling") => ({
  revision: 3,
  status,
  changedAt: "2026-01-01T00:00:00Z",
});
const choose = (situation: Situation, recover: Recover = "auto", onFailure: OnFailure = "rollback") =>
  chooseWay(situation, { release: "orders", namespace: "commerce", recover, onFailure });

const deployed: Situation = { kind: "deployed", last: last("deployed"), lastGood: 3 };
const failedOnce: Situation = { kind: "failed", last: last("failed"), lastGood: 2 };
const neverDeployed: Situation = { kind: "failed", last: last("failed"), lastGood: "none" };
const pendingInstall: Situation = { kind: "pending", last: last("pending-install"), lastGood: "none" };
const pendingUpgrade: Situation = { kind: "pending", last: last("pending-upgrade"), lastGood: 2 };
const uninstalling: Situation = { kind: "uninstalling", last: last("uninstalling") };

describe("the way on from each situation", () => {
  test.each<[string, Situation, ReturnType<typeof choose>, string]>([
    ["absent", { kind: "absent" }, { first: "nothing", deploy: "install", otherwise: "keep" }, "install"],
    ["deployed", deployed, { first: "nothing", deploy: "upgrade", otherwise: { rollBackTo: 3 } }, "upgrade"],
    ["failed", failedOnce, { first: "nothing", deploy: "upgrade", otherwise: { rollBackTo: 2 } }, "upgrade"],
    ["never deployed", neverDeployed, { first: "nothing", deploy: "upgrade", otherwise: "reinstall" }, "upgrade"],
    ["cut install", pendingInstall, { first: "uninstall", deploy: "install", otherwise: "keep" }, "recovered-install"],
    [
      "cut upgrade",
      pendingUpgrade,
      { first: { rollBackTo: 2 }, deploy: "upgrade", otherwise: { rollBackTo: 2 } },
      "recovered-upgrade",
    ],
    ["cut uninstall", uninstalling, { first: "uninstall", deploy: "install", otherwise: "keep" }, "recovered-install"],
  ])("%s", (_, situation, expected, action) => {
    const way = choose(situation);
    expect(way).toEqual(expected);
    expect("refusal" in way ? "" : actionOf(way)).toBe(action);
  });

  test("on-failure: keep goes back nowhere after a failure, and still gets a stuck release going", () => {
    for (const situation of [deployed, failedOnce]) {
      expect(choose(situation, "auto", "keep")).toMatchObject({ first: "nothing", otherwise: "keep" });
    }
    expect(choose(pendingUpgrade, "auto", "keep")).toMatchObject({ first: { rollBackTo: 2 }, otherwise: "keep" });
  });

  test("recover: never refuses with the command to run, and uninstalls nothing", () => {
    expect(choose(pendingUpgrade, "never")).toEqual({
      refusal: expect.stringContaining("\n  helm rollback orders 2 --namespace commerce\n"),
    });
    for (const situation of [pendingInstall, uninstalling]) {
      expect(choose(situation, "never")).toEqual({
        refusal: expect.stringContaining("\n  helm uninstall orders --namespace commerce\n"),
      });
    }
    expect(choose(neverDeployed, "never")).toMatchObject({ first: "nothing", otherwise: "keep" });
  });

  test("what may have been deployed, as far as the history tells, is not uninstalled", () => {
    const failed: Situation = { kind: "failed", last: last("failed"), lastGood: "unknown" };
    expect(choose(failed)).toMatchObject({ first: "nothing", otherwise: "keep" });
    const pending: Situation = { kind: "pending", last: last("pending-upgrade"), lastGood: "unknown" };
    expect(choose(pending)).toEqual({
      refusal: expect.stringContaining("does not go back to a revision that was deployed"),
    });
  });

  test("what once was deployed is never uninstalled, unless somebody has begun that", () => {
    for (const situation of [deployed, failedOnce, pendingUpgrade]) {
      for (const recover of ["auto", "never", "auto-delete-volumes"] as const) {
        expect(JSON.stringify(choose(situation, recover))).not.toMatch(/"uninstall"|reinstall/);
      }
    }
  });
});
