import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { UserError } from "../../errors.ts";
import { type EksTarget, type KubeconfigTarget, readClusterTarget } from "../cluster-inputs.ts";
import { checkHelmDriver, readReleaseName } from "../release-inputs.ts";

export type InspectInputs = { target: EksTarget | KubeconfigTarget; release: string; namespace: string };

/** Reads all inputs of `inspect-release`. Fails with one `UserError` that lists every problem. */
export function readInspectInputs(io: ActionsIo): InspectInputs {
  const problems: string[] = [];
  const target = readClusterTarget(io, problems);
  const name = readReleaseName(io, problems, "the namespace of the release, such as commerce");
  checkHelmDriver(problems);
  const error = UserError.fromProblems("Inputs of inspect-release:", problems);
  if (error) throw error;
  return { target, ...name };
}
