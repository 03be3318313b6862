import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { UserError } from "../../errors.ts";
import { namespaceNameProblem, releaseNameProblem } from "../../release/release-name.ts";
import { type EksTarget, type KubeconfigTarget, readClusterTarget } from "../cluster-inputs.ts";

export type InspectInputs = { target: EksTarget | KubeconfigTarget; release: string; namespace: string };

/** Reads all inputs of `inspect-release`. Fails with one `UserError` that lists every problem. */
export function readInspectInputs(io: ActionsIo): InspectInputs {
  const problems: string[] = [];
  const target = readClusterTarget(io, problems);
  const release = io.input("release");
  const namespace = io.input("namespace");
  const found = [
    release === "" ? "release: missing; write the Helm release's name, such as orders" : releaseNameProblem(release),
    namespace === ""
      ? "namespace: missing; write the namespace of the release, such as commerce"
      : namespaceNameProblem(namespace),
  ];
  problems.push(...found.filter((problem) => problem !== undefined));
  const driver = process.env.HELM_DRIVER ?? "";
  if (!["", "secret", "secrets"].includes(driver)) {
    problems.push(
      `HELM_DRIVER: "${driver}" is not supported; releases are read where Helm keeps them by default, in Secrets`,
    );
  }
  const error = UserError.fromProblems("Inputs of inspect-release:", problems);
  if (error) throw error;
  return { target, release, namespace };
}
