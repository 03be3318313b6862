"""Lists of load balancers, listeners, rules and target groups in pages, by Marker and PageSize.

https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html
"""

from urllib.parse import parse_qs
from xml.etree import ElementTree

from defusedxml.ElementTree import fromstring
from ministack.services import alb

from .hooks import replaces
from .paging import page

LISTS = {
    "DescribeLoadBalancers": "LoadBalancers",
    "DescribeTargetGroups": "TargetGroups",
    "DescribeListeners": "Listeners",
    "DescribeRules": "Rules",
}
MOST = 400

ElementTree.register_namespace("", alb.NS)


@replaces(alb, "handle_request")
async def handle_request(original, method, path, headers, body, query_params):
    """Cuts the answer to its page."""
    response = await original(method, path, headers, body, query_params)
    params = {**query_params, **parse_qs(body.decode())}
    list_name = LISTS.get(alb._p(params, "Action"))
    if list_name is None or response[0] != 200:
        return response
    size, marker = int(alb._p(params, "PageSize") or MOST), alb._p(params, "Marker")
    root = fromstring(response[2])
    members = root.find(f".//{{{alb.NS}}}{list_name}")
    if not marker and len(members) <= size:
        return response
    try:
        shown, following = page(list(members), size, marker)
    except ValueError:
        return alb._error("ValidationError", f"'{marker}' is not a valid marker")
    members[:] = shown
    if following:
        ElementTree.SubElement(root[0], f"{{{alb.NS}}}NextMarker").text = following
    return response[0], response[1], ElementTree.tostring(root)
