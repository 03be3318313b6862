import { type Place, placeOfImage, templateInMessage, templateOf } from "../../chart/place.ts";
import { describeError } from "../../errors.ts";
import type { DeployResult } from "../../playbook/deploy/deploy-types.ts";
import type { DeployInputs } from "./inputs.ts";

/** Where in the repository the cause of a failure is written, where that can be told: an image in the values, else a template. */
export function failurePlace(result: DeployResult, inputs: DeployInputs): Place | undefined {
  const failure = result.failures.at(-1);
  if (failure === undefined) return undefined;
  const [finding] = failure.findings;
  // The files that win come last.
  const inValues = placeOfImage(inputs.valueFiles.toReversed(), finding?.place?.image ?? "");
  if (inValues !== undefined) return inValues;
  const folder = chartFolder(inputs);
  if (folder === undefined) return undefined;
  const inChart = (file: string): string => `${folder}/${file}`;
  const inMessage = templateInMessage(describeError(failure.error));
  if (inMessage !== undefined) return { ...inMessage, file: inChart(inMessage.file) };
  const template = finding && failure.revision && templateOf(failure.revision.manifest, finding.object);
  return template === undefined ? undefined : { file: inChart(template) };
}

/** The chart's folder as the repository has it; `undefined` for a chart from elsewhere. */
function chartFolder({ chart }: DeployInputs): string | undefined {
  if (chart.kind !== "folder" || /^([/\\]|\.\.|[A-Za-z]:)/.test(chart.text)) return undefined;
  return chart.text.replace(/^\.\//, "").replace(/\/+$/, "");
}
