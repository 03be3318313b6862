import { expect, test } from "@jest/globals";
import { isImageMissing } from "../../../src/evidence/image-missing.ts";

test.each([
  // containerd: a tag that is not there
  'failed to pull and unpack image "docker.io/library/nginx:9": failed to resolve reference "docker.io/library/nginx:9": docker.io/library/nginx:9: not found',
  'Back-off pulling image "nginx:9": ErrImagePull: rpc error: code = NotFound desc = failed to resolve reference "docker.io/library/nginx:9": not found',
  // ECR: a repository that is not there
  "name unknown: The repository with name 'shop' does not exist in the registry with id '111122223333'",
  // CRI-O
  "reading manifest v9 in registry.example.com/shop: manifest unknown: manifest unknown",
  // Names that hold other words
  'failed to resolve reference "registry.example.com/timeout/denied:1": registry.example.com/timeout/denied:1: not found',
])("the image is not there: %s", (message) => {
  expect(isImageMissing(message)).toBe(true);
});

test.each([
  'failed to do request: Head "https://registry.example.com/v2/shop/manifests/1": dial tcp: lookup registry.example.com: no such host',
  'failed to resolve reference "registry.example.com/not found:1": dial tcp 10.0.0.1:443: i/o timeout',
  "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed",
  "unexpected status from HEAD request to https://registry.example.com/v2/: 503 Service Unavailable",
  "toomanyrequests: too many requests, not found in cache",
  'failed to authorize: failed to fetch oauth token: unexpected status: 404 Not Found: "not found"',
  "tls: failed to verify certificate: x509: certificate signed by unknown authority, root not found",
  'Back-off pulling image "registry.example.com/not-found:1"',
  "",
])("it may be there: %s", (message) => {
  expect(isImageMissing(message)).toBe(false);
});
