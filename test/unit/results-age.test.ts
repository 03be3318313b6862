import { expect, test } from "@jest/globals";
import { staleResults } from "../../scripts/results-age.ts";

const text = `<!-- startup -->
## startup

- \`npm run bench -- startup\`, 1.0 minutes
- commit aaaaaaaaaaaa, 2026-01-01T00:00Z
<!-- end of startup -->

## kills

- \`npm run drill -- kills\`, 20.0 minutes
- commit bbbbbbbbbbbb with changes, 2026-01-01T00:00Z
`;

test("results that are older than the code are named, with the command that renews them", () => {
  const since: Record<string, number> = { aaaaaaaaaaaa: 0, bbbbbbbbbbbb: 3 };
  expect(staleResults(text, (commit) => since[commit])).toEqual([
    "bench/RESULTS.md: kills is of bbbbbbbbbbbb, 3 commits of src/ ago. Anew: npm run drill -- kills --record",
  ]);
  expect(staleResults(text, () => undefined)).toHaveLength(2);
  expect(staleResults(text, () => 0)).toEqual([]);
});
