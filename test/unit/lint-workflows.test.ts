import { expect, test } from "@jest/globals";
import { withLocalActions } from "../../scripts/lint-workflows.ts";

test.each([
  ["uses: casaone/k8s-migrate/deploy@v1", "uses: ./deploy"],
  ["uses: 'casaone/k8s-migrate/actions/connect@v1' # login", "uses: './actions/connect' # login"],
  ["uses: casaone/k8s-migrate@v1", "uses: ./"],
  ["uses: casaone/k8s-migrate/.github/workflows/deploy.yml@v1", "uses: ./.github/workflows/deploy.yml"],
  ["uses: $/deploy", "uses: ./deploy"],
  ["uses: $/.github/workflows/deploy.yml", "uses: ./.github/workflows/deploy.yml"],
])("own action %s is read from its folder", (text, expected) => {
  expect(withLocalActions(`    - ${text}\n      with:`)).toBe(`    - ${expected}\n      with:`);
});

test.each([
  "uses: casaone/k8s-migrate-tools/deploy@v1",
  "uses: casaone/k8s-migrate/deploy@08c6903cd8c0fde910a37f88322edcfb5dd907a8",
  "uses: actions/checkout@v5",
  "run: echo $/deploy",
])("%s stays", (text) => {
  expect(withLocalActions(text)).toBe(text);
});
