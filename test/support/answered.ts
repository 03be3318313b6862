/** Lines of the file that an answer fills in: a key, or an entry of a list, as a comment. */
const FILL = /^(\s*)# ( *(?:crons:$|(?:eks|release|image|container|target|probe|start|dns): [[{]|- \{).*)$/;

const ANSWERS: [RegExp, (count: number) => string][] = [
  [/aws-region: …/, () => "aws-region: us-west-2"],
  [/kind: …/, () => "kind: ingress"],
  [/cluster: …/, () => "cluster: shop"],
  [/chart: …/, () => "chart: charts/service"],
  [/namespace: …/, () => "namespace: commerce"],
  [/\["…"\]/, () => '["values.yaml"]'],
  [/"…"/, () => '"false"'],
  [/container: …/, () => "container: web"],
  [/path: …/, () => "path: /healthz"],
  [/role-to-assume: …/, () => "role-to-assume: arn:aws:iam::111122223333:role/dns"],
  [/(cronjob|deployment|name): …/, (count) => `$1: answer-${count}`],
];

/** The file with each answer written in, as a user would who says yes to everything. What it asks stays, as comments. */
export function answered(text: string): string {
  let count = 0;
  return text
    .split("\n")
    .map((line) => {
      const [, indent = "", fill] = FILL.exec(line) ?? [];
      if (fill === undefined) return line;
      count++;
      return `${indent}${ANSWERS.reduce((done, [open, answer]) => done.replace(open, answer(count)), fill)}`;
    })
    .join("\n");
}
