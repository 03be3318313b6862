"""Roles that ministack holds, by their ARN."""

from ministack.services import iam


def role_of(arn):
    """The role of that ARN, or None."""
    if not arn or arn.count(":") != 5:
        return None
    return iam._roles.get_scoped(arn.split(":")[4], None, arn.rsplit("/", 1)[-1])


def tag_of(arn, key):
    """The value of that tag of the role, or None."""
    role = role_of(arn) or {}
    return next((tag["Value"] for tag in role.get("Tags") or [] if tag["Key"] == key), None)
