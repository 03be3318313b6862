"""Tasks that end by themselves, since no container runs here.

A task ends when it is tagged ``sandbox:exit-code``, or when the time has passed that the tag ``sandbox:task-seconds`` of its
task definition says, with the exit code of that one's tag ``sandbox:exit-code`` (0 without). Tasks of services go on.
"""

import json
import threading

from ministack.core.responses import get_account_id, get_region, request_scope
from ministack.services import ecs

from .clock import real_seconds
from .ecs import tags_of
from .hooks import replaces

TASK_SECONDS, EXIT_CODE = "sandbox:task-seconds", "sandbox:exit-code"


@replaces(ecs, "_run_task")
def run_task(original, data):
    """Ends new tasks after the seconds that their task definition's tag says."""
    response = original(data)
    if response[0] == 200 and not data.get("_deploymentId"):
        for task in json.loads(response[2])["tasks"]:
            tags = tags_of(task["taskDefinitionArn"])
            if TASK_SECONDS in tags:
                _end_later(task["taskArn"], float(tags[TASK_SECONDS]), int(tags.get(EXIT_CODE, 0)))
    return response


@replaces(ecs, "_tag_resource")
def tag_resource(original, data):
    """Ends a task that gets the tag ``sandbox:exit-code``."""
    response = original(data)
    code = tags_of(data.get("resourceArn", "")).get(EXIT_CODE)
    if response[0] == 200 and code is not None and data["resourceArn"] in ecs._tasks:
        _end(data["resourceArn"], int(code))
    return response


def _end_later(arn, seconds, code):
    account, region = get_account_id(), get_region()

    def end():
        with request_scope(account, region):
            _end(arn, code)

    timer = threading.Timer(real_seconds(seconds), end)
    timer.daemon = True
    timer.start()


def _end(arn, code):
    task = ecs._tasks.get(arn)
    if task:
        ecs._mark_task_stopped(arn, task, "Essential container in task exited", "EssentialContainerExited", exit_code=code)
