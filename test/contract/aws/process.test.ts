import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
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

// Every function that emulator/ replaces, as the ministack that is installed has it.
test.each([
  ["eks", "_create_cluster"],
  ["eks", "_create_access_entry"],
  ["eks", "_verify_eks_token"],
  ["sts", "handle_request"],
  ["sts", "_evict_expired_sessions"],
  ["sts", "_web_identity_trust_denied"],
])("does not start when ministack's %s.%s is not what it was", async (service, name) => {
  const { python } = await pythonTools();
  const module = `ministack.services.${service}`;
  const start = (change: string) =>
    run(python, ["-B", "-c", `import ${module} as service; ${change}; from emulator import eks, oidc, sessions`], {
      cwd: source,
    });
  await start("pass");
  await expect(start(`service.${name} = lambda other: None`)).rejects.toMatchObject({
    stderr: expect.stringContaining(`does not fit the sandbox: ${module}.${name} takes ['other']`),
  });
  await expect(start(`del service.${name}`)).rejects.toMatchObject({ stderr: expect.stringContaining("takes None") });
});

/** The TCP sockets that a process listens at, as Linux lists them: address and port in hexadecimal. */
async function listeners(pid: number): Promise<string[]> {
  const files = await readdir(`/proc/${pid}/fd`);
  const targets = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => "")));
  const own = new Set(targets.map((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1]));
  const tables = await Promise.all(["tcp", "tcp6"].map((table) => readFile(`/proc/net/${table}`, "utf8")));
  const rows = tables.flatMap((table) => table.trim().split("\n").slice(1)).map((row) => row.trim().split(/\s+/));
  return rows.filter((row) => row[3] === "0A" && own.has(row[9])).map((row) => row[1] ?? "");
}
