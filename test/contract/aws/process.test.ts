import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Aws, stsClient } from "../../../sandbox/aws/clients.ts";
import { pythonTools } from "../../../sandbox/python/python.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

const run = promisify(execFile);
const source = fileURLToPath(new URL("../../../sandbox/aws", import.meta.url));

describe("the emulator's process", () => {
  let emulator: Awaited<ReturnType<typeof startEmulator>>;

  beforeAll(async () => {
    // What a developer's shell may hold must not become the emulator's own credentials.
    process.env.AWS_ACCESS_KEY_ID = "AKIADEVELOPER0000000";
    process.env.AWS_SECRET_ACCESS_KEY = "developers-own";
    process.env.AWS_SESSION_TOKEN = "developers-own";
    emulator = await startEmulator();
  }, INSTALL_MS);
  afterAll(() => emulator.stop());

  test("listens at one port of the loopback address only", async () => {
    const port = Number(new URL(emulator.aws.url).port);
    expect(await listeners(emulator.aws.pid)).toEqual([`0100007F:${port.toString(16).toUpperCase()}`]);
  });

  test("does not take the credentials of the shell for root's", async () => {
    const identityOf = (aws: Aws) => stsClient(aws, "us-east-1").send(new GetCallerIdentityCommand({}));
    expect((await identityOf(emulator.aws)).Arn).toBe("arn:aws:iam::000000000000:root");
    const developer = { ...emulator.aws, accessKeyId: "AKIADEVELOPER0000000", secretAccessKey: "developers-own" };
    await expect(identityOf(developer)).rejects.toMatchObject({ Code: "InvalidClientTokenId" });
  });
});

test("does not start when a function of ministack that it replaces is gone or takes other parameters", async () => {
  const hooks = await replaced();
  expect(hooks.length).toBeGreaterThan(40);
  const { python } = await pythonTools();
  const asked = run(python, ["-B", "-c", CHANGED_ONE_BY_ONE], { cwd: source });
  asked.child.stdin?.end(JSON.stringify(hooks));
  const words = (await asked).stdout.trim().split("\n");
  const refusals = hooks.map(({ module, name }) => `does not fit the sandbox: ${module}.${name} takes ['other']`);
  const gone = `does not fit the sandbox: ${hooks[0]?.module}.${hooks[0]?.name} takes None`;
  expect(words.map((word) => word.replace(/^.*(does not fit.*?), .*$/, "$1"))).toEqual(["starts", gone, ...refusals]);
});

/** A function of ministack, and the module of emulator/ that replaces it. */
type Hook = { module: string; name: string; by: string };

async function replaced(): Promise<Hook[]> {
  const folder = join(source, "emulator");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".py"));
  const hooks = files.map(async (file) => {
    const text = await readFile(join(folder, file), "utf8");
    const found = [...text.matchAll(/^@replaces\((\w+), "(\w+)"\)$/gm)];
    return found.map(([, module = "", name = ""]) => ({ module: placeOf(module), name, by: file.replace(".py", "") }));
  });
  return (await Promise.all(hooks)).flat();
}

function placeOf(module: string): string {
  if (module === "app") return "ministack.app";
  return `ministack.${module.startsWith("iam_") ? "core" : "services"}.${module}`;
}

// Each change in a process of its own: a copy of one that has ministack loaded.
const CHANGED_ONE_BY_ONE = `
import importlib, json, os, sys
hooks = json.load(sys.stdin)
modules = {hook["module"]: importlib.import_module(hook["module"]) for hook in hooks}

def start(by, change):
    sys.stdout.flush()
    child = os.fork()
    if child:
        return os.waitpid(child, 0)
    try:
        change()
        importlib.import_module("emulator." + by)
        print("starts")
    except SystemExit as refusal:
        print(refusal)
    sys.stdout.flush()
    os._exit(0)

start("replaced", lambda: None)
start(hooks[0]["by"], lambda: delattr(modules[hooks[0]["module"]], hooks[0]["name"]))
for hook in hooks:
    start(hook["by"], lambda: setattr(modules[hook["module"]], hook["name"], lambda other: None))
`;

/** The TCP sockets that a process listens at, as Linux lists them: address and port in hexadecimal. */
async function listeners(pid: number): Promise<string[]> {
  const files = await readdir(`/proc/${pid}/fd`);
  const targets = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => "")));
  const own = new Set(targets.map((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1]));
  const tables = await Promise.all(["tcp", "tcp6"].map((table) => readFile(`/proc/net/${table}`, "utf8")));
  const rows = tables.flatMap((table) => table.trim().split("\n").slice(1)).map((row) => row.trim().split(/\s+/));
  return rows.filter((row) => row[3] === "0A" && own.has(row[9])).map((row) => row[1] ?? "");
}
