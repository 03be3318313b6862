"""Rules and schedules that start tasks at their ticks; what is off at a tick does not run later for it."""

from dataclasses import dataclass

from ministack.core.responses import request_scope
from ministack.services import eventbridge, scheduler

from . import clock
from .hooks import replaces
from .starts import start_tasks
from .ticks import next_tick, period_of

eventbridge._SCHEDULER_TICK_INTERVAL = scheduler._SCHEDULE_TICK_INTERVAL = 0.2

# What was seen of each rule and schedule at the last look.
_seen: dict[tuple, "Seen"] = {}


@dataclass
class Seen:
    created: float
    """Two of the same name are told apart by it."""
    plan: tuple | None
    """Expression, time zone and start date; None while it is off."""
    start: float
    """When its rate is due first."""
    next: float | None
    """Its next tick. Kept, since finding it takes long for hundreds of rules at each look."""


@replaces(eventbridge, "_tick_scheduled_rules")
def tick_scheduled_rules(original):
    """Starts the targets of each rule that is due. A rate counts from when the rule was made, or put on again."""
    for (account, region, key), rule in list(eventbridge._rules._data.items()):
        targets = list(eventbridge._targets._data.get((account, region, key)) or [])
        for tick in _due(("rule", account, region, key), rule, created=rule["CreationTime"]):
            with request_scope(account, region):
                for target in targets:
                    start_tasks(target, source=rule["Arn"], started_by=f"events-rule/{rule['Name']}", tick=tick)


@replaces(scheduler, "_tick_schedules")
def tick_schedules(original):
    """Starts the target of each schedule that is due, between its dates. A rate without a start date is due at once."""
    for (account, region, key), schedule in list(scheduler._schedules._data.items()):
        begin, end = scheduler._to_epoch(schedule.get("StartDate")), scheduler._to_epoch(schedule.get("EndDate"))
        due = _due(("schedule", account, region, key), schedule, created=schedule["CreationDate"], begin=begin)
        for tick in due:
            if (begin is None or tick >= begin) and (end is None or tick <= end):
                with request_scope(account, region):
                    name = f"chronos-schedule/{schedule['Name']}"
                    start_tasks(schedule["Target"], source=schedule["Arn"], started_by=name, tick=tick)
        over = (end is not None and clock.now() > end) or (due and schedule["ScheduleExpression"].startswith("at("))
        if over and schedule.get("ActionAfterCompletion") == "DELETE":
            scheduler._schedules._data.pop((account, region, key), None)


def _due(key, item, *, created, begin=None):
    """The ticks of this rule or schedule since the last look."""
    now, seen = clock.now(), _seen.get(key)
    if item.get("State") != "ENABLED":
        _seen[key] = Seen(created, None, now, None)
        return []
    plan = (item.get("ScheduleExpression", ""), item.get("ScheduleExpressionTimezone") or "UTC", begin)
    if seen is None or seen.created != created:
        seen = _seen[key] = Seen(created, plan, *_first_ticks(key, plan, since=created))
    elif seen.plan != plan:
        seen = _seen[key] = Seen(created, plan, *_first_ticks(key, plan, since=now))
    ticks = []
    while seen.next is not None and seen.next <= now:
        ticks.append(seen.next)
        seen.next = next_tick(plan[0], seen.next, zone=plan[1], start=seen.start)
    return ticks


def _first_ticks(key, plan, since):
    """When the rate is due first, of a rule one period after this, of a schedule at once or at its start date; and the next tick."""
    expression, zone, begin = plan
    start = since if begin is None else begin
    if key[0] == "rule":
        start = since + (period_of(expression) or 0)
    # A little before, so that what is due at once is found.
    after = since - 0.001 if period_of(expression) else since
    return start, next_tick(expression, after, zone=zone, start=start)
