import type { Change } from "@aws-sdk/client-route-53";
import type { BatchOutcome, RecordBatch } from "../../ports/record-sets.ts";
import { awsErrorName, awsReason } from "./aws-errors.ts";
import { callFailure } from "./call-failures.ts";
import { toRoute53 } from "./record-set-form.ts";
import type { Route53Calls } from "./route53-calls.ts";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html#API_ChangeResourceRecordSets_Errors */
const REFUSALS = new Set(["InvalidChangeBatch", "InvalidInput", "NoSuchHealthCheck", "NoSuchHostedZone"]);
const LONGEST_COMMENT = 256;

/** Sends a batch, once. Only what Route 53 has certainly not taken up is sent again. */
export async function sendBatch({ write }: Route53Calls, batch: RecordBatch): Promise<BatchOutcome> {
  const { zone, remove, create, comment } = batch;
  const changes: Change[] = [
    ...remove.map((set) => ({ Action: "DELETE" as const, ResourceRecordSet: toRoute53(set) })),
    ...create.map((set) => ({ Action: "CREATE" as const, ResourceRecordSet: toRoute53(set) })),
  ];
  const asked = { action: "route53:ChangeResourceRecordSets", operation: `change records of zone ${zone}` };
  return write(asked, async ({ sdk, client }): Promise<BatchOutcome> => {
    const ChangeBatch = { Changes: changes, Comment: comment.slice(0, LONGEST_COMMENT) };
    try {
      const answer = await client.send(new sdk.ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch }));
      const { Id } = answer.ChangeInfo ?? {};
      if (Id === undefined) return { state: "unknown", reason: "the answer names no change" };
      return { state: "made", change: Id.replace("/change/", "") };
    } catch (error) {
      return outcomeOf(error);
    }
  });
}

/** Throws on what is neither a refusal nor unknown. */
function outcomeOf(error: unknown): BatchOutcome {
  if (REFUSALS.has(awsErrorName(error))) return { state: "refused", reason: refusal(error) };
  if (callFailure(error) === "lost") return { state: "unknown", reason: awsReason(error) };
  throw error;
}

/** Of a batch that is wrong in several ways Route 53 tells all of them, in brackets. */
function refusal(error: unknown): string {
  const { messages = [], message } = error as { messages?: string[]; message: string };
  const text = messages.length > 0 ? messages.join(", ") : message.replace(/^\[(.*)\]$/s, "$1");
  return text === "" ? awsErrorName(error) : text;
}
