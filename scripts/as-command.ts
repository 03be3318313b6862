/** Ends the process as `work` ends: with 0 when it gives true, else with 1; what it throws is printed without its stack. */
export async function asCommand(work: () => boolean | Promise<boolean>): Promise<void> {
  try {
    if (!(await work())) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
