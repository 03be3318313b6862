/** Jest reporter: ends the run of a part with the one line that CI counts, e.g. `unit: 12 passed, 0 failed`. */
export default class Tally {
  onRunComplete(contexts, result) {
    const parts = new Set([...contexts].map((context) => context.config.displayName?.name));
    const part = parts.size === 1 ? [...parts][0] : "tests";
    // A file that could not be loaded has no failed test of its own, and would count as nothing.
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    const skipped = result.numPendingTests + result.numTodoTests;
    process.stdout.write(
      `\n${part}: ${result.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
    );
  }
}
