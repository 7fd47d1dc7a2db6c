"""Names, types and dates in their final form."""

from __future__ import annotations

from typing import cast

import pytest

from imagegraph.errors import InvalidIdentifier, InvalidIri
from imagegraph.model.classes import main_class, model_classes
from imagegraph.model.rdf import DWC, IG, RDF_TYPE, SCHEMA, XSD, BlankNode, Literal, NamedNode, Triple
from imagegraph.operations.normalise import canonical_about, canonical_double, dated, normalise

RECORD = "http://localhost:8000/records/mitosis-1"
ROOT = NamedNode("http://record.invalid/")
LASER, LIGHT, COMPONENT = IG.Laser.value, IG.LightSource.value, IG.InstrumentComponent.value
CLASSES = model_classes(
    {
        "classes": {
            LASER: {"name": "Laser", "ancestors": [LIGHT, COMPONENT], "also": []},
            LIGHT: {
                "name": "LightSource",
                "ancestors": [COMPONENT],
                "also": ["http://www.w3.org/ns/sosa/System"],
            },
            COMPONENT: {"name": "InstrumentComponent", "ancestors": [], "also": []},
            IG.Study.value: {"name": "Study", "ancestors": [], "also": ["http://schema.org/Dataset"]},
        }
    }
)


def _local(tail: str) -> NamedNode:
    return NamedNode(f"http://record.invalid/{tail}")


def _normalised(*triples: Triple) -> set[Triple]:
    return set(normalise(triples, record=RECORD, classes=CLASSES).triples)


def test_local_names_stand_below_the_record() -> None:
    """The record base, fragments and relative paths become names of the record."""
    found = _normalised(
        Triple(ROOT, SCHEMA.author, _local("#a")), Triple(_local("data/image.tif"), SCHEMA.isPartOf, ROOT)
    )
    assert found == {
        Triple(NamedNode(RECORD), SCHEMA.author, NamedNode(RECORD + "#a")),
        Triple(NamedNode(RECORD + "/data/image.tif"), SCHEMA.isPartOf, NamedNode(RECORD)),
    }


def test_identifiers_get_their_iri_and_keep_their_spelling() -> None:
    """A node that was called by another spelling carries it as ig:originalSpelling, once."""
    old, new = (
        NamedNode("http://orcid.org/0000-0002-1825-0097"),
        NamedNode("https://orcid.org/0000-0002-1825-0097"),
    )
    found = normalise(
        [Triple(ROOT, SCHEMA.author, old), Triple(old, SCHEMA.name, Literal("Josiah Carberry"))],
        record=RECORD,
    ).triples
    assert sorted(map(str, found)) == sorted(
        map(
            str,
            [
                Triple(NamedNode(RECORD), SCHEMA.author, new),
                Triple(new, SCHEMA.name, Literal("Josiah Carberry")),
                Triple(new, IG.originalSpelling, Literal(old.value)),
            ],
        )
    )


def test_identifiers_without_an_address_are_recognised() -> None:
    """What a JSON-LD reader took for a relative name may be a bare term or identifier."""
    found = _normalised(Triple(ROOT, SCHEMA.taxonomicRange, _local("NCBITaxon_7955")))
    fish = NamedNode("http://purl.obolibrary.org/obo/NCBITaxon_7955")
    assert found == {
        Triple(NamedNode(RECORD), SCHEMA.taxonomicRange, fish),
        Triple(fish, IG.originalSpelling, Literal("NCBITaxon_7955")),
    }


def test_vocabulary_is_brought_to_one_base_without_a_spelling() -> None:
    """https://schema.org/ becomes http://schema.org/ in properties and classes, and nothing is added."""
    found = _normalised(
        Triple(ROOT, NamedNode("https://schema.org/name"), Literal("x")),
        Triple(ROOT, RDF_TYPE, NamedNode("https://schema.org/Person")),
    )
    assert found == {
        Triple(NamedNode(RECORD), SCHEMA.name, Literal("x")),
        Triple(NamedNode(RECORD), RDF_TYPE, SCHEMA.Person),
    }


@pytest.mark.parametrize("iri", ["https://orcid.org/0000-0002-1825-0098", "https://ror.org/03mstc593"])
def test_wrong_checksums_refuse_the_record(iri: str) -> None:
    """A mistyped ORCID or ROR id would credit somebody else, so the record is refused with its value."""
    with pytest.raises(InvalidIdentifier, match="checksum") as caught:
        normalise([Triple(ROOT, SCHEMA.author, NamedNode(iri))], record=RECORD, classes=CLASSES)
    assert caught.value.extra["value"] == iri


