import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** In the order in which they are built: the small ones first, so that the time left is known early. */
export const binaryNames = ["kwok", "etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler"] as const;
export type BinaryName = (typeof binaryNames)[number];

/** Absolute paths of the programs. */
export type ControlPlane = Record<BinaryName, string>;

/** A program in the version that go.mod fixes, and the file that it shall become. */
export type Program = { name: BinaryName; version: string; file: string };

/** The folder of the Go module that the programs are built from. */
export const moduleFolder = import.meta.dirname;

/** The Go module and, in it, the command that a program is built from; the oldest major and minor version that will do. */
export const sources: Record<BinaryName, { module: string; command: string; oldest: [number, number] }> = {
  kwok: { module: "sigs.k8s.io/kwok", command: "/cmd/kwok", oldest: [0, 8] },
  etcd: { module: "go.etcd.io/etcd/server/v3", command: "", oldest: [3, 5] },
  "kube-apiserver": kubernetes("kube-apiserver"),
  "kube-controller-manager": kubernetes("kube-controller-manager"),
  "kube-scheduler": kubernetes("kube-scheduler"),
};

function kubernetes(name: string): { module: string; command: string; oldest: [number, number] } {
  return { module: "k8s.io/kubernetes", command: `/cmd/${name}`, oldest: [1, 35] };
}

/** The versions that go.mod requires, such as `v1.36.3`. */
export async function readVersions(): Promise<Record<BinaryName, string>> {
  const lines = (await readFile(join(moduleFolder, "go.mod"), "utf8"))
    .split("\n")
    .map((line) => line.trim().split(" "));
  const versions = binaryNames.map((name) => {
    const { module } = sources[name];
    const version = lines.find(([path, second]) => path === module && second?.startsWith("v"))?.[1];
    if (!version) throw new Error(`${moduleFolder}/go.mod does not require ${module}, which ${name} is built from.`);
    return [name, version];
  });
  return Object.fromEntries(versions);
}
