import { type Plan, type PlannedAction, type PlannedChange, planTotals } from "../../plan/plan.ts";
import { fenced, table } from "./markdown.ts";

/** GitHub takes 1 MiB a step, and the rest of the summary is in it too: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const LIMIT_BYTES = 200 * 1024;
const ROWS = 200;
const WORDS_BYTES = 20 * 1024;
/** Of diffs in the log: a chart with hundreds of objects may change a label of each. */
const LOG_LINES = 2000;
const LINE_CHARACTERS = 1200;

/** A lone carriage return too: the runner begins a line after it. */
const LINE_END = /\r\n|\r|\n/;

const SIGNS: Readonly<Record<PlannedAction, string>> = { create: "+", change: "~", delete: "-", keep: "=", same: " " };
const OBJECT_WORDS: Readonly<Record<PlannedAction, string>> = {
  create: "create",
  change: "change",
  delete: "delete",
  keep: "leave behind (`helm.sh/resource-policy: keep`)",
  same: "",
};
const HOOK_WORDS: Readonly<Record<PlannedAction, string>> = {
  ...OBJECT_WORDS,
  create: "new hook",
  change: "changed hook",
  delete: "dropped hook",
};

/** A plan for the log: the totals, then each object that differs, with its diff below it. At most 2000 lines are of diffs. */
export function planLines(plan: Plan): string[] {
  const name = namer(plan);
  let free = LOG_LINES;
  let left = 0;
  const objects = plan.changes.filter(isTold).flatMap((change) => {
    const diff = change.diff === "" ? [] : below(change.diff);
    // Once one is left out, so are all after it: with gaps nobody would see what is missing.
    const fits = left === 0 && diff.length <= free;
    if (fits) free -= diff.length;
    else if (diff.length > 0) left++;
    return [
      `${SIGNS[change.action]} ${name(change)}${change.action === "keep" ? " (left behind: the chart has it no more, and helm.sh/resource-policy is keep)" : ""}`,
      ...(change.problem === undefined ? [] : below(cut(`the cluster would refuse this: ${change.problem}`))),
      ...(fits ? diff : []),
    ];
  });
  const more = `The diffs of ${left} more objects are left out here: at most ${LOG_LINES} lines of diffs are shown.`;
  const notes = plan.notes.map((note) => oneLine(`Note: ${note}`));
  return [planTotals(plan), ...objects, ...(left === 0 ? [] : [more]), ...notes].map(logLine);
}

/** A plan for the job summary, as Markdown: what is to happen with which object, and the diffs, folded. At most 200 KiB. */
export function planSection(plan: Plan): string {
  const name = namer(plan);
  const told = plan.changes.filter(isTold);
  const refused = told.flatMap((change) => {
    return change.problem === undefined ? [] : [`${name(change)}: ${change.problem}`];
  });
  const acts = told.filter(({ action }) => action !== "same");
  const rows = acts.slice(0, ROWS).map((change) => [wordsOf(change), name(change)]);
  const left = acts.length - rows.length;
  const parts = [
    "#### Plan",
    acts.length === 0 && plan.isUnchanged ? `Nothing would change: ${planTotals(plan)}.` : `${planTotals(plan)}.`,
    ...(refused.length === 0 ? [] : [`The cluster would refuse:\n\n${fenced(cut(refused.join("\n")))}`]),
    ...(rows.length === 0 ? [] : [table(["What", "Object"], rows)]),
    ...(left > 0 ? [`and ${left} more objects`] : []),
    ...(plan.notes.length === 0 ? [] : [`Not compared with the cluster:\n\n${fenced(cut(plan.notes.join("\n")))}`]),
  ];
  const blocks = acts.filter(({ diff }) => diff !== "").map((change) => block(name(change), change));
  return [...parts, ...fitting(blocks, LIMIT_BYTES - bytes(parts.join("\n\n")))].join("\n\n");
}

function isTold({ action, problem }: PlannedChange): boolean {
  return action !== "same" || problem !== undefined;
}

/** Names the namespace only where there are several. */
function namer({ changes }: Plan): (change: PlannedChange) => string {
  const several = new Set(changes.map(({ namespace }) => namespace).filter((each) => each !== "")).size > 1;
  return ({ kind, name, namespace, hook }) =>
    oneLine(`${hook ? "hook " : ""}${kind} ${name}${several && namespace !== "" ? ` in ${namespace}` : ""}`);
}

function wordsOf({ action, hook }: PlannedChange): string {
  return (hook ? HOOK_WORDS : OBJECT_WORDS)[action];
}

/** With a bar, since the runner takes a line that starts with `::` for a command, whatever space is before it. */
function below(text: string): string[] {
  return text.split(LINE_END).map((line) => `    | ${line}`.trimEnd());
}

/** The runner takes `##[` for a command too, wherever it is in a line. */
function logLine(text: string): string {
  const line = text.replaceAll("##[", "## [");
  const more = line.length - LINE_CHARACTERS;
  return more > 0 ? `${line.slice(0, LINE_CHARACTERS)}… (${more} more characters)` : line;
}

function block(title: string, { action, diff }: PlannedChange): string {
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const colored = fenced(diff).replace(/^(`+)text/, "$1diff");
  return `<details><summary>${SIGNS[action]} ${escaped}</summary>\n\n${colored}\n\n</details>`;
}

/** The blocks that fit, of which a long one does not keep out those after it. */
function fitting(blocks: readonly string[], limit: number): string[] {
  const line = (left: number) => `${left} more diffs are left out here; the log has more of them.`;
  const shown: string[] = [];
  let free = limit - bytes(line(blocks.length)) - 2;
  for (const each of blocks) {
    const size = bytes(each) + 2;
    if (size > free) continue;
    free -= size;
    shown.push(each);
  }
  const left = blocks.length - shown.length;
  return left === 0 ? shown : [...shown, line(left)];
}

function cut(words: string): string {
  return words.length > WORDS_BYTES ? `${words.slice(0, WORDS_BYTES)}…` : words;
}

function oneLine(words: string): string {
  return words
    .split(LINE_END)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

function bytes(words: string): number {
  return new TextEncoder().encode(words).length;
}
