import { describeError } from "../../errors.ts";
import { leavesBehind } from "../../plan/left-behind.ts";
import type { UpgradeRequest } from "../../ports/helm.ts";
import { applyMethod } from "../../release/apply-method.ts";
import type { Situation } from "../../release/situation.ts";
import type { Recover, Way } from "../../release/way.ts";
import type { DeployPorts } from "./deploy-types.ts";
import { revisionsSinceGood } from "./since-good.ts";

/**
 * The way, with a rollback before it where an upgrade over a failed revision would leave something of that in the cluster:
 * only a rollback, which compares with the newest revision, takes it away.
 */
export async function backFirst(
  { request, situation, way }: { request: UpgradeRequest & { recover: Recover }; situation: Situation; way: Way },
  ports: Pick<DeployPorts, "helm" | "releases" | "log">,
  stop: AbortSignal,
): Promise<Way> {
  if (situation.kind !== "failed" || typeof situation.lastGood !== "number" || way.first !== "nothing") return way;
  const { release, namespace, recover, extraArguments } = request;
  const { lastGood } = situation;
  const good = await ports.releases.read(release, namespace, lastGood);
  if (good === undefined) return way;
  const since = await revisionsSinceGood(request, ports);
  const options = {
    namespace,
    serverSide: applyMethod(extraArguments, { major: ports.helm.major, before: good }).serverSide,
  };
  const next = await rendered(request, ports, stop);
  const stray = since.find(({ manifest }) => leavesBehind({ failed: manifest, good: good.manifest, next }, options));
  if (stray === undefined) return way;
  const left = `Revision ${stray.revision} has added what an upgrade would leave in the cluster`;
  if (recover === "never") {
    ports.log.warn(
      `${left}, and recover is never. To take it away: helm rollback ${release} ${lastGood} --namespace ${namespace}`,
    );
    return way;
  }
  ports.log.info(`${left}: going back to revision ${lastGood} first`);
  return { ...way, first: { rollBackTo: lastGood } };
}

/** What the upgrade will be; empty where Helm cannot tell, since the upgrade itself will say why. */
async function rendered(
  request: UpgradeRequest,
  { helm, log }: Pick<DeployPorts, "helm" | "log">,
  stop: AbortSignal,
): Promise<string> {
  try {
    return (await helm.render({ ...request, postRender: undefined }, stop)).manifest;
  } catch (error) {
    log.debug(`Could not render the chart: ${describeError(error)}`);
    return "";
  }
}
