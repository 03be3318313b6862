"""IAM where ministack does not ask: roles that a call hands to a service, and resources by the names that AWS gives them."""

import contextvars
import json
from urllib.parse import unquote

from ministack.core import iam_actions, iam_evaluator
from ministack.core.responses import get_region
from ministack.core.router import extract_access_key_id

from .hooks import replaces

_caller = contextvars.ContextVar("caller", default=None)


@replaces(iam_evaluator, "pin_request_caller")
def pin_request_caller(original, headers, query_params=None):
    """Remembers whose call this is, for ``pass_role_refusal``."""
    _caller.set(extract_access_key_id(headers, query_params))
    return original(headers, query_params)


def pass_role_refusal(role_arn, to):
    """The message of the AccessDeniedException when the caller may not pass this role to the service, or None.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
    """
    if not role_arn or _caller.get() is None:
        return None
    context = {"iam:PassedToService": to}
    denied = iam_evaluator.enforce(_caller.get(), "iam:PassRole", "iam", get_region(), role_arn, context)
    if denied is None:
        return None
    return (
        f"User: {denied.principal_arn} is not authorized to perform: iam:PassRole on resource: {role_arn} "
        "because no identity-based policy allows the iam:PassRole action"
    )


@replaces(iam_actions, "extract_resource_arn")
def extract_resource_arn(original, service, method, path, headers, body, query_params, region, account_id):
    """The resource that a policy must name for this call, where ministack takes another one than AWS.

    https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
    """
    place = f"{region}:{account_id}"
    if service == "ecs":
        return _ecs_resource(headers.get("x-amz-target", "").split(".")[-1], _json(body), place)
    rule = _json(body).get("Rule") or _json(body).get("Name")
    if service == "events" and rule and headers.get("x-amz-target", "").endswith(("Rule", "Targets", "TargetsByRule")):
        bus = _json(body).get("EventBusName") or "default"
        return f"arn:aws:events:{place}:rule/{rule if bus == 'default' else f'{bus}/{rule}'}"
    if service == "scheduler":
        return _schedule(path, _json(body), query_params, place)
    if service == "route53" and "/change/" in path:
        return f"arn:aws:route53:::change/{path.rsplit('/', 1)[-1]}"
    return original(service, method, path, headers, body, query_params, region, account_id)


def _ecs_resource(action, data, place):
    arn = lambda kind, name: name if name.startswith("arn:") else f"arn:aws:ecs:{place}:{kind}/{name}"  # noqa: E731
    cluster = data.get("cluster") or "default"
    within = lambda kind, name: arn(kind, f"{cluster.rsplit('/', 1)[-1]}/{name}" if ":" not in name else name)  # noqa: E731
    listed = lambda key: next(iter(data.get(key) or []), "*")  # noqa: E731
    if action == "RunTask":
        return arn("task-definition", data.get("taskDefinition", "*"))
    if action in ("RegisterTaskDefinition", "DescribeTaskDefinition", "DeregisterTaskDefinition") or action.startswith("List"):
        return "*"
    if action in ("CreateService", "UpdateService", "DeleteService", "DescribeServices"):
        return within("service", data.get("serviceName") or data.get("service") or listed("services"))
    if action in ("StopTask", "DescribeTasks", "UpdateTaskProtection", "GetTaskProtection"):
        return within("task", data.get("task") or listed("tasks"))
    if action == "DescribeClusters":
        return arn("cluster", next(iter(data.get("clusters") or []), "default"))
    if "resourceArn" in data:
        return data["resourceArn"]
    return arn("cluster", data.get("clusterName") or cluster)


def _schedule(path, data, query, place):
    parts = [unquote(part) for part in path.split("/") if part]
    if parts[:1] == ["schedules"] and len(parts) == 2:
        named = query.get("groupName")
        group = data.get("GroupName") or (named[0] if isinstance(named, list) else named) or "default"
        return f"arn:aws:scheduler:{place}:schedule/{group}/{parts[1]}"
    if parts[:1] == ["schedule-groups"] and len(parts) == 2:
        return f"arn:aws:scheduler:{place}:schedule-group/{parts[1]}"
    return "/".join(parts[1:]) if parts[:1] == ["tags"] else "*"


def _json(body):
    try:
        data = json.loads(body or b"{}")
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}
