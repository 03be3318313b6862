import type { ScalableService } from "../inventory/facts/scaling.ts";

/** Reads how services scale in one region. Fails with `MissingRight` where the login may not. */
export type Scaling = {
  services(): Promise<ScalableService[]>;
};
