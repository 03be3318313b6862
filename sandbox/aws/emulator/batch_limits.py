"""How much Route 53 takes in one batch of changes. Rules only: nothing here knows ministack.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests-changeresourcerecordsets
The messages are those of real AWS: DNSControl/dnscontrol#1114 and #908.
"""

MOST_RECORDS = 1000
MOST_CHARACTERS = 32_000


def refusal(changes):
    """The message for a batch that is too large, else None. ``changes`` are pairs of action and record set."""
    records = sum(_times(action) * max(1, len(_values(record))) for action, record in changes)
    characters = sum(_times(action) * len(value) for action, record in changes for value in _values(record))
    if records > MOST_RECORDS:
        return f"Number of records limit of {MOST_RECORDS} exceeded."
    if characters > MOST_CHARACTERS:
        return f"RDATA character limit of {MOST_CHARACTERS} exceeded."
    return None


def _times(action):
    return 2 if action == "UPSERT" else 1


def _values(record):
    return record.get("ResourceRecords") or []
