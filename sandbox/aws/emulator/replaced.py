"""All that is replaced in ministack, or added to it: importing this does it."""

from . import (  # noqa: F401
    autoscaling,
    ecs,
    eks,
    firing,
    load_balancing,
    load_balancing_pages,
    oidc,
    permissions,
    route53,
    rules,
    schedules,
    sessions,
    target_health,
    task_ends,
)
