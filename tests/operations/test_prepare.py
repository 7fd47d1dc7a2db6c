"""From a document to records that can be kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from imagegraph.adapters.importers.idr import IdrStudyImporter
from imagegraph.adapters.shacl.validator import PyshaclValidator
from imagegraph.errors import EmptyDocument, ImagegraphError, InvalidIdentifier, MalformedDocument
from imagegraph.model.rdf import (
    IG,
    RDF_TYPE,
    SCHEMA,
    BlankNode,
    Literal,
    NamedNode,
    Triple,
    digest_of,
    from_ntriples,
)
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord, PreparedRecord
from imagegraph.model.reports import Finding, Report
from imagegraph.operations.prepare import judge, prepare
from imagegraph.ports.validation import NOTHING_JUDGED

BASE = "http://localhost:8000/"
ROOT = NamedNode(RECORD_BASE)
DOCUMENT = Document(name="notes.txt", content=b"two microscopes")


class LineImporter:
    """Reads nothing: gives the records it was made with, then fails if it is to."""

    name = "lines"
    title = "Lines"
    media_types: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()

    def __init__(self, *records: ImportedRecord, error: ImagegraphError | None = None) -> None:
        self._records, self._error = records, error

    def recognises(self, document: Document) -> bool:
        """Always."""
        return True

    def companions(self, path: Path) -> Sequence[Path]:
        """None."""
        return ()

    def read(self, document: Document) -> Iterator[ImportedRecord]:
        """The records, then the error."""
        yield from self._records
        if self._error:
            raise self._error


class OwnLineImporter(LineImporter):
    """The same for a format that is RDF itself."""

    own: tuple[Triple, ...] = ()

    def own_triples(self, document: Document) -> Sequence[Triple]:
        """The document's own statements."""
        return self.own


def _instrument(name: str, **values: object) -> ImportedRecord:
    triples = [Triple(ROOT, RDF_TYPE, IG.Instrument), Triple(ROOT, SCHEMA.name, Literal(name))]
    return ImportedRecord(triples=triples, source="notes.txt", kind="lines", **{"key": name, **values})  # type: ignore[arg-type]


def _prepared(importer: LineImporter, **options: object) -> list[PreparedRecord | ImagegraphError]:
    values = {"validator": PyshaclValidator(), "base": BASE, "profiles": (), **options}
    return list(prepare(DOCUMENT, importer=importer, **values))  # type: ignore[arg-type]


def _one(importer: LineImporter, **options: object) -> PreparedRecord:
    (record,) = _prepared(importer, **options)
    assert isinstance(record, PreparedRecord)
    return record


def test_a_record_is_named_typed_and_titled() -> None:
    """A local thing becomes the record itself, with class, title, digest and format."""
    record = _one(LineImporter(_instrument("Leica SP8")))
    assert record.iri == f"{BASE}records/{record.id}"
    assert record.id.startswith("Leica-SP8-")
    assert (record.about, record.type, record.title) == (record.iri, "Instrument", "Leica SP8")
    assert (record.format, record.source) == ("lines", "notes.txt")
    assert record.digest == digest_of(record.ntriples)
    assert record.report.conforms
    assert {t.subject.value for t in from_ntriples(record.ntriples)} == {record.iri}


def test_the_same_document_gives_the_same_records() -> None:
    """Names and digests depend on the content alone, blank nodes included."""

    def made(label: str) -> PreparedRecord:
        node = BlankNode(label)
        triples = [
            *_instrument("Leica SP8").triples,
            Triple(ROOT, SCHEMA.hasPart, node),
            Triple(node, RDF_TYPE, IG.Stand),
        ]
        return _one(LineImporter(ImportedRecord(triples=triples, source="notes.txt", kind="lines")))

    first, second = made("a"), made("b")
    assert (first.id, first.digest) == (second.id, second.digest)
    assert first.id.startswith("notes-")


def test_two_spellings_of_one_thing_are_one_record() -> None:
    """The record is named after the canonical IRI of what it is about."""
    iris = ["http://dx.doi.org/10.15151/ESRF-INSTR-GCO8", "https://doi.org/10.15151/esrf-instr-gco8"]
    records = [_one(LineImporter(_instrument("ID21", about=iri))) for iri in iris]
    assert records[0].id == records[1].id
    assert {record.about for record in records} == {iris[1]}


def test_a_bad_record_does_not_hold_up_the_others() -> None:
    """One record with a mistyped ORCID gives its error; its neighbours are prepared."""
    wrong = ImportedRecord(
        triples=[Triple(ROOT, SCHEMA.author, NamedNode("https://orcid.org/0000-0002-1825-0098"))],
        source="notes.txt",
        key="wrong",
    )
    first, error, last = _prepared(LineImporter(_instrument("A1"), wrong, _instrument("B2")))
    assert isinstance(first, PreparedRecord)
    assert isinstance(last, PreparedRecord)
    assert isinstance(error, InvalidIdentifier)
    assert error.extra["source"] == "notes.txt"


def test_an_importer_that_fails_midway_keeps_what_it_read() -> None:
    """The records before the broken line are given, then the error with the name of the document."""
    error = MalformedDocument("Line 3 is broken.", line=3)
    found = _prepared(LineImporter(_instrument("A1"), error=error))
    assert isinstance(found[0], PreparedRecord)
    assert found[1] is error
    assert error.extra == {"line": 3, "source": "notes.txt"}


