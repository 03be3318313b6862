"""How the targets of load balancers are.

Tags of a target group say it: ``sandbox:health`` of all its targets, ``sandbox:health/ID`` of one, with the state
(``unhealthy``, ``initial``, ...). Without them targets are healthy, and draining for the group's deregistration delay.
"""

import time

from ministack.services import alb

from .hooks import replaces

HEALTH = "sandbox:health"
_draining: dict[str, list] = {}


@replaces(alb, "_deregister_targets")
def deregister_targets(original, params):
    """They drain for the group's deregistration delay."""
    return _with_draining(alb._p(params, "TargetGroupArn"), lambda: original(params))


@replaces(alb, "set_targets_for_group")
def set_targets_for_group(original, tg_arn, targets, previous_ids=()):
    """The same for tasks that a service of ECS takes away."""
    return _with_draining(tg_arn, lambda: original(tg_arn, targets, previous_ids))


@replaces(alb, "_describe_target_health")
def describe_target_health(original, params):
    """States by tag; the draining ones last."""
    response = original(params)
    arn = alb._p(params, "TargetGroupArn")
    if response[0] != 200:
        return response
    tags = {tag["Key"]: tag["Value"] for tag in alb._tags.get(arn, [])}
    wanted = {target["Id"] for target in alb._parse_targets_param(params)}
    shown = [(target, tags.get(f"{HEALTH}/{target['Id']}") or tags.get(HEALTH) or "healthy") for target in alb._targets[arn]]
    shown += [(target, "draining") for target, until in _draining.get(arn, []) if time.time() < until]
    port = alb._tgs[arn].get("Port", 80)
    descriptions = "".join(_health_xml(target, port, state) for target, state in shown if not wanted or target["Id"] in wanted)
    return alb._xml(200, "DescribeTargetHealth", f"<TargetHealthDescriptions>{descriptions}</TargetHealthDescriptions>")


def _with_draining(arn, change):
    before = list(alb._targets.get(arn, []))
    result = change()
    left = {target["Id"] for target in alb._targets.get(arn, [])}
    attributes = {attribute["Key"]: attribute["Value"] for attribute in alb._tg_attrs.get(arn, [])}
    until = time.time() + float(attributes.get("deregistration_delay.timeout_seconds", 300))
    staying = [(target, end) for target, end in _draining.get(arn, []) if target["Id"] not in left and time.time() < end]
    _draining[arn] = staying + [(target, until) for target in before if target["Id"] not in left]
    return result


def _health_xml(target, port, state):
    return (
        f"<member><Target><Id>{target['Id']}</Id><Port>{target.get('Port', port)}</Port></Target>"
        f"<TargetHealth><State>{state}</State></TargetHealth></member>"
    )
