"""Crates that say things in other forms than our model: all are kept, none is refused for its form."""

from __future__ import annotations

from typing import Any

import pytest
from rocrate_reading import CRATE_1_2, crate, document, objects, read, root

from imagegraph.adapters.importers.rocrate import RoCrateImporter
from imagegraph.adapters.shacl.validator import PyshaclValidator
from imagegraph.errors import ForbiddenConstruct
from imagegraph.model.rdf import (
    DWC,
    DWCIRI,
    RDF_TYPE,
    SCHEMA,
    XSD,
    Literal,
    NamedNode,
    Triple,
)
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord, PreparedRecord
from imagegraph.operations.prepare import prepare

STUDY = NamedNode(RECORD_BASE)
BIO = [
    CRATE_1_2,
    {
        "obo": "http://purl.obolibrary.org/obo/",
        "dwc": "http://rs.tdwg.org/dwc/terms/",
        "scientificName": "dwc:scientificName",
        "measurementMethod": "http://rs.tdwg.org/dwc/iri/measurementMethod",
        "BioSample": "http://schema.org/BioSample",
        "LabProtocol": "http://schema.org/LabProtocol",
    },
]


def ref(name: str) -> dict[str, str]:
    """A reference to an entity."""
    return {"@id": name}


@pytest.fixture(scope="module", name="validator")
def _validator() -> PyshaclValidator:
    return PyshaclValidator()


def pairs(record: ImportedRecord, node: NamedNode = STUDY) -> dict[str, Any]:
    """The name and value pairs of a node."""
    found = {}
    for pair in objects(record, node, SCHEMA.additionalProperty):
        (name,) = objects(record, pair, SCHEMA.name)
        values = [*objects(record, pair, SCHEMA.value), *objects(record, pair, SCHEMA.valueReference)]
        found[name.value] = values[0] if len(values) == 1 else values
    return found


@pytest.mark.parametrize(
    ("members", "others"),
    [
        ({"author": "Ann Author"}, []),
        ({"author": ["Ann Author", "Bo Author"], "publisher": "An archive"}, []),
        ({"author": {"@type": "Person", "name": "Ann", "affiliation": "University of X"}}, []),
        ({"license": [ref("https://spdx.org/licenses/MIT"), "CC BY 4.0"]}, []),
        ({"publisher": [ref("https://ror.org/03mstc592"), ref("https://ror.org/02catss52")]}, []),
        ({"taxonomicRange": "Homo sapiens", "measurementMethod": "confocal"}, []),
        ({"keywords": [ref("obo:GO_0005634"), "x"]}, [{"@id": "obo:GO_0005634", "@type": "DefinedTerm"}]),
        ({"name": [{"@value": "Study", "@language": "en"}, {"@value": "Studie", "@language": "de"}]}, []),
        ({"datePublished": "spring 2024"}, []),
        ({"datePublished": "None"}, []),
        ({"datePublished": ["2024", "2025"]}, []),
        ({"datePublished": 2024, "dateCreated": "2024-5-7", "dateModified": "2024-05-17 12:00"}, []),
        ({"funder": "A foundation", "funding": ref("#g")}, [{"@id": "#g", "@type": "Grant", "name": ["a", "b"]}]),
        ({"citation": "Smith et al. 2020"}, []),
        ({"variableMeasured": {"@type": "PropertyValue", "value": [1, 2]}}, []),
        ({"variableMeasured": {"@type": "PropertyValue", "value": {"@type": "Thing", "name": "x"}}}, []),
        ({"tempo": [1, 2, {"x": 3}]}, []),
        (
            {"hasPart": [ref("a b [1].tif"), ref("./c.tif"), ref("_:b1"), ref("s3://bucket/d")]},
            [
                {"@id": "a b [1].tif", "@type": "File", "contentSize": "12.5 MB"},
                {"@id": "./c.tif", "@type": "File", "encodingFormat": ["image/tiff", ref("https://x.org/fmt")]},
                {"@id": "_:b1", "@type": "Thing"},
                {"@type": "Person", "givenName": ["A", "B"]},
            ],
        ),
        (
            {"about": [ref("obo:NCBITaxon_9606"), ref("#b")]},
            [
                {"@id": "obo:NCBITaxon_9606", "@type": "Taxon", "scientificName": "Homo sapiens"},
                {
                    "@id": "http://purl.obolibrary.org/obo/NCBITaxon_9606",
                    "@type": "Taxon",
                    "scientificName": "Homo sapiens (human)",
                },
                {"@id": "#b", "@type": "BioSample", "taxonomicRange": "Homo sapiens"},
            ],
        ),
        (
            {"author": [ref("http://orcid.org/0000-0002-1825-0097"), ref("0000-0002-1694-233x")]},
            [
                {"@id": "http://orcid.org/0000-0002-1825-0097", "@type": "Person", "name": "A"},
                {"@id": "0000-0002-1694-233x", "@type": "Person", "affiliation": ref("03mstc592")},
                {"@id": "03mstc592", "@type": "Organization", "name": "R", "address": ["a", "b"]},
            ],
        ),
    ],
)  # fmt: skip
def test_crates_in_other_forms_are_kept(
    validator: PyshaclValidator, members: dict[str, Any], others: list[Any]
) -> None:
    """The record conforms to the model, and every text and number of the crate is in it."""
    given = crate(root(**members), *others, context=BIO)
    (record,) = prepare(
        given, importer=RoCrateImporter(), validator=validator, base="http://localhost/", profiles=()
    )
    assert isinstance(record, PreparedRecord), record
    assert [f for f in record.report.findings if f.severity == "violation"] == []
    text = record.ntriples.decode()
    for word in _words([members, others]):
        assert word in text, word


