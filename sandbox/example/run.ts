import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { requestUrlWith } from "../oidc/oidc.ts";
import { runWorkflow, type WorkflowOptions, type WorkflowRun } from "../runner/act.ts";
import type { Sandbox } from "../sandbox.ts";
import { checkout, shop, subjectOf } from "./files.ts";
import { type Workflow, workflowFile } from "./repository.ts";

type Passed = "repository" | "inputs" | "payload" | "secrets" | "insecureSecrets" | "onLine" | "timeoutMs" | "signal";

export type ExampleRun = Pick<WorkflowOptions, Passed> & {
  /** Its file's name, as in examples/. */
  workflow: string;
  event?: string;
  /** The variable DEPLOY_ROLE. */
  role: string;
  /** Added to the environment, as `env` of the workflow. */
  env?: Record<string, string>;
  /** Folders that come first on PATH; Helm 4 and kubectl of the sandbox when left out. */
  path?: string[];
};

/**
 * Runs a workflow of a repository that `makeExampleRepository` made, with this checkout's actions, as GitHub would: the
 * job's OIDC token names its environment, AWS is the sandbox's.
 */
export async function runExample(sandbox: Sandbox, options: ExampleRun): Promise<WorkflowRun> {
  const { role, env, workflow, event = "push", path = [join(sandbox.folder, "bin")], ...rest } = options;
  const file = workflowFile(workflow);
  const content = parse(await readFile(join(options.repository, file), "utf8")) as Workflow;
  return runWorkflow({
    ...rest,
    workflow: file,
    event,
    path,
    suite: checkout,
    name: shop.name,
    vars: { DEPLOY_ROLE: role },
    env: {
      AWS_ENDPOINT_URL: sandbox.aws.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: requestUrlWith(sandbox.oidc, { sub: subjectOf(environmentOf(content)) }),
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: sandbox.oidc.requestToken,
      ...env,
    },
  });
}

/** The environment of the workflow's job. */
function environmentOf(workflow: Workflow): string | undefined {
  const [job] = Object.values(workflow.jobs);
  return typeof job?.environment === "object" ? job.environment.name : job?.environment;
}
