import * as z from "zod";
import { PHASES } from "../phases.ts";
import { MOVE_STATES } from "../state.ts";

/** Fields may be added to a version. One that goes or gets another meaning makes the next one. */
export const REPORT_VERSION = 1;

/** As `Date.toISOString` writes it. */
const time = z.iso.datetime().describe("RFC 3339, UTC.");
const words = z.string();

const image = z
  .json()
  .meta({ id: "image", description: "What is there; null: nothing. Values of environment variables are left out." });

const changeSchema = z
  .strictObject({
    target: z.string().describe("What is written to, by a name that is the same in each run."),
    words: words.describe("What is done, in words."),
    before: image,
    after: image,
    outcome: z
      .enum(["planned", "made", "found-made", "failed", "not-begun"])
      .describe("What became of it. `found-made`: made by an earlier run that was cut off."),
  })
  .describe("One write to the world.");

const stepSchema = z.strictObject({
  step: z.string().describe("Its id, such as `deploy-suspended`."),
  title: words.describe("What it is, in words."),
  changes: z.array(changeSchema).describe("In the order in which they are made."),
  already: z.array(words).describe("What was so already."),
  problems: z.array(words).describe("Why it cannot be done now, each with what to do."),
  warnings: z.array(words).describe("What whoever reads the plan should know."),
  verified: words.nullable().describe("What was found true after its changes; null where it did not come that far."),
});

const eventSchema = z
  .strictObject({
    from: time,
    to: time,
    step: z.string(),
    words,
    outcome: z.enum(["made", "found-made", "failed", "verified"]),
  })
  .describe("Something that was done in this run.");

const serviceSchema = z.strictObject({
  service: z.string(),
  state: z.enum(MOVE_STATES).describe("How far its move is."),
  readyAt: time.nullable().describe("Before this the next phase refuses; null: nothing is to be waited for."),
  failure: words.nullable().describe("Why it stopped; null where it did not."),
  heldBy: z
    .string()
    .nullable()
    .describe("The other run that holds its lock: an address, or a name; null where none does."),
  steps: z.array(stepSchema).describe("In the order in which they are done."),
  events: z.array(eventSchema).describe("In the order in which they were done."),
});

/** The report of a phase as JSON: for programs, and what the job summary is made from. */
export const reportSchema = z.strictObject({
  schemaVersion: z.literal(REPORT_VERSION),
  tool: z.strictObject({ name: z.literal("k8s-migrate"), version: z.string() }).describe("What made this report."),
  run: z
    .strictObject({
      actor: z.string().describe("Who started it, as GitHub says."),
      url: z.string().describe("Address of the workflow run; empty where there is none."),
    })
    .describe("The run that this report is of."),
  reportedAt: time,
  phase: z.enum(PHASES),
  environment: z.string(),
  dryRun: z.boolean().describe("Whether nothing was to be written. `status` never writes."),
  result: z
    .enum(["planned", "done", "failed"])
    .describe("`planned`: nothing was written, as asked for: a dry run, or `status`."),
  state: z.enum(MOVE_STATES).describe("That of the least advanced service."),
  readyAt: time.nullable().describe("The latest of its services; null: nothing is to be waited for."),
  next: words.nullable().describe("What to run to get on; null where there is nothing to do."),
  back: words.nullable().describe("What to run to get back; null where there is nothing to take back."),
  planHash: z.string().nullable().describe("For the input `plan-hash`; null for `status`, which plans nothing."),
  journals: z.string().describe("Where the journals are."),
  services: z.array(serviceSchema),
});

export type MoveReport = z.infer<typeof reportSchema>;
export type ReportedService = MoveReport["services"][number];
export type ReportedEvent = ReportedService["events"][number];
export type ReportedStep = ReportedService["steps"][number];
export type ReportedChange = ReportedStep["changes"][number];
