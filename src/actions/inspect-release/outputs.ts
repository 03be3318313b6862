import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import type { Inspection } from "../../playbook/inspect-release.ts";

/** Sets every output. What is not known is an empty text, lists are JSON. */
export function writeOutputs(inspection: Inspection, valuesFile: string, io: ActionsIo): void {
  const { newest, serving, record, images } = inspection;
  const outputs: Record<string, string> = {
    status: newest?.status ?? "absent",
    revision: serving ? String(serving.revision) : "",
    chart: serving?.chart.name ?? "",
    "chart-version": serving?.chart.version ?? "",
    "chart-digest": record?.chart.digest ?? "",
    images: JSON.stringify(images),
    "values-file": valuesFile,
    "git-sha": record?.git.commit ?? "",
  };
  for (const [name, value] of Object.entries(outputs)) io.output(name, value);
}
