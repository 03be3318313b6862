"""Application Auto Scaling, which ministack lacks: targets with suspended scaling, policies, scheduled actions. Nothing scales by itself.

https://docs.aws.amazon.com/autoscaling/application/APIReference/API_Operations.html
"""

import json

from ministack import app
from ministack.core import iam_actions, router
from ministack.core.responses import AccountRegionScopedDict, error_response_json, get_account_id, get_region, json_response, new_uuid
from ministack.services import ecs

from . import clock
from .hooks import replaces
from .paging import page

SERVICE, TARGET = "application-autoscaling", "AnyScaleFrontendService"
SUSPENDED = dict.fromkeys(("DynamicScalingInSuspended", "DynamicScalingOutSuspended", "ScheduledScalingSuspended"), False)

_targets = AccountRegionScopedDict()
_policies = AccountRegionScopedDict()
_actions = AccountRegionScopedDict()


def register_scalable_target(data):
    key = _key(data)
    if key not in _targets and not {"MinCapacity", "MaxCapacity"} <= data.keys():
        return _invalid("ScalableTarget must have both MinCapacity and MaxCapacity on creation.")
    service = _ecs_service(data)
    if data["ServiceNamespace"] == "ecs" and service is None:
        return _invalid(f"ECS service doesn't exist: {data['ResourceId']}")
    arn = _arn("scalable-target", new_uuid()[:12])
    old = _targets.get(key) or {"CreationTime": clock.now(), "SuspendedState": SUSPENDED, "ScalableTargetARN": arn}
    given = {name: data[name] for name in ("MinCapacity", "MaxCapacity", "RoleARN") if name in data}
    suspended = {"SuspendedState": {**old["SuspendedState"], **(data.get("SuspendedState") or {})}}
    new = {**old, **_named(data), **given, **suspended}
    if new["MinCapacity"] > new["MaxCapacity"]:
        return _invalid("Maximum capacity cannot be less than minimum capacity")
    _targets[key] = new
    if service:
        _pull_into_bounds(service, new)
    return json_response({"ScalableTargetARN": new["ScalableTargetARN"]})


def deregister_scalable_target(data):
    key = _key(data)
    if _targets.pop(key, None) is None:
        return _missing("scalable target", data)
    for store in (_policies, _actions):
        for each in [each for each in store if each[:3] == key]:
            del store[each]
    return json_response({})


def put_scaling_policy(data):
    kept = {"PolicyARN": _arn("scalingPolicy", f"{new_uuid()}:resource/{data['ResourceId']}:policyName/{data['PolicyName']}"), "Alarms": []}
    refusal, policy = _put(_policies, "PolicyName", data, kept)
    return refusal or json_response({"PolicyARN": policy["PolicyARN"], "Alarms": []})


def put_scheduled_action(data):
    name = f"{new_uuid()}:resource/{data['ResourceId']}:scheduledActionName/{data['ScheduledActionName']}"
    refusal, _ = _put(_actions, "ScheduledActionName", data, {"ScheduledActionARN": _arn("scheduledAction", name)})
    return refusal or json_response({})


def delete_scaling_policy(data):
    return _delete(_policies, "PolicyName", "scaling policy", data)


def delete_scheduled_action(data):
    return _delete(_actions, "ScheduledActionName", "scheduled action", data)


def describe_scalable_targets(data):
    return _describe("ScalableTargets", _targets, data, lambda each: each["ResourceId"] in (data.get("ResourceIds") or [each["ResourceId"]]))


def describe_scaling_policies(data):
    return _describe("ScalingPolicies", _policies, data, lambda each: each["PolicyName"] in (data.get("PolicyNames") or [each["PolicyName"]]))


def describe_scheduled_actions(data):
    wanted = data.get("ScheduledActionNames")
    return _describe("ScheduledActions", _actions, data, lambda each: not wanted or each["ScheduledActionName"] in wanted)


def describe_scaling_activities(data):
    return json_response({"ScalingActivities": []})


OPERATIONS = {
    name.title().replace("_", ""): globals()[name]
    for name in [
        *("register_scalable_target", "deregister_scalable_target", "describe_scalable_targets"),
        *("put_scaling_policy", "delete_scaling_policy", "describe_scaling_policies"),
        *("put_scheduled_action", "delete_scheduled_action", "describe_scheduled_actions", "describe_scaling_activities"),
    ]
}


async def handle_request(method, path, headers, body, query_params):
    """Answers a call of Application Auto Scaling, for the account and region of the request."""
    operation = OPERATIONS.get(headers.get("x-amz-target", "").split(".")[-1])
    if operation is None:
        return error_response_json("UnknownOperationException", f"The sandbox has no {headers.get('x-amz-target')}", 400)
    return operation(json.loads(body or b"{}"))


# Makes ministack route, authorize and reset it as its own services.
router.SERVICE_PATTERNS[SERVICE] = {"target_prefixes": [TARGET], "host_patterns": [r"application-autoscaling\."], "credential_scope": SERVICE}
iam_actions.SERVICE_TO_IAM_NAMESPACE[SERVICE] = SERVICE
app.SERVICE_HANDLERS[SERVICE] = handle_request


@replaces(app, "_reset_all_state")
def reset_all_state(original):
    """Forgets what is here too."""
    for store in (_targets, _policies, _actions):
        store._data.clear()
    return original()


def _put(store, name, data, kept):
    if _key(data) not in _targets:
        return _missing("scalable target", data), None
    key = (*_key(data), data[name])
    store[key] = {"CreationTime": clock.now(), **kept, **(store.get(key) or {}), **data}
    return None, store[key]


def _delete(store, name, what, data):
    if store.pop((*_key(data), data[name]), None) is None:
        return _missing(what, data)
    return json_response({})


def _describe(list_name, store, data, wanted):
    given = {name: value for name, value in _named(data).items() if value is not None}
    found = [each for each in store.values() if all(each[name] == value for name, value in given.items()) and wanted(each)]
    try:
        shown, token = page(found, data.get("MaxResults") or 50, data.get("NextToken"))
    except ValueError:
        return error_response_json("InvalidNextTokenException", "The next token is not valid.", 400)
    return json_response({list_name: shown, **({"NextToken": token} if token else {})})


def _pull_into_bounds(service, target):
    """A target takes its service's count into its bounds.

    https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html
    """
    count = min(max(service["desiredCount"], target["MinCapacity"]), target["MaxCapacity"])
    if count != service["desiredCount"]:
        ecs._update_service({"cluster": service["clusterArn"], "service": service["serviceName"], "desiredCount": count})


def _ecs_service(data):
    service = ecs._services.get(data["ResourceId"].removeprefix("service/"))
    return service if service and service["status"] == "ACTIVE" else None


def _named(data):
    return {name: data.get(name) for name in ("ServiceNamespace", "ResourceId", "ScalableDimension")}


def _key(data):
    return tuple(_named(data).values())


def _arn(kind, name):
    service = SERVICE if kind == "scalable-target" else "autoscaling"
    separator = "/" if kind == "scalable-target" else ":"
    return f"arn:aws:{service}:{get_region()}:{get_account_id()}:{kind}{separator}{name}"


def _invalid(message):
    return error_response_json("ValidationException", message, 400)


def _missing(what, data):
    place = f"service namespace: {data['ServiceNamespace']}, resource ID: {data['ResourceId']}, scalable dimension: {data['ScalableDimension']}"
    return error_response_json("ObjectNotFoundException", f"No {what} found for {place}", 400)
