/** Writes one line on stderr a step, such as `[sandbox] kube-apiserver v1.36.3: building (2 of 5) ...`. */
export function progress(text: string): void {
  process.stderr.write(`[sandbox] ${text}\n`);
}
