"""Which name servers a hosted zone has, by its id. Rules only: nothing here knows ministack."""

import hashlib

# The number of a server tells its top-level domain, and its number by 8 the domain: ns-1234.awsdns-26.org.
# https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html
STRIPES = ("com", "net", "org", "co.uk")
SERVERS = 512
# Every private zone has these, and no delegation set.
OF_PRIVATE_ZONES = ["ns-0.awsdns-00.com", "ns-512.awsdns-00.net", "ns-1024.awsdns-00.org", "ns-1536.awsdns-00.co.uk"]


def of_public_zone(zone_id):
    """The four names, without the last dot, always the same ones for a zone."""
    digest = hashlib.sha256(zone_id.encode()).digest()
    numbers = [int.from_bytes(digest[2 * stripe : 2 * stripe + 2]) % SERVERS for stripe in range(len(STRIPES))]
    return [
        f"ns-{stripe * SERVERS + number}.awsdns-{number // 8:02d}.{STRIPES[stripe]}" for stripe, number in enumerate(numbers)
    ]
