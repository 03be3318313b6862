import type { Remark } from "./remark.ts";

/** The file before it is written: what is known, with remarks at the places where they belong. */
export type Draft = {
  environment: string;
  region: string;
  /** The cluster of all services; absent where there are several. */
  cluster?: string;
  /** The role that read the hosted zones, where it is another one. */
  dnsRole?: string;
  services: DraftService[];
  /** About no service, or about several. */
  remarks: Remark[];
};

export type DraftService = {
  /** Its name in the file. */
  name: string;
  /** In ECS. */
  ecs: { service: string; cluster: string };
  container?: string;
  records: DraftRecord[];
  probe?: { path: string; status?: number | string | (number | string)[] };
  crons: DraftCron[];
  remarks: {
    /** About the service as a whole. */
    service: Remark[];
    image: Remark[];
    records: Remark[];
    probe: Remark[];
    crons: Remark[];
  };
  /** For people, in the summary. */
  facts: { image: string; tasks: string; loadBalancers: string[]; scaling: string };
};

export type DraftRecord = {
  name: string;
  zone?: string;
  /** Its types and how it is routed, for people. */
  about: string;
  remarks: Remark[];
};

export type DraftCron = {
  stop: { rule: string } | { schedule: string };
  /** When it runs, as AWS says it. */
  about: string;
  remarks: Remark[];
};
