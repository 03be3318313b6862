import type { Situation } from "./situation.ts";

export type Recover = "auto" | "never" | "auto-delete-volumes";
export type OnFailure = "rollback" | "keep";
export type DeployAction = "install" | "upgrade" | "recovered-install" | "recovered-upgrade";

/** How a deploy goes about what it has found. */
export type Way = {
  /** What has to be done before Helm can deploy. */
  first: "nothing" | "uninstall" | { rollBackTo: number };
  /** What Helm then does. */
  deploy: "install" | "upgrade";
  /** What to do when that fails. */
  otherwise: "keep" | "reinstall" | { rollBackTo: number };
};

/**
 * Decides what to do about a situation whose run, if it has one, is dead. A release that once was deployed is never
 * uninstalled, unless somebody else has begun that already.
 * @returns the way, or the refusal with the command that leads on
 */
export function chooseWay(
  situation: Situation,
  wishes: { release: string; namespace: string; recover: Recover; onFailure: OnFailure },
): Way | { refusal: string } {
  const { release, namespace, recover, onFailure } = wishes;
  const back = (revision: number): Way["otherwise"] => (onFailure === "keep" ? "keep" : { rollBackTo: revision });
  const refuse = (command: string) => ({
    refusal: `${release} is ${"last" in situation ? situation.last.status : "absent"}, and recover is never. Run\n  ${command}\nand deploy again, or set recover: auto`,
  });
  const uninstall = `helm uninstall ${release} --namespace ${namespace}`;

  switch (situation.kind) {
    case "absent":
      return { first: "nothing", deploy: "install", otherwise: "keep" };
    case "deployed":
      return { first: "nothing", deploy: "upgrade", otherwise: back(situation.lastGood) };
    case "failed": {
      const { lastGood } = situation;
      if (typeof lastGood === "number") return { first: "nothing", deploy: "upgrade", otherwise: back(lastGood) };
      const may = recover !== "never" && lastGood === "none";
      return { first: "nothing", deploy: "upgrade", otherwise: may ? "reinstall" : "keep" };
    }
    case "pending": {
      const { lastGood } = situation;
      if (lastGood === "unknown") {
        return {
          refusal: `${release} is ${situation.last.status}, and its history does not go back to a revision that was deployed. Only you can know whether it ever worked. If it did not, run\n  ${uninstall}\nand deploy again`,
        };
      }
      if (lastGood === "none") {
        return recover === "never" ? refuse(uninstall) : { first: "uninstall", deploy: "install", otherwise: "keep" };
      }
      if (recover === "never") return refuse(`helm rollback ${release} ${lastGood} --namespace ${namespace}`);
      return { first: { rollBackTo: lastGood }, deploy: "upgrade", otherwise: back(lastGood) };
    }
    default:
      return recover === "never" ? refuse(uninstall) : { first: "uninstall", deploy: "install", otherwise: "keep" };
  }
}

/** What a deploy is called in its outputs. */
export function actionOf({ first, deploy }: Pick<Way, "first" | "deploy">): DeployAction {
  return first === "nothing" ? deploy : `recovered-${deploy}`;
}
