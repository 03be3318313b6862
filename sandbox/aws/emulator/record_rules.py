"""What Route 53 refuses in a batch of changes and ministack takes. Rules only: nothing here knows ministack.

The messages are those of real AWS, as public issues show them: hashicorp/terraform-provider-aws#11485 and #15706,
kubernetes-sigs/external-dns#1411, aws/aws-sdk-go-v2#518.
"""

import ipaddress

from . import batch_limits
from .load_balancer_zones import zone_id_of

POLICIES = ("Weight", "Region", "Failover", "GeoLocation", "MultiValueAnswer", "CidrRoutingConfig")
ADDRESSES = {"A": (4, "ARRDATAIllegalIPv4Address"), "AAAA": (6, "AAAARRDATAIllegalIPv6Address")}


def refusal(zone, records, changes):
    """The error code and message for this batch, or None when Route 53 takes it.

    ``zone`` has the id and name; ``records`` are the record sets in it; ``changes`` are pairs of action and record set,
    with names in lower case that end in a dot.
    """
    if not changes:
        return "InvalidInput", "Invalid XML ; cvc-complex-type.2.4.b: The content of element 'Changes' is not complete."
    for action, record in changes:
        message = _malformed(action, record)
        if message:
            return "InvalidInput", message
    too_large = batch_limits.refusal(changes)
    if too_large:
        return "InvalidChangeBatch", f"[{too_large}]"
    messages, current = [], {_key(record): record for record in records}
    for action, record in changes:
        message = _forbidden(zone, current, action, record)
        if message:
            messages.append(message)
        elif action == "DELETE":
            del current[_key(record)]
        else:
            current[_key(record)] = record
    messages = messages or _bad_as_a_whole(zone, current, changes)
    return ("InvalidChangeBatch", f"[{', '.join(messages)}]") if messages else None


def _malformed(action, record):
    """What is wrong with one record set by itself."""
    place = f"in Change with [Action={action}, Name={record['Name']}, Type={record['Type']}, SetIdentifier={record.get('SetIdentifier', 'null')}]"
    contents = "[AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]"
    plain = "TTL" in record or bool(record.get("ResourceRecords"))
    if "AliasTarget" in record and plain:
        return f"Invalid request: Expected exactly one of {contents}, but found more than one {place}"
    if "AliasTarget" not in record and not ("TTL" in record and record.get("ResourceRecords")):
        return f"Invalid request: Expected exactly one of {contents}, but found none {place}"
    policies = [policy for policy in POLICIES if policy in record]
    if policies and not record.get("SetIdentifier"):
        return f"Invalid request: Missing field 'SetIdentifier' {place}"
    if len(policies) != bool(record.get("SetIdentifier")):
        found = "more than one" if policies else "none"
        return f"Invalid request: Expected exactly one of [{', '.join(POLICIES[:-1])}, or {POLICIES[-1]}], but found {found} {place}"
    if not 0 <= record.get("Weight", 0) <= 255:
        constraint = "less than or equal to 255" if record["Weight"] > 255 else "greater than or equal to 0"
        return (
            f"1 validation error detected: Value '{record['Weight']}' at 'changeBatch.changes.1.member.resourceRecordSet.weight' "
            f"failed to satisfy constraint: Member must have value {constraint}"
        )
    return None


def _forbidden(zone, current, action, record):
    """What is wrong with one change, after those before it in the batch."""
    name, kind, apex = record["Name"], record["Type"], zone["name"]
    existing = current.get(_key(record))
    if name != apex and not name.endswith(f".{apex}"):
        return f"RRSet with DNS name {name} is not permitted in zone {apex}"
    if action == "DELETE":
        return _not_deletable(existing, record)
    if action == "CREATE" and existing:
        return f"Tried to create resource record set {_label(record)} but it already exists"
    return _bad_value(record) or _conflict(apex, current, record) or _bad_alias(zone, current, record)


def _not_deletable(existing, record):
    what = f"Tried to delete resource record set {_label(record)} but"
    if existing is None:
        return f"{what} it was not found"
    if _contents(existing) != _contents(record):
        return f"{what} the values provided do not match the current values"
    return None