def test_two_records_of_one_name_are_not_merged() -> None:
    """A document that describes one thing twice gets an error for the second."""
    first, second = _prepared(LineImporter(_instrument("A1"), _instrument("A1")))
    assert isinstance(first, PreparedRecord)
    assert isinstance(second, ImagegraphError)
    assert second.slug == "duplicate-identifier"


def test_a_document_without_records_is_empty() -> None:
    """Nothing read is an error, not a silent success."""
    (error,) = _prepared(LineImporter())
    assert isinstance(error, EmptyDocument)


def test_the_report_holds_all_that_was_found() -> None:
    """Findings of importer, normalising and shapes stand together, most severe first, with their source."""
    triples = [
        Triple(ROOT, RDF_TYPE, IG.QualityControl), Triple(ROOT, IG.lowerLimit, Literal("low")),
        Triple(ROOT, IG.performedBy, NamedNode("https://orcid.org/NA")),
    ]  # fmt: skip
    told = Finding(severity="info", message="Column 3 has no heading.")
    record = _one(LineImporter(ImportedRecord(triples=triples, source="notes.txt", findings=(told,))))
    assert [finding.severity for finding in record.report.findings] == ["violation", "warning", "info"]
    assert {finding.source for finding in record.report.findings} == {"notes.txt"}
    assert record.report.profiles == ("core",)
    assert not record.report.conforms


def test_profiles_are_judged_besides_core() -> None:
    """A profile adds its findings; that it has nothing to say is a warning."""
    record = _one(LineImporter(_instrument("A1")), profiles=["gide"])
    assert record.report.profiles == ("core", "gide")
    assert [f.profile for f in record.report.findings if f.shape == NOTHING_JUDGED] == ["gide"]
    assert record.report.conforms


def test_a_record_can_be_told_its_name() -> None:
    """The caller's IRI is the record's name, and local names stand below it."""
    record = _one(LineImporter(_instrument("A1")), record=f"{BASE}records/confocal-2")
    assert (record.id, record.iri, record.about) == (
        "confocal-2",
        f"{BASE}records/confocal-2",
        f"{BASE}records/confocal-2",
    )


def test_rdf_is_judged_as_it_is() -> None:
    """Documents that are RDF are judged before any mapping; local nodes keep their fragment."""
    importer = OwnLineImporter(_instrument("A1", about="https://example.org/a1"))
    importer.own = (
        Triple(NamedNode(RECORD_BASE + "#auth-1"), RDF_TYPE, SCHEMA.Person),
        Triple(NamedNode("https://example.org/a1"), SCHEMA.author, NamedNode(RECORD_BASE + "#auth-1")),
    )
    record = _one(importer)
    report = judge(DOCUMENT, importer=importer, validator=PyshaclValidator(), base=BASE, profiles=["gide"])
    assert {finding.focus for finding in report.findings} == {record.iri + "#auth-1"}
    assert {finding.source for finding in report.findings} == {"notes.txt"}
    assert report.profiles == ("gide",)


def test_other_documents_are_judged_as_what_they_become() -> None:
    """A format that is not RDF is judged as its records; an idle profile is told once."""
    importer = LineImporter(_instrument("A1"), _instrument("B2"))
    report = judge(
        DOCUMENT, importer=importer, validator=PyshaclValidator(), base=BASE, profiles=["core", "gide"]
    )
    assert report.conforms
    assert [(f.profile, f.shape) for f in report.findings] == [("gide", NOTHING_JUDGED)]


def test_judging_an_unreadable_document_raises() -> None:
    """There is no report about something that cannot be read."""
    importer = LineImporter(error=MalformedDocument("Line 1 is broken."))
    with pytest.raises(MalformedDocument):
        judge(DOCUMENT, importer=importer, validator=PyshaclValidator(), base=BASE, profiles=[])
    with pytest.raises(EmptyDocument):
        judge(DOCUMENT, importer=LineImporter(), validator=PyshaclValidator(), base=BASE, profiles=[])


def test_any_validator_will_do() -> None:
    """Only the port is used: what it says is what stands in the record."""

    class Strict:
        def profiles(self) -> Sequence[str]:
            return ("core",)

        def validate(self, triples: Sequence[Triple], *, profiles: Sequence[str]) -> Report:
            return Report(
                (Finding(severity="violation", message=f"{len(triples)} statements"),), tuple(profiles)
            )

    record = _one(LineImporter(_instrument("A1")), validator=Strict())
    assert [finding.message for finding in record.report.findings] == ["2 statements"]


def test_a_lasting_key_names_the_record_whatever_else_changes(tmp_path: Path) -> None:
    """Datasets of an IDR study keep their records when the study file is edited."""
    source = Path(__file__).parents[1] / "data" / "idr" / "idr9001-river-spindle"
    ids = []
    for title in ("first", "second"):
        folder = tmp_path / title
        shutil.copytree(source, folder)
        study = next(folder.glob("*-study.txt"))
        text = study.read_text("utf-8")
        study.write_text(text.replace("Study Title\t", f"Study Title\t{title} "), encoding="utf-8")
        document = Document(name=str(study), path=study, content=study.read_bytes())
        made = prepare(
            document, importer=IdrStudyImporter(), validator=PyshaclValidator(), base=BASE, profiles=[]
        )
        ids.append([record.id for record in made if isinstance(record, PreparedRecord)])
    assert ids[0] == ids[1]
    assert len(ids[0]) > 1
