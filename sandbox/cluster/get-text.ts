import { get, type RequestOptions } from "node:https";
import { text } from "node:stream/consumers";
import type { KubeConfig } from "@kubernetes/client-node";

/** What the API server answers to a GET of this path by the kubeconfig's user; undefined when it does not answer with 200. */
export async function getText(config: KubeConfig, path: string): Promise<string | undefined> {
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  return new Promise((resolve, reject) => {
    const request = get(`${config.getCurrentCluster()?.server}${path}`, options, (response) => {
      text(response).then((body) => resolve(response.statusCode === 200 ? body : undefined), reject);
    });
    request.once("error", reject);
  });
}
