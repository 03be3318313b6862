import { type ClusterView, clusterView } from "./cluster-view.ts";
import { oidcJob, roleFor } from "./login.ts";
import { MOVE_ACTIONS, type MovingWishes, newMovingService } from "./moving-service.ts";
import { newNamespace } from "./namespaces.ts";
import { type ActionOptions, type ActionRun, runAction } from "./run-action.ts";
import { sandbox } from "./sandbox.ts";
import { tempFolder } from "./temp-folder.ts";

export type MoveScene = {
  cluster: ClusterView;
  /** Of the releases, and of nobody else. */
  namespace: string;
  /** The user's repository. */
  workspace: string;
  /** Of the migration file. */
  environment: string;
  /** Has ECS run another image of the service "orders"; gives it by digest. */
  runInEcs(tag: string): Promise<string>;
  /** Values of the service "orders" on the new side. */
  values(values: object): Promise<void>;
  /** Runs `switchover` as a job that logs in by OIDC. */
  switchover(inputs: Record<string, string>, options?: Omit<ActionOptions, "inputs">): Promise<ActionRun>;
  dns(inputs: Record<string, string>, options?: Omit<ActionOptions, "inputs">): Promise<ActionRun>;
  rollback(inputs?: Record<string, string>, options?: Omit<ActionOptions, "inputs">): Promise<ActionRun>;
};

export type MoveWishes = MovingWishes & {
  /** The `sub` of the jobs that may log in; left out, that of `switchover` and `rollback` of the scene. */
  subject?: string;
};

/** The service "orders", as it runs in ECS, in a repository that shall move it. */
export async function newMoveScene({ subject, ...wishes }: MoveWishes = {}): Promise<MoveScene> {
  const running = await sandbox();
  const { aws, tools } = running;
  const cluster = await clusterView();
  const namespace = newNamespace();
  const workspace = await tempFolder();
  const role = await roleFor(running, { actions: MOVE_ACTIONS, ...(subject ? { subject } : {}) });
  const id = namespace.replace(/^test-/, "");
  const { environment, runInEcs, values } = await newMovingService(
    { aws, id, namespace, workspace, roleArn: role.arn },
    wishes,
  );

  const run = (action: string, inputs: Record<string, string>, options: Omit<ActionOptions, "inputs"> = {}) =>
    runAction(action, {
      ...options,
      workspace,
      timeoutMs: 120_000,
      env: { ...oidcJob(running), ...options.env },
      inputs: { environment, services: "orders", ...inputs },
    });
  return {
    cluster,
    namespace,
    workspace,
    environment,
    runInEcs,
    values,
    switchover: (inputs, options) => run("switchover", { "helm-version": tools.helm4, ...inputs }, options),
    dns: (inputs, options) => run("actions/dns", inputs, options),
    rollback: (inputs = {}, options) => run("rollback", inputs, options),
  };
}
