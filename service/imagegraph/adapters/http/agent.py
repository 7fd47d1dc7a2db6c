"""Who we say that we are."""

from __future__ import annotations

import re
from importlib.metadata import version

from imagegraph.errors import BadParameter

_CONTACT = re.compile(r"[\w.+%-]+@[\w.-]+\.\w+", re.ASCII)


def user_agent(contact: str) -> str:
    """The User-Agent header: name, version, and whom to write to.

    Raises:
        BadParameter: the contact is no mail address.
    """
    contact = contact.strip().removeprefix("mailto:")
    if contact and not _CONTACT.fullmatch(contact):
        raise BadParameter(f"IMAGEGRAPH_CONTACT, {contact!r}, is no mail address.", value=contact)
    about = f" (mailto:{contact})" if contact else ""
    return f"imagegraph/{version('imagegraph')}{about}"
