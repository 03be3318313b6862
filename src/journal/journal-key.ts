/** Whose journal it is: there is one for each service and environment. */
export type JournalKey = { environment: string; service: string };
