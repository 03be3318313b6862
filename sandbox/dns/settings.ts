/** What a test can say while the server runs. */
export type DnsSettings = {
  /** Accounts of the emulator whose zones and load balancers are served. Of two public zones of one name the first is. */
  accounts: string[];
  /** By address, the name servers that do not answer as they should: that answer with what was there before, or not at all. */
  nameServers: Record<string, "lags" | "silent">;
  /** See `View`. */
  delegations: Record<string, string[]>;
};
