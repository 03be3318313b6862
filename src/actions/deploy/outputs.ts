import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import type { DeployResult } from "../../playbook/deploy/deploy-types.ts";
import { writeReleaseOutputs } from "../release-outputs.ts";

/** Sets every output. */
export function writeOutputs(result: DeployResult, namespace: string, io: ActionsIo): void {
  const action = result.status === "unchanged" ? "" : result.action;
  writeReleaseOutputs({ ...result, action, chart: result.release?.chart }, namespace, io);
}
