import { sameName } from "./forms/names.ts";
import { type Problem, placeText } from "./problem.ts";
import { cronSchema } from "./schema/cron-schema.ts";
import { recordSchema } from "./schema/record-schema.ts";
import { at, below, plain, type Written } from "./written.ts";

/** Something that only one place may have. */
type Claim = {
  /** The same for the same thing. */
  thing: string;
  /** `the rule orders-nightly` */
  name: string;
  /** What is done with it: `stopped`. */
  done: string;
  instead: string;
  written: Written;
  /** The key of the service that claims it. */
  service: string;
  /** Whether two claims of the thing are one too many; they are, when it is left out. */
  clashes?: (other: Claim) => boolean;
  record?: { zone?: string | undefined; type?: string | undefined };
};

/**
 * What more than one place claims among the services of an environment: the same thing stopped, started, released or moved.
 * @param services as merged for the environment
 */
export function doubleClaims(services: readonly Written[]): Problem[] {
  const known = new Map<string, Claim[]>();
  const problems: Problem[] = [];
  for (const claim of services.flatMap(claimsOf)) {
    const others = known.get(claim.thing) ?? [];
    const first = others.find((other) => claim.clashes?.(other) ?? true);
    if (first !== undefined) problems.push(doubled(claim, first));
    known.set(claim.thing, [...others, claim]);
  }
  return problems;
}

function doubled(claim: Claim, first: Claim): Problem {
  const { key, place } = claim.written;
  if (key === first.written.key) {
    const what = `${claim.name} is ${claim.done} by ${first.service} and by ${claim.service}`;
    return { ...place, key, what, instead: "write {service} into its name, or write it at the service" };
  }
  const what = `${claim.name} is also ${claim.done} by ${first.written.key} at ${placeText(first.written.place)}`;
  return { ...place, key, what, instead: claim.instead };
}

function claimsOf(written: Written): Claim[] {
  const service = written.key;
  const release = at(written, ["release"]);
  const namespace = leafText(at(release, ["namespace"]));
  const records = itemsOf(at(written, ["records"])).flatMap((record) => recordClaims(record, service));
  const crons = itemsOf(at(written, ["crons"])).flatMap((cron) => cronClaims(cron, written));
  const named = at(release, ["name"]);
  if (named === undefined || namespace === "") return [...records, ...crons];
  const claim = {
    thing: `release ${namespace}/${leafText(named)}`,
    name: `the release ${leafText(named)} in ${namespace}`,
    done: "used",
    instead: "give each service a release of its own",
    written,
    service,
  };
  return [claim, ...records, ...crons];
}

function recordClaims(written: Written, service: string): Claim[] {
  const { data } = recordSchema.safeParse(plain(written));
  if (data === undefined) return [];
  const record = { zone: data.zone, type: data.type };
  return [
    {
      thing: `record ${sameName(data.name)}`,
      name: `the record ${data.name}`,
      done: "moved",
      instead: "move a record once, or tell the two apart by zone or type",
      written,
      service,
      record,
      clashes: ({ record: other }) => meet(record.zone, other?.zone) && sameType(record.type, other?.type),
    },
  ];
}

/** What is left out is any. */
function meet(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || sameName(one) === sameName(other);
}

/** A and AAAA move together. */
function sameType(one: string | undefined, other: string | undefined): boolean {
  const together = (type: string | undefined) => (type === "AAAA" ? "A" : type);
  return meet(together(one), together(other));
}

function cronClaims(written: Written, whole: Written): Claim[] {
  const { data } = cronSchema.safeParse(plain(written));
  if (data === undefined) return [];
  const text = (...path: string[]) => leafText(at(whole, path));
  const service = whole.key;
  const starts = data.start.map(({ cronjob, deployment }, index): Claim => {
    const name = cronjob === undefined ? `the Deployment ${deployment}` : `the CronJob ${cronjob}`;
    return {
      thing: `start ${text("release", "namespace")} ${name}`,
      name,
      done: "started",
      instead: "start each in one place",
      written: at(written, ["start", index]) ?? written,
      service,
    };
  });
  const stop = below(written, "stop") ?? written;
  const [name, where] = stopped(data.stop, { service: text("ecs", "service"), cluster: text("ecs", "cluster") });
  const instead = "stop each once, and name all that takes over from it there";
  return [{ thing: `stop ${name} ${where}`, name, done: "stopped", instead, written: stop, service }, ...starts];
}

type Stop = ReturnType<(typeof cronSchema)["parse"]>["stop"];

/** What is stopped, in words, and where it is. */
function stopped(stop: Stop, ecs: { service: string; cluster: string }): [string, string] {
  if (stop.rule !== undefined) return [`the rule ${stop.rule}`, ""];
  if (stop.schedule !== undefined) return [`the schedule ${stop.schedule.replace(/^default\//, "")}`, ""];
  if (stop.worker !== undefined) {
    const [service, cluster = ecs.cluster] = stop.worker.split("/").toReversed();
    return [`the worker ${service}`, cluster];
  }
  const { name, service = ecs.service, cluster = ecs.cluster, container = "" } = stop["env-switch"] ?? { name: "" };
  return [`the variable ${name} of ${service}`, `${cluster}/${container}`];
}

function itemsOf(written: Written | undefined): Written[] {
  return written?.kind === "list" ? written.items : [];
}

function leafText(written: Written | undefined): string {
  return written?.kind === "leaf" && typeof written.value === "string" ? written.value : "";
}
