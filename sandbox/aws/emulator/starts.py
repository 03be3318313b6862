"""Tasks that rules and schedules start in ECS, and the list of these starts: one line of JSON each, in a file."""

import json
from datetime import datetime, timezone

from ministack.core.responses import get_account_id, get_region
from ministack.services import ecs

from .schedules import UNIVERSAL_RUN_TASK

# ECS keeps this many characters of it, as seen in public logs: chronos-schedule/gold-coast-data-lak.
STARTED_BY_LENGTH = 36
_file = None


def write_to(path):
    """Appends each start to this file from now on."""
    global _file
    _file = path


def start_tasks(target, *, source, started_by, tick):
    """Runs the target's task in ECS, as a rule or a schedule does, and writes it down, also when ECS refuses."""
    if target["Arn"] == UNIVERSAL_RUN_TASK:
        request = _camel(_json(target.get("Input")))
    elif ":ecs:" in target["Arn"]:
        request = _request(target, started_by[:STARTED_BY_LENGTH])
    else:
        return _write(source, tick, {}, {"error": "The sandbox starts tasks of ECS only."})
    status, _, body = ecs._dispatch_action("RunTask", request)
    answer = json.loads(body)
    result = {"tasks": [task["taskArn"] for task in answer.get("tasks", [])]}
    _write(source, tick, request, result if status == 200 else {**result, "error": answer.get("message", "")})


def _request(target, started_by):
    """EcsParameters and Input as RunTask takes them; Input is the overrides."""
    parameters = target.get("EcsParameters") or {}
    request = {
        "cluster": target["Arn"],
        "taskDefinition": parameters.get("TaskDefinitionArn", ""),
        "count": parameters.get("TaskCount", 1),
        "startedBy": started_by,
        "overrides": _camel(_json(target.get("Input"))),
    }
    names = ("LaunchType", "CapacityProviderStrategy", "Group", "PlatformVersion", "NetworkConfiguration")
    return request | _camel({name: parameters[name] for name in names if name in parameters})


def _write(source, tick, request, result):
    if _file is None:
        return
    line = {
        "source": source,
        "tick": datetime.fromtimestamp(tick, timezone.utc).isoformat(),
        "account": get_account_id(),
        "region": get_region(),
        "startedBy": request.get("startedBy", ""),
        "cluster": request.get("cluster", ""),
        "taskDefinition": request.get("taskDefinition", ""),
        "overrides": request.get("overrides", {}),
        "tasks": [],
        **result,
    }
    with open(_file, "a") as file:
        file.write(json.dumps(line) + "\n")


def _json(text):
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _camel(value):
    """The keys with a small first letter: Scheduler's universal targets have them as ``ContainerOverrides``."""
    if isinstance(value, list):
        return [_camel(each) for each in value]
    if isinstance(value, dict):
        return {key[:1].lower() + key[1:]: _camel(each) for key, each in value.items()}
    return value
