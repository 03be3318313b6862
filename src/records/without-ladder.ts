import { NEW, OLD } from "./ladder.ts";
import type { RecordSet } from "./record-set.ts";

/** The record sets as they were before `ladderSets` put weights on top of some; all others stay. */
export function withoutLadder(sets: readonly RecordSet[]): RecordSet[] {
  const isOnLadder = ({ name, type }: RecordSet) =>
    [OLD, NEW].every((member) =>
      sets.some((set) => set.name === name && set.type === type && set.setIdentifier === member),
    );
  return sets.flatMap((set) => {
    if (!isOnLadder(set) || (set.setIdentifier !== OLD && set.setIdentifier !== NEW)) return [set];
    if (set.setIdentifier === NEW) return [];
    const { setIdentifier: _, routing: __, ...simple } = set;
    return [simple];
  });
}
