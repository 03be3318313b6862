import type {
  Condition,
  ContainerFacts,
  ContainerState,
  EventFacts,
  ObjectFacts,
  PodFacts,
} from "../../evidence/facts.ts";
import { weightOf } from "../../evidence/finding.ts";
import { problemsOf } from "../../evidence/findings.ts";
import { isWell } from "../../evidence/object-problems.ts";
import { oneLine, plain } from "../../evidence/text.ts";
import { code, fenced, table } from "./markdown.ts";

/** GitHub takes 1 MiB a step: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const LIMIT_BYTES = 100 * 1024;
/** How much of each log is shown; the next one is tried where the whole gets too long. */
const LOG_SIZES = [
  { lines: 20, characters: 16 * 1024 },
  { lines: 20, characters: 2000 },
  { lines: 5, characters: 500 },
  { lines: 0, characters: 0 },
] as const;
const PODS = 20;
const EVENTS = 30;
/** Conditions that are good news when they are false. */
const BAD_NEWS = new Set(["ReplicaFailure", "Failed", "FailureTarget", "Suspended", "DisruptionTarget"]);

type LogSize = { lines: number; characters: number };

/** What the cluster says about the objects that are not well, as Markdown, folded for each; empty when all are. At most 100 KiB. */
export function evidenceReport(objects: readonly ObjectFacts[]): string {
  const unwell = objects
    .filter((object) => !isWell(object))
    .map((object) => ({ object, problem: problemsOf(object)[0]?.problem }))
    .toSorted((a, b) => weightOf(a.problem?.kind ?? "not-ready") - weightOf(b.problem?.kind ?? "not-ready"));
  for (const [index, size] of LOG_SIZES.entries()) {
    const blocks = unwell.map(({ object, problem }) => block(object, problem?.what ?? "", size));
    const note = index === 0 ? [] : [`Logs are shortened: ${size.lines === 0 ? "none is" : "their ends are"} shown.`];
    const report = [...note, ...blocks].join("\n\n");
    if (bytes(report) <= LIMIT_BYTES) return report;
    if (index === LOG_SIZES.length - 1) return cut(blocks, note);
  }
  return "";
}

/** The first blocks, as many as fit. */
function cut(blocks: readonly string[], note: readonly string[]): string {
  const kept: string[] = [...note];
  let size = 200;
  for (const each of blocks) {
    size += bytes(each) + 2;
    if (size > LIMIT_BYTES) break;
    kept.push(each);
  }
  const left = blocks.length - (kept.length - note.length);
  return [...kept, `${left} more objects that are not ready are left out.`].join("\n\n");
}

function block(object: ObjectFacts, what: string, size: LogSize): string {
  const { kind, name, hook, ready, wanted, pods } = object;
  const count = `${ready}/${wanted} ${kind === "Job" ? "succeeded" : "ready"}`;
  const title = `${hook ? "Hook " : ""}${kind} ${name}: ${what.startsWith(count) ? what : `${count}, ${what}`}`;
  const parts = [
    section("Conditions", conditionLines(object)),
    podTable(pods),
    section("Events", eventLines(object)),
    ...pods.flatMap((pod) => pod.containers.flatMap((container) => logs(pod, container, size))),
  ].filter((part) => part !== "");
  return `<details><summary>${escaped(title)}</summary>\n\n${parts.join("\n\n")}\n\n</details>`;
}

function conditionLines({ conditions, pods }: ObjectFacts): string[] {
  const own = conditions.filter(({ type, status }) => (status === "True") === BAD_NEWS.has(type)).map(conditionLine);
  const ofPods = pods.slice(0, PODS).flatMap((pod) => {
    // What containers say is in the table.
    const telling = pod.conditions.filter(({ type, status, reason }) => {
      return type === "PodScheduled" || reason === "ReadinessGatesNotReady"
        ? status === "False"
        : type === "DisruptionTarget" && status === "True";
    });
    return telling.map((condition) => `Pod ${pod.name}: ${conditionLine(condition)}`);
  });
  return [...own, ...ofPods];
}

function conditionLine({ type, status, reason, message }: Condition): string {
  return oneLine(`${type} ${status}${reason === "" ? "" : `, ${reason}`}${message === "" ? "" : `: ${message}`}`);
}

function podTable(pods: readonly PodFacts[]): string {
  if (pods.length === 0) return "";
  const rows = pods.slice(0, PODS).flatMap(podRows);
  const left = pods.length - PODS;
  const all = table(["Pod", "Phase", "Container", "State", "Exit code", "Restarts"], rows);
  return left > 0 ? `${all}\n\nand ${left} more pods` : all;
}

function podRows({ name, phase, reason, containers }: PodFacts): string[][] {
  const first = [code(name), text(reason === "" ? phase : `${phase}, ${reason}`)];
  if (containers.length === 0) return [[...first, "", "", "", ""]];
  return containers.map((container, index) => {
    const { state, lastState, restarts } = container;
    const ended = state.kind === "terminated" ? state : lastState;
    return [
      ...(index === 0 ? first : ["", ""]),
      `${code(container.name)}${container.init ? " (init)" : ""}`,
      text(stateText(container)),
      ended?.exitCode === undefined ? "" : String(ended.exitCode),
      String(restarts),
    ];
  });
}

function stateText({ state, lastState, ready }: ContainerFacts): string {
  const now = named(state) || (ready ? "running" : "running, not ready");
  return lastState?.kind === "terminated" ? `${now}; before: ${named(lastState)}` : now;
}

function named({ kind, reason }: ContainerState): string {
  return kind === "running" ? "" : reason || kind;
}

function eventLines({ events, pods }: ObjectFacts): string[] {
  const all = [...events, ...pods.flatMap((pod) => pod.events)].toSorted((a, b) => a.at.localeCompare(b.at));
  const left = all.length - EVENTS;
  return [...(left > 0 ? [`(${left} older ones are left out)`] : []), ...all.slice(-EVENTS).map(eventLine)];
}

function eventLine({ at, type, reason, message, count, about }: EventFacts): string {
  return `${at.slice(0, 19)}Z  ${oneLine(`${type} ${reason}${count > 1 ? ` (${count} times)` : ""}, ${about}: ${message}`)}`;
}

function logs({ name }: PodFacts, container: ContainerFacts, size: LogSize): string[] {
  if (size.lines === 0) return [];
  const where = `${code(name)}, container ${code(container.name)}`;
  const tail = (log: readonly string[] | undefined, title: string): string[] => {
    if (log === undefined) return [];
    const end = plain(log.slice(-size.lines).join("\n")).replaceAll("\r", "");
    const shown = end.length > size.characters ? `…${end.slice(-size.characters)}` : end;
    return [`${title} of ${where}:\n\n${fenced(shown === "" ? "(empty)" : shown)}`];
  };
  return [...tail(container.previousLog, "Log before the last restart"), ...tail(container.log, "Log")];
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${title}:\n\n${fenced(lines.join("\n"))}`;
}

/** The cluster's words in a cell: as code, so that they are neither Markdown nor HTML. */
function text(words: string): string {
  return code(oneLine(words).replaceAll("\\", "/").replaceAll("|", "/"));
}

function escaped(words: string): string {
  return oneLine(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function bytes(words: string): number {
  return new TextEncoder().encode(words).length;
}
