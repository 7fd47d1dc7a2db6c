"""Where a list goes on, as a word that can stand in an address and means nothing to people."""

from __future__ import annotations

import base64

from imagegraph.errors import BadParameter


def cursor_of(text: str) -> str:
    """The cursor for the place after something."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def text_of(cursor: str) -> str:
    """What a cursor stands for.

    Raises:
        BadParameter: it is none that was given out.
    """
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except ValueError:
        raise BadParameter(
            "This cursor is none that was given out. Use `next` of the page before, or leave it out.",
            parameter="cursor", value=cursor[:200],
        ) from None  # fmt: skip
