/** The platforms that we download Helm for, by the names in Helm's own file names. */
export type HelmPlatform =
  | "linux-amd64"
  | "linux-arm64"
  | "darwin-amd64"
  | "darwin-arm64"
  | "windows-amd64"
  | "windows-arm64";

const systems: ReadonlyMap<string, "linux" | "darwin" | "windows"> = new Map([
  ["linux", "linux"],
  ["darwin", "darwin"],
  ["win32", "windows"],
]);
const architectures: ReadonlyMap<string, "amd64" | "arm64"> = new Map([
  ["x64", "amd64"],
  ["arm64", "arm64"],
]);

/** Node's `process.platform` and `process.arch` in Helm's words; undefined where there is no Helm to download. */
export function helmPlatform(platform: string, arch: string): HelmPlatform | undefined {
  const system = systems.get(platform);
  const architecture = architectures.get(arch);
  return system && architecture ? `${system}-${architecture}` : undefined;
}

/** File name on the download site: "helm-v4.1.4-linux-amd64.tar.gz", for Windows ".zip". */
export function archiveName(version: string, platform: HelmPlatform): string {
  return `helm-v${version}-${platform}.${platform.startsWith("windows") ? "zip" : "tar.gz"}`;
}

/** Where the binary is in the archive: "linux-amd64/helm", "windows-amd64/helm.exe". */
export function binaryInArchive(platform: HelmPlatform): string {
  return `${platform}/${platform.startsWith("windows") ? "helm.exe" : "helm"}`;
}

/**
 * Reads a `.sha256sum` file as Helm publishes it: "<64 hex digits>  <file name>". Gives the sum in lower case, or
 * undefined when there is none for that file (an error page, another file's sum).
 */
export function parseSha256sum(text: string, fileName: string): string | undefined {
  for (const line of text.split("\n")) {
    const match = /^([0-9a-f]{64})(?:\s+\*?(\S+))?$/i.exec(line.trim());
    if (match?.[1] && (match[2] === undefined || match[2] === fileName)) return match[1].toLowerCase();
  }
  return undefined;
}
