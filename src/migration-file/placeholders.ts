/** What may stand in braces, and nothing else. */
export const PLACEHOLDERS = ["service", "environment"] as const;

export type PlaceholderValues = Record<(typeof PLACEHOLDERS)[number], string>;

const IN_BRACES = /\{([^{}]*)\}/g;

/** Every name in braces, known or not. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(IN_BRACES)].map(([, name]) => name ?? "");
}

/** Puts the names in. What is no placeholder stays. */
export function fillIn(text: string, values: PlaceholderValues): string {
  return text.replace(IN_BRACES, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof PlaceholderValues] : whole,
  );
}
