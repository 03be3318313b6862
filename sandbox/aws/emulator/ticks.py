"""When a schedule expression is due. Nothing here knows rules or schedules."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from ministack.services import eventbridge

SECONDS = {"minute": 60, "hour": 3600, "day": 86400}


def period_of(expression):
    """The seconds of a ``rate(...)``, or None for another expression."""
    rate = re.fullmatch(r"rate\((\d+) (minute|hour|day)s?\)", expression)
    return int(rate[1]) * SECONDS[rate[2]] if rate else None


def next_tick(expression, after, *, zone="UTC", start):
    """The first time after ``after`` at which the expression is due, or None.

    Times are seconds since 1970. ``start`` is when a rate is due first.
    """
    period = period_of(expression)
    if period:
        return start if after < start else start + ((after - start) // period + 1) * period
    once = re.fullmatch(r"at\((.+)\)", expression)
    if once:
        due = datetime.fromisoformat(once[1]).replace(tzinfo=ZoneInfo(zone)).timestamp()
        return due if due > after else None
    return _next_of_cron(expression, after, ZoneInfo(zone))


def _next_of_cron(expression, after, zone):
    """A local time that a change of the clock leaves out is left out, one that it repeats is due once.

    https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#daylist-savings-time
    """
    fields = eventbridge._parse_cron_fields(expression)
    local = datetime.fromtimestamp(after, zone)
    while fields:
        local = eventbridge._cron_next_fire(fields, local.replace(fold=0))
        if local is None:
            return None
        due = local.timestamp()
        if datetime.fromtimestamp(due, zone).replace(fold=0) == local and due > after:
            return due
    return None
