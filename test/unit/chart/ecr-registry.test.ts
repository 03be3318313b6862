import { expect, test } from "@jest/globals";
import { ecrRegistry } from "../../../src/chart/ecr-registry.ts";

test.each([
  ["111122223333.dkr.ecr.us-west-2.amazonaws.com", "us-west-2"],
  ["111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com", "us-gov-west-1"],
  ["111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn", "cn-north-1"],
  ["111122223333.dkr-ecr.us-west-2.on.aws", "us-west-2"],
  ["111122223333.dkr-ecr-fips.us-east-1.on.aws", "us-east-1"],
  ["111122223333.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn", "cn-north-1"],
])("%s is ECR in %s", (host, region) => {
  expect(ecrRegistry(host)).toEqual({ host, account: "111122223333", region });
});

test.each([
  "public.ecr.aws",
  "ghcr.io",
  "1111.dkr.ecr.us-west-2.amazonaws.com",
  "111122223333.dkr.ecr.us-west-2.amazonaws.com.example.com",
  "x.111122223333.dkr.ecr.us-west-2.amazonaws.com",
  "111122223333.dkr.ecr.us-west-2.amazonaws.com:8443",
])("%s is not", (host) => {
  expect(ecrRegistry(host)).toBeUndefined();
});
