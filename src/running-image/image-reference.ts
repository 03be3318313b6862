/** What an image is called without its tag and digest: `registry.example.com:5000/team/app` for `registry.example.com:5000/team/app:1.2`. */
export function repositoryOf(image: string): string {
  const [named = ""] = image.split("@");
  // A colon before the last slash is that of the registry's port: https://pkg.go.dev/github.com/distribution/reference
  return named.replace(/:[^/:]*$/, "");
}

/** The digest by which an image is named; `undefined` where it is named by a tag or by nothing. */
export function pinnedDigest(image: string): string | undefined {
  return image.split("@")[1];
}
