import { expect, test } from "@jest/globals";
import { awsAdvice, trustAdvice, webIdentityAdvice } from "../../../src/advice/aws-advice.ts";

// AWS's own words: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html

const user =
  "User: arn:aws:sts::111122223333:assumed-role/deploy/run is not authorized to perform: eks:DescribeCluster";
const shop = "on resource: arn:aws:eks:us-west-2:111122223333:cluster/shop";

test.each([
  [
    "AccessDeniedException",
    `${user} ${shop} because no identity-based policy allows the eks:DescribeCluster action`,
    'allow eks:DescribeCluster on this cluster for the role, by {"Effect":"Allow","Action":"eks:DescribeCluster","Resource":"arn:aws:eks:us-west-2:111122223333:cluster/shop"} in a policy of deploy',
  ],
  [
    "AccessDeniedException",
    `${user} ${shop} with an explicit deny in a service control policy`,
    "take the deny of eks:DescribeCluster out of the service control policy that AWS names",
  ],
  [
    "AccessDeniedException",
    `${user} ${shop} with an explicit deny in a VPC endpoint policy`,
    "take the deny of eks:DescribeCluster out of the VPC endpoint policy that AWS names",
  ],
  ...["service control policy", "permissions boundary", "session policy", "VPC endpoint policy"].map(
    (limit): [string, string, string] => [
      "AccessDeniedException",
      `${user} ${shop} because no ${limit} allows the eks:DescribeCluster action`,
      `let the ${limit} allow eks:DescribeCluster: that deploy may do it by its own policies is not enough`,
    ],
  ),
  ["AccessDenied", "Access denied", "allow it to the role, or the user, whose credentials the job has"],
  [
    "ExpiredTokenException",
    "The security token included in the request is expired",
    'the job\'s AWS session has ended: log in again, or set role-to-assume and "permissions: id-token: write", by which the login renews itself',
  ],
  [
    "UnrecognizedClientException",
    "The security token included in the request is invalid.",
    "check the job's AWS keys: AWS does not know them, or the region is not enabled in this account",
  ],
  [
    "InvalidSignatureException",
    "Signature expired: 20260101T120000Z is now earlier than 20260101T121000Z (20260101T121500Z - 5 min.)",
    "check the job's secret access key, and that the runner's clock is right",
  ],
  ["ThrottlingException", "Rate exceeded", "run it again: AWS was asked too often"],
  [
    "PriorRequestNotComplete",
    "The request was rejected",
    "run it again: another change of this hosted zone is still under way",
  ],
  [
    "NoSuchHostedZone",
    "No hosted zone found with ID: Z1",
    "check the zone's id, and that the login is one of the account that has the zone",
  ],
  [
    "Error",
    "getaddrinfo ENOTFOUND eks.us-wets-2.amazonaws.com",
    "check aws-region: there is no eks.us-wets-2.amazonaws.com, or the runner cannot look it up",
  ],
  [
    "Error",
    "connect ECONNREFUSED 127.0.0.1:9",
    "check that the runner can reach AWS, through HTTPS_PROXY where it has to",
  ],
  ["ServerException", "Internal failure", undefined],
])("%s: %s", (name, reason, next) => {
  expect(awsAdvice({ name, reason })).toBe(next);
});

test.each([
  [
    "Not authorized to perform sts:AssumeRoleWithWebIdentity",
    /^check the role's trust policy: .* whose sub is "repo:a\/b:x"$/,
  ],
  ["Incorrect token audience", /^add the audience sts\.amazonaws\.com to the account's identity provider/],
  ["No OpenIDConnect provider found in your account for https://x", /^make the account's identity provider for /],
  ["Token expired: current date/time 2 must be before the expiration date/time 1", /^run it again, .* has expired$/],
])("a role is not given: %s", (reason, next) => {
  expect(trustAdvice(reason, "repo:a/b:x")).toMatch(next);
});

test.each([
  ["AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", /^check the role's trust policy/],
  ["InvalidIdentityTokenException", "Incorrect token audience", /^add the audience sts\.amazonaws\.com/],
  ["IDPRejectedClaimException", "rejected", /^check the role's trust policy/],
  ["ExpiredTokenException", "Token expired: x", /OIDC token has expired$/],
  ["Throttling", "Rate exceeded", /^run it again: AWS was asked too often$/],
  [
    "RegionDisabledException",
    "STS is not activated in this region",
    /^set aws-region to one where the account has STS/,
  ],
  ["ValidationError", "Request ARN is invalid", /^correct role-to-assume: it has to be a role's whole ARN/],
  ["Error", "connect ECONNREFUSED 127.0.0.1:9", /^check that the runner can reach AWS/],
])("a login by the runner's token ends with %s: %s", (name, reason, next) => {
  expect(webIdentityAdvice({ name, reason, subject: "repo:a/b:x" })).toMatch(next);
});

test("of an answer that says nothing about the role, nothing is said about its trust policy", () => {
  expect(webIdentityAdvice({ name: "ServiceUnavailable", reason: "busy", subject: "repo:a/b:x" })).toBeUndefined();
});
