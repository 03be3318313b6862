import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import type { Aws } from "../../../sandbox/aws/clients.ts";
import { errorRates } from "../../../src/adapters/error-rates.ts";
import type { ErrorRates } from "../../../src/ports/error-rates.ts";
import type { Place } from "./place.ts";

export const REGION = "us-west-2";

export type RealPlace = Place & {
  /** A URL at which this answers. */
  serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string>;
  open(options?: { timeoutMs?: number; url?: string }): ErrorRates;
  close(): Promise<void>;
};

/** CloudWatch of an emulator, as root of an account, and servers on loopback. */
export function realPlace(aws: Aws): RealPlace {
  const { accessKeyId, secretAccessKey } = aws;
  const credentials = { accessKeyId, secretAccessKey };
  const client = new CloudWatchClient({ endpoint: aws.url, region: REGION, credentials });
  const servers: ReturnType<typeof createServer>[] = [];

  const open: RealPlace["open"] = ({ timeoutMs = 5000, url = aws.url } = {}) => {
    process.env.AWS_ENDPOINT_URL = url;
    return errorRates({ timeoutMs, login: (region) => ({ region, credentials: async () => credentials }) });
  };
  const serve: RealPlace["serve"] = async (answer) => {
    const server = createServer(answer);
    servers.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/rate`;
  };
  return {
    rates: open(),
    region: REGION,
    open,
    serve,
    async count(loadBalancer, ...minutes) {
      const Dimensions = [{ Name: "LoadBalancer", Value: loadBalancer.split(":loadbalancer/")[1] ?? "" }];
      const MetricData = minutes.flatMap(({ at, requests, balancerErrors, targetErrors }) =>
        Object.entries({
          RequestCount: requests,
          HTTPCode_ELB_5XX_Count: balancerErrors,
          HTTPCode_Target_5XX_Count: targetErrors,
        }).flatMap(([MetricName, Value]) =>
          Value === undefined ? [] : [{ MetricName, Value, Dimensions, Timestamp: at, Unit: "Count" as const }],
        ),
      );
      await client.send(new PutMetricDataCommand({ Namespace: "AWS/ApplicationELB", MetricData }));
    },
    url: async (rate) =>
      serve((_request, response) => {
        if (rate === "fails") response.writeHead(500).end("no");
        else if (rate === undefined) response.writeHead(204).end();
        else response.end(JSON.stringify({ errorRate: rate.rate, requests: rate.requests }));
      }),
    async close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
