"""From a document to records that can be kept: read, name, normalise, judge.

Runs inside an intake worker; opens nothing but what the importer opens, keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePath

from imagegraph.errors import DuplicateIdentifier, EmptyDocument, ImagegraphError
from imagegraph.model.classes import main_class, packaged_classes
from imagegraph.model.projects import in_namespace
from imagegraph.model.rdf import (
    DWC,
    RDF_TYPE,
    SCHEMA,
    Literal,
    NamedNode,
    Triple,
    digest_of,
    from_ntriples,
    skolemised,
    to_ntriples,
)
from imagegraph.model.records import (
    RECORD_BASE,
    Document,
    ImportedRecord,
    PreparedRecord,
    TermUse,
    content_id,
    in_record,
    record_id,
    slug_of,
)
from imagegraph.model.reports import Finding, Report, sorted_findings
from imagegraph.operations.naming import record_iri
from imagegraph.operations.normalise import Normalised, canonical_about, normalise
from imagegraph.operations.terms.uses import term_uses
from imagegraph.ports.importing import Importer, RdfImporter
from imagegraph.ports.validation import NOTHING_JUDGED, Validator

_TITLES = (SCHEMA.name, DWC.scientificName, SCHEMA.identifier)


def prepare(
    document: Document,
    *,
    importer: Importer,
    validator: Validator,
    base: str,
    profiles: Sequence[str],
    record: str | None = None,
    namespace: str | None = None,
) -> Iterator[PreparedRecord | ImagegraphError]:
    """The records of a document, ready to be kept, and what could not be prepared.

    A record that cannot be prepared gives its error and the others go on; an importer that fails midway
    gives its error after the records it had read.

    Args:
        document: what was handed in.
        importer: the one that reads it.
        validator: judges every record by `core` and the profiles.
        base: IRI base of the service.
        profiles: names of profiles besides `core`.
        record: the IRI that the record is to have; None to name it after what it is about.
        namespace: what the ids of the records begin with; None to leave those as they are that the document brings.

    Raises:
        NotFound: a profile has an unknown name.
    """
    wanted = tuple(dict.fromkeys(["core", *profiles]))
    seen: dict[str, str] = {}
    for imported in _read(document, importer=importer):
        if isinstance(imported, ImagegraphError):
            yield imported
            continue
        try:
            iri = record or record_iri(base, in_namespace(_id_of(imported, document=document), namespace))
            if iri in seen:
                raise DuplicateIdentifier(
                    f"Two records of {document.name} would both be {iri}: "
                    f"{seen[iri]} and {imported.about or imported.key or imported.source}. "
                    "Give each thing an id of its own, or hand them in one by one.",
                    value=iri,
                )
            normalised = normalise(imported.triples, record=iri, about=imported.about)
        except ImagegraphError as error:
            error.extra.setdefault("source", imported.source)
            yield error
            continue
        seen[iri] = imported.about or imported.key or imported.source
        report = validator.validate(normalised.triples, profiles=wanted)
        findings = (*imported.findings, *normalised.findings, *report.findings)
        yield _prepared(
            imported,
            normalised=normalised,
            iri=iri,
            format=importer.name,
            report=Report(_attributed(findings, source=imported.source, record=iri), profiles=wanted),
        )


def judge(
    document: Document, *, importer: Importer, validator: Validator, base: str, profiles: Sequence[str]
) -> Report:
    """What the shapes of exactly these profiles say about a document; nothing is kept.

    Documents that are RDF are judged as they are, before any mapping; others as the records they become.

    Args:
        document: what was handed in.
        importer: the one that reads it.
        validator: does the judging.
        base: IRI base of the service.
        profiles: names of profiles; `core` alone when there are none.

    Raises:
        Refusal: the document cannot be read.
        NotFound: a profile has an unknown name.
    """
    return judge_with_terms(
        document, importer=importer, validator=validator, base=base, profiles=profiles
    ).report


@dataclass(frozen=True)
class Judged:
    """What the shapes say about a document, and the ontology terms of the records that it would become."""

    report: Report
    term_uses: tuple[TermUse, ...]


def judge_with_terms(
    document: Document, *, importer: Importer, validator: Validator, base: str, profiles: Sequence[str]
) -> Judged:
    """The same as `judge`, with the terms; a record that could not be kept has none."""
    wanted = tuple(dict.fromkeys(profiles)) or ("core",)
    records: Iterable[list[Triple]]
    if isinstance(importer, RdfImporter):
        own = list(importer.own_triples(document))
        if not own:
            raise EmptyDocument(f"{document.name} holds no statement.", source=document.name)
        imported = list(_readable(document, importer=importer))
        graphs: Iterable[list[Triple]] = [_own_statements(document, own, imported=imported, base=base)]
        records = _normalisable(imported, document=document, base=base)
    else:
        graphs = records = list(_records_of(document, importer=importer, base=base))
    reports = [validator.validate(graph, profiles=wanted) for graph in graphs]
    if not reports:
        raise EmptyDocument(f"{document.name} holds no record.", source=document.name)
    report = Report(_attributed(_merged(reports), source=document.name), profiles=wanted)
    uses = dict.fromkeys(use for triples in records for use in term_uses(to_ntriples(triples)))
    return Judged(report, tuple(uses))


def _read(document: Document, *, importer: Importer) -> Iterator[ImportedRecord | ImagegraphError]:
    """The importer's records, then its error if it has one."""
    count = 0
    try:
        for imported in importer.read(document):
            count += 1
            yield imported
        if not count:
            raise EmptyDocument(f"{document.name} holds no record.")
    except ImagegraphError as error:
        error.extra.setdefault("source", document.name)
        yield error


