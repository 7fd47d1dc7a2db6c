"""Ids with schemes of a tool's own (`comment://…`, `pv://…`), which name things of the crate alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import IG, RDF_TYPE, BlankNode, Literal, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE
from imagegraph.model.reports import Finding

_UNSAFE = re.compile(r"[^A-Za-z0-9._~-]+")
#: what is refused wherever it stands
_ACTIVE = re.compile(r"(?:javascript|vbscript|livescript|data|blob):", re.IGNORECASE)
_WEB = ("http://", "https://")


def with_local_names(triples: Sequence[Triple], *, source: str) -> tuple[list[Triple], list[Finding]]:
    """The statements with such ids as names inside the record; each node keeps its spelling.

    Returns:
        The statements, and one finding per scheme.
    """
    renamed: dict[str, NamedNode] = {}
    checked: set[str] = set()

    def look(term: object) -> None:
        if not isinstance(term, NamedNode) or term.value in checked or term.value.startswith(_WEB):
            return
        checked.add(term.value)
        found = normalise_iri(term.value)
        if found.kind in ("none", "iri") and found.problem is not None and not _ACTIVE.match(term.value):
            renamed[term.value] = NamedNode(RECORD_BASE + "#" + _UNSAFE.sub("-", term.value))

    for triple in triples:
        look(triple.subject)
        if triple.predicate != RDF_TYPE:
            look(triple.object)
    if not renamed:
        return list(triples), []

    def named(term: NamedNode | BlankNode | Triple | Literal) -> NamedNode | BlankNode | Triple | Literal:
        return renamed.get(term.value, term) if isinstance(term, NamedNode) else term

    kept = [
        Triple(renamed.get(t.subject.value, t.subject), t.predicate, named(t.object))
        if isinstance(t.subject, NamedNode)
        else Triple(t.subject, t.predicate, named(t.object))
        for t in triples
    ]
    kept.extend(Triple(node, IG.originalSpelling, Literal(written)) for written, node in renamed.items())
    schemes = Counter(written.partition(":")[0] for written in renamed)
    return kept, [
        Finding(
            severity="info",
            message=f"{count} ids that start with {scheme}: are no addresses; they became local names.",
            value=f"{scheme}:",
            source=source,
        )
        for scheme, count in schemes.items()
    ]
