"""Which thing a document of plain RDF is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imagegraph.model.classes import packaged_classes
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, BlankNode, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE

#: the record itself, as importers call it
RECORD = NamedNode(RECORD_BASE)

#: the classes that hold others, outermost first; every other class of the model comes after these
_OUTERMOST = (
    IG.Study,
    SCHEMA.Dataset,
    IG.StudyComponent,
    IG.Instrument,
    IG.Image,
    IG.ImageAcquisition,
    IG.Specimen,
    IG.Biosample,
)


def main_subject(triples: Sequence[Triple]) -> NamedNode | BlankNode | None:
    """The main thing of a document, None when nothing has a name or a class of the model.

    It has the outermost class of the model among those that no other subject points to; of several the
    first one wins. Without any it is the record itself if something is said of it, else the first subject
    with a name.
    """
    rank = {node: number for number, node in enumerate(_OUTERMOST)}
    classes = packaged_classes()
    pointed_at = {t.object for t in triples if t.object != t.subject}
    best: tuple[tuple[bool, int], NamedNode | BlankNode] | None = None
    for triple in triples:
        subject, kind = triple.subject, triple.object
        if triple.predicate != RDF_TYPE or not isinstance(subject, (NamedNode, BlankNode)):
            continue
        if not isinstance(kind, NamedNode) or (kind not in rank and kind.value not in classes):
            continue
        place = (subject in pointed_at, rank.get(kind, len(rank)))
        if best is None or place < best[0]:
            best = (place, subject)
    if best is not None:
        return best[1]
    named = [t.subject for t in triples if isinstance(t.subject, NamedNode)]
    return RECORD if RECORD in named else next(iter(named), None)


def with_record(triples: Sequence[Triple]) -> tuple[Sequence[Triple], str | None]:
    """The statements of a document and the IRI of its main thing, None when that is the record itself.

    A main thing without a name becomes the record itself, unless the document says something of the record.
    """
    main = main_subject(triples)
    if isinstance(main, NamedNode):
        return triples, None if main == RECORD else main.value
    if main is None or any(t.subject == RECORD for t in triples):
        return triples, None

    def renamed(node: Any) -> Any:
        return RECORD if node == main else node

    return [Triple(renamed(t.subject), t.predicate, renamed(t.object)) for t in triples], None
