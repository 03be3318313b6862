"""EventBridge Scheduler with what ministack does not check: roles, expressions, time zones, universal targets; and pages."""

import json
import re
from zoneinfo import ZoneInfo

from ministack.services import eventbridge, scheduler

from . import clock
from .hooks import replaces
from .paging import page
from .permissions import pass_role_refusal

UNIVERSAL_RUN_TASK = "arn:aws:scheduler:::aws-sdk:ecs:runTask"


@replaces(scheduler, "_now")
def now(original):
    """Schedules are made at the time that they go by."""
    return clock.now()


@replaces(scheduler, "_create_schedule")
def create_schedule(original, name, body):
    """Refuses a role that the caller may not pass, and what no schedule can be made of."""
    return _refusal(body) or original(name, body)


@replaces(scheduler, "_update_schedule")
def update_schedule(original, name, body):
    """The same: an update hands the role over again."""
    return _refusal(body) or original(name, body)


@replaces(scheduler, "_list_schedules")
def list_schedules(original, query):
    """In pages: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListSchedules.html."""
    everything = json.loads(original({**query, "MaxResults": 1_000_000})[2])["Schedules"]
    in_order = sorted(everything, key=lambda each: (each["GroupName"], each["Name"]))
    try:
        schedules, token = page(in_order, int(query.get("MaxResults", 100)), query.get("NextToken"))
    except ValueError:
        return scheduler._error(400, "ValidationException", "Invalid NextToken.")
    return scheduler._json_resp(200, {"Schedules": schedules, **({"NextToken": token} if token else {})})


def _refusal(body):
    target = body.get("Target") or {}
    if not is_expression(body.get("ScheduleExpression") or ""):
        return _invalid(f"Invalid Schedule Expression {body.get('ScheduleExpression')}.")
    try:
        ZoneInfo(body.get("ScheduleExpressionTimezone") or "UTC")
    except (KeyError, ValueError, OSError):
        return _invalid(f"Invalid ScheduleExpressionTimezone {body['ScheduleExpressionTimezone']}.")
    if target.get("Arn") == UNIVERSAL_RUN_TASK and "TaskDefinition" not in _input(target):
        return _invalid("Invalid RequestJson provided. Reason The required field TaskDefinition is missing.")
    message = pass_role_refusal(target.get("RoleArn"), to="scheduler.amazonaws.com")
    return scheduler._error(403, "AccessDeniedException", message) if message else None


def is_expression(text):
    """Whether Scheduler takes it: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html."""
    return bool(
        re.fullmatch(r"rate\([1-9]\d* (minute|hour|day)s?\)", text)
        or re.fullmatch(r"at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)", text)
        or eventbridge._parse_cron_fields(text)
    )


def _input(target):
    try:
        return json.loads(target.get("Input") or "{}")
    except ValueError:
        return {}


def _invalid(message):
    return scheduler._error(400, "ValidationException", message)
