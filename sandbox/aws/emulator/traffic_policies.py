"""Record sets that a traffic policy instance keeps.

A hosted zone's tag ``sandbox:traffic-policy/NAME/TYPE`` says that the record sets of that name and type belong to the instance
whose id is its value. They are listed with that id in place of TTL and values.
"""

from xml.etree.ElementTree import SubElement

from ministack.services import route53

from .hooks import replaces
from .hosted_zones import tags_of

TRAFFIC_POLICY = "sandbox:traffic-policy/"
CONTENTS = ("TTL", "AliasTarget", "ResourceRecords")
INSTANCE = "TrafficPolicyInstanceId"


def instances_of(zone_id):
    """The ids of the instances, by name and type of their record sets."""
    kept = {}
    for key, instance in tags_of(zone_id).items():
        if key.startswith(TRAFFIC_POLICY):
            name, kind = key.removeprefix(TRAFFIC_POLICY).rsplit("/", 1)
            kept[route53._normalise_name(name), kind] = instance
    return kept


def refusal(zone_id, changes):
    """The message for a change of what an instance keeps, else None.

    Stricter than AWS, which takes at least the delete: the instance then has no record, and is still paid for.
    https://docs.aws.amazon.com/Route53/latest/APIReference/API_Change.html
    """
    kept = instances_of(zone_id)
    for _, record in changes:
        instance = kept.get((record["Name"], record["Type"]))
        if instance:
            return f"RRSet with DNS name {record['Name']}, type {record['Type']} belongs to traffic policy instance {instance}"
    return None


@replaces(route53, "_list_resource_record_sets")
def list_resource_record_sets(original, zone_id, query_params):
    """What is kept by an instance is shown so."""
    kept, records = instances_of(zone_id), route53._records.get(zone_id)
    if not kept or records is None:
        return original(zone_id, query_params)
    route53._records[zone_id] = [_shown(record, kept.get((record["Name"], record["Type"]))) for record in records]
    try:
        return original(zone_id, query_params)
    finally:
        route53._records[zone_id] = records


@replaces(route53, "_build_record_set_el")
def build_record_set_el(original, parent, rs):
    """Tells the instance's id."""
    original(parent, rs)
    if INSTANCE in rs:
        SubElement(parent[-1], INSTANCE).text = rs[INSTANCE]


def _shown(record, instance):
    if instance is None:
        return record
    return {key: value for key, value in record.items() if key not in CONTENTS} | {INSTANCE: instance}
