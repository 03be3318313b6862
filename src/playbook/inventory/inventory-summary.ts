import type { DraftService } from "../../inventory/draft.ts";
import { code, folded, table } from "../report/markdown.ts";
import type { Inventory } from "./take-inventory.ts";

/** A summary holds 1 MiB at most: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary */
const MOST_TEXT = 500_000;
const MOST_QUESTIONS = 200;

/** The job summary of an inventory, as Markdown: what there is, what is open, what to do next, and the file. */
export function inventorySummary({ draft, text, questions }: Inventory): string {
  const { services, environment, region } = draft;
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  const parts = [
    `### 📋 ${count(services.length, "service")} on ECS in ${region}, ${count(questions.length, "open question")}`,
    table(
      ["Service", "In ECS", "Tasks", "Image", "Load balancer", "Records", "Cron jobs", "Scaling"],
      services.map(row),
    ),
    "#### Open questions",
    questions.length === 0 ? "None." : questionList(questions),
    "#### Next",
    [
      "1. Save the file below as `.github/k8s-migrate.yml`. It is also at the path in the output `file`.",
      "2. Answer what its lines with `QUESTION` ask.",
      `3. Look at the plan before anything is done: \`switchover\` with \`environment: ${environment}\`, \`phase: prepare\` and \`dry-run: true\`.`,
    ].join("\n"),
    text.length > MOST_TEXT
      ? "The file is too long to be shown here."
      : folded(".github/k8s-migrate.yml", text.trimEnd()),
  ];
  return `${parts.join("\n\n")}\n`;
}

function row({ name, ecs, facts, records, crons }: DraftService): string[] {
  return [
    name,
    `${ecs.cluster}/${ecs.service}`,
    facts.tasks,
    code(facts.image),
    facts.loadBalancers.join("\n") || "none",
    records.map((record) => record.name).join("\n"),
    crons.map(({ stop }) => Object.values(stop).join("")).join("\n"),
    facts.scaling,
  ];
}

/** Each question once, with all places where it is asked. */
function questionList(questions: Inventory["questions"]): string {
  const asked = [...Map.groupBy(questions, ({ text }) => text)];
  const more = asked.length - MOST_QUESTIONS;
  return [
    table(
      ["Place", "Question"],
      asked.slice(0, MOST_QUESTIONS).map(([text, same]) => [placesOf(same.map(({ place }) => place)), text]),
    ),
    ...(more > 0 ? [`And ${more} more in the file.`] : []),
  ].join("\n\n");
}

function placesOf(places: readonly string[]): string {
  const [first = "", ...others] = places;
  if (first === "") return "end of the file";
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