def _words(value: Any) -> list[str]:
    """Texts of a JSON value that have to be found again; ids and dates may be spelt in another way."""
    if isinstance(value, list):
        return [word for part in value for word in _words(part)]
    if isinstance(value, dict):
        return [w for key, part in value.items() if key[0] != "@" and "date" not in key for w in _words(part)]
    return [str(value)]


def test_text_names_a_thing() -> None:
    """The same text is the same thing; an identifier names the thing itself; a taxon has a scientific name."""
    first = {"@id": "#a", "@type": "Person", "affiliation": ["University of X", "https://ror.org/03mstc592"]}
    record = read(crate(root(publisher="university of  X", taxonomicRange="Danio rerio"), first))
    university = NamedNode(RECORD_BASE + "#organization-university-of-x")
    fish = NamedNode(RECORD_BASE + "#taxon-danio-rerio")
    assert objects(record, STUDY, SCHEMA.publisher) == [university]
    assert objects(record, NamedNode(RECORD_BASE + "#a"), SCHEMA.affiliation) == [
        university,
        NamedNode("https://ror.org/03mstc592"),
    ]
    assert objects(record, university, RDF_TYPE) == [SCHEMA.Organization]
    assert objects(record, fish, DWC.scientificName) == [Literal("Danio rerio")]


def test_further_values_are_kept_beside() -> None:
    """A second name is another name; other second values are name and value pairs, with a warning each."""
    entity = root(publisher=[ref("https://a.org/"), ref("https://b.org/")], datePublished="soon")
    record = read(crate(entity | {"name": ["A", "B"]}))
    assert objects(record, STUDY, SCHEMA.name) == [Literal("A")]
    assert objects(record, STUDY, SCHEMA.alternateName) == [Literal("B")]
    assert pairs(record) == {"publisher": NamedNode("https://b.org/"), "datePublished": Literal("soon")}
    assert {(f.severity, f.value) for f in record.findings} == {
        ("warning", "B"),
        ("warning", "soon"),
        ("warning", "https://b.org/"),
    }


def test_own_triples_are_not_fitted() -> None:
    """What is judged by a profile is what the crate says."""
    own = RoCrateImporter().own_triples(crate(root(publisher="P") | {"name": ["A", "B"]}))
    assert Triple(STUDY, SCHEMA.publisher, Literal("P")) in own
    assert {t.object for t in own if (t.subject, t.predicate) == (STUDY, SCHEMA.name)} == {
        Literal("A"),
        Literal("B"),
    }


def test_a_study_without_a_name_stays_without() -> None:
    """The name of a study is never made up; that of a pair is."""
    entity = {"@id": "./", "@type": "Dataset", "variableMeasured": {"@type": "PropertyValue", "value": 3}}
    record = read(crate(entity))
    assert objects(record, STUDY, SCHEMA.name) == []
    (pair,) = objects(record, STUDY, SCHEMA.variableMeasured)
    assert objects(record, pair, SCHEMA.name) == [Literal("value")]


@pytest.mark.parametrize(
    "context",
    [
        [CRATE_1_2, "https://example.org/more/context.jsonld"],
        "https://w3id.org/ro/crate/1.9/context",
        ["https://w3id.org/ro/crate/1.0/context", {"x": "http://x.org/"}],
    ],
)
def test_contexts_beside_a_known_one(context: Any) -> None:
    """Unknown contexts beside a known one are left out and told of; later versions are read as the latest."""
    record = read(crate(root(author=ref("#a")), context=context))
    assert objects(record, STUDY, SCHEMA.author) == [NamedNode(RECORD_BASE + "#a")]
    told = [f.value for f in record.findings]
    assert told == [part for part in (context if isinstance(context, list) else [context]) if part in UNKNOWN]


UNKNOWN = ("https://example.org/more/context.jsonld", "https://w3id.org/ro/crate/1.9/context")


def test_contexts_that_are_all_unknown_are_refused() -> None:
    """Without one known context there is nothing to read by."""
    with pytest.raises(ForbiddenConstruct):
        read(crate(root(), context=["https://example.org/a", "https://example.org/b"]))


def test_byte_order_mark() -> None:
    """Some editors put a byte order mark before JSON."""
    content = b"\xef\xbb\xbf" + crate(root()).content
    assert RoCrateImporter().recognises(Document(name="x.json", content=content))
    assert objects(read(document(content)), STUDY, SCHEMA.name) == [Literal("A study")]


def test_numbers_as_text_become_numbers() -> None:
    """Sizes in bytes are numbers, however they were written."""
    record = read(crate(root(), {"@id": "f", "@type": "File", "contentSize": "12.0"}))
    file = NamedNode(RECORD_BASE + "f")
    assert objects(record, file, SCHEMA.contentSize) == [Literal("12", datatype=XSD.integer)]


def test_methods_as_text_are_terms() -> None:
    """An imaging method in words is a term of that name, for the study and its protocols."""
    record = read(crate(root(measurementMethod="light sheet"), context=BIO))
    (term,) = objects(record, STUDY, DWCIRI.measurementMethod)
    assert objects(record, term, RDF_TYPE) == [SCHEMA.DefinedTerm]