@pytest.mark.parametrize(
    "iri", ["javascript:alert(1)", "file:///etc/passwd", "https://example.org/" + "a" * 3000]
)
def test_unusable_iris_refuse_the_record(iri: str) -> None:
    """Scripts, local files and giants are no names; the message shows the beginning only."""
    with pytest.raises(InvalidIri) as caught:
        normalise([Triple(ROOT, SCHEMA.url, NamedNode(iri))], record=RECORD, classes=CLASSES)
    assert len(caught.value.detail) < 300


def test_placeholders_become_local_nodes_with_a_warning() -> None:
    """https://orcid.org/NA is nobody's name: the person gets a local one and the report says so."""
    found = normalise(
        [Triple(ROOT, SCHEMA.author, NamedNode("https://orcid.org/NA"))], record=RECORD, classes=CLASSES
    )
    person = NamedNode(RECORD + "#person-na")
    assert Triple(NamedNode(RECORD), SCHEMA.author, person) in found.triples
    assert Triple(person, IG.originalSpelling, Literal("https://orcid.org/NA")) in found.triples
    assert [(f.severity, f.focus, f.value) for f in found.findings] == [
        ("warning", person.value, "https://orcid.org/NA")
    ]


def test_types_of_ancestors_are_written_out() -> None:
    """A laser is also a light source and a component, and what those also are."""
    laser = NamedNode(RECORD + "#laser")
    found = _normalised(Triple(_local("#laser"), RDF_TYPE, IG.Laser))
    assert {t.object.value for t in found if t.subject == laser} == {
        LASER, LIGHT, COMPONENT, "http://www.w3.org/ns/sosa/System",
    }  # fmt: skip


def test_types_from_elsewhere_are_left_alone() -> None:
    """A schema:BioSample is not turned into a biosample of the model here."""
    triple = Triple(NamedNode(RECORD), RDF_TYPE, SCHEMA.BioSample)
    assert _normalised(triple) == {triple}


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("2024-05-17", XSD.date), ("2024-05", XSD.gYearMonth), ("2024", XSD.gYear),
        ("2024-05-17T09:30:00Z", XSD.dateTime), ("2024-02-30", XSD.string), ("2024-13", XSD.string),
        ("17.05.2024", XSD.string), ("May 2024", XSD.string), ("20240", XSD.string),
    ],
)  # fmt: skip
def test_dates_become_dates(text: str, datatype: NamedNode) -> None:
    """ISO 8601 dates get their datatype; anything else stays the text it was."""
    assert dated(Literal(text)) == Literal(text, datatype=datatype)


@pytest.mark.parametrize("claimed", [XSD.date, XSD.dateTime, SCHEMA.Date])
def test_a_datatype_that_does_not_fit_is_corrected(claimed: NamedNode) -> None:
    """A year that is called a date is a year; a date that is none stays for the shapes to refuse."""
    assert dated(Literal("2025", datatype=claimed)) == Literal("2025", datatype=XSD.gYear)
    assert dated(Literal("soon", datatype=claimed)) == Literal("soon", datatype=claimed)


def test_a_datatype_prefix_that_was_not_defined_is_understood() -> None:
    """A JSON-LD context that forgets to define `xsd` still means XML Schema."""
    size = Literal("3", datatype=NamedNode("xsd:integer"))
    found = _normalised(Triple(ROOT, SCHEMA.contentSize, size))
    assert [triple.object for triple in found] == [Literal("3", datatype=XSD.integer)]


def test_only_dated_properties_are_read_as_dates() -> None:
    """A name that looks like a year stays a name, and typed or tagged literals stay as they are."""
    triples = {
        Triple(NamedNode(RECORD), SCHEMA.name, Literal("1984")),
        Triple(NamedNode(RECORD), SCHEMA.value, Literal("0.250", datatype=XSD.decimal)),
        Triple(NamedNode(RECORD), SCHEMA.datePublished, Literal("2024", datatype=XSD.gYear)),
    }
    assert _normalised(*triples) == triples


