"""Load balancers with the names, hosted zones, attributes and weighted actions of AWS.

The tag ``sandbox:addresses`` of one says where it listens, as addresses with commas between them.
"""

import ipaddress
import re

from ministack.core.responses import get_account_id, get_region
from ministack.services import alb

from .hooks import replaces
from .load_balancer_zones import zone_of

# Defaults: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
ATTRIBUTES = {
    "application": {
        "idle_timeout.timeout_seconds": "60",
        "client_keep_alive.seconds": "3600",
        "routing.http2.enabled": "true",
        "routing.http.drop_invalid_header_fields.enabled": "false",
    },
    "network": {"load_balancing.cross_zone.enabled": "false"},
}
ADDRESSES = "sandbox:addresses"
LIMITS = {
    "client_keep_alive.seconds": (60, 604800),
    "idle_timeout.timeout_seconds": (1, 4000),
    "deregistration_delay.timeout_seconds": (0, 3600),
}


@replaces(alb, "_create_lb")
def create_lb(original, params):
    """Names, ARN and attributes by type and scheme."""
    kind = alb._p(params, "Type") or "application"
    if zone_of(get_region(), kind) is None:
        return alb._error("ValidationError", f"The sandbox has no {kind} load balancers in {get_region()}")
    before = set(alb._lbs)
    response = original(params)
    for arn in set(alb._lbs) - before:
        _finish(arn)
        return alb._xml(200, "CreateLoadBalancer", f"<LoadBalancers>{alb._lb_xml(_newest())}</LoadBalancers>")
    return response


@replaces(alb, "_lb_xml")
def lb_xml(original, lb):
    """The hosted zone of its region and type, for aliases."""
    zone = zone_of(lb["LoadBalancerArn"].split(":")[3], lb["Type"])
    return re.sub("(<CanonicalHostedZoneId>)[^<]*", rf"\g<1>{zone}", original(lb))


@replaces(alb, "_describe_lbs")
def describe_lbs(original, params):
    """All that are named, or an error."""
    known = {key: {lb[key] for lb in alb._lbs.values()} for key in ("LoadBalancerArn", "LoadBalancerName")}
    arns, names = (alb._parse_member_list(params, key) for key in ("LoadBalancerArns", "Names"))
    if set(arns) <= known["LoadBalancerArn"] and set(names) <= known["LoadBalancerName"]:
        return original(params)
    return alb._error("LoadBalancerNotFound", "One or more load balancers not found")


@replaces(alb, "_delete_lb")
def delete_lb(original, params):
    """Its listeners go with it."""
    arn = alb._p(params, "LoadBalancerArn")
    for listener in [key for key, value in alb._listeners.items() if value["LoadBalancerArn"] == arn]:
        alb._delete_listener({"ListenerArn": [listener]})
    return original(params)


@replaces(alb, "_modify_lb_attrs")
def modify_lb_attrs(original, params):
    """Within limits, and only those that its type has."""
    lb = alb._lbs.get(alb._p(params, "LoadBalancerArn"))
    return (lb and _of_another_type(lb, params)) or _beyond_limits(params) or original(params)


@replaces(alb, "_modify_tg_attrs")
def modify_tg_attrs(original, params):
    """Within limits."""
    return _beyond_limits(params) or original(params)


@replaces(alb, "_parse_actions")
def parse_actions(original, params, prefix="DefaultActions"):
    """Forward actions to several target groups with weights. One to a single group can be said in either form."""
    actions = original(params, prefix)
    for index, action in enumerate(actions, 1):
        if action["Type"] != "forward":
            continue
        base = f"{prefix}.member.{index}.ForwardConfig.TargetGroups.member"
        groups, number = [], 1
        while arn := alb._p(params, f"{base}.{number}.TargetGroupArn"):
            groups.append({"TargetGroupArn": arn, "Weight": alb._p(params, f"{base}.{number}.Weight") or "1"})
            number += 1
        action["_groups"] = groups or [{"TargetGroupArn": action.get("TargetGroupArn", ""), "Weight": "1"}]
        if len(groups) == 1:
            action["TargetGroupArn"] = groups[0]["TargetGroupArn"]
    return actions


