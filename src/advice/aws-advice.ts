/** What failed at AWS, in AWS's own words: the error's name and its message. */
type AwsFailure = {
  name: string;
  reason: string;
  /** Which cluster it was about. */
  cluster?: { name: string; region: string };
};

export const SESSION_ENDED =
  'the job\'s AWS session has ended: log in again, or set role-to-assume and "permissions: id-token: write", by which the login renews itself';

/**
 * What to do about a failure that any call to AWS can meet; `undefined` when it is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function awsAdvice({ name, reason, cluster }: AwsFailure): string | undefined {
  // Before the rest: what is not allowed is said in a message that quotes much.
  if (name.startsWith("AccessDenied") || name === "UnauthorizedOperation") return denied(reason, cluster);
  if (/SignatureDoesNotMatch|InvalidSignature/.test(name)) {
    return "check the job's secret access key, and that the runner's clock is right";
  }
  if (/expired/i.test(name + reason)) return SESSION_ENDED;
  if (/UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId/.test(name)) {
    return "check the job's AWS keys: AWS does not know them, or the region is not enabled in this account";
  }
  if (/Throttling|TooManyRequests/.test(name)) return "run it again: AWS was asked too often";
  if (name === "PriorRequestNotComplete") return "run it again: another change of this hosted zone is still under way";
  if (name === "NoSuchHostedZone")
    return "check the zone's id, and that the login is one of the account that has the zone";
  const host = /getaddrinfo \w+ (\S+)/.exec(reason)?.[1];
  if (host !== undefined) return `check aws-region: there is no ${host}, or the runner cannot look it up`;
  if (/ECONNREFUSED|ETIMEDOUT|ECONNRESET|socket hang up|timed? ?out/i.test(reason)) {
    return "check that the runner can reach AWS, through HTTPS_PROXY where it has to";
  }
  return undefined;
}

/** The action that is missing, and the statement that allows it. */
function denied(reason: string, cluster: AwsFailure["cluster"]): string {
  const action = /not authorized to perform: ([\w-]+:\w+)/.exec(reason)?.[1];
  if (action === undefined) return "allow it to the role, or the user, whose credentials the job has";
  const who = /(?:User|user): (\S+)/.exec(reason)?.[1];
  const resource = /on resource: (\S+)/.exec(reason)?.[1] ?? clusterArn(who, cluster) ?? "*";
  const [, by] = /with an explicit deny in an? ([A-Za-z- ]+?)(?: policy)?(?:: |$|\.)/.exec(reason) ?? [];
  if (by !== undefined) return `take the deny of ${action} out of the ${by} policy that AWS names`;
  const [, limit, sort] = /because no (.+?) (policy|boundary) allows/.exec(reason) ?? [];
  if (limit !== undefined && limit !== "identity-based") {
    return `let the ${limit} ${sort} allow ${action}: that ${roleIn(who)} may do it by its own policies is not enough`;
  }
  const statement = JSON.stringify({ Effect: "Allow", Action: action, Resource: resource });
  return `allow ${action} on this ${subjectOf(action)} for the role, by ${statement} in a policy of ${roleIn(who)}`;
}

/** Some messages name no resource; they name the caller, who is of the same account. */
function clusterArn(who: string | undefined, cluster: AwsFailure["cluster"]): string | undefined {
  const [, partition, account] = /^arn:([\w-]+):\w+::(\d+):/.exec(who ?? "") ?? [];
  if (account === undefined || cluster === undefined) return undefined;
  return `arn:${partition}:eks:${cluster.region}:${account}:cluster/${cluster.name}`;
}

function subjectOf(action: string): string {
  if (action.startsWith("eks:")) return "cluster";
  return action.startsWith("sts:") ? "role" : "resource";
}

/** `arn:aws:sts::111122223333:assumed-role/deploy/run` is a session of the role "deploy". */
function roleIn(arn: string | undefined): string {
  return /:assumed-role\/([^/]+)\//.exec(arn ?? "")?.[1] ?? arn ?? "it";
}

/**
 * What to do when STS gives no role for the runner's OIDC token; `undefined` when it is not known.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
 * @param subject the token's `sub`
 */
export function webIdentityAdvice({ name, reason, subject }: AwsFailure & { subject: string }): string | undefined {
  if (/^(?:AccessDenied|InvalidIdentityToken|IDP|ExpiredToken)/.test(name)) return trustAdvice(reason, subject);
  if (name.startsWith("RegionDisabled")) {
    return "set aws-region to one where the account has STS switched on, or switch it on there (IAM, account settings)";
  }
  if (name.startsWith("Validation") && /\barn\b/i.test(reason)) {
    return "correct role-to-assume: it has to be a role's whole ARN, such as arn:aws:iam::111122223333:role/deploy";
  }
  return awsAdvice({ name, reason });
}

/**
 * What to do when a role is not given for the runner's OIDC token.
 * https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 * @param subject the token's `sub`
 */
export function trustAdvice(reason: string, subject: string): string {
  if (/audience/i.test(reason)) {
    return "add the audience sts.amazonaws.com to the account's identity provider for GitHub (aws iam add-client-id-to-open-id-connect-provider)";
  }
  if (/No OpenIDConnect provider/i.test(reason)) {
    return "make the account's identity provider for https://token.actions.githubusercontent.com (aws iam create-open-id-connect-provider), and check that the role is of the right account";
  }
  if (/expired/i.test(reason)) return "run it again, and check the runner's clock: the job's OIDC token has expired";
  return `check the role's trust policy: its OIDC provider, the audience sts.amazonaws.com, and that its condition on …:sub allows this job, whose sub is "${subject}"`;
}
