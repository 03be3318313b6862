/** Whether that is a time zone of the IANA database, such as `America/Los_Angeles` or `UTC`. */
export function isTimeZone(name: string): boolean {
  // Intl also takes offsets such as "+01:00"; Kubernetes does not.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