@replaces(alb, "_action_xml")
def action_xml(original, a):
    """A forward action tells its groups with weights, and of one group its ARN too."""
    members = "".join(
        f"<member><TargetGroupArn>{group['TargetGroupArn']}</TargetGroupArn><Weight>{group['Weight']}</Weight></member>"
        for group in a.get("_groups", [])
    )
    forward = f"<ForwardConfig><TargetGroups>{members}</TargetGroups></ForwardConfig>" if members else ""
    return original(a).removesuffix("</member>") + f"{forward}</member>"


@replaces(alb, "_describe_tgs")
def describe_tgs(original, params):
    """A target group belongs to the load balancers whose listeners and rules forward to it now."""
    for arn, group in alb._tgs.items():
        users = [rule["ListenerArn"] for rule in alb._rules.values() if arn in _groups_of(rule)]
        group["LoadBalancerArns"] = sorted({alb._listeners[user]["LoadBalancerArn"] for user in users if user in alb._listeners})
    return original(params)


def addresses_of(name, kind):
    """The addresses of the load balancer with this DNS name, of whichever account and region, for a question of type A or AAAA.

    Those of IPv6 only where it has them (dualstack): https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetIpAddressType.html
    """
    wanted = name.lower().rstrip(".").removeprefix("dualstack.")
    for (account, _, arn), lb in alb._lbs._data.items():
        if lb["DNSName"].lower() != wanted:
            continue
        tags = {tag["Key"]: tag["Value"] for tag in alb._tags._data.get((account, arn), [])}
        version = {"A": 4, "AAAA": 6}.get(kind)
        if version == 6 and not lb["IpAddressType"].startswith("dualstack"):
            return []
        given = [address.strip() for address in tags.get(ADDRESSES, "").split(",") if address.strip()]
        return [address for address in given if ipaddress.ip_address(address).version == version]
    return []


def _finish(arn):
    lb, region = alb._lbs[arn], get_region()
    name, number = lb["LoadBalancerName"], arn.rsplit("/", 1)[-1]
    common = [attribute for attribute in alb._lb_attrs[arn] if attribute["Key"] not in ATTRIBUTES["application"]]
    alb._lb_attrs[arn] = common + [{"Key": key, "Value": value} for key, value in ATTRIBUTES.get(lb["Type"], {}).items()]
    if lb["Type"] == "network":
        lb["DNSName"] = f"{name}-{number}.elb.{region}.amazonaws.com"
        lb["LoadBalancerArn"] = f"arn:aws:elasticloadbalancing:{region}:{get_account_id()}:loadbalancer/net/{name}/{number}"
        for store in (alb._lbs, alb._tags, alb._lb_attrs):
            store[lb["LoadBalancerArn"]] = store.pop(arn)
        return
    prefix = "internal-" if lb["Scheme"] == "internal" else ""
    lb["DNSName"] = f"{prefix}{name}-{int(number, 36) % 10**10}.{region}.elb.amazonaws.com"


def _newest():
    return list(alb._lbs.values())[-1]


def _groups_of(rule):
    actions = rule.get("Actions", [])
    return {group["TargetGroupArn"] for action in actions for group in action.get("_groups", [])}


def _attributes_in(params):
    number = 1
    while key := alb._p(params, f"Attributes.member.{number}.Key"):
        yield key, alb._p(params, f"Attributes.member.{number}.Value")
        number += 1


def _beyond_limits(params):
    for key, value in _attributes_in(params):
        least, most = LIMITS.get(key, (None, None))
        if least is not None and not (value.isdigit() and least <= int(value) <= most):
            return alb._error("InvalidConfigurationRequest", f"The value of '{key}' must be between {least} and {most}")
    return None


def _of_another_type(lb, params):
    others = {key for kind, attributes in ATTRIBUTES.items() if kind != lb["Type"] for key in attributes}
    for key, _ in _attributes_in(params):
        if key in others - set(ATTRIBUTES.get(lb["Type"], {})):
            message = f"Load balancer attribute key '{key}' is not supported on load balancers with type '{lb['Type']}'"
            return alb._error("InvalidConfigurationRequest", message)
    return None
