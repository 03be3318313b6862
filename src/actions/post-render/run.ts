import { postRender } from "../../adapters/helm/post-render-client.ts";
import { describeError } from "../../errors.ts";

/** What Helm starts as its post-renderer. Its argument is a settings file; what Helm rendered comes on stdin and goes back on stdout. */
export async function run(): Promise<void> {
  try {
    const rendered = await postRender(process.argv[2] ?? "", process.stdin);
    process.stdout.write(rendered);
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    process.exitCode = 1;
  }
}
