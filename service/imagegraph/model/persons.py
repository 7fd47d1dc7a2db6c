"""Persons by the identity that a provider of OpenID Connect vouches for.

An identity is an ORCID iD, `https://orcid.org/0000-…`, or `ISSUER SUBJECT`: the address of the provider and what it
calls the person, which together are one person for ever
(https://openid.net/specs/openid-connect-core-1_0.html#ClaimStability).
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from imagegraph.errors import BadParameter
from imagegraph.model.identifiers import identify

#: issuer whose subjects are ORCID iDs
ORCID = "https://orcid.org"
_LONGEST_ISSUER = 300
#: OpenID Connect Core 1.0, section 2: at most 255 ASCII characters; blanks would make two identities of one
_SUBJECT = re.compile(r"[\x21-\x7e]{1,255}")


def canonical_identity(text: str) -> str:
    """An identity in the one spelling by which a person is known.

    >>> canonical_identity("0000-0002-1825-0097")
    'https://orcid.org/0000-0002-1825-0097'
    >>> canonical_identity("https://login.example.org/realms/lab 7f3a")
    'https://login.example.org/realms/lab 7f3a'

    Raises:
        BadParameter: it is no ORCID iD, and no address of a provider with a subject.
    """
    issuer, blank, subject = text.strip().partition(" ")
    if not blank:
        return orcid_identity(issuer)
    check_issuer(issuer)
    if not _SUBJECT.fullmatch(subject):
        raise BadParameter(
            "A subject has 1 to 255 ASCII characters without blanks; write `ISSUER SUBJECT`.",
            parameter="identity", value=text[:600],
        )  # fmt: skip
    return f"{issuer} {subject}"


def orcid_identity(text: str) -> str:
    """The identity of an ORCID iD, in any spelling.

    Raises:
        BadParameter: it is none.
    """
    found = identify(text, scheme="orcid")
    if found.state != "valid" or found.scheme != "orcid":
        raise BadParameter(
            f"{text[:200]!r} is no ORCID iD ({found.problem}). For the account of another provider write "
            "`ISSUER SUBJECT`, with one blank.",
            parameter="identity", value=text[:600],
        )  # fmt: skip
    return found.iri


def check_issuer(issuer: str) -> None:
    """Refuse what cannot be the address of a provider: it needs encryption, save on this machine.

    Raises:
        BadParameter: it cannot.
    """
    try:
        parts = urlsplit(issuer)
        usable = (
            len(issuer) <= _LONGEST_ISSUER and issuer.isascii() and issuer.isprintable() and " " not in issuer
            and bool(parts.hostname) and parts.username is None and "?" not in issuer and "#" not in issuer
            and is_safe_address(issuer)
        )  # fmt: skip
    except ValueError:
        usable = False
    if not usable:
        raise BadParameter(
            f"{issuer[:200]!r} is no address of a provider: it begins with https://, and has no ? and no #.",
            parameter="issuer", value=issuer[:600],
        )  # fmt: skip


def is_safe_address(address: str) -> bool:
    """Whether nobody on the way can read what is sent to an address: https, or this machine itself."""
    try:
        parts = urlsplit(address)
        if parts.scheme == "https":
            return bool(parts.hostname)
        return parts.scheme == "http" and is_loopback(parts.hostname or "")
    except ValueError:
        return False


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its name or address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
