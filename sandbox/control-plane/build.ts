import { run } from "../process/run.ts";
import { progress } from "../progress.ts";
import { type BinaryName, moduleFolder, type Program, sources } from "./programs.ts";

/** How long each took on two cores, in this order and from an empty build cache: what one shares with the next is built once. */
const usualSeconds: Record<BinaryName, number> = {
  kwok: 71,
  etcd: 9,
  "kube-apiserver": 96,
  "kube-controller-manager": 47,
  "kube-scheduler": 5,
};

/** Seconds that the builds of this run took, for what is left at this machine's speed. */
const tookSeconds = new Map<BinaryName, number>();

/**
 * Builds a program from the versions that go.mod and go.sum fix. A build that was interrupted goes on where Go's own build
 * cache left it.
 *
 * @param all the programs that this run makes, in order
 * @throws when Go is missing or too old, with what to install, or when the build fails
 */
export async function build({ name, version, file }: Program, all: BinaryName[]): Promise<void> {
  await checkGo();
  const step = `${name} ${version}`;
  progress(`${step}: building (${all.indexOf(name) + 1} of ${all.length})${timeLeft(name, all)} ...`);
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const ticking = setInterval(() => progress(`${step}: still building, ${seconds()} s so far`), 30_000);
  try {
    const flags = ["-mod=readonly", "-trimpath", "-ldflags", linkerFlags(version)];
    await run("go", ["build", ...flags, "-o", file, sources[name].module + sources[name].command], {
      cwd: moduleFolder,
      // Without cgo no C compiler is needed, and what is built does not depend on whether there is one.
      env: { CGO_ENABLED: "0", GOFLAGS: "" },
    });
  } finally {
    clearInterval(ticking);
  }
  tookSeconds.set(name, seconds());
  progress(`${step}: built in ${seconds()} s`);
}

/** Without its version in it the API server calls itself v0.0.0, and charts with a `kubeVersion` refuse it. */
function linkerFlags(version: string): string {
  const [major, minor] = version.slice(1).split(".");
  const values = { gitVersion: version, gitMajor: major, gitMinor: minor };
  const settings = Object.entries(values).map(([key, value]) => `-X k8s.io/component-base/version.${key}=${value}`);
  return ["-s", "-w", ...settings].join(" ");
}

function timeLeft(name: BinaryName, all: BinaryName[]): string {
  const left = sum(all.slice(all.indexOf(name)).map((each) => usualSeconds[each]));
  if (tookSeconds.size === 0) return `, about ${duration(left)} on two cores`;
  const usual = sum([...tookSeconds.keys()].map((each) => usualSeconds[each]));
  const expected = (left * sum([...tookSeconds.values()])) / usual;
  return expected < 5 ? "" : `, about ${duration(expected)} left`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

/** Go itself fetches a newer toolchain where its settings and the network let it. */
async function checkGo(): Promise<void> {
  await run("go", ["version"], { cwd: moduleFolder }).catch((error: Error) => {
    throw new Error(
      "The control plane has to be built, and that needs Go 1.26 or newer (go.mod says which). Install it from https://go.dev/doc/install, " +
        `or name a folder with the programs in K8S_MIGRATE_CONTROL_PLANE. (${error.message})`,
    );
  });
}
