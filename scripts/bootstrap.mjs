// Stands before npm test, demo, sandbox, bench and drill, so that each is the only command on a fresh machine: checks what
// has to be there, installs the packages, and goes on under the project's own Node 24. Runs on Node >= 20 with nothing installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scripts = {
  test: "scripts/test.ts",
  demo: "scripts/demo.ts",
  sandbox: "sandbox/cli.ts",
  bench: "scripts/bench.ts",
  drill: "scripts/drill.ts",
};
const sandboxParts = ["contract", "e2e", "workflows"];

function say(text) {
  process.stderr.write(`[k8s-migrate] ${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}

/** True for what starts the sandbox: building and running its parts takes Go and Python. */
function startsSandbox(command, args) {
  if (command === "sandbox") return args[0] === "up";
  if (command === "test") return args.length === 0 || args.some((part) => sandboxParts.includes(part));
  return true;
}

/** The first line of what a program prints, or undefined when it is not there or fails. */
function ask(program, args, cwd = root) {
  const { status, stdout } = spawnSync(program, args, { cwd, encoding: "utf8" });
  return status === 0 ? stdout.trim().split("\n")[0] : undefined;
}

function checkTools() {
  const problems = [];
  const wantedGo = /^go (\S+)$/m.exec(readFileSync(join(root, "sandbox/control-plane/go.mod"), "utf8"))?.[1];
  // Asked in that folder Go compares itself with go.mod, and fetches a newer toolchain where it may.
  if (!ask("go", ["env", "GOVERSION"], join(root, "sandbox/control-plane"))) {
    const found = ask("go", ["env", "GOVERSION"]) ?? "none";
    problems.push(`Go ${wantedGo} or later (found: ${found}). Install it from https://go.dev/doc/install`);
  }
  const pythons = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];
  const question = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))";
  if (!pythons.some((name) => ask(name, ["-I", "-c", question]) !== undefined)) {
    const found = ask("python3", ["--version"]) ?? "none";
    problems.push(
      `Python 3.11 or later with its venv module (found: ${found}). Install it: "apt install python3 python3-venv" ` +
        'on Debian and Ubuntu, "brew install python" on macOS',
    );
  }
  if (problems.length > 0) fail(`The sandbox needs\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
}

/** The Node 24 that the packages bring. */
function ownNode() {
  return ["node", "node.exe"].map((name) => join(root, "node_modules/node/bin", name)).find(existsSync);
}

/**
 * True when node_modules holds what package-lock.json says. npm writes the list of what it installed at the end, so an
 * interrupted install has none, and one that somebody made by hand is seen too.
 */
function packagesFit() {
  const installed = packagesIn("node_modules/.package-lock.json");
  const wanted = packagesIn("package-lock.json");
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === "" || link) return true;
    // Optional ones are left out where they are for another platform.
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const { status, error, stdout, stderr } = spawnSync(program, [...first, ...args], { cwd: root, encoding: "utf8" });
  if (status === 0) return;
  fail(`npm ${args[0]} failed${error ? `: ${error.message}` : ""}\n${stdout ?? ""}${stderr ?? ""}`);
}

async function installPackages() {
  if (packagesFit() && ownNode()) return;
  await withLock(join(root, ".npm-ci.lock"), () => {
    if (packagesFit() && ownNode()) return;
    const begin = Date.now();
    if (!packagesFit()) {
      say("installing packages (npm ci), about half a minute ...");
      runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
    }
    // Where npm runs no install scripts, the package `node` comes without its program.
    if (!ownNode()) runNpm(["rebuild", "node", "--ignore-scripts=false"]);
    if (!ownNode()) fail("npm installed the packages, but not Node 24 (node_modules/node): are install scripts off?");
    say(`packages installed in ${Math.round((Date.now() - begin) / 1000)} s`);
  });
}

/**
 * Runs `work` while no other process does. The lock is a file with the owner's process id, which appears with its content
 * at once (a link), and is taken over when that process is gone.
 */
async function withLock(lock, work) {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  process.once("exit", () => rmSync(own, { force: true }));
  for (let waits = 0; !tryLink(own, lock); waits++) {
    if (waits === 0) say("another run is installing the packages, waiting ...");
    if (!removeStale(lock, own)) await sleep(200);
  }
  rmSync(own);
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  work();
  release();
  process.off("exit", release);
}

function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a lock whose owner is gone. Renamed first: when two try, one of them gets it. */
function removeStale(lock, own) {
  const owner = pidIn(lock);
  if (owner === undefined || isAlive(owner)) return false;
  const taken = `${own}.stale`;
  try {
    renameSync(lock, taken);
  } catch {
    return false;
  }
  // In between, the other one may have locked: then it was a live lock that was renamed, and goes back.
  if (pidIn(taken) !== owner) tryLink(taken, lock);
  rmSync(taken, { force: true });
  return true;
}

function pidIn(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Runs the script with this process's terminal and signals, and ends as it ends. */
function runScript(script, args) {
  // Windows writes it "Path".
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const child = spawn(ownNode(), [join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, [path]: [join(root, "node_modules", ".bin"), process.env[path] ?? ""].join(delimiter) },
  });
  // The child decides when to end; until then this process stays, so that npm and the shell wait too.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm passes a SIGTERM on to its shell only, which dies of it and leaves this process behind.
  const parent = process.ppid;
  const watch = () => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  };
  if (process.env.npm_lifecycle_event) setInterval(watch, 1000).unref();
  child.once("error", (error) => fail(`${script} did not start: ${error.message}`));
  child.once("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`Node 20 or later is needed to start (found: ${process.versions.node}). Install it from https://nodejs.org`);
}
const [command, ...args] = process.argv.slice(2);
const script = scripts[command];
if (!script) fail(`usage: node scripts/bootstrap.mjs ${Object.keys(scripts).join("|")} [arguments]`);
if (!existsSync(join(root, script))) fail(`${command}: ${script} does not exist yet`);
if (startsSandbox(command, args)) checkTools();
await installPackages();
runScript(script, args);
