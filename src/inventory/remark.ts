/** A comment of the file. */
export type Remark = {
  /** What it says, in whole sentences. */
  text: string;
  /** It is for the user to decide, and counts as open. */
  open: boolean;
  /** The line that the answer fills in, where one does: it has `…` where something is to be written. */
  fill?: string;
};

export function question(text: string, fill?: string): Remark {
  return { text, open: true, ...(fill === undefined ? {} : { fill }) };
}

export function note(text: string): Remark {
  return { text, open: false };
}

/** Names in a sentence: "a, b and c", and of many the first and how many more there are. */
export function listed(names: readonly string[], most = 10): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
