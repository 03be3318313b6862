/** Which workflow run this is, for records and links. Empty texts outside of GitHub. */
export type RunContext = {
  repository: string;
  commit: string;
  ref: string;
  actor: string;
  url: string;
};

export function runContext(): RunContext {
  const { GITHUB_REPOSITORY = "", GITHUB_SHA = "", GITHUB_REF = "", GITHUB_ACTOR = "" } = process.env;
  const { GITHUB_SERVER_URL = "", GITHUB_RUN_ID = "", GITHUB_RUN_ATTEMPT = "1" } = process.env;
  return {
    repository: GITHUB_REPOSITORY,
    commit: GITHUB_SHA,
    ref: GITHUB_REF,
    actor: GITHUB_ACTOR,
    url:
      GITHUB_RUN_ID === ""
        ? ""
        : `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/attempts/${GITHUB_RUN_ATTEMPT}`,
  };
}
