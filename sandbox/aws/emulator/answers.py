"""What a name server of Route 53 answers from the records of a hosted zone. Rules only: nothing here knows ministack.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html
"""

import random

LONGEST_CHAIN = 8


def answer(zone, records, question, addresses_of):
    """The response code and the values, in their order: those of the CNAMEs that lead there come first.

    ``zone`` has the id and name; ``records`` are the record sets in it; ``question`` is a name in lower case that ends in a dot,
    and a type. ``addresses_of(name, type)`` are those of a load balancer. Health is not looked at.
    """
    name, kind = question
    values = []
    for _ in range(LONGEST_CHAIN):
        if not _within(name, zone["name"]):
            return ("NOERROR" if values else "REFUSED"), values
        owner = _owner(zone, records, name)
        if owner is None:
            return "NXDOMAIN", values
        found = _values(zone, records, (owner, kind), addresses_of)
        if found or kind == "CNAME":
            return "NOERROR", values + found
        leads_to = _values(zone, records, (owner, "CNAME"), addresses_of)
        if not leads_to:
            return "NOERROR", values
        values += leads_to
        name = leads_to[0].lower().rstrip(".") + "."
    return "SERVFAIL", []


def _owner(zone, records, name):
    """Whose records answer for the name: its own, or those of a wildcard; None where there is no such name.

    A name that lies above a record exists, without records: https://www.rfc-editor.org/rfc/rfc4592#section-2.2.2
    """
    names = {record["Name"] for record in records}
    exists = lambda wanted: wanted in names or any(other.endswith(f".{wanted}") for other in names)  # noqa: E731
    if exists(name):
        return name
    above = name.split(".", 1)[1]
    while above != zone["name"] and not exists(above):
        above = above.split(".", 1)[1]
    wildcard = rf"\052.{above}"
    return wildcard if wildcard in names else None


def _values(zone, records, question, addresses_of, depth=0):
    name, kind = question
    members = [record for record in records if (record["Name"], record["Type"]) == question]
    if not members or depth > LONGEST_CHAIN:
        return []
    if "MultiValueAnswer" in members[0]:
        return [value for member in members[:8] for value in member.get("ResourceRecords") or []]
    member = _drawn(members)
    target = member.get("AliasTarget")
    if target is None:
        return list(member.get("ResourceRecords") or [])
    if target["HostedZoneId"] != zone["id"]:
        return addresses_of(target["DNSName"], kind)
    owner = _owner(zone, records, target["DNSName"])
    return _values(zone, records, (owner, kind), addresses_of, depth + 1)


def _drawn(members):
    """The member that answers this time: by weights, evenly where all are 0; else the first, or the primary."""
    if "Weight" in members[0]:
        weights = [member["Weight"] for member in members]
        return random.choices(members, weights if any(weights) else None)[0]
    return next((member for member in members if member.get("Failover") == "PRIMARY"), members[0])


def _within(name, zone):
    return name == zone or name.endswith(f".{zone}")
