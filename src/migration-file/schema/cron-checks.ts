import { nearest } from "../../advice/nearest.ts";

type Context = {
  value: unknown;
  issues: { push(issue: Issue): unknown };
};
type Issue = {
  code: "custom";
  message: string;
  input: unknown;
  path?: (string | number)[];
  params: { instead: string };
  continue: true;
};

type Cron = {
  stop: Readonly<Record<string, unknown>>;
  start: readonly { cronjob?: string | undefined; deployment?: string | undefined }[];
  jobs?: readonly { cronjob?: string | undefined; deployment?: string | undefined }[] | undefined;
};

/** Refuses a map that has none of these keys, or more than one. */
export function oneOf(keys: readonly string[]) {
  return (context: Context): void => {
    const given = Object.keys(context.value as object).filter((key) => keys.includes(key));
    if (given.length === 1) return;
    const what = given.length === 0 ? "names nothing" : `has ${given.join(" and ")}`;
    report(context, { what, instead: `write one of ${keys.join(", ")}` });
  };
}

/** Refuses `replicas` at a CronJob. */
export function replicasFit(context: Context): void {
  const { cronjob, replicas } = context.value as { cronjob?: string; replicas?: number };
  if (cronjob === undefined || replicas === undefined) return;
  report(context, { what: "a CronJob has no replicas", instead: "leave it out", path: ["replicas"] });
}

/** Refuses jobs that AWS knows itself, and jobs that nothing here starts. */
export function cronChecks(context: Context): void {
  const { stop, start, jobs = [] } = context.value as Cron;
  const known = ["rule", "schedule"].find((key) => key in stop);
  if (jobs.length > 0 && known !== undefined) {
    report(context, { what: `AWS itself knows when a ${known} runs`, instead: "leave it out", path: ["jobs"] });
  }
  for (const kind of ["cronjob", "deployment"] as const) {
    const started = start.flatMap((each) => each[kind] ?? []);
    for (const [at, { [kind]: name }] of jobs.entries()) {
      if (name === undefined || started.includes(name)) continue;
      const meant = nearest(name, started);
      const choices = started.length > 0 ? `write ${started.join(" or ")}` : `write it there, as - ${kind}: ${name}`;
      report(context, {
        what: `${JSON.stringify(name)} is not among what start names`,
        instead: meant === undefined ? choices : `did you mean ${meant}?`,
        path: ["jobs", at, kind],
      });
    }
  }
}

function report(context: Context, problem: { what: string; instead: string; path?: (string | number)[] }): void {
  const { what, instead, path } = problem;
  const place = path === undefined ? {} : { path };
  context.issues.push({
    code: "custom",
    message: what,
    input: context.value,
    params: { instead },
    ...place,
    continue: true,
  });
}
