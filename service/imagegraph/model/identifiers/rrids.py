"""The values of RRIDs, and the families of their prefixes: who names what.

An RRID is the letters of an authority and its number; there is no checksum
(https://www.rrids.org/rrid-system). The letters and their case, what joins them to the rest (`AB-90755`,
`AB 90755`, `BDSC:1104`), and punctuation at the end are repaired. An authority that is not in the table is kept,
with a remark; one whose number has a wrong form is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from imagegraph import resources
from imagegraph.model.identifiers.characters import (
    foreign_character,
    look_alike,
    unseen_character,
    without_rest_of_sentence,
)
from imagegraph.model.identifiers.schemes import IdentifierScheme
from imagegraph.model.identifiers.values import Value

#: longer than any RRID that has been given out
_LONGEST = 80
_PARTS = re.compile(r"(WB-STRAIN|[A-Za-z]+)([ :_-]*)(.+)", re.IGNORECASE | re.DOTALL)
_OTHER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,29}(?:_[A-Z]+)?[_:][A-Za-z0-9][A-Za-z0-9._:()+@*-]{0,39}")
_STOCK = re.compile(r"([A-Za-z]+(?:-[A-Za-z0-9]+)?)[:_](.+)")
_REST = r"[A-Za-z0-9](?:[!-~](?<![,;<>\"'|\\]))*"


@dataclass(frozen=True, kw_only=True)
class RridFamily:
    """The RRIDs that begin with the same letters.

    Attributes:
        prefix: the letters, in their case.
        kind: what one names: `antibody`, `cell line`, `software`, `plasmid`, `organism`, `biosample`.
        authority: who is asked, of `mappings/authorities.yaml`.
        title: the authority that gives them out.
        example: a value.
        joint: what stands between the letters and the rest.
        local: the rest, whole match.
        letters: `upper` when the rest has capitals only.
        bare: what needs no `RRID:`; empty when that may be anything.
    """

    prefix: str
    kind: str
    authority: str
    title: str
    example: str
    joint: str = "_"
    local: str = _REST
    letters: str = ""
    bare: str = ""


@cache
def rrid_families() -> Mapping[str, RridFamily]:
    """The packaged families by their letters, upper case."""
    table = resources.read_yaml("mappings", "identifiers.yaml")["rrid_families"]
    return MappingProxyType(
        {prefix.upper(): RridFamily(prefix=prefix, **entry) for prefix, entry in table.items()}
    )


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {prefix: re.compile(family.local, re.ASCII) for prefix, family in rrid_families().items()}


def rrid_family(value: str) -> RridFamily | None:
    """The family of an RRID, None when its authority is not in the table.

    Args:
        value: canonical, with or without `RRID:`.

    >>> rrid_family("CVCL_0030").authority
    'cellosaurus'
    >>> rrid_family("IMSR_JAX:000664").kind
    'organism'
    """
    parts = _PARTS.fullmatch(value.removeprefix("RRID:"))
    return rrid_families().get(parts[1].upper()) if parts else None


def read_rrid(local: str, scheme: IdentifierScheme) -> Value:
    """The value of an RRID.

    Args:
        local: what stands behind `RRID:`, without blanks around.
    """
    text = without_rest_of_sentence(local).rstrip(".")
    if len(text) > _LONGEST:
        return Value("", f"it is longer than {_LONGEST} characters; {scheme.like}")
    parts = _PARTS.fullmatch(text)
    family = rrid_families().get(parts[1].upper()) if parts else None
    if parts is None or family is None:
        return _of_unknown_authority(text, scheme)
    rest = parts[3].upper() if family.letters else parts[3]
    if family.prefix == "IMSR":
        rest = _STOCK.sub(lambda stock: f"{stock[1].upper()}:{stock[2]}", rest)
    pattern = _patterns()[family.prefix.upper()]
    joined = parts[2] or family.local is not _REST
    if joined and pattern.fullmatch(rest):
        return Value(f"{family.prefix}{family.joint}{rest}")
    if family.prefix == "IMSR":
        return _of_unknown_authority(text, scheme)
    what = look_alike(rest, pattern) or _several(text) or unseen_character(rest) or foreign_character(rest)
    like = f"an RRID that begins with {family.prefix} is written like RRID:{family.example}"
    return Value("", f"{what}; {like}" if what else like)


def _of_unknown_authority(text: str, scheme: IdentifierScheme) -> Value:
    if _OTHER.fullmatch(text) and not _several(text):
        return Value(text, "no RRID authority is known by this prefix")
    what = _several(text) or unseen_character(text) or foreign_character(text)
    return Value("", f"{what}; {scheme.like}" if what else scheme.like)


def _several(text: str) -> str | None:
    return "it names several; write one at a time" if re.search(r"[,;|]|\s(?:and|RRID)", text) else None
