import type { Probes } from "../../../src/ports/probes.ts";
import type { FakeServer } from "../../support/fakes/probes.ts";

export type Served = {
  address: string;
  port: number;
  /** The paths that it was asked for. */
  paths(): string[];
};

/** A network, real or in memory, as the contract's tests use it. */
export type Place = {
  probes: Probes;
  serve(server: FakeServer): Promise<Served>;
  /** An address at which nothing listens, and one that DNS does not know. */
  refusing(): Promise<{ address: string; port: number }>;
  unknownName(): string;
};
