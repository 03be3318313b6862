import { memoryProbes } from "../../support/fakes/probes.ts";
import type { Place } from "./place.ts";

export function memoryPlace(): Place {
  const probes = memoryProbes();
  let port = 40_000;
  return {
    probes,
    async serve(server) {
      const place = { address: "127.0.0.1", port: ++port };
      probes.serve(place, server);
      const here = () => probes.asked().filter((request) => request.port === place.port);
      return { ...place, paths: () => here().map(({ path }) => path) };
    },
    async refusing() {
      const place = { address: "127.0.0.1", port: ++port };
      probes.refuse(place);
      return place;
    },
    unknownName() {
      probes.lackName("nowhere.invalid");
      return "nowhere.invalid";
    },
  };
}
