"""In which media types an answer to a query can be written, first the default."""

from __future__ import annotations

from collections.abc import Sequence

#: SELECT and ASK
RESULT_TYPES = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
#: CONSTRUCT and DESCRIBE
GRAPH_TYPES = (
    "text/turtle",
    "application/ld+json",
    "application/rdf+xml",
    "application/n-triples",
    "application/trig",
    "application/n-quads",
)


def offered_types(form: str) -> Sequence[str]:
    """The media types that suit a query form."""
    return RESULT_TYPES if form in ("SELECT", "ASK") else GRAPH_TYPES
