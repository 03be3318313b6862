const MISSING =
  /not found|manifest unknown|name unknown|name not known|no such (manifest|image|repository|tag)|does not exist/;
/** A registry that does not let us in says the same of images that are there; and what is down may come back. */
const UNSURE =
  /authoriz|authentic|denied|forbidden|credential|no such host|time(d )?out|deadline exceeded|connection|unavailable|too many requests|x509|certificate|internal server error|bad gateway/;

/**
 * Whether a pull failed because the registry has no such image, by the runtime's words. False where these leave room for
 * anything that may heal.
 */
export function isImageMissing(message: string): boolean {
  // Names of images and addresses may hold any of the words.
  const text = message
    .replace(/"[^"]*"/g, "")
    .replace(/\S*\/\S*/g, "")
    .toLowerCase();
  return MISSING.test(text) && !UNSURE.test(text);
}
