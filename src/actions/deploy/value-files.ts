import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { writePrivateFile } from "../../adapters/private-folder.ts";
import { leafPaths, leaves } from "../../values/inline-values.ts";
import { reusesValues } from "../../values/reused-values.ts";
import { masksFor, SHORTEST_MASK } from "../../values/secrets.ts";
import { shortSecrets } from "../../values/short-secrets.ts";
import type { DeployInputs } from "./inputs.ts";

/**
 * The files for Helm, in the order in which later ones win: value-files, values, secret-values.
 * Inline values go by private files, never by arguments; secret leaves are hidden before anything can show them.
 */
export async function writeValueFiles(
  inputs: DeployInputs,
  folder: string,
  io: ActionsIo,
): Promise<{ paths: string[]; secretLeaves: number; secretPaths: string[][] | undefined }> {
  const paths = inputs.valueFiles.map((file) => file.path);
  if (inputs.values.trim() !== "") paths.push(await writePrivateFile(folder, "values.yaml", inputs.values));
  const secrets = leaves(inputs.secretValues);
  io.hide(masksFor(secrets));
  const short = shortSecrets(inputs.secretValues);
  if (short.length > 0) {
    io.log.warn(
      `secret-values: ${short.join(", ")} ${short.length > 1 ? "have" : "has"} fewer than ${SHORTEST_MASK} characters and cannot be masked, since GitHub drops outputs that contain masked text; do not print ${short.length > 1 ? "them" : "it"}`,
    );
  }
  // Without a leaf too: an empty secret wins over the chart's default.
  if (inputs.secretValues.trim() !== "")
    paths.push(await writePrivateFile(folder, "secret-values.yaml", inputs.secretValues));
  // With values of earlier revisions taken over, the paths of this run's secrets are not all that there are.
  const secretPaths = reusesValues(inputs.helmArgs) ? undefined : leafPaths(inputs.secretValues);
  return { paths, secretLeaves: secrets.length, secretPaths };
}