def _bad_value(record):
    version, fault = ADDRESSES.get(record["Type"], (None, None))
    for value in record.get("ResourceRecords") or [] if version else []:
        try:
            good = ipaddress.ip_address(value).version == version
        except ValueError:
            good = False
        if not good:
            return f"Invalid Resource Record: 'FATAL problem: {fault} (Value is not a valid IPv{version} address) encountered with '{value}''"
    return None


def _conflict(apex, current, record):
    """What the record set cannot stand beside."""
    name, kind = record["Name"], record["Type"]
    others = [other for other in current.values() if other["Name"] == name and _key(other) != _key(record)]
    if kind == "CNAME" and name == apex:
        return f"RRSet of type CNAME with DNS name {name} is not permitted at apex in zone {apex}"
    if kind == "CNAME" and any(other["Type"] != "CNAME" for other in others):
        return f"RRSet of type CNAME with DNS name {name} is not permitted as it conflicts with other records with the same DNS name in zone {apex}"
    if kind != "CNAME" and any(other["Type"] == "CNAME" for other in others):
        return (
            f"RRSet of type {kind} with DNS name {name} is not permitted because a conflicting RRSet of type CNAME "
            f"with the same DNS name already exists in zone {apex}"
        )
    siblings = [other for other in others if other["Type"] == kind]
    if siblings and not record.get("SetIdentifier"):
        return f"RRSet with DNS name {name}, type {kind} cannot be created as other RRSets exist with the same name and type."
    policy = _policy(record)
    if any(_policy(other) != policy for other in siblings):
        kind_of_set = "weighted" if policy == "Weight" else policy.lower()
        return (
            f"RRSet with DNS name {name}, type {kind}, SetIdentifier {record['SetIdentifier']} "
            f"cannot be created as a non-{kind_of_set} set exists with the same name and type."
        )
    return None


def _bad_alias(zone, current, record):
    target = record.get("AliasTarget")
    if not target:
        return None
    name, zone_id, kind = target["DNSName"], target["HostedZoneId"], record["Type"]
    what = f"Tried to create an alias that targets {name}, type {kind} in zone {zone_id}, but"
    absent = f"{what} that target was not found"
    outside = f"{what} the alias target name does not lie within the target zone, {absent}"
    if zone_id != zone["id"]:
        return outside if zone_id_of(name) not in (None, zone_id) else None
    if name != zone["name"] and not name.endswith(f".{zone['name']}"):
        return outside
    found = any(other["Name"] == name and other["Type"] == kind for other in current.values())
    return None if found else absent


def _bad_as_a_whole(zone, current, changes):
    """What is wrong with the zone after the whole batch."""
    apex = {kind for name, kind, _ in current if name == zone["name"]}
    if "SOA" not in apex:
        return ["A HostedZone must contain exactly one SOA record."]
    if "NS" not in apex:
        return ["A HostedZone must contain at least one NS record for the zone itself."]
    for _, record in changes:
        ttls = {str(other["TTL"]) for other in current.values() if _key(other)[:2] == _key(record)[:2] and "TTL" in other}
        if "Weight" in record and len(ttls) > 1:
            return [
                f"RRSet with DNS name {record['Name']}, type {record['Type']}, SetIdentifier {record['SetIdentifier']} "
                "cannot be created as weighted sets must contain the same TTL."
            ]
    return []


def _key(record):
    return record["Name"], record["Type"], record.get("SetIdentifier", "")


def _policy(record):
    return next((policy for policy in POLICIES if policy in record), "simple")


def _label(record):
    identifier = f", set identifier='{record['SetIdentifier']}'" if record.get("SetIdentifier") else ""
    return f"[name='{record['Name']}', type='{record['Type']}'{identifier}]"


def _contents(record):
    """All that a DELETE must repeat; the order of values aside."""
    return {**record, "TTL": str(record.get("TTL")), "ResourceRecords": sorted(record.get("ResourceRecords") or [])}
