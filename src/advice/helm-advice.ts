import { admissionAdvice } from "./admission-advice.ts";
import { type Advice, firstAdvice } from "./advice.ts";
import { chartAdvice } from "./chart-advice.ts";
import { clusterAdvice } from "./cluster-advice.ts";
import { objectAdvice } from "./object-advice.ts";
import { rightsAdvice } from "./rights-advice.ts";
import { flagAdvice, waitingAdvice } from "./run-advice.ts";
import { sourceAdvice } from "./source-advice.ts";
import { templateAdvice } from "./template-advice.ts";

/**
 * What Helm 3.17 to 4.3 print, and the API server 1.36 through them. What is special comes before what is general: a webhook
 * that is not reached also says "connection refused", a hook that is forbidden also says that it failed, and a chart's own
 * texts and values may quote anything.
 */
const TABLE: readonly Advice[] = [
  ...flagAdvice,
  ...admissionAdvice,
  ...rightsAdvice,
  ...sourceAdvice,
  ...chartAdvice,
  ...templateAdvice,
  ...clusterAdvice,
  ...objectAdvice,
  ...waitingAdvice,
];

/** Of a message its beginning and its end are read, in characters each: a search through a megabyte would take minutes. */
const PART_READ = 8 * 1024;

/** What to do about a message of Helm or of the API server: one plain sentence, without a full stop. `undefined` when it is not known. */
export function adviceOn(message: string): string | undefined {
  const [head, tail] = [message.slice(0, PART_READ), message.slice(PART_READ)];
  return firstAdvice(TABLE, `${head}${tail.length > PART_READ ? `…${tail.slice(-PART_READ)}` : tail}`);
}
