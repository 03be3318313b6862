import type { Entry } from "../../journal/schema.ts";
import { isInWindow, nextWindow, type Window } from "../../migration-file/window.ts";
import { changesOf, type ServicePlan } from "../../move/change.ts";
import { rulesOf, type WritingPhase } from "../../move/phases.ts";
import { type Ready, readyOf, unwaited } from "../../move/waits.ts";

export type Timing = {
  phase: WritingPhase;
  /** Absent: at any time. */
  window?: Window | undefined;
  skipWait?: boolean;
};

type Planned = ServicePlan & { move: readonly Entry[] };

/** Why the phase cannot begin at this time; empty where it can, or has nothing to change. */
export function untimely(timing: Timing, plans: readonly Planned[], now: Date): string[] {
  const changing = plans.filter((plan) => changesOf(plan).length > 0);
  if (!rulesOf(timing.phase).isTimed || changing.length === 0) return [];
  const unready = timing.skipWait ? [] : changing.flatMap((plan) => notReady(plan, now));
  return [...unready, ...outsideOfWindow(timing.window, now)];
}

/** For which waits a phase does not wait although they are not over, in words: each has to be told. */
export function skippedWaits({ phase, skipWait }: Timing, plans: readonly Planned[], now: Date): string[] {
  if (!rulesOf(phase).isTimed || !skipWait) return [];
  return plans.flatMap(({ service, steps, move }) => {
    const ready = early(move, now);
    const waits = ready === undefined ? [] : [`does not wait until ${timeText(ready.at)}, as asked for: ${ready.why}`];
    const first = steps.flatMap((step) => (step.early ?? []).map((text) => `goes on, as asked for, although ${text}`));
    return [...first, ...waits].map((text) => `${service}: ${text}`);
  });
}

function notReady({ service, steps, move }: Planned, now: Date): string[] {
  const first = steps.flatMap((step) => (step.early ?? []).map((text) => `${service}: ${text}`));
  const cut = unwaited(move).map(
    (step) => `${service}: ${step} was cut off before it was known how long to wait: run it again first`,
  );
  const ready = early(move, now);
  if (ready === undefined) return [...first, ...cut];
  return [...first, ...cut, `${service}: is not ready before ${timeText(ready.at)}: ${ready.why}; run this again then`];
}

function early(move: readonly Entry[], now: Date): Ready | undefined {
  const ready = readyOf(move);
  return ready !== undefined && ready.at > now ? ready : undefined;
}

function outsideOfWindow(window: Window | undefined, now: Date): string[] {
  if (window === undefined || isInWindow(window, now)) return [];
  const { from, to } = nextWindow(window, now);
  const next = `it is open next from ${timeText(from)} to ${timeText(to)}`;
  return [`the window of the migration file is not open: ${window.text}; ${next}`];
}

function timeText(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
