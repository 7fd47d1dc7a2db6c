"""Comparing names of organisations and companies."""

from __future__ import annotations

import re
from functools import lru_cache

from imagegraph.model.folding import fold
from imagegraph.model.identifiers import is_placeholder
from imagegraph.operations.reconciliation.tables import name_words, organisation_words

_APOSTROPHES = re.compile("['’ʼ`´]")  # noqa: RUF001 - all of them are in use
_SEPARATORS = re.compile(r"[,;|\n]")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LONGEST = 500


@lru_cache(maxsize=100_000)
def folded_name(text: str) -> str:
    """A name as it is compared: short forms written out, words that say nothing left out.

    >>> folded_name("The Univ. of Northmere"), folded_name("King's College")
    ('university northmere', 'kings college')
    """
    if is_placeholder(text):
        return ""
    plain = _APOSTROPHES.sub("", text[:_LONGEST]).casefold().translate(name_words().letters)
    short = organisation_words().short
    words = [short.get(word, word) for word in fold(plain).split()]
    return " ".join(word for word in words if word)


@lru_cache(maxsize=100_000)
def name_without_address(text: str) -> str:
    """What stands before the first comma, folded; nothing when there is no comma.

    >>> name_without_address("Institute of Optics, Northmere, UK")
    'institute optics'
    """
    first, separator, _ = _SEPARATORS.sub(",", text[:_LONGEST]).partition(",")
    return folded_name(first) if separator else ""


def is_part(name: str) -> bool:
    """Whether a folded name is one that parts of many organisations have: `department biology`.

    >>> is_part(folded_name("Department of Biology")), is_part(folded_name("Institute of Optics"))
    (True, False)
    """
    words = name.split()
    if not words:
        return True
    parts = organisation_words().parts
    return name in parts or words[0] in _PARTS_WITH_A_SUBJECT


#: a name that begins so says only what is done there
_PARTS_WITH_A_SUBJECT = frozenset(("department", "faculty", "division", "section", "unit", "school"))


@lru_cache(maxsize=100_000)
def folded_company(text: str) -> str:
    """The name of a company without its legal form; brands and short forms become the company they belong to.

    >>> folded_company("BD Biosciences, Inc."), folded_company("Becton Dickinson")
    ('bd', 'bd')
    """
    if is_placeholder(text):
        return ""
    words = organisation_words()
    kept = fold(_BRACKETS.sub(" ", text[:_LONGEST])).split()
    while kept and " ".join(kept) not in words.aliases and kept[-1] in words.endings:
        kept.pop()
    name = " ".join(kept)
    return words.aliases.get(name, name)


def same_company(left: str, right: str) -> bool:
    """Whether two names may be of one company: equal, or one is the beginning of the other.

    >>> same_company("BioLegend", "BioLegend, Inc."), same_company("Cell Signaling", "Cell Genesys")
    (True, False)
    """
    mine, theirs = folded_company(left), folded_company(right)
    if not mine or not theirs:
        return False
    if mine == theirs or mine.replace(" ", "") == theirs.replace(" ", ""):
        return True
    shorter, longer = sorted((mine, theirs), key=len)
    return longer.startswith(f"{shorter} ") and len(shorter) > 1
