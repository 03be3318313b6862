"""Route 53 with the rules of real AWS, names as AWS keeps them, and changes that take a while to be INSYNC.

A hosted zone's tag ``sandbox:insync-seconds`` says how long its changes stay PENDING; without it GetChange answers
PENDING once. Its tag ``sandbox:batch-seconds`` says how long it is busy with a batch, and takes no other one.
"""

import re
import time

from ministack.services import route53

from . import record_rules, traffic_policies
from .hooks import replaces
from .hosted_zones import kept_by_another_service, tags_of

INSYNC_SECONDS = "sandbox:insync-seconds"
BATCH_SECONDS = "sandbox:batch-seconds"
_insync_at: dict[str, float] = {}
_last_batch_at: dict[str, float] = {}


@replaces(route53, "_normalise_name")
def normalise_name(original, name):
    """Names are in lower case, and what is not a letter, digit, hyphen, underscore or dot is an octal code: ``\\052`` for *.

    https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
    """
    escape = lambda found: found[0] if len(found[0]) == 4 else f"\\{ord(found[0]):03o}"  # noqa: E731
    return re.sub(r"\\\d{3}|[^a-z0-9_.-]", escape, original(name).lower())


@replaces(route53, "_parse_record_set")
def parse_record_set(original, el):
    """Target names of aliases are in lower case too."""
    record = original(el)
    if "AliasTarget" in record:
        record["AliasTarget"]["DNSName"] = route53._normalise_name(record["AliasTarget"]["DNSName"])
    return record


@replaces(route53, "_create_hosted_zone")
def create_hosted_zone(original, body, query_params):
    """A caller reference makes one zone, once: https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html."""
    root = route53._parse_body(body)
    if root is not None and route53._text(root, "CallerReference") in route53._caller_refs:
        message = "A hosted zone has already been created with the specified caller reference."
        return route53._error_response("HostedZoneAlreadyExists", message, 409)
    return original(body, query_params)


@replaces(route53, "_change_resource_record_sets")
def change_resource_record_sets(original, zone_id, body):
    """Refuses what Route 53 refuses, before ministack changes anything."""
    root, zone = route53._parse_body(body), route53._zones.get(zone_id)
    if root is None or zone is None:
        return original(zone_id, body)
    refused = kept_by_another_service(zone_id) or _busy(zone_id)
    if refused:
        return refused
    changes = _changes_in(root)
    kept = traffic_policies.refusal(zone_id, changes)
    refusal = ("InvalidChangeBatch", f"[{kept}]") if kept else record_rules.refusal(zone, route53._records[zone_id], changes)
    if refusal:
        return route53._error_response(*refusal)
    before = set(route53._changes)
    response = original(zone_id, body)
    _last_batch_at[zone_id] = time.time()
    seconds = tags_of(zone_id).get(INSYNC_SECONDS)
    if seconds:
        _insync_at.update(dict.fromkeys(set(route53._changes) - before, time.time() + float(seconds)))
    return response


@replaces(route53, "_get_change")
def get_change(original, change_id):
    """Answers PENDING until the change's time has come, where its zone set one."""
    change, due = route53._changes.get(change_id), _insync_at.get(change_id)
    if change and due:
        change["status"] = "INSYNC" if time.time() >= due else "PENDING"
        response = original(change_id)
        change["status"] = "PENDING"
        return response
    return original(change_id)


def _busy(zone_id):
    """The answer while the zone is busy with an earlier batch, else None. As in pcorliss/ruby_route_53#34."""
    until = _last_batch_at.get(zone_id, 0) + float(tags_of(zone_id).get(BATCH_SECONDS, 0))
    if time.time() >= until:
        return None
    message = "The request was rejected because Route 53 was still processing a prior request."
    return route53._error_response("PriorRequestNotComplete", message)


def _changes_in(root):
    batch = route53._find(root, "ChangeBatch")
    changes = None if batch is None else route53._find(batch, "Changes")
    if changes is None:
        return []
    return [
        (route53._text(change, "Action"), route53._parse_record_set(route53._find(change, "ResourceRecordSet")))
        for change in route53._findall(changes, "Change")
    ]
