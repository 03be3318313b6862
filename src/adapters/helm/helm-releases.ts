import type { HelmPlatform } from "../../helm-version/archive.ts";
import type { HelmMajor } from "../../helm-version/helm-version.ts";

export type HelmRelease = { version: string; sha256: Partial<Record<HelmPlatform, string>> };

/**
 * What `helm-version: "4"` and `"3"` download, with the sha256 sums that Helm published for the archives. They are
 * compiled in, so that a mirror cannot choose them. No sum here is computed by us: each was found in two public places
 * at least, named below. A platform without two is left out, and its sum comes from the `.sha256sum` file then.
 */
export const helmReleases: Record<HelmMajor, HelmRelease> = {
  // All six: Lumovi/Lumovi scripts/helm.ts.
  // Linux and macOS also: release notes of helm/helm v4.3.0, as quoted in walnuts1018/infra#2809 and vtmocanu/uzi#1437.
  // Windows also: microsoft/winget-pkgs manifests/h/Helm/Helm/4.3.0/Helm.Helm.installer.yaml.
  4: {
    version: "4.3.0",
    sha256: {
      "linux-amd64": "86584a54def73570558f66f5111cc53dfed56689637ae32c1201205d494f54fb",
      "linux-arm64": "31c5794dd55c66a51e6b7d2e2ac7a114ae8b1de41ff1d9ba51748ac973b06a08",
      "darwin-amd64": "347a784877e0e20eac865e8d1c36a80f6bb0861d6f29abd34defb6570ef95d92",
      "darwin-arm64": "d3870437e1e95b67f8edbde964156c84a26503f560821d40c542441658934fba",
      "windows-amd64": "304ea163cce4d9ad14e189c01846c6a34de9cfdfe48536ae54b2e8ba7884e67c",
      "windows-arm64": "4a9eefa30d26eb73900a9a0f16e97eae678582172204db60cbd454c68acea246",
    },
  },
  // All: release notes of helm/helm v3.22.0.
  // Linux and macOS also: MuratAlkan06/ml-observability-system deploy/eks/demo.sh.
  // Windows amd64 also: mnh-14/BUET-PaaS monitoring/documentation/step-4.md.
  // Windows arm64 was found in the release notes only.
  3: {
    version: "3.22.0",
    sha256: {
      "linux-amd64": "1e4ab49e429626cf6c6958d914248b78c9730803c2751b87627e171dc800e7bb",
      "linux-arm64": "f14e804dfee240f55525b667488fe9adca349e63e00c9af634c0beb1421ac310",
      "darwin-amd64": "bd1d09f316558dda23698527859600936fed1371021ce0f2272d66b2fdcfa69c",
      "darwin-arm64": "4c9982a6cdeb458b60258df66b55398ca5b19293f6877faffe2909ad6f23dfe0",
      "windows-amd64": "899615865726d39f9b245e71e848c5bf4adc7ed33a8c43ede660facb48151b43",
    },
  },
};

/** The compiled-in sum of one archive; undefined when it is not in the table. */
export function knownSha256(version: string, platform: HelmPlatform): string | undefined {
  return Object.values(helmReleases).find((release) => release.version === version)?.sha256[platform];
}
