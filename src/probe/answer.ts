export type ProbeAnswer = {
  status: number;
  /** Those that were asked for and are there, by their names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Its first 64 kB. */
  body: string;
  /** Whether there was more. */
  bodyIsCut: boolean;
};

/** Why there is no answer. */
export type ProbeFailure = {
  kind:
    | "refused"
    | "timed-out"
    | "name-not-found"
    | "reset"
    | "unreachable"
    | "certificate"
    | "tls"
    | "not-http"
    | "proxy"
    | "stopped"
    | "other";
  /** In words. */
  problem: string;
};

/** How much of a body is read. */
export const BODY_LIMIT = 64 * 1024;
