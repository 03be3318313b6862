"""Lists in pages, as AWS gives them: with a token that is opaque to the caller."""

import base64


def page(items, size, token):
    """The page that the token names, the first without one, and the token of the next page or None.

    Raises ValueError for a token that no answer had.
    """
    start = int(base64.urlsafe_b64decode(token.encode()).decode().removeprefix("from ")) if token else 0
    rest = start + size
    following = base64.urlsafe_b64encode(f"from {rest}".encode()).decode() if rest < len(items) else None
    return items[start:rest], following
