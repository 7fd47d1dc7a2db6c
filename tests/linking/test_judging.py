"""What is said about the identifiers of a record, by what their authorities answered."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from imagegraph.model.identifiers import Identifier
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, Literal, NamedNode, Triple, to_ntriples
from imagegraph.model.resolutions import Resolution, Thing
from imagegraph.operations.linking.judging import SHAPES, identifier_findings

ORCID, ROR = "https://orcid.org/0000-0003-9000-0102", "https://ror.org/00examp37"
DOI, RRID = "https://doi.org/10.5072/tide", "https://identifiers.org/RRID:AB_9900000001"
OTHER = "https://orcid.org/0000-0003-9000-0372"


class Known:
    """Answers that a test wrote down."""

    def __init__(self, *answers: Resolution) -> None:
        self._answers = {answer.iri: answer for answer in answers}

    def known(self, identifier: Identifier) -> Resolution | None:
        """The answer about an identifier."""
        return self._answers.get(identifier.iri)


def answer(iri: str, state: str = "ok", *, kind: str = "", label: str = "", **members: object) -> Resolution:
    """What an authority said."""
    names = members.pop("names", (label,) if label else ())
    details, notes = members.pop("details", {}), members.pop("notes", ())
    thing = (
        Thing(iri=iri, kind=kind, label=label, names=names, details=details, notes=notes) if kind else None
    )  # type: ignore[arg-type]
    return Resolution(
        iri=iri, scheme="", state=state, thing=thing, authority="orcid",  # type: ignore[arg-type]
        fetched=datetime(2026, 3, 1, tzinfo=UTC), **members,  # type: ignore[arg-type]
    )  # fmt: skip


def record(iri: str, kind: NamedNode, **said: str) -> bytes:
    """A record that names one thing and says something about it."""
    thing = NamedNode(iri)
    properties = {
        "name": SCHEMA.name, "model": SCHEMA.model, "catalog_number": IG.catalogNumber,
        "serial_number": SCHEMA.serialNumber,
    }  # fmt: skip
    triples = [
        Triple(NamedNode("http://testserver/records/a"), SCHEMA.mentions, thing),
        Triple(thing, RDF_TYPE, kind),
    ]
    triples += [Triple(thing, properties[name], Literal(text)) for name, text in said.items()]
    return to_ntriples(triples)


def kinds(ntriples: bytes, *answers: Resolution) -> list[tuple[str, str]]:
    """(kind, severity) of what is found."""
    found = identifier_findings(ntriples, known=Known(*answers))  # type: ignore[arg-type]
    return [((finding.shape or "").removeprefix(SHAPES), finding.severity) for finding in found]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("not_found", [("not-found", "warning")]),
        ("obsolete", [("obsolete", "warning")]),
        ("ambiguous", [("ambiguous", "warning")]),
        ("restricted", [("restricted", "info")]),
        ("ok", []),
        ("unavailable", []),
    ],
)
def test_states(state: str, expected: list[tuple[str, str]]) -> None:
    """Each state that people should know of is one finding."""
    assert kinds(record(ORCID, SCHEMA.Person, name="Mirela Quist"), answer(ORCID, state)) == expected


def test_a_replaced_identifier_names_the_one_to_type() -> None:
    """The successor is in the message."""
    (finding,) = identifier_findings(
        record(ORCID, SCHEMA.Person), known=Known(answer(ORCID, "replaced", successors=(OTHER,)))  # type: ignore[arg-type]
    )  # fmt: skip
    assert OTHER in finding.message
    assert finding.focus == ORCID


def test_a_doi_that_is_not_registered_yet_is_no_mistake() -> None:
    """A study may have its DOI before publication; the DOI of a paper that does not exist is a mistake."""
    assert kinds(record(DOI, IG.Study), answer(DOI, "not_found")) == [("not-found", "info")]
    assert kinds(record(DOI, SCHEMA.ScholarlyArticle), answer(DOI, "not_found")) == [("not-found", "warning")]


@pytest.mark.parametrize(
    ("name", "differs"),
    [
        ("Mirela Quist", False), ("Quist, Mirela", False), ("M. Quist", False), ("Quist M", False),
        ("MIRELA QUIST", False), ("Tomasz Varga", True), ("Dr. Mirela Quist", False),
    ],
)  # fmt: skip
def test_names_of_people(name: str, differs: bool) -> None:
    """Order, initials, case and titles are no difference; another name is."""
    said = answer(ORCID, kind="Person", label="Mirela Quist")
    expected = [("name-differs", "warning")] if differs else []
    assert kinds(record(ORCID, SCHEMA.Person, name=name), said) == expected


@pytest.mark.parametrize(
    ("name", "differs"),
    [
        ("university of northmere", False), ("Department of Biology, University of Northmere", False),
        ("UNM", False), ("University of Eastholm", True),
    ],
)  # fmt: skip
def test_names_of_organisations(name: str, differs: bool) -> None:
    """A department with its university, and an acronym, are no difference."""
    said = answer(
        ROR, kind="Organisation", label="University of Northmere", names=("University of Northmere", "UNM")
    )
    expected = [("name-differs", "info")] if differs else []
    assert kinds(record(ROR, SCHEMA.Organization, name=name), said) == expected


def test_another_catalogue_number_is_told() -> None:
    """Spelling does not matter; both numbers are in the message."""
    said = answer(RRID, kind="Antibody", label="anti-Iba1", details={"catalog_number": ("019-19741",)})
    assert kinds(record(RRID, IG.Antibody, catalog_number="019 19741"), said) == []
    (finding,) = identifier_findings(
        record(RRID, IG.Antibody, catalog_number="ab5076"), known=Known(said)  # type: ignore[arg-type]
    )  # fmt: skip
    assert "ab5076" in finding.message
    assert "019-19741" in finding.message


def test_another_model_of_an_instrument_is_told() -> None:
    """The PID of another microscope is easily copied."""
    said = answer(DOI, kind="Instrument", label="Confocal 2", details={"model": ("LSM 980",)})
    assert kinds(record(DOI, IG.Instrument, model="LSM 880"), said) == [("detail-differs", "warning")]


def test_a_discontinued_antibody_is_noted() -> None:
    """What the authority warns of is told."""
    said = answer(RRID, kind="Antibody", label="anti-Iba1", notes=("Discontinued by the vendor.",))
    assert kinds(record(RRID, IG.Antibody), said) == [("noted", "warning")]


def test_the_doi_of_another_kind_of_thing_is_told() -> None:
    """A dataset in place of a paper; what the authority calls by no kind is not judged."""
    paper = record(DOI, SCHEMA.ScholarlyArticle)
    assert kinds(paper, answer(DOI, kind="Dataset", label="Images")) == [("kind-differs", "warning")]
    assert kinds(paper, answer(DOI, kind="Publication", label="Paper")) == []
    assert kinds(paper, answer(DOI, kind="Thing", label="Thing")) == []


def test_nothing_known_nothing_said() -> None:
    """Without answers there are no findings."""
    assert kinds(record(ORCID, SCHEMA.Person, name="Anybody")) == []
