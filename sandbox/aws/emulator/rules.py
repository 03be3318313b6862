"""EventBridge rules that refuse what AWS refuses.

A rule's tag ``sandbox:managed-by`` makes it a managed rule, as services of AWS have them: nobody can make one by the API.
"""

from ministack.core.responses import error_response_json, json_response
from ministack.services import eventbridge

from . import clock
from .hooks import replaces
from .paging import page
from .permissions import pass_role_refusal

MANAGED_BY = "sandbox:managed-by"
MANAGED = (
    "This rule was created by an AWS service on behalf of your account. It is managed by that service. "
    "If you see this error in response to DeleteRule or RemoveTargets, you can use the Force parameter in those calls."
)


@replaces(eventbridge, "_now_ts")
def now(original):
    """Rules are made at the time that their schedule goes by."""
    return clock.now()


@replaces(eventbridge, "_validate_schedule_expression")
def validate_schedule_expression(original, expr):
    """``rate(1 minute)`` and ``rate(2 minutes)``, neither with the other's form.

    https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
    """
    if expr.startswith("rate(") and original(expr):
        value, unit = expr[len("rate(") : -1].split()
        return int(value) > 0 and unit.endswith("s") == (int(value) > 1)
    return original(expr)


@replaces(eventbridge, "_put_rule")
def put_rule(original, data):
    """What a call omits is gone, and the rule is on: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html."""
    if not data.get("ScheduleExpression") and not data.get("EventPattern"):
        return _invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.")
    if _managed(data.get("Name"), data):
        return _refuse_managed()
    tags = [tag for tag in data.get("Tags") or [] if tag["Key"] != MANAGED_BY]
    owner = [tag["Value"] for tag in data.get("Tags") or [] if tag["Key"] == MANAGED_BY]
    response = original({"State": "ENABLED", "Description": "", "RoleArn": "", **data, "Tags": tags})
    if owner and response[0] == 200:
        _rule(data["Name"], data)["ManagedBy"] = owner[0]
    return response


@replaces(eventbridge, "_delete_rule")
def delete_rule(original, data):
    """A rule goes only when its targets are gone."""
    if _managed(data.get("Name"), data) and not data.get("Force"):
        return _refuse_managed()
    if eventbridge._targets.get(_key(data.get("Name"), data)):
        return _invalid("Rule can't be deleted since it has targets.")
    return original(data)


@replaces(eventbridge, "_enable_rule")
def enable_rule(original, data):
    """Only a rule that is there, and is no service's own."""
    return _changeable(data.get("Name"), data) or original(data)


@replaces(eventbridge, "_disable_rule")
def disable_rule(original, data):
    """Only a rule that is there, and is no service's own."""
    return _changeable(data.get("Name"), data) or original(data)


@replaces(eventbridge, "_put_targets")
def put_targets(original, data):
    """A target in ECS says which task definition, and the caller may pass its role."""
    for target in data.get("Targets") or []:
        if ":ecs:" in target.get("Arn", "") and not target.get("EcsParameters"):
            return _invalid(f"Parameter(s) EcsParameters must be specified for target: {target.get('Id')}.")
        message = pass_role_refusal(target.get("RoleArn"), to="events.amazonaws.com")
        if message:
            return error_response_json("AccessDeniedException", message, 400)
    return _changeable(data.get("Rule"), data) or original(data)


@replaces(eventbridge, "_remove_targets")
def remove_targets(original, data):
    """Only those of a rule that is there; of a managed rule by force."""
    return _changeable(data.get("Rule"), data, forced=bool(data.get("Force"))) or original(data)


@replaces(eventbridge, "_list_targets_by_rule")
def list_targets_by_rule(original, data):
    """In pages, of a rule that is there."""
    if _rule(data.get("Rule"), data) is None:
        return _missing(data.get("Rule"), data)
    try:
        targets, token = page(eventbridge._targets.get(_key(data["Rule"], data)) or [], data.get("Limit") or 100, data.get("NextToken"))
    except ValueError:
        return _invalid("NextToken is not valid.")
    return json_response({"Targets": targets, **({"NextToken": token} if token else {})})


def _changeable(name, data, forced=False):
    """A refusal, or None."""
    if _rule(name, data) is None:
        return _missing(name, data)
    return _refuse_managed() if _managed(name, data) and not forced else None


def _key(name, data):
    return eventbridge._rule_key(name, data.get("EventBusName") or "default")


def _rule(name, data):
    return eventbridge._rules.get(_key(name, data))


def _managed(name, data):
    return bool((_rule(name, data) or {}).get("ManagedBy"))


def _refuse_managed():
    return error_response_json("ManagedRuleException", MANAGED, 400)


def _missing(name, data):
    message = f"Rule {name} does not exist on EventBus {data.get('EventBusName') or 'default'}."
    return error_response_json("ResourceNotFoundException", message, 400)


def _invalid(message):
    return error_response_json("ValidationException", message, 400)
