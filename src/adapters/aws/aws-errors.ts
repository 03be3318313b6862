/** What AWS says, without the SDK's stack of wrappers: `AccessDeniedException: User … is not authorized to …`. */
export function awsReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.message || ((error as { code?: string }).code ?? "no message");
  return error.name === "Error" || text.startsWith(error.name) ? text : `${error.name}: ${text}`;
}

/** The error's name as AWS gives it, such as `ResourceNotFoundException`. */
export function awsErrorName(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
