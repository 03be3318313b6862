import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { UserError } from "../../errors.ts";
import { ECS_NAME, REGION, ROLE_ARN } from "../../migration-file/forms/aws-forms.ts";
import { OWN_NAME } from "../../migration-file/forms/names.ts";

export type InventoryInputs = {
  environment: string;
  region: string;
  clusters: string[];
  /** ARN; empty: the job's own credentials. */
  roleToAssume: string;
  /** ARN; empty: the login for ECS. */
  dnsRoleToAssume: string;
};

/** Reads all inputs of `inventory`. Fails with one `UserError` that lists every problem. */
export function readInventoryInputs(io: ActionsIo): InventoryInputs {
  const problems: string[] = [];
  const environment = io.input("environment");
  const region = io.input("aws-region") || process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || "";
  if (environment === "") problems.push("environment: missing; write what to call it, such as production");
  else if (!OWN_NAME.test(environment)) {
    problems.push(`environment: "${environment}" must be small letters, digits and "-"; write one such as production`);
  }
  if (region === "")
    problems.push("aws-region: missing; write the region of ECS, such as us-west-1, or set AWS_REGION");
  else if (!REGION.test(region)) problems.push(`aws-region: "${region}" is not a region; write one such as us-west-1`);
  const clusters = io.lines("clusters").map((line) => line.replace(/^arn:[\w-]+:ecs:[^:]*:\d*:cluster\//, ""));
  for (const name of clusters) {
    if (!ECS_NAME.test(name)) problems.push(`clusters: "${name}" is not a cluster's name; write one name a line`);
  }
  const roles = ["role-to-assume", "dns-role-to-assume"] as const;
  const [roleToAssume = "", dnsRoleToAssume = ""] = roles.map((name) => {
    const arn = io.input(name);
    if (arn !== "" && !ROLE_ARN.test(arn)) {
      problems.push(
        `${name}: "${arn}" is not a role's ARN; write one such as arn:aws:iam::111122223333:role/inventory`,
      );
    }
    return arn;
  });
  const error = UserError.fromProblems("Inputs of inventory:", problems);
  if (error) throw error;
  return { environment, region, clusters, roleToAssume, dnsRoleToAssume };
}
