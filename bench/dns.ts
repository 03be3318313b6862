import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { startOutside } from "../sandbox/proxy/outside.ts";
import { type ActionRun, startAction } from "../test/support/action-process.ts";
import { awsCli } from "./aws-cli.ts";
import type { BenchCluster } from "./bench-cluster.ts";
import type { BenchOptions } from "./deploy.ts";
import { LEAST_NOTES, leastCalls, timeByRate } from "./dns/least-calls.ts";
import { openSides, type Sides } from "./dns/new-side.ts";
import { type OneService, oneService } from "./dns/one-service.ts";
import { INSYNC_SECONDS, namesIn, REQUESTS_PER_SECOND, type SeededZones, seedZones, ZONES } from "./dns/seed-zones.ts";
import { callTable, type Made } from "./moves/call-tables.ts";
import { countCalls, total } from "./moves/count-calls.ts";
import { type Report, seconds } from "./report.ts";
import { timeCommand } from "./run-command.ts";
import { median } from "./take-turns.ts";

type Size = { records: number; rounds: number };
type Ours = "plan" | "switch";

const SIZES: Size[] = [
  { records: 10, rounds: 3 },
  { records: 100, rounds: 3 },
  { records: 1000, rounds: 1 },
];
const OURS: Ours[] = ["plan", "switch"];
const SCRIPT = join(import.meta.dirname, "dns/switch-by-cli.sh");
const TIMEOUT_MS = 30 * 60_000;

type Scene = { bench: BenchCluster; sides: Sides; cli: { bin: string; version: string }; accounts: string[] };
type Account = { zones: SeededZones; service: OneService };
type Measured = Made & { times: number[]; probesMs: number | undefined; refused: number };

/** A plan and a switch of records in several zones, beside the least calls that would do and beside a script with the AWS CLI. */
export async function benchDns(bench: BenchCluster, { mostRounds, records }: BenchOptions): Promise<Report> {
  const cli = await awsCli();
  const sizes = records?.map((each) => ({ records: each, rounds: 1 })) ?? SIZES;
  const rounds = sizes.map((size) => ({ ...size, rounds: Math.min(size.rounds, mostRounds) }));
  // One for each round, and one to count in; the script has one.
  const accounts = rounds.map((size) => Array.from({ length: size.rounds + 2 }, () => nextAccount()));
  const hosts = rounds.flatMap((size, at) => accounts[at]?.flatMap((id) => namesIn(id, size.records)) ?? []);
  const sides = await openSides(bench, hosts);
  const measured: Measured[] = [];
  try {
    for (const [at, size] of rounds.entries()) {
      measured.push(...(await measure({ bench, sides, cli, accounts: accounts[at] ?? [] }, size)));
    }
  } finally {
    await sides.close();
  }
  return {
    notes: [
      `one service with so many record sets in ${ZONES} zones, aliases and CNAMEs by turns, all of which lead to one load balancer and are to lead to another one, that of an Ingress; ${REQUESTS_PER_SECOND} requests a second for the account, and changes are in sync after ${INSYNC_SECONDS} s`,
      "plan: `command: plan`, which plans the lower TTL too; switch: `command: switch` without a plan-hash. The TTL is low already. Roles by OIDC, for the zones and for both sides",
      "time: of the whole process, which meets the sandbox directly; with several rounds the median. Calls: of another run, through the sandbox's proxy, which takes calls one after the other",
      "probes: what of a switch's time goes there; `probe` has one pass (3 is the default, 5 s apart), the status is compared with that of the old side",
      `the script: \`bench/dns/switch-by-cli.sh\`, AWS CLI ${cli.version}: it lists, makes an UPSERT for each record set, the zones side by side, and waits; one run, through the proxy. It neither probes nor looks at the name servers, and keeps nothing for the way back; the CLI's wait looks every 30 s`,
      ...LEAST_NOTES,
    ],
    tables: [
      summary(measured),
      callTable(
        "Calls to Route 53, made / least",
        measured.map((each) => ({ ...each, made: onlyRoute53(each.made) })),
      ),
      others(measured),
    ],
  };
}

async function measure(scene: Scene, { records, rounds }: Size): Promise<Measured[]> {
  const say = (what: string) => process.stderr.write(`[bench] ${what}, ${records} record sets\n`);
  const [forScript = "", forCalls = "", ...forTimes] = scene.accounts;
  say("calls");
  const counted = await count(scene, await seeded(scene, { accountId: forCalls, records }));
  const runs: Record<Ours, { run: ActionRun }[]> = { plan: [], switch: [] };
  for (const [round, accountId] of forTimes.slice(0, rounds).entries()) {
    say(`round ${round + 1}`);
    const account = await seeded(scene, { accountId, records });
    for (const ours of OURS) runs[ours].push({ run: await start(scene, { ours, account }) });
    await check(scene, account);
  }
  const measured: Measured[] = [];
  for (const ours of OURS) {
    const times = runs[ours].map(({ run }) => run.durationMs);
    const probes = await Promise.all(runs[ours].map(({ run }) => probesOf(run)));
    const probesMs = ours === "switch" ? median(probes) : undefined;
    measured.push({ ...counted[ours], title: `${ours}, ${records}`, times, probesMs });
  }
  say("the script");
  const script = await byScript(scene, await seeded(scene, { accountId: forScript, records }));
  return [...measured, { ...script, title: `script, ${records}` }];
}