def test_a_date_that_says_there_is_none_is_kept_beside_with_a_warning() -> None:
    """ "None" in place of a date is no date; it becomes a name and value pair of the node."""
    found = normalise([Triple(ROOT, SCHEMA.datePublished, Literal("None"))], record=RECORD, classes=CLASSES)
    (pair,) = [t.object for t in found.triples if t.predicate == SCHEMA.additionalProperty]
    said = {(t.predicate, t.object) for t in found.triples if t.subject == pair}
    assert {(SCHEMA.name, Literal("datePublished")), (SCHEMA.value, Literal("None"))} <= said
    assert not any(t.predicate == SCHEMA.datePublished for t in found.triples)
    assert [(f.severity, f.value) for f in found.findings] == [("warning", "None")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-5-7", Literal("2024-05-07", datatype=XSD.date)),
        ("2024-05-07 09:30", Literal("2024-05-07T09:30:00", datatype=XSD.dateTime)),
        ("2024-05-07T09:30:01.5+0100", Literal("2024-05-07T09:30:01.5+01:00", datatype=XSD.dateTime)),
        ("2024-05-07T09:30Z", Literal("2024-05-07T09:30:00Z", datatype=XSD.dateTime)),
        ("2024-05-07 09:30:00 UTC", Literal("2024-05-07T09:30:00Z", datatype=XSD.dateTime)),
        ("2024-02-30", Literal("2024-02-30")),
        ("07/05/2024", Literal("07/05/2024")),
    ],
)
def test_dates_are_written_in_full(text: str, expected: Literal) -> None:
    """What can be read in one way only is written as XML Schema wants it; the rest stays as it is."""
    assert dated(Literal(text)) == expected


def test_years_as_numbers_and_dates_with_a_language_are_dates() -> None:
    """JSON writes years as numbers, and a default language makes a language of every text."""
    assert dated(Literal(2024)) == Literal("2024", datatype=XSD.gYear)
    assert dated(Literal("2024-05-07", language="en")) == Literal("2024-05-07", datatype=XSD.date)


def test_blank_nodes_are_named() -> None:
    """No blank node is left, and two readings give the same names."""

    def read(label: str) -> list[Triple]:
        node = BlankNode(label)
        return [Triple(ROOT, SCHEMA.size, node), Triple(node, SCHEMA.value, Literal("3"))]

    first, second = _normalised(*read("a")), _normalised(*read("zz"))
    assert first == second
    assert all(isinstance(t.subject, NamedNode) for t in first)


def test_what_the_record_is_about_is_named_canonically() -> None:
    """Two spellings of one DOI are one thing, so they are one record."""
    assert canonical_about("http://dx.doi.org/10.5281/ZENODO.1") == "https://doi.org/10.5281/zenodo.1"
    assert canonical_about("http://record.invalid/#study") is None
    assert normalise([], record=RECORD, about="http://record.invalid/#study").about == RECORD + "#study"


def test_the_main_class_is_the_most_specific_one() -> None:
    """Among the types of a node the deepest class of the model gives its name."""
    assert main_class([COMPONENT, LASER, LIGHT, "http://schema.org/Thing"], classes=CLASSES) == "Laser"
    assert main_class([DWC.Event.value], classes=CLASSES) == "Thing"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("100", "1.0E2"), ("1.50", "1.5E0"), ("+15e-1", "1.5E0"), (".5", "5.0E-1"), ("-0", "-0.0E0"),
        ("0.000", "0.0E0"), ("0.30000000000000004", "3.0000000000000004E-1"), ("5e-324", "5.0E-324"),
        ("1.00000000000000000001E0", "1.0E0"), ("6.5E-1", "6.5E-1"),
    ],
)  # fmt: skip
def test_a_finite_double_has_one_spelling(written: str, canonical: str) -> None:
    """Spellings of one number become the canonical one, which stays as it is."""
    assert canonical_double(written) == canonical
    assert canonical_double(canonical) == canonical


@pytest.mark.parametrize("text", ["INF", "-INF", "NaN", "1e400", "1_0", " 1", "many", ""])
def test_what_is_no_finite_double_stays(text: str) -> None:
    """Infinities, NaN and texts that are no number are left for the rules to judge."""
    assert canonical_double(text) == text


def test_only_doubles_are_spelled_anew() -> None:
    """Decimals, floats and plain text keep the spelling of the source."""
    subject, number = NamedNode("https://doi.org/10.5072/x"), NamedNode("https://example.org/number")
    literals = [Literal("1.50", datatype=kind) for kind in (XSD.double, XSD.decimal, XSD.float, XSD.string)]
    found = normalise(
        [Triple(subject, number, literal) for literal in literals], record="https://example.org/records/1"
    )
    assert [cast(Literal, triple.object).value for triple in found.triples] == [
        "1.5E0",
        "1.50",
        "1.50",
        "1.50",
    ]
