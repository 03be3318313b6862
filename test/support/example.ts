import { type AccessObject, grantExampleAccess } from "../../sandbox/example/access.ts";
import { makeExampleRepository, type Workflow } from "../../sandbox/example/repository.ts";
import { type ExampleRun, runExample } from "../../sandbox/example/run.ts";
import type { WorkflowRun } from "../../sandbox/runner/act.ts";
import { newNamespace } from "./namespaces.ts";
import { sandbox } from "./sandbox.ts";
import { tempFolder } from "./temp-folder.ts";

/** Somebody who follows the examples: a repository with one workflow, a namespace, and a role that may deploy there. */
export type ExampleUser = {
  namespace: string;
  role: string;
  /** The repository's folder. */
  repository: string;
  run(options?: Partial<ExampleRun>): Promise<WorkflowRun>;
};

/** The secret ORDERS_DATABASE_PASSWORD of the repository: hard to quote, easy to find. */
export const PASSWORD = `p4ss "of" #orders: {it's}`;

/**
 * @param wishes.workflow a file of examples/
 * @param wishes.environment the one that the role trusts; left out it is that of examples/deploy.yml
 * @param wishes.change changes the workflow, as a user would
 * @param wishes.access changes what the cluster's administrator applies
 */
export async function exampleUser(wishes: {
  workflow: string;
  environment?: string;
  change?: (workflow: Workflow) => void;
  access?: (objects: AccessObject[]) => AccessObject[];
}): Promise<ExampleUser> {
  const { workflow, environment, change, access } = wishes;
  const namespace = newNamespace();
  const running = await sandbox();
  const role = await grantExampleAccess(running, {
    namespace,
    ...(environment ? { environment } : {}),
    ...(access ? { change: access } : {}),
  });
  const repository = await tempFolder();
  await makeExampleRepository(repository, { workflow, namespace, ...(change ? { change } : {}) });
  const secrets = { ORDERS_DATABASE_PASSWORD: PASSWORD };
  const run = (options: Partial<ExampleRun> = {}) =>
    runExample(running, { repository, workflow, role, secrets, timeoutMs: 120_000, ...options });
  return { namespace, role, repository, run };
}

/** The only job of an example. */
export function jobOf(workflow: Workflow): Workflow["jobs"][string] {
  const [job] = Object.values(workflow.jobs);
  if (!job) throw new Error("The workflow has no job.");
  return job;
}

/** The inputs of the step of that id. */
export function inputsOf(workflow: Workflow, id: string): Record<string, string> {
  const step = jobOf(workflow).steps.find((each) => each.id === id);
  if (!step?.with) throw new Error(`The workflow has no step ${id} with inputs.`);
  return step.with;
}

/** How a run ended, with its log where it is not as the test wants it. */
export function ended(run: WorkflowRun): { code: number | null; failed: string[]; log?: string } {
  const failed = run.steps.filter(({ result }) => result !== "success").map(({ id, stage }) => `${id} (${stage})`);
  return { code: run.code, failed, ...(run.code === 0 ? {} : { log: run.log }) };
}

/** The step's errors, as GitHub shows them beside the run. */
export function errorsOf(step: WorkflowRun["steps"][number]): string[] {
  return step.annotations.filter(({ level }) => level === "error").map(({ message }) => message);
}