def _id_of(imported: ImportedRecord, *, document: Document) -> str:
    """The last part of the record's IRI: the one it had, else from what it is about, else from the content."""
    if imported.id is not None:
        return imported.id
    about = canonical_about(imported.about)
    if about is not None:
        return record_id(about, kind=imported.kind)
    if imported.key is not None and imported.lasting_key:
        return content_id(f"{imported.kind}\n{imported.key}".encode(), stem=imported.key)
    content = document.content
    if not content:
        content = to_ntriples(skolemised(imported.triples, record=RECORD_BASE))
    stem = PurePath(imported.source).name.split(".")[0] or "record"
    if imported.key is None:
        return content_id(content, stem=stem)
    return content_id(content + b"\n" + imported.key.encode(), stem=imported.key)


def _prepared(
    imported: ImportedRecord, *, normalised: Normalised, iri: str, format: str, report: Report
) -> PreparedRecord:
    types, titles = _described(normalised.triples, about=normalised.about)
    ntriples = to_ntriples(normalised.triples)
    return PreparedRecord(
        id=iri.rsplit("/", 1)[-1],
        iri=iri,
        about=normalised.about,
        type=main_class(types, classes=packaged_classes()),
        title=titles[0] if titles else imported.key or slug_of(normalised.about),
        source=imported.source,
        format=format,
        ntriples=ntriples,
        digest=digest_of(ntriples),
        report=report,
        term_uses=term_uses(ntriples),
    )


def about_again(record: PreparedRecord, about: str) -> PreparedRecord:
    """The record as one about a node that it was about before, with the type and the title of that node."""
    types, titles = _described(from_ntriples(record.ntriples), about=about)
    return replace(
        record, about=about, type=main_class(types, classes=packaged_classes()),
        title=titles[0] if titles else slug_of(about),
    )  # fmt: skip


def _described(triples: Iterable[Triple], *, about: str) -> tuple[list[str], list[str]]:
    """The types of a node, and what may be its title, best first."""
    node = NamedNode(about)
    types: list[str] = []
    titles: list[tuple[int, str]] = []
    for triple in triples:
        if triple.subject != node:
            continue
        if triple.predicate == RDF_TYPE and isinstance(triple.object, NamedNode):
            types.append(triple.object.value)
        elif triple.predicate in _TITLES and isinstance(triple.object, Literal):
            text = " ".join(triple.object.value.split())
            if text:
                titles.append((_TITLES.index(triple.predicate), text))
    return types, [text for _, text in sorted(titles)]


def _own_statements(
    document: Document, triples: Sequence[Triple], *, imported: Sequence[ImportedRecord], base: str
) -> list[Triple]:
    """The document's own RDF; relative names stand below the IRI that the record would have."""
    iri = record_iri(base, content_id(document.content or to_ntriples(triples), stem=document.name))
    with suppress(ImagegraphError):  # judging goes further than keeping: what could not be kept can be judged
        if imported:
            iri = record_iri(base, _id_of(imported[0], document=document))

    def named(node: NamedNode) -> NamedNode:
        if not node.value.startswith(RECORD_BASE):
            return node
        return NamedNode(in_record(node.value, record=iri))

    placed = [
        Triple(
            named(t.subject) if isinstance(t.subject, NamedNode) else t.subject,
            named(t.predicate),
            named(t.object) if isinstance(t.object, NamedNode) else t.object,
        )
        for t in triples
    ]
    return skolemised(placed, record=iri)


def _readable(document: Document, *, importer: Importer) -> Iterator[ImportedRecord]:
    """The records that can be read, until one cannot."""
    with suppress(ImagegraphError):
        yield from importer.read(document)


def _normalisable(
    imported: Iterable[ImportedRecord], *, document: Document, base: str
) -> Iterator[list[Triple]]:
    """The statements of the records that can be normalised."""
    for record in imported:
        with suppress(ImagegraphError):
            iri = record_iri(base, _id_of(record, document=document))
            yield normalise(record.triples, record=iri, about=record.about).triples


def _records_of(document: Document, *, importer: Importer, base: str) -> Iterator[list[Triple]]:
    for imported in importer.read(document):
        iri = record_iri(base, _id_of(imported, document=document))
        yield normalise(imported.triples, record=iri, about=imported.about).triples


def _merged(reports: Sequence[Report]) -> tuple[Finding, ...]:
    """All findings; that a profile judged nothing is only told when it judged nothing in any record."""
    idle = [{f.profile for f in report.findings if f.shape == NOTHING_JUDGED} for report in reports]
    always = set.intersection(*idle)
    told = [f for f in reports[0].findings if f.shape == NOTHING_JUDGED and f.profile in always]
    return (*told, *(f for report in reports for f in report.findings if f.shape != NOTHING_JUDGED))


def _attributed(
    findings: Iterable[Finding], *, source: str, record: str | None = None
) -> tuple[Finding, ...]:
    """The findings in order, each with the document it came from, and their nodes below the record."""

    def placed(finding: Finding) -> Finding:
        focus = finding.focus
        if record is not None and focus is not None and focus.startswith(RECORD_BASE):
            focus = in_record(focus, record=record)
        return replace(finding, source=finding.source or source, focus=focus)

    return sorted_findings(placed(finding) for finding in findings)
