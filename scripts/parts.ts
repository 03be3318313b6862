/** A part of `npm test`: an npm script that ends with 0 when all is well. */
export type Part = {
  name: string;
  /** What follows `npm run`. */
  script: string[];
  about: string;
  /** Runs on the sandbox. */
  sandbox?: true;
  /** Not worth its time when one of these failed. */
  needs?: string[];
};

/** In the order in which they run: what finds most faults soonest comes first. */
const parts: Part[] = [
  { name: "lint", script: ["lint"], about: "format, rules, layers" },
  { name: "knip", script: ["knip"], about: "files, exports and packages that nothing uses" },
  { name: "docs", script: ["docs", "--", "--check"], about: "README tables and root action.yml" },
  { name: "types", script: ["typecheck"], about: "TypeScript" },
  { name: "unit", script: ["unit"], about: "rules and tools, no outside system" },
  { name: "dist", script: ["check-dist"], about: "a clean build gives what is committed" },
  { name: "dist-tests", script: ["dist-tests"], about: "the built actions as processes" },
  {
    name: "contract",
    script: ["contract"],
    about: "adapters on the real parts",
    sandbox: true,
    needs: ["types", "unit", "sandbox"],
  },
  {
    name: "e2e",
    script: ["e2e"],
    about: "workflows through the runner",
    sandbox: true,
    needs: ["types", "unit", "sandbox"],
  },
  { name: "workflows", script: ["lint:workflows"], about: "actionlint and zizmor" },
];

/**
 * Chooses parts by name, in their usual order; all for an empty list. With `sandbox`, the name of one to start, starting
 * it comes before the first part that runs on it.
 * @throws for a name that is none, with those that are
 */
export function chooseParts(names: string[], sandbox: string | undefined): Part[] {
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    const known = parts.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join("\n");
    throw new Error(`npm test has no part ${unknown.join(", ")}. The parts are\n${known}`);
  }
  const chosen = names.length === 0 ? parts : parts.filter((part) => names.includes(part.name));
  const at = chosen.findIndex((part) => part.sandbox);
  if (at < 0 || sandbox === undefined) return chosen;
  const script = ["sandbox", "--", "up", "--name", sandbox];
  return chosen.toSpliced(at, 0, { name: "sandbox", script, about: "starting it", needs: ["types", "unit"] });
}
