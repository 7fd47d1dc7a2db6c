"""What PIDINST and DataCite call the kinds of identifiers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from imagegraph import resources
from imagegraph.model.identifiers import identify

#: schemes whose IRIs with a fragment name a part of the thing, which has no identifier of its own
_WITHOUT_PARTS = frozenset(("doi", "handle"))


def typed_identifier(iri: str) -> tuple[str, str] | None:
    """An identifier as these formats write it, and what its type is called; None when it is of no known scheme.

    >>> typed_identifier("https://doi.org/10.5072/nmbif-confocal-2")
    ('10.5072/nmbif-confocal-2', 'DOI')
    """
    found = identify(iri)
    known = _types().get(found.scheme)
    if found.state != "valid" or known is None or is_part(iri):
        return None
    return known.get("before", "") + found.value, known["type"]


def addressed_identifier(
    iri: str, *, record: str, allowed: Collection[str] | None = None
) -> tuple[str, str] | None:
    """The same, or a web address or URN; None for what has no name outside its record, and for parts of things.

    Args:
        record: IRI of the record that mentions it.
        allowed: types that may be used; others become `URL`.
    """
    if iri.startswith(f"{record}#") or is_part(iri):
        return None
    typed = typed_identifier(iri)
    if typed is not None and (allowed is None or typed[1] in allowed):
        return typed
    if iri.startswith(("https://", "http://")):
        return iri, "URL"
    return (iri, "URN") if iri.startswith("urn:") else None


def is_part(iri: str) -> bool:
    """Whether it names a part of something that has a DOI or Handle, as a laser of a microscope.

    >>> is_part("https://doi.org/10.5072/nmbif-confocal-2#laser-488")
    True
    """
    whole, hash, _ = iri.partition("#")
    return bool(hash) and identify(whole).scheme in _WITHOUT_PARTS


@cache
def _types() -> Mapping[str, Mapping[str, str]]:
    table: Mapping[str, Mapping[str, str]] = resources.read_yaml("mappings", "pidinst", "export.yaml")[
        "identifier_types"
    ]
    return table
