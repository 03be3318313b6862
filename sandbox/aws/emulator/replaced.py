"""All that is replaced in ministack, or added to it: importing this does it."""

from . import (  # noqa: F401
    autoscaling,
    dns_answers,
    ecs,
    eks,
    firing,
    hosted_zones,
    load_balancing,
    load_balancing_pages,
    metrics,
    oidc,
    permissions,
    route53,
    rules,
    schedules,
    sessions,
    target_health,
    task_ends,
    traffic_policies,
)

from . import request_rate  # noqa: E402, F401 - last: what is too much gets no answer of the others
