import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { loadKubernetesClient, openCluster } from "../../adapters/kubernetes/client.ts";
import { clusterLeases } from "../../adapters/kubernetes/leases.ts";
import { clusterObjects } from "../../adapters/kubernetes/live-objects.ts";
import { releaseSecrets } from "../../adapters/kubernetes/release-secrets.ts";
import { makePrivateFolder, removePrivateFolder, writePrivateFile } from "../../adapters/private-folder.ts";
import { type Inspection, inspectRelease } from "../../playbook/inspect-release.ts";
import { inspectSummary } from "../../playbook/report/inspect-summary.ts";
import { valuesFile } from "../../values/values-file.ts";
import { logIn } from "../cluster-login.ts";
import { runAction } from "../run-action.ts";
import { type InspectInputs, readInspectInputs } from "./inputs.ts";
import { writeOutputs } from "./outputs.ts";

/** `actions/inspect-release`: what is deployed, for the steps and jobs that follow. It reads only. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const inputs = readInspectInputs(io);
    io.log.info(`Reading release ${inputs.release} in namespace ${inputs.namespace}`);
    const { inspection, cluster } = await inspect(inputs, io);
    const { newest, serving } = inspection;
    io.log.info(
      newest && serving
        ? `${inputs.release} is ${newest.status} at revision ${newest.revision}; revision ${serving.revision} is ${serving.status}`
        : `There is no release ${inputs.release} in ${inputs.namespace}`,
    );
    writeOutputs(inspection, await keepValues(inspection, io), io);
    await io.summary(inspectSummary(inspection, { ...inputs, cluster }));
  });
}

/** The login's files are for this read only. */
async function inspect(inputs: InspectInputs, io: ActionsIo): Promise<{ inspection: Inspection; cluster: string }> {
  const folder = await makePrivateFolder();
  io.keep("folder", folder);
  try {
    const [login] = await Promise.all([logIn(inputs.target, folder, io), loadKubernetesClient()]);
    const client = await openCluster(login);
    const inspection = await inspectRelease(inputs, {
      releases: releaseSecrets(client),
      live: clusterObjects(client),
      leases: clusterLeases(client),
      log: io.log,
    });
    return { inspection, cluster: client.context };
  } finally {
    await removePrivateFolder(folder);
  }
}

/** The values, in a file that stays for the job's later steps. Gives its path, or an empty text when there are none. */
async function keepValues({ values }: Inspection, io: ActionsIo): Promise<string> {
  if (values === undefined) return "";
  const folder = await makePrivateFolder();
  io.keep("folder", folder);
  return writePrivateFile(folder, "values.yaml", valuesFile(values));
}
