import type { ErrorRate, ErrorRates } from "../../../src/ports/error-rates.ts";
import type { Counted } from "../../support/fakes/error-rates.ts";

/** Where error rates are read, real or in memory, as the contract's tests use it. */
export type Place = {
  rates: ErrorRates;
  region: string;
  count(loadBalancer: string, ...minutes: Counted[]): Promise<void>;
  /** @returns a URL that answers so; `fails`: that it cannot */
  url(rate: ErrorRate | undefined | "fails"): Promise<string>;
};
