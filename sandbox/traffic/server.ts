import { writeFileSync } from "node:fs";
import { serveControl } from "../process/control.ts";
import { makeAuthority } from "./certificate.ts";
import { watchEndpoints } from "./endpoints.ts";
import type { SideName, TrafficChanges, TrafficRequest, TrafficSettings } from "./settings.ts";
import { startSide } from "./side.ts";

// A process of its own: the old and the new load balancer. Settings: PORT and CONTROL_PORT; OLD and NEW, the addresses; HOSTS, the
// names of certificates, separated by commas; CA_FILE, written here; CLUSTER, a kubeconfig, or nothing.

const { PORT, CONTROL_PORT, OLD = "", NEW = "", HOSTS = "", CA_FILE = "", CLUSTER = "" } = process.env;
const port = Number(PORT);

const usual = { hosts: {}, certificates: HOSTS.split(","), keepAliveSeconds: 3600 };
const atStart: TrafficSettings = { old: usual, new: usual, services: {} };
let settings = atStart;
let requests: TrafficRequest[] = [];

const authority = makeAuthority("k8s-migrate sandbox");
writeFileSync(CA_FILE, authority.cert);
const isReady = CLUSTER ? await watchEndpoints(CLUSTER) : () => false;

function refusalOfNew(host: string): 404 | 503 | undefined {
  const service = settings.services[host];
  if (service === undefined) return 404;
  return service === "ready" || isReady(service) ? undefined : 503;
}

const side = (name: SideName, refusal: (host: string) => 404 | 503 | undefined) => ({
  name,
  authority,
  refusal,
  settings: () => settings[name],
  onRequest: (request: TrafficRequest) => void requests.push(request),
});
await Promise.all([
  startSide(
    { address: OLD, port },
    side("old", () => undefined),
  ),
  startSide({ address: NEW, port }, side("new", refusalOfNew)),
]);

serveControl(Number(CONTROL_PORT), {
  "GET /settings": () => settings,
  "PUT /settings": (sent) => {
    const changed = sent as TrafficChanges;
    settings = {
      old: { ...settings.old, ...changed.old },
      new: { ...settings.new, ...changed.new },
      services: { ...settings.services, ...changed.services },
    };
  },
  "DELETE /settings": () => {
    settings = atStart;
    requests = [];
  },
  "GET /requests": () => requests,
  // In the form that an error rate's URL has to give: of the last minute, or of `seconds`.
  "GET /error-rate": (_, query) => {
    const from = Date.now() - Number(query.get("seconds") ?? 60) * 1000;
    const counted = requests.filter((each) => each.at >= from && each.side === (query.get("side") ?? "new"));
    const failed = counted.filter(({ status }) => status >= 500);
    return { errorRate: counted.length === 0 ? 0 : failed.length / counted.length, requests: counted.length };
  },
});
