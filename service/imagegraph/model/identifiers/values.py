"""The value of an identifier in its canonical spelling, or why it is none: for all schemes with a plain pattern."""

from __future__ import annotations

import re
from typing import NamedTuple

from imagegraph.model.identifiers.characters import (
    foreign_character,
    look_alike,
    named,
    unseen_character,
)
from imagegraph.model.identifiers.checksums import CHECKSUMS
from imagegraph.model.identifiers.schemes import IdentifierScheme

_PLACEHOLDER = re.compile(
    r"(?:n\.?/?a\.?|none|null|nan|unknown|undefined|missing|tbd|todo|[x-]+"
    r"|not[ _-]?(?:available|applicable|known|provided))?",
    re.IGNORECASE,
)
#: the form of an ORCID iD that was never filled in
_UNFILLED = re.compile(r"(?:[0#x]{4}-){3}[0#x]{4}", re.IGNORECASE)


class Value(NamedTuple):
    """What was read.

    Attributes:
        text: the canonical value; empty when it is none.
        problem: why it is none, or what is doubtful about it.
        scheme: name of the scheme when it is another one than was announced: a DOI among handles.
    """

    text: str
    problem: str | None = None
    scheme: str = ""


def is_placeholder(text: str) -> bool:
    """Whether a text only says that there is no value: empty, `NA`, `None`, `unknown` …"""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def stands_for_none(local: str) -> bool:
    """Whether what is behind a prefix or address says that there is no identifier: `NA`, `0000-0000-0000-0000`."""
    return is_placeholder(local) or _UNFILLED.fullmatch(local) is not None


def read_value(local: str, scheme: IdentifierScheme) -> Value:
    """A value by the pattern and checksum of its scheme.

    Args:
        local: what stands behind prefix and address, without blanks around.
    """
    found = scheme.reads.fullmatch(local)
    if found is None:
        return Value("", _why_not(local, scheme))
    text = scheme.makes.format(*found.groups()) if scheme.makes else local
    if scheme.letters:
        text = text.upper() if scheme.letters == "upper" else text.lower()
    if scheme.checksum:
        wrong = CHECKSUMS[scheme.checksum](text)
        if wrong is not None:
            return Value("", f"the checksum of this {scheme.title} is wrong: {wrong}")
    if not scheme.assigned(text):
        return Value(text, f"no {scheme.title} with such a number has been given out yet; it may be an ISNI")
    return Value(text)


def _why_not(local: str, scheme: IdentifierScheme) -> str:
    """Why a text is no value of a scheme, and how one is written."""
    what = (
        look_alike(local, scheme.reads)
        or unseen_character(local)
        or foreign_character(local)
        or _not_allowed(local, scheme)
    )
    return f"{what}; {scheme.like}" if what else scheme.like


def _not_allowed(local: str, scheme: IdentifierScheme) -> str | None:
    """The letter that Crockford's base 32 leaves out."""
    if scheme.name != "ror":
        return None
    left_out = next((letter for letter in local if letter in "iloILO"), None)
    return left_out and f"{named(left_out)[:3]} is no letter of a ROR id"
