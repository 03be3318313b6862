"""ECS that refuses what AWS refuses, lists in pages, and has tasks with addresses and image digests.

Tags of task definitions say what nothing else can here, since no container runs:
``sandbox:digest/CONTAINER`` is the image digest of new tasks (without it, one made of the image's name).
"""

import hashlib
import itertools
import json

from ministack.core.responses import error_response_json, json_response, new_uuid
from ministack.services import ecs

from .hooks import replaces
from .paging import page
from .permissions import pass_role_refusal

DIGEST = "sandbox:digest/"
# Operations that need their cluster: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Operations.html
IN_CLUSTER = {
    *("RunTask", "StopTask", "ListTasks", "DescribeTasks", "UpdateTaskProtection", "GetTaskProtection"),
    *("CreateService", "UpdateService", "DeleteService", "ListServices", "DescribeServices"),
}
# What a list holds, and how many on a page when the caller does not say.
PAGED = {"ListServices": ("serviceArns", 10), "ListClusters": ("clusterArns", 100)}
# The most that one call may describe.
AT_ONCE = {"DescribeServices": ("services", 10), "DescribeTasks": ("tasks", 100), "DescribeClusters": ("clusters", 100)}

_addresses = itertools.count(1)
_started: dict[tuple, tuple] = {}


@replaces(ecs, "_dispatch_action")
def dispatch_action(original, action, data):
    """Refuses a cluster that is not there, too many names, and a foreign role; pages lists; starts once for a client token."""
    refusal = _refusal(action, data)
    if refusal:
        return refusal
    if action == "RunTask" and data.get("clientToken"):
        return _once(original, data)
    response = original(action, data)
    return _paged(action, data, response) if action in PAGED else response


@replaces(ecs, "_build_task_containers")
def build_task_containers(original, td, container_overrides):
    """Containers tell the digest of their image."""
    tags = tags_of(td["taskDefinitionArn"]) if td else {}
    containers = original(td, container_overrides)
    for container in containers:
        made_up = f"sha256:{hashlib.sha256(container['image'].encode()).hexdigest()}"
        pinned = container["image"].partition("@")[2]
        container["imageDigest"] = pinned or tags.get(f"{DIGEST}{container['name']}") or made_up
    return containers


@replaces(ecs, "_run_task")
def run_task(original, data):
    """Tasks in network mode awsvpc have an address, by which their service's target groups know them."""
    response = original(data)
    if response[0] != 200:
        return response
    answer = json.loads(response[2])
    tasks = [ecs._tasks[task["taskArn"]] for task in answer["tasks"]]
    for task in tasks:
        if task["_network_mode"] == "awsvpc":
            task["attachments"] = [_network_interface(task["_subnet"])]
    return json_response({**answer, "tasks": [ecs._sanitize(task) for task in tasks]})


def tags_of(arn):
    """The tags of that resource of ECS, by key."""
    return {tag["key"]: tag.get("value", "") for tag in ecs._tags.get(arn, [])}


def _refusal(action, data):
    if action in IN_CLUSTER and ecs._resolve_cluster_name(data.get("cluster", "default")) not in ecs._clusters:
        return error_response_json("ClusterNotFoundException", "Cluster not found.", 400)
    if action in AT_ONCE:
        key, most = AT_ONCE[action]
        if len(data.get(key) or []) > most:
            return error_response_json("InvalidParameterException", f"{key.capitalize()} cannot have more than {most} elements.", 400)
    roles = data if action == "RegisterTaskDefinition" else {}
    if action == "RunTask":
        roles = ecs._task_defs.get(ecs._resolve_td_key(data.get("taskDefinition", ""))) or {}
    for key in ("executionRoleArn", "taskRoleArn"):
        message = pass_role_refusal(roles.get(key), to="ecs-tasks.amazonaws.com")
        if message:
            return error_response_json("AccessDeniedException", message, 400)
    return None


def _once(original, data):
    """The first answer to a client token again: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html."""
    key = (ecs.get_account_id(), ecs.get_region(), data.get("cluster", "default"), data["clientToken"])
    request, response = _started.get(key, (data, None))
    if request != data:
        return error_response_json("ConflictException", "The client token was used with other parameters.", 400)
    response = response or original("RunTask", data)
    if response[0] == 200:
        _started[key] = (data, response)
    return response


def _paged(action, data, response):
    key, size = PAGED[action]
    answer = json.loads(response[2])
    try:
        items, token = page(answer[key], data.get("maxResults") or size, data.get("nextToken"))
    except ValueError:
        return error_response_json("InvalidParameterException", "Invalid token.", 400)
    return json_response({**answer, key: items, **({"nextToken": token} if token else {})})


def _network_interface(subnet):
    number = next(_addresses)
    details = [{"name": "privateIPv4Address", "value": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}]
    if subnet:
        details.insert(0, {"name": "subnetId", "value": subnet})
    return {"id": new_uuid(), "type": "ElasticNetworkInterface", "status": "ATTACHED", "details": details}
