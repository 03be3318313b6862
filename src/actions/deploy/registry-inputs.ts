import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { dependencyRegistries } from "../../adapters/helm/chart-folder.ts";
import type { ChartReference } from "../../chart/chart-reference.ts";
import { basicAuth, type RegistryLogin, registryHost } from "../../chart/registry-config.ts";
import { masksFor, SHORTEST_MASK } from "../../values/secrets.ts";

/**
 * Reads `registry`, `registry-username` and `registry-password`; hides the password; adds what is wrong to `problems`.
 * `undefined` when they are not used, or not right.
 */
export function readRegistryInputs(
  io: ActionsIo,
  chart: ChartReference | undefined,
  problems: string[],
): RegistryLogin | undefined {
  const [registry, username, password] = [io.input("registry"), io.input("registry-username"), passwordInput(io)];
  if (registry === "" && username === "" && password === "") return undefined;
  if (username === "" || password === "") {
    const lacking = username === "" ? "registry-username" : "registry-password";
    problems.push(`${lacking}: missing; a login to a registry needs registry-username and registry-password`);
    return undefined;
  }
  io.hide(masksFor([basicAuth({ username, password })]));
  // The chart's own problem is told already.
  if (chart === undefined) return undefined;
  const host = hostFor(registry, registriesOf(chart));
  if (typeof host === "string") return { host, username, password };
  problems.push(host.problem);
  return undefined;
}

/** The OCI registries of a chart and, of a folder, of its dependencies. */
export function registriesOf(chart: ChartReference, dependencies: "all" | "missing" = "all"): string[] {
  const own = registryHost(chart.text);
  return [
    ...(own === undefined ? [] : [own]),
    ...(chart.kind === "folder" ? dependencyRegistries(chart.text, dependencies) : []),
  ];
}

function passwordInput(io: ActionsIo): string {
  const password = io.input("registry-password");
  if (password === "") return "";
  io.hide(masksFor([password]));
  if (password.length < SHORTEST_MASK) {
    io.log.warn(
      `registry-password: it has fewer than ${SHORTEST_MASK} characters and cannot be masked; do not print it`,
    );
  }
  return password;
}

function hostFor(registry: string, used: readonly string[]): string | { problem: string } {
  const bare = registry.replace(/^(oci|https?):\/\//, "").split("/")[0] ?? "";
  if (registry !== bare)
    return { problem: `registry: "${registry}" is not a host; write ${bare || "one such as ghcr.io"}` };
  const [first, ...others] = used;
  if (first === undefined) {
    return {
      problem:
        "registry-username: not used here, since neither the chart nor one of its dependencies is at an oci:// address; leave it out. For a chart repository write --username=… and --password=… in helm-args, or run helm repo add before",
    };
  }
  if (registry === "") {
    if (others.length === 0) return first;
    return { problem: `registry: missing; write which one the login is for: ${used.join(", ")}` };
  }
  if (used.includes(registry)) return registry;
  return {
    problem: `registry: nothing is pulled from ${registry}; write the host in the oci:// address: ${used.join(", ")}`,
  };
}
