/** Whether arguments for `helm upgrade` make it take over values of the last revision, beside or in place of those that it is given. */
export function reusesValues(helmArguments: readonly string[]): boolean {
  const reuses = /^--(reuse-values|reset-then-reuse-values)(=|$)|^--reset-values=/;
  return helmArguments.some((argument) => reuses.test(argument));
}
