type Entry = () => Promise<{ run(): Promise<void> }>;

/** Every program of the suite, by the name of its folder below dist. Each loads only what it needs. */
export const entries = {
  connect: () => import("./actions/connect/run.ts"),
  "connect-post": () => import("./actions/connect/post.ts"),
  deploy: () => import("./actions/deploy/run.ts"),
  "deploy-post": () => import("./actions/deploy/post.ts"),
  dns: () => import("./actions/dns/run.ts"),
  "dns-post": () => import("./actions/dns/post.ts"),
  "eks-credential": () => import("./actions/eks-credential/run.ts"),
  "inspect-release": () => import("./actions/inspect-release/run.ts"),
  "inspect-release-post": () => import("./actions/inspect-release/post.ts"),
  inventory: () => import("./actions/inventory/run.ts"),
  "post-render": () => import("./actions/post-render/run.ts"),
  rollback: () => import("./actions/rollback/run.ts"),
  "rollback-post": () => import("./actions/rollback/post.ts"),
  "rollback-release": () => import("./actions/rollback-release/run.ts"),
  "rollback-release-post": () => import("./actions/rollback-release/post.ts"),
  switchover: () => import("./actions/switchover/run.ts"),
  "switchover-post": () => import("./actions/switchover/post.ts"),
} satisfies Record<string, Entry>;

/** Runs one program to its end. It reports its own failure through the exit code. */
export async function main(entry: keyof typeof entries): Promise<void> {
  const { run } = await entries[entry]();
  await run();
}
