import { isCollection, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { DraftService } from "../draft.ts";
import type { Remark } from "../remark.ts";
import { asComment, commentLines } from "./comment-lines.ts";

/** The keys of a service as they are known. */
export function serviceContent(service: DraftService, withCluster: boolean): object {
  const { container, ecs, records, probe, crons } = service;
  return {
    ...(container === undefined ? {} : { image: { container } }),
    ecs: withCluster ? ecs : { service: ecs.service },
    ...(records.length === 0
      ? {}
      : { records: records.map(({ name, zone }) => ({ name, ...(zone === undefined ? {} : { zone }) })) }),
    ...(probe === undefined ? {} : { probe }),
    ...(crons.length === 0 ? {} : { crons: crons.map(({ stop }) => ({ stop })) }),
  };
}

/** Puts a service's remarks into its map: each before the key that it is about, or where that key would be. */
export function addRemarks(map: YAMLMap, service: DraftService): void {
  const { remarks, records, crons } = service;
  const sections: [string, readonly Remark[]][] = [
    ["image", [...remarks.service, ...remarks.image]],
    ["ecs", []],
    ["records", remarks.records],
    ["probe", remarks.probe],
    ["crons", crons.length > 0 ? [] : remarks.crons],
  ];
  let waiting: string[] = [];
  for (const [name, about] of sections) {
    const lines = name === "crons" ? cronLines(about) : commentLines(about);
    waiting.push(...lines);
    const pair = map.items.find(({ key }) => (key as Scalar).value === name);
    if (pair === undefined) continue;
    (pair.key as Scalar).commentBefore = asComment(waiting);
    waiting = [];
  }
  map.comment = asComment(waiting);
  for (const name of ["image", "ecs", "probe"]) inOneLine(map.get(name));
  for (const [at, record] of records.entries()) {
    const item = map.getIn(["records", at]) as YAMLMap;
    (item.get("name", true) as unknown as Scalar).comment = asComment([record.about]);
    item.comment = asComment(commentLines(record.remarks));
  }
  for (const [at, cron] of crons.entries()) {
    const item = map.getIn(["crons", at]) as YAMLMap;
    inOneLine(item.get("stop"));
    (item.get("stop") as YAMLMap).comment = asComment([cron.about]);
    item.comment = asComment(commentLines(cron.remarks));
  }
  if (crons.length > 0) (map.get("crons") as YAMLSeq).comment = asComment(commentLines(remarks.crons));
}

/** Entries for a list that is not there yet: its key is among the lines. */
function cronLines(remarks: readonly Remark[]): string[] {
  const filled = remarks.filter(({ fill }) => fill !== undefined);
  const others = commentLines(remarks.filter(({ fill }) => fill === undefined));
  return filled.length === 0 ? others : [...others, "crons:", ...commentLines(filled).map((line) => `  ${line}`)];
}

export function inOneLine(node: unknown): void {
  if (isCollection(node)) node.flow = true;
}
