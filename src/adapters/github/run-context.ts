/** Which workflow run this is, for records and links. Empty texts outside of GitHub. */
export type RunContext = {
  repository: string;
  commit: string;
  ref: string;
  actor: string;
  url: string;
};

/** Reads the run's context. The library that does it is large, so it is loaded while something else is waited for. */
export async function runContext(): Promise<RunContext> {
  const { context } = await import("@actions/github");
  const { sha, ref, actor, serverUrl, runId, runAttempt } = context;
  const repository = process.env.GITHUB_REPOSITORY ?? "";
  const url = runId ? `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt || 1}` : "";
  return { repository, commit: sha, ref, actor, url };
}
