"""EKS clusters that are served by a control plane on this machine, and tokens that grow old sooner.

AWS has no field that says where a cluster runs. CreateCluster's tags with the prefix ``sandbox:`` say it instead.
"""

import base64
import datetime as dt
from pathlib import Path

from ministack.services import eks

from .hooks import replaces

ENDPOINT, CA_FILE, WEBHOOK_SECRET = "sandbox:endpoint", "sandbox:ca-file", "sandbox:webhook-secret"
TOKEN_SECONDS = "sandbox:token-seconds"


@replaces(eks, "_create_cluster")
def create_cluster(original, body, creator_arn=None):
    """Gives the new cluster the endpoint, CA and webhook secret that its tags name, and takes those tags off."""
    tags = body.get("tags") or {}
    place = {key: tags[key] for key in (ENDPOINT, CA_FILE, WEBHOOK_SECRET) if key in tags}
    rest = {key: value for key, value in tags.items() if key not in place}
    response = original({**body, "tags": rest}, creator_arn)
    if response[0] != 200 or not place:
        return response
    cluster = eks._clusters[body["name"]]
    cluster["endpoint"] = place[ENDPOINT]
    cluster["certificateAuthority"]["data"] = base64.b64encode(Path(place[CA_FILE]).read_bytes()).decode()
    cluster["_auth_token"] = place[WEBHOOK_SECRET]
    return eks._json_resp(200, {"cluster": eks._sanitize(cluster)})


@replaces(eks, "_create_access_entry")
def create_access_entry(original, cluster_name, body):
    """Refuses groups that EKS keeps for Kubernetes itself, so that no example relies on system:masters."""
    for group in body.get("kubernetesGroups") or []:
        if group.startswith("system:"):
            message = f"The kubernetes group name {group} is invalid, it cannot start with system:"
            return eks._error(400, "InvalidParameterException", message)
    return original(cluster_name, body)


@replaces(eks, "_authenticate_token_review")
def authenticate_token_review(original, cluster_name, account_id, region, review, auth_token=""):
    """Refuses a token that is older than its cluster's tag ``sandbox:token-seconds`` says; without it, EKS's 15 minutes."""
    seconds = _token_seconds(cluster_name, account_id, region)
    if seconds is not None and _age((review.get("spec") or {}).get("token")) > seconds:
        return eks._token_review_response(review)
    return original(cluster_name, account_id, region, review, auth_token)


def _token_seconds(cluster_name, account_id, region):
    cluster = eks._clusters.get_scoped(account_id, region, cluster_name)
    tags = eks._tags.get_scoped(account_id, None, cluster["arn"]) if cluster else None
    return float(tags[TOKEN_SECONDS]) if tags and TOKEN_SECONDS in tags else None


def _age(token):
    """Seconds since the token was signed; 0 for one that cannot be read, which ministack refuses by itself."""
    decoded = eks._decode_aws_iam_token(token)
    try:
        signed = dt.datetime.strptime(decoded[1]["X-Amz-Date"][0], "%Y%m%dT%H%M%SZ") if decoded else None
    except (KeyError, ValueError):
        signed = None
    if signed is None:
        return 0.0
    return (dt.datetime.now(dt.timezone.utc) - signed.replace(tzinfo=dt.timezone.utc)).total_seconds()
