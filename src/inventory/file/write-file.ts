import { Document, type Scalar, type YAMLMap } from "yaml";
import type { Draft, DraftService } from "../draft.ts";
import { note, question, type Remark } from "../remark.ts";
import { asComment, commentLines } from "./comment-lines.ts";
import { addRemarks, inOneLine, serviceContent } from "./write-service.ts";

const EKS = question("Which EKS cluster do these services move to?", "eks: { aws-region: …, cluster: … }");
const OPTIONAL = note(
  "There may also be: role-to-assume in ecs, eks and dns, where the job's own login may not change things; state: { s3: { bucket: … } }, to keep the journal outside of EKS, as is better for production; window, outside of which the switch is refused.",
);
const RELEASE = question(
  "Which chart deploys these services, into which namespace, with which values files? What one service has differently goes there.",
  'release: { chart: …, namespace: …, value-files: ["…"] }',
);
const VALUES_PATH = note("Where in the chart's values the image goes, if it is not there:\nvalues-path: image");

export type OpenQuestion = { /** Where in the file: `services.orders.records`. */ place: string; text: string };
export type WrittenFile = { text: string; questions: OpenQuestion[] };

/** The file, with its remarks as comments where they belong, and its questions in their order. */
export function writeFile(draft: Draft): WrittenFile {
  const document = new Document(content(draft));
  const at = (...path: string[]) => document.getIn(path) as YAMLMap;
  const { environment, services } = draft;
  const ofEnvironment = [EKS, ...dns(draft), OPTIONAL];
  document.commentBefore = asComment(head(draft));
  inOneLine(at("environments", environment, "ecs"));
  at("environments", environment).comment = asComment(commentLines(ofEnvironment));
  at("defaults", "image").comment = asComment(VALUES_PATH.text.split("\n"));
  at("defaults").comment = asComment(commentLines([RELEASE]));
  for (const service of services) addRemarks(at("services", service.name), service);
  for (const { key } of at("services").items.slice(1)) (key as Scalar).spaceBefore = true;
  document.comment = asComment(commentLines(draft.remarks));
  return {
    text: document.toString({ lineWidth: 0 }),
    questions: [
      ...open(`environments.${environment}`, ofEnvironment),
      ...open("defaults", [RELEASE]),
      ...services.flatMap(openOf),
      ...open("", draft.remarks),
    ],
  };
}

function head({ region, environment }: Draft): string[] {
  return [
    `What runs on ECS in ${region}, as environment ${environment}: a first file, by k8s-migrate/actions/inventory.`,
    "Each QUESTION is yours: write the answer in place of each … in the line below it, take that line's # away, and delete",
    "the question. Then save the file as .github/k8s-migrate.yml.",
  ];
}

function dns({ dnsRole }: Draft): Remark[] {
  if (dnsRole === undefined) return [];
  return [
    question(
      `The hosted zones were read by the role ${dnsRole}. Which role may change them?`,
      "dns: { role-to-assume: … }",
    ),
  ];
}

function content({ environment, region, cluster, services }: Draft): object {
  const ecs = { "aws-region": region, ...(cluster === undefined ? {} : { cluster }) };
  return {
    version: 1,
    environments: { [environment]: { ecs } },
    defaults: { image: { from: "ecs" } },
    services: Object.fromEntries(services.map((each) => [each.name, serviceContent(each, cluster === undefined)])),
  };
}

function openOf({ name, remarks, records, crons }: DraftService): OpenQuestion[] {
  const place = `services.${name}`;
  return [
    ...open(place, remarks.service),
    ...open(`${place}.image`, remarks.image),
    ...open(`${place}.records`, remarks.records),
    ...records.flatMap((record) => open(`${place}.records, ${record.name}`, record.remarks)),
    ...open(`${place}.probe`, remarks.probe),
    ...crons.flatMap(({ stop, remarks: about }) => open(`${place}.crons, ${Object.values(stop).join("")}`, about)),
    ...open(`${place}.crons`, remarks.crons),
  ];
}

function open(place: string, remarks: readonly Remark[]): OpenQuestion[] {
  return remarks.filter((remark) => remark.open).map(({ text }) => ({ place, text }));
}
