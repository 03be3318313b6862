"""Role sessions with AWS's limits on their length, and sessions of a few seconds for tests of renewal."""

from urllib.parse import parse_qs, urlencode

from ministack.services import iam, sts

from .hooks import replaces
from .roles import role_of, tag_of

SESSION_SECONDS = "sandbox:session-seconds"
SHORTEST = 900


@replaces(sts, "handle_request")
async def handle_request(original, method, path, headers, body, query_params):
    """Checks DurationSeconds as AWS does, then puts the role's tag ``sandbox:session-seconds`` in its place.

    The caller sees the true end in the answer's Expiration, as on AWS, only sooner.
    """
    params = parse_qs(body.decode("utf-8", errors="replace"))
    arn = iam._p(params, "RoleArn")
    role = role_of(arn)
    if iam._p(params, "Action") not in ("AssumeRole", "AssumeRoleWithWebIdentity") or role is None:
        return await original(method, path, headers, body, query_params)
    refusal = _refusal(iam._p(params, "DurationSeconds"), role)
    if refusal:
        return iam._error(400, "ValidationError", refusal, ns="sts")
    seconds = tag_of(arn, SESSION_SECONDS)
    if seconds:
        body = urlencode({**params, "DurationSeconds": [seconds]}, doseq=True).encode()
    return await original(method, path, headers, body, query_params)


@replaces(sts, "_evict_expired_sessions")
def keep_expired_sessions(original):
    """Keeps ended sessions: their keys go on being refused as expired, where a forgotten key would be an unknown one."""


def _refusal(seconds, role):
    if not seconds:
        return None
    if int(seconds) < SHORTEST:
        return (
            f"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: "
            f"Member must have value greater than or equal to {SHORTEST}"
        )
    if int(seconds) > role["MaxSessionDuration"]:
        return "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
    return None