async function seeded(
  { bench, sides }: Scene,
  { accountId, records }: { accountId: string; records: number },
): Promise<Account> {
  const zones = await seedZones(bench.sandbox, { accountId, balancers: sides.balancers, count: records });
  const roles = { dns: zones.roleArn, sides: sides.roleArn };
  const service = await oneService(bench, { roles, records: zones.names, environment: `bench-${accountId}` });
  return { zones, service };
}

type Counted = Omit<Measured, "title" | "times" | "probesMs">;

/** Plans and switches through the proxy. */
async function count(scene: Scene, account: Account): Promise<Record<Ours, Counted>> {
  const counted = async (ours: Ours): Promise<Counted> => {
    const outside = await startOutside(scene.bench.sandbox);
    try {
      await start(scene, { ours, account, env: { AWS_ENDPOINT_URL: outside.env.AWS_ENDPOINT_URL } });
      return { ...callsOf(outside.calls()), least: leastCalls(ours, account.zones.sizes) };
    } finally {
      await outside.close();
    }
  };
  const plan = await counted("plan");
  const switched = await counted("switch");
  await check(scene, account);
  return { plan, switch: switched };
}

function callsOf(calls: Parameters<typeof countCalls>[0]): Pick<Measured, "made" | "refused"> {
  const refused = calls.filter(({ service, status = 0 }) => service === "route53" && status >= 400).length;
  return { made: countCalls(calls), refused };
}

async function start(
  { bench, sides }: Scene,
  { ours, account, env = {} }: { ours: Ours; account: Account; env?: Record<string, string> },
): Promise<ActionRun> {
  const { workspace, environment } = account.service;
  const done = await startAction("actions/dns", bench.folder, {
    workspace,
    inputs: { command: ours, environment },
    env: { ...bench.actionEnv, NODE_EXTRA_CA_CERTS: sides.traffic.caFile, ...env },
    timeoutMs: TIMEOUT_MS,
  });
  if (done.code !== 0) throw new Error(`dns ${ours} failed:\n${done.stdout}${done.stderr}`);
  return done;
}

/** All records lead to the new side, else nothing was measured. */
async function check({ sides }: Scene, { zones }: Account): Promise<void> {
  const found = await zones.leadingTo(sides.balancers.new);
  if (found !== zones.names.length) throw new Error(`${found} of ${zones.names.length} records are switched.`);
}

type Told = { services: { events: { step: string; from: string; to: string }[] }[] };

/** Milliseconds that a run has probed, by its report. */
async function probesOf({ outputs }: ActionRun): Promise<number> {
  const report = JSON.parse(await readFile(outputs.report ?? "", "utf8")) as Told;
  return report.services
    .flatMap(({ events }) => events)
    .filter(({ step }) => step === "probe-new-side")
    .reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
}

async function byScript(scene: Scene, account: Account): Promise<Omit<Measured, "title">> {
  const { bench, sides, cli } = scene;
  const { old, new: fresh } = sides.balancers;
  const { aws, sizes } = account.zones;
  const outside = await startOutside(bench.sandbox);
  try {
    const env = {
      ...(await bench.freshEnv()),
      PATH: [cli.bin, process.env.PATH ?? ""].join(delimiter),
      AWS_ENDPOINT_URL: outside.env.AWS_ENDPOINT_URL,
      AWS_ACCESS_KEY_ID: aws.accessKeyId,
      AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
      AWS_DEFAULT_REGION: bench.cluster.region,
      // Without that it gives up where the account's rate is used up.
      AWS_RETRY_MODE: "standard",
      AWS_MAX_ATTEMPTS: "20",
    };
    const args = [SCRIPT, old.dnsName, fresh.dnsName, fresh.canonicalHostedZoneId];
    const time = await timeCommand("bash", args, { env, cwd: bench.folder });
    await check(scene, account);
    return { ...callsOf(outside.calls()), least: leastCalls("switch", sizes), times: [time], probesMs: undefined };
  } finally {
    await outside.close();
  }
}

const isRoute53 = (name: string) => name.startsWith("route53 ");

function onlyRoute53(counts: Made["made"]): Made["made"] {
  return new Map([...counts].filter(([name]) => isRoute53(name)));
}

function summary(measured: readonly Measured[]): Report["tables"][number] {
  return {
    title: "Time, and calls to Route 53",
    header: ["", "time", "n", "of it probes", "calls", "least", "least time by the rate", "calls refused"],
    rows: measured.map(({ title, times, probesMs, made, least, refused }) => [
      title,
      seconds(median(times)),
      String(times.length),
      probesMs === undefined ? "" : seconds(probesMs),
      String(total(made, isRoute53)),
      String(total(least, isRoute53)),
      seconds(timeByRate(total(least, isRoute53))),
      String(refused),
    ]),
  };
}

function others(measured: readonly Measured[]): Report["tables"][number] {
  const names = [...new Set(measured.flatMap(({ made }) => [...made.keys()]))].filter((name) => !isRoute53(name));
  const rows = names.toSorted().map((name) => [name, ...measured.map(({ made }) => String(made.get(name) ?? 0))]);
  return { title: "Other calls", header: ["", ...measured.map(({ title }) => title)], rows };
}

let accountsMade = 0;

/** Of an account that nothing of another run is in. */
function nextAccount(): string {
  return String(700_000_000_000 + process.pid * 1000 + accountsMade++);
}
