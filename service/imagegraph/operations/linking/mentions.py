"""The identifiers in a record that an authority can be asked about, read from its N-Triples."""

from __future__ import annotations

import re
from functools import cache

from imagegraph.model.identifiers import Identifier, identifier_of, packaged_schemes


def mentioned_identifiers(ntriples: bytes) -> frozenset[str]:
    """The canonical IRIs of identifiers anywhere in statements; of `<doi>#part` the DOI.

    What only looks like one is among them; `resolvable` tells.
    """
    pattern, stems = _pattern()
    if not any(stem in ntriples for stem in stems):
        return frozenset()
    return frozenset(found.decode() for found in pattern.findall(ntriples))


def resolvable(iri: str) -> Identifier | None:
    """The identifier that an IRI is, when there is an authority for its scheme; else None."""
    found = identifier_of(iri)
    return found if found is not None and found.scheme in _schemes() else None


@cache
def _schemes() -> frozenset[str]:
    return frozenset(name for name, scheme in packaged_schemes().items() if scheme.resolved_by)


@cache
def _pattern() -> tuple[re.Pattern[bytes], tuple[bytes, ...]]:
    bases = [scheme.base for name, scheme in packaged_schemes().items() if name in _schemes()]
    named = "|".join(re.escape(base) for base in bases)
    return re.compile(rf"<((?:{named})[^>#\n]+)".encode()), tuple(f"<{base}".encode() for base in bases)
