"""TestDNSAnswer, which ministack lacks.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_TestDNSAnswer.html
"""

from xml.etree.ElementTree import SubElement

from ministack.services import route53

from . import name_servers
from .answers import answer
from .hooks import replaces
from .load_balancing import addresses_of

PATH = f"/{route53.API_VERSION}/testdnsanswer"


@replaces(route53, "handle_request")
async def handle_request(original, method, path, headers, body, query_params):
    """Answers from the records of a public zone, as its name servers do."""
    if (method, path.rstrip("/")) != ("GET", PATH):
        return await original(method, path, headers, body, query_params)
    given = {key: value[0] if isinstance(value, list) else value for key, value in query_params.items()}
    zone_id, name, kind = (given.get(key, "") for key in ("hostedzoneid", "recordname", "recordtype"))
    zone = route53._zones.get(zone_id.removeprefix("/hostedzone/"))
    if zone is None:
        return route53._error_response("NoSuchHostedZone", f"No hosted zone found with ID: {zone_id}", 404)
    if zone.get("private"):
        return route53._error_response("InvalidInput", f"Hosted zone {zone_id} is private: only public ones can be asked")
    return _response(zone, name, kind)


def _response(zone, name, kind):
    question = (route53._normalise_name(name), kind)
    code, values = answer(zone, route53._records[zone["id"]], question, addresses_of)

    def build(root):
        SubElement(root, "Nameserver").text = name_servers.of_public_zone(zone["id"])[0]
        SubElement(root, "RecordName").text = name
        SubElement(root, "RecordType").text = kind
        data = SubElement(root, "RecordData")
        for value in values:
            SubElement(data, "RecordDataEntry").text = value
        SubElement(root, "ResponseCode").text = code
        SubElement(root, "Protocol").text = "UDP"

    return route53._xml_response("TestDNSAnswerResponse", build)
