"""Identifiers inside PIDINST records, recognised by what they are; what they are called only helps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from imagegraph import resources
from imagegraph.adapters.authorities.pidinst import type_key
from imagegraph.adapters.authorities.privacy import has_mail
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import NamedNode

_WIKIDATA = re.compile(r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(Q\d+)/?", re.IGNORECASE)
#: what a spelling can be without being an identifier of something
_NO_IDENTIFIER = frozenset(("none", "placeholder", "iri"))


def iri_of(identifier: str, *, declared: str = "") -> str:
    """The IRI that an identifier stands for, empty when it stands for none.

    Args:
        identifier: as it was written.
        declared: the type that the record gives it; `Other` may well hold a ROR id.

    >>> iri_of("02aj13c28", declared="ROR"), iri_of("https://ror.org/0464eyp60", declared="Other")
    ('https://ror.org/02aj13c28', 'https://ror.org/0464eyp60')
    """
    found = _recognised(identifier) or _recognised(_before(declared) + identifier) or _address(identifier)
    return found or _address(_before(declared) + identifier)


def is_recognised(iri: str) -> bool:
    """Whether an IRI is an identifier of something, not merely the address of a page about it."""
    return bool(_recognised(iri))


def _recognised(text: str) -> str:
    wikidata = _WIKIDATA.fullmatch(text)
    if wikidata:
        return f"http://www.wikidata.org/entity/{wikidata[1].upper()}"
    found = normalise_iri(text)
    if found.kind in _NO_IDENTIFIER or found.problem is not None:
        return ""
    return _usable(found.iri)


def _address(text: str) -> str:
    found = normalise_iri(text)
    return _usable(found.iri) if found.kind == "iri" and found.problem is None else ""


def _usable(iri: str) -> str:
    """The IRI when it is a web address that RDF can hold and that names nobody's mail box."""
    if not iri.startswith(("https://", "http://")) or has_mail(iri):
        return ""
    try:
        NamedNode(iri)
    except ValueError:
        return ""
    return iri


def _before(declared: str) -> str:
    """What to put before a bare identifier of a type."""
    return _prefixes().get(type_key(declared), "")


@cache
def _prefixes() -> Mapping[str, str]:
    table = resources.read_yaml("mappings", "pidinst", "model.yaml")["identifier_types"]
    return {type_key(name): prefix for name, prefix in table.items()}
