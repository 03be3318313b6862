import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type KubeConfig, type KubernetesObject, KubernetesObjectApi, PatchStrategy } from "@kubernetes/client-node";
import { parseAllDocuments } from "yaml";
import { cached } from "../cache/cache.ts";
import { waitFor } from "../process/daemon.ts";
import { findExecutable, run } from "../process/run.ts";
import { progress } from "../progress.ts";
import { getText } from "./get-text.ts";

const version = "v1.6.3";

/**
 * Installs the standard channel of the Gateway API, whose definitions come from the Go module of the project.
 *
 * @returns false, with one line, when there is no Go to fetch the module with
 */
export async function installGatewayApi(config: KubeConfig): Promise<boolean> {
  if (!findExecutable("go")) {
    progress("Gateway API is left out: Go, which fetches its definitions, is not on PATH (https://go.dev/doc/install)");
    return false;
  }
  const folder = await cached("gateway-api", version, fetchDefinitions);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".yaml"));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const objects = texts.flatMap((text) =>
    parseAllDocuments(text).map((each) => each.toJS() as KubernetesObject | null),
  );
  const api = KubernetesObjectApi.makeApiClient(config);
  const apply = (object: KubernetesObject) =>
    api.patch(object, undefined, undefined, "k8s-migrate-sandbox", true, PatchStrategy.ServerSideApply);
  await Promise.all(
    objects
      .filter((object) => object?.kind === "CustomResourceDefinition")
      .map((object) => apply(object as KubernetesObject)),
  );
  await waitFor("the Gateway API to be served", () => isServed(config));
  return true;
}

/** kwok ends at once when a kind that it has stages for is not listed or not described yet; each kind is so by itself. */
async function isServed(config: KubeConfig): Promise<boolean> {
  const group = "/apis/gateway.networking.k8s.io/v1";
  const texts = await Promise.all([group, `/openapi/v3${group}`].map((path) => getText(config, path)));
  return texts.every((text) =>
    ["GatewayClass", "Gateway", "HTTPRoute"].every((kind) => text?.includes(`"kind":"${kind}"`)),
  );
}

async function fetchDefinitions(folder: string): Promise<void> {
  progress(`Gateway API ${version}: fetching its definitions ...`);
  const module = `sigs.k8s.io/gateway-api@${version}`;
  const { Dir } = JSON.parse(await run("go", ["mod", "download", "-json", module], { cwd: folder })) as { Dir: string };
  await cp(join(Dir, "config", "crd", "standard"), folder, { recursive: true });
}
