"""Hosted zones with name servers of their own, and those that another AWS service keeps.

A zone's tag ``sandbox:linked-service`` names that service, such as ``servicediscovery.amazonaws.com``.
"""

from xml.etree.ElementTree import SubElement

from ministack.services import route53

from . import name_servers
from .hooks import replaces

LINKED_SERVICE = "sandbox:linked-service"


def tags_of(zone_id):
    """The tags of a hosted zone, by their keys."""
    return route53._tags.get(("hostedzone", zone_id), {})


@replaces(route53, "_default_records")
def default_records(original, zone_name):
    """SOA and NS of a new zone name its own servers. Zones of one name have different ones."""
    records = original(zone_name)
    zone = list(route53._zones.values())[-1]
    servers = [f"{server}." for server in _servers_of(zone)]
    for record in records:
        if record["Type"] == "NS":
            record["ResourceRecords"] = servers
        else:
            record["ResourceRecords"] = [f"{servers[0]} {value.split(' ', 1)[1]}" for value in record["ResourceRecords"]]
    return records


@replaces(route53, "_build_zone_location_el")
def build_zone_location_el(original, parent, zone):
    """What CreateHostedZone tells of where the zone is served."""
    if zone.get("private"):
        original(parent, zone)
    else:
        _add_delegation_set(parent, zone)


@replaces(route53, "_get_hosted_zone")
def get_hosted_zone(original, zone_id):
    """A public zone with its delegation set.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html
    """
    zone = route53._zones.get(zone_id)
    if zone is None or zone.get("private"):
        return original(zone_id)

    def build(root):
        route53._build_hosted_zone_el(root, zone)
        _add_delegation_set(root, zone)

    return route53._xml_response("GetHostedZoneResponse", build)


@replaces(route53, "_build_hosted_zone_el")
def build_hosted_zone_el(original, parent, zone):
    """Tells the service that keeps the zone, in answers about one and in lists."""
    original(parent, zone)
    service = tags_of(zone["id"]).get(LINKED_SERVICE)
    if service:
        linked = SubElement(parent[-1], "LinkedService")
        SubElement(linked, "ServicePrincipal").text = service
        SubElement(linked, "Description").text = _namespace(zone)


@replaces(route53, "_delete_hosted_zone")
def delete_hosted_zone(original, zone_id):
    """Not one that another service keeps."""
    return kept_by_another_service(zone_id) or original(zone_id)


def kept_by_another_service(zone_id):
    """The answer to a change of a zone that another service keeps, else None.

    As in amazon-archives/service-discovery-ecs-dns#44.
    """
    zone, service = route53._zones.get(zone_id), tags_of(zone_id).get(LINKED_SERVICE)
    if zone is None or not service:
        return None
    message = f"The resource hostedzone/{zone_id} can only be managed through {service} ({_namespace(zone)})"
    return route53._error_response("AccessDenied", message, 403)


def _servers_of(zone):
    return name_servers.OF_PRIVATE_ZONES if zone.get("private") else name_servers.of_public_zone(zone["id"])


def _add_delegation_set(parent, zone):
    names = SubElement(SubElement(parent, "DelegationSet"), "NameServers")
    for server in _servers_of(zone):
        SubElement(names, "NameServer").text = server


def _namespace(zone):
    return f"arn:aws:servicediscovery:us-east-1:{route53.get_account_id()}:namespace/ns-{zone['id'].lower()}"
