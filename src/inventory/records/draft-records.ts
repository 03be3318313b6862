import { isRecordName } from "../../migration-file/forms/names.ts";
import { keptByExternalDns } from "../../records/external-dns.ts";
import type { DraftRecord } from "../draft.ts";
import type { RecordSet, Zone } from "../facts/record-sets.ts";
import { sorted, sortedTexts } from "../facts.ts";
import { listed, note, question, type Remark } from "../remark.ts";
import type { ReachingName } from "./reaching-names.ts";
import type { OwnName } from "./share-out.ts";

export type DraftedRecords = { records: DraftRecord[]; remarks: Remark[] };

const TARGET = "Which ingress, http-route, service or host answers for this name in EKS?";
const MOVED = new Set(["A", "AAAA", "CNAME"]);

/** Drafts the records of services. Knows of all zones which name is in several, and what external-dns keeps. */
export function recordDrafter(zones: readonly Zone[]): (own: readonly OwnName[]) => DraftedRecords {
  const inZones = namesInZones(zones);
  const owners = new Map(zones.map((zone) => [zone.id, keptByExternalDns(zone).owners]));
  return (own) => {
    const drafted: DraftedRecords = { records: [], remarks: [] };
    for (const { name, followers } of sorted(own, (each) => `${each.name.name} ${each.name.zone.id}`)) {
      const hindrance = cannotMove(name);
      if (hindrance !== undefined) {
        drafted.remarks.push(question(hindrance));
        continue;
      }
      const isAmbiguous = (inZones.get(name.name) ?? 0) > 1;
      drafted.records.push({
        name: name.name,
        ...(isAmbiguous ? { zone: name.zone.id } : {}),
        about: about(name, isAmbiguous),
        remarks: [
          ...followersOf(name, followers),
          ...doubts(name, owners.get(name.zone.id)?.get(name.name)),
          question(TARGET, "target: { kind: …, name: … }"),
        ],
      });
    }
    return drafted;
  };
}

/** Why nobody but its keeper can switch a name, or the file cannot hold it. */
function cannotMove({ name, zone, there }: ReachingName): string | undefined {
  const from = `${name} (zone ${zone.id})`;
  if (zone.keptBy !== undefined)
    return `${from} leads here, but only ${zone.keptBy} can change that zone. Who calls that name?`;
  const policy = there.find(({ trafficPolicy }) => trafficPolicy !== undefined)?.trafficPolicy;
  if (policy !== undefined) {
    return `${from} leads here by the traffic policy instance ${policy}, which has to be changed where it was made. How will it move?`;
  }
  if (!there.some(({ type }) => MOVED.has(type))) {
    return `${from} leads here by ${listed(sortedTexts(there.map(({ type }) => type)))} records only, which are not moved. How will they?`;
  }
  if (!isRecordName(name))
    return `${JSON.stringify(name)} leads here, but is no name that can stand in this file. How will it move?`;
  return undefined;
}

function about({ there, zone }: ReachingName, isAmbiguous: boolean): string {
  const types = sortedTexts(there.filter(({ type }) => MOVED.has(type)).map(({ type }) => type)).join(", ");
  const routing = sortedTexts(there.flatMap((set) => set.routing ?? [])).join(", ");
  const members = sortedTexts(there.flatMap(({ member }) => member ?? []));
  return [
    types,
    ...(routing === "" ? [] : [`${routing}: ${listed(members)}`]),
    ...(isAmbiguous ? [`${zone.isPrivate ? "private" : "public"} zone ${zone.name}`] : []),
  ].join("; ");
}

function followersOf({ name }: ReachingName, followers: readonly ReachingName[]): Remark[] {
  const names = sortedTexts(followers.map((each) => each.name)).filter((each) => each !== name);
  if (names.length === 0) return [];
  return [
    note(
      `${listed(names)} ${names.length === 1 ? "leads" : "lead"} to this name, and so ${names.length === 1 ? "follows" : "follow"} it. Where clients call ${names.length === 1 ? "that" : "those"}, probe may need it as its host.`,
    ),
  ];
}

/** What is to be decided before such a name is switched. */
function doubts(name: ReachingName, owner: string | undefined): Remark[] {
  const remarks: Remark[] = [];
  const elsewhere = name.elsewhere.filter(({ type }) => MOVED.has(type));
  if (elsewhere.length > 0) {
    remarks.push(
      question(
        `Not all of this name leads to ECS: ${listed(sortedTexts(elsewhere.map(setName)))} go elsewhere. Do they stay as they are?`,
      ),
    );
  }
  const hints = sortedTexts(name.sets.filter(({ type }) => !MOVED.has(type)).map(({ type }) => type));
  if (hints.length > 0) {
    remarks.push(
      question(
        `This name has ${listed(hints)} records too, which may hold addresses of the old side. What becomes of them?`,
      ),
    );
  }
  if (owner !== undefined) {
    remarks.push(
      question(
        `external-dns (owner ${owner}) keeps this record and would put it back. Which external-dns is it, and when does it let go?`,
      ),
    );
  }
  if (name.name.startsWith("*.")) {
    remarks.push(
      question("A wildcard switches every name below it that has no record of its own. Are all of them meant?"),
    );
  }
  return remarks;
}

function setName({ type, member, routing }: RecordSet): string {
  return member === undefined ? type : `${type} ${member} (${routing ?? "routing unknown"})`;
}

/** In how many zones each name has records that move. */
function namesInZones(zones: readonly Zone[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const zone of zones) {
    const names = new Set(zone.records.filter(({ type }) => MOVED.has(type)).map(({ name }) => name));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
