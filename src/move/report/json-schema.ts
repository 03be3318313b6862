import * as z from "zod";
import { reportSchema } from "./report-schema.ts";

/** Where programs get it: the version that the actions are used by. */
const REPORT_SCHEMA_ADDRESS = "https://raw.githubusercontent.com/casaone/k8s-migrate/v1/schema/move-report.schema.json";

/** The published schema of the report. */
export function reportJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(reportSchema, { target: "draft-7", io: "output" });
  return {
    ...schema,
    $id: REPORT_SCHEMA_ADDRESS,
    title: "k8s-migrate report",
    description: "What a phase of the move, or its rollback, did or would do.",
  };
}
