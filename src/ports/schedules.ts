import type { EventRule, Schedule } from "../inventory/facts/schedules.ts";

/** Reads what starts things by time or event in one region. Every call fails with `MissingRight` where the login may not. */
export type Schedules = {
  /** Rules of the default event bus, the only one on which rules have schedules, without those that AWS services keep. */
  rules(): Promise<EventRule[]>;
  /** Schedules of all groups. Those that can start no task are told by their target only. */
  schedules(): Promise<Schedule[]>;
};
