"""EKS clusters that are served by a control plane on this machine, and tokens that grow old sooner.

AWS has no field that says where a cluster runs. CreateCluster's tags with the prefix ``sandbox:`` say it instead.
"""

import base64
import datetime as dt
from pathlib import Path

from ministack.services import eks

from .hooks import replaces
from .roles import tag_of

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


@replaces(eks, "_verify_eks_token")
def verify_eks_token(original, token, cluster_name):
    """Refuses a token that is older than the tag ``sandbox:token-seconds`` of its role says; without it, EKS's 15 minutes."""
    credential = original(token, cluster_name)
    seconds = tag_of(credential and eks._role_arn_from_assumed_role(credential.principal_arn), TOKEN_SECONDS)
    return None if seconds and _age(token) > float(seconds) else credential


def _age(token):
    """Seconds since the token was signed."""
    _, query = eks._decode_aws_iam_token(token)
    signed = dt.datetime.strptime(eks._qp(query, "X-Amz-Date"), "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.timezone.utc)
    return (dt.datetime.now(dt.timezone.utc) - signed).total_seconds()
