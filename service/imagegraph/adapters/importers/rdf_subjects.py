"""Which thing a document of plain RDF is about."""

from __future__ import annotations

from collections.abc import Sequence

from imagegraph.model.classes import packaged_classes
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE

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


def about_of(triples: Sequence[Triple]) -> str | None:
    """The IRI of the main thing, below `RECORD_BASE` when it is local; None when it is the record itself.

    The main thing has the outermost class of the model among those that no other subject points to; of
    several the first one wins, and without any the first subject of the document.
    """
    rank = {node: number for number, node in enumerate(_OUTERMOST)}
    last = len(rank)
    classes = packaged_classes()
    pointed_at = {t.object for t in triples if isinstance(t.object, NamedNode) and t.object != t.subject}
    best: tuple[tuple[bool, int], str] | None = None
    for triple in triples:
        if triple.predicate != RDF_TYPE or not isinstance(triple.subject, NamedNode):
            continue
        kind = triple.object
        if not isinstance(kind, NamedNode) or (kind not in rank and kind.value not in classes):
            continue
        place = (triple.subject in pointed_at, rank.get(kind, last))
        if best is None or place < best[0]:
            best = (place, triple.subject.value)
    if best is not None:
        return _unless_record(best[1])
    subjects = [t.subject.value for t in triples if isinstance(t.subject, NamedNode)]
    return None if RECORD_BASE in subjects or not subjects else _unless_record(subjects[0])


def _unless_record(iri: str) -> str | None:
    return None if iri == RECORD_BASE else iri
