"""How many calls of Route 53 an account may make, where a test says it: without that there is no limit.

The tag ``sandbox:requests-per-second`` of any hosted zone of the account says how many of all its calls together are answered
within a second; AWS has 5. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests
The calls of a test that watches and of the sandbox's DNS server do not count, which their user agents tell: on AWS nobody would
make them.
"""

import time
from collections import deque

from ministack.core.responses import get_account_id
from ministack.services import route53

from .hooks import replaces
from .hosted_zones import tags_of

RATE = "sandbox:requests-per-second"
WATCHERS = ("sandbox-watcher", "sandbox-dns")
_answered: dict[str, deque] = {}


@replaces(route53, "handle_request")
async def handle_request(original, method, path, headers, body, query_params):
    """Refuses what is too much."""
    user_agent = headers.get("user-agent", "")
    if not any(watcher in user_agent for watcher in WATCHERS) and _is_too_much():
        return route53._error_response("Throttling", "Rate exceeded", 400)
    return await original(method, path, headers, body, query_params)


def _is_too_much():
    rates = [tags_of(zone_id)[RATE] for zone_id in route53._zones if RATE in tags_of(zone_id)]
    if not rates:
        return False
    answered, now = _answered.setdefault(get_account_id(), deque()), time.monotonic()
    while answered and answered[0] <= now - 1:
        answered.popleft()
    if len(answered) >= int(rates[0]):
        return True
    answered.append(now)
    return False
