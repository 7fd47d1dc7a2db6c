"""RO-Crates in the words of our model, and what of them is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rocrate_reading import (
    CRATE_1_2,
    DATA,
    STUDY,
    crate,
    document,
    from_file,
    objects,
    read,
    root,
)

from imagegraph.adapters.importers.rocrate import RoCrateImporter
from imagegraph.errors import (
    DocumentTooDeep,
    DuplicateIdentifier,
    EmptyDocument,
    ForbiddenConstruct,
    InvalidIri,
    MalformedDocument,
)
from imagegraph.model.rdf import (
    DWC,
    DWCIRI,
    IG,
    OBO,
    PROV,
    RDF_TYPE,
    SCHEMA,
    XSD,
    Literal,
    NamedNode,
    Triple,
)
from imagegraph.model.records import RECORD_BASE


def test_detached_crate_becomes_a_study() -> None:
    """The root is a study with organism, imaging method, sample, protocol and publication."""
    record = from_file("zebrafish-ro-crate-metadata.json")
    fish = OBO.NCBITaxon_7955
    assert (record.about, record.kind) == (STUDY.value, "ro-crate")
    assert IG.Study in objects(record, STUDY, RDF_TYPE)
    assert objects(record, STUDY, SCHEMA.taxonomicRange) == [fish]
    assert objects(record, STUDY, DWCIRI.measurementMethod) == [OBO.FBbi_00000369]
    assert objects(record, STUDY, IG.biosample) == [NamedNode(RECORD_BASE + "#sample")]
    assert objects(record, STUDY, IG.protocol) == [NamedNode(RECORD_BASE + "#recording")]
    assert objects(record, STUDY, IG.publication) == [NamedNode("https://doi.org/10.5072/heart-paper")]
    assert objects(record, STUDY, SCHEMA.license) == [
        NamedNode("https://creativecommons.org/licenses/by/4.0/")
    ]
    assert objects(record, STUDY, SCHEMA.dateCreated) == [Literal("2024-05-02", datatype=XSD.date)]
    assert DWC.Taxon in objects(record, fish, RDF_TYPE)


def test_own_triples_hold_nothing_added() -> None:
    """The crate's own RDF is that of JSON-LD alone."""
    own = RoCrateImporter().own_triples(document((DATA / "zebrafish-ro-crate-metadata.json").read_bytes()))
    assert not any(t.predicate.value.startswith(IG) or str(t.object).startswith(f"<{IG}") for t in own)
    assert Triple(STUDY, SCHEMA.license, Literal("https://creativecommons.org/licenses/by/4.0/")) in own


def test_nothing_of_the_source_is_lost() -> None:
    """Keys and types without a definition are kept, and each is told about."""
    record = from_file("zebrafish-ro-crate-metadata.json")
    (pair,) = objects(record, STUDY, SCHEMA.additionalProperty)
    assert objects(record, pair, SCHEMA.name) == [Literal("framesPerSecond")]
    assert objects(record, pair, SCHEMA.value) == [Literal(80)]
    (size,) = objects(record, STUDY, SCHEMA.size)
    assert SCHEMA.QuantitativeValue in objects(record, size, RDF_TYPE)
    assert {finding.value for finding in record.findings} >= {
        "framesPerSecond",
        "QuantitiveValue",
        "#Ada Kurz",
    }


def test_ids_with_spaces_are_percent_encoded() -> None:
    """An id that is no IRI is encoded, keeps its spelling and gives a warning."""
    record = from_file("zebrafish-ro-crate-metadata.json")
    ada = NamedNode(RECORD_BASE + "#Ada%20Kurz")
    assert ada in objects(record, STUDY, SCHEMA.author)
    assert objects(record, ada, IG.originalSpelling) == [Literal("#Ada Kurz")]


def test_empty_text_is_kept_and_told() -> None:
    """Empty text stays, so that a profile judges what the source has; that it says nothing is told."""
    record = from_file("zebrafish-ro-crate-metadata.json")
    assert objects(record, STUDY, SCHEMA.comment) == [Literal("")]
    assert any(f.path == "http://schema.org/comment" and f.severity == "info" for f in record.findings)


def test_attached_crate_is_the_record_itself() -> None:
    """A crate whose root is `./` is about the record; terms of the BioImage Archive get ours beside them."""
    record = from_file("archive-ro-crate-metadata.json")
    study, stacks = NamedNode(RECORD_BASE), NamedNode(RECORD_BASE + "#stacks")
    confocal, image = NamedNode(RECORD_BASE + "#confocal"), NamedNode(RECORD_BASE + "data/one%20stack.tif")
    assert record.about is None
    assert IG.StudyComponent in objects(record, stacks, RDF_TYPE)
    assert objects(record, stacks, IG.acquisition) == [confocal]
    assert objects(record, confocal, DWCIRI.measurementMethod) == [OBO.FBbi_00000251]
    assert objects(record, study, DWCIRI.measurementMethod) == [OBO.FBbi_00000251]
    (instrument,) = objects(record, confocal, IG.instrument)
    assert objects(record, instrument, SCHEMA.name) == [Literal("An upright confocal microscope")]
    assert objects(record, image, PROV.wasGeneratedBy) == [confocal]
    assert objects(record, image, SCHEMA.contentSize) == [Literal("10485760", datatype=XSD.integer)]
    assert objects(record, study, SCHEMA.license) == [Literal("see the archive")]


@pytest.mark.parametrize(
    ("text", "expected"), [("NCBI:txid7227", [OBO.NCBITaxon_7227]), ("a fly", []), ("fly: small", [])]
)
def test_text_where_the_model_has_things(text: str, expected: list[NamedNode]) -> None:
    """Text is restated as a thing only when it is an identifier; the source's own statement stays."""
    sample = {"@id": "#s", "@type": "bia:BioSample", "bia:organismClassification": text}
    record = read(crate(root(), sample, context=[CRATE_1_2, {"bia": "http://bia/"}]))
    node = NamedNode(RECORD_BASE + "#s")
    assert objects(record, node, SCHEMA.taxonomicRange) == expected
    assert objects(record, node, NamedNode("http://bia/organismClassification")) == [Literal(text)]


def test_ids_of_a_notebook_become_local_names() -> None:
    """Schemes that a notebook made up name things in the record only."""
    record = read(crate(root(comment={"@id": "comment://7?x"}), {"@id": "comment://7?x", "text": "Fine."}))
    node = NamedNode(RECORD_BASE + "#comment-7-x")
    assert objects(record, node, SCHEMA.text) == [Literal("Fine.")]
    assert objects(record, node, IG.originalSpelling) == [Literal("comment://7?x")]


def test_processor_reading_keeps_undefined_keys_too() -> None:
    """Where a JSON-LD processor is needed, keys without a definition become name and value pairs as well."""
    context = [CRATE_1_2, {"madeBy": {"@reverse": "http://schema.org/result"}}]
    entity = root(madeBy={"@id": "#act"}, tempo=[3, {"x": 1}])
    record = read(crate(entity, {"@id": "#a b", "@type": "Thingy"}, context=context))
    act, study = NamedNode(RECORD_BASE + "#act"), NamedNode(RECORD_BASE)
    assert objects(record, act, SCHEMA.result) == [study]
    pairs = objects(record, study, SCHEMA.additionalProperty)
    assert [objects(record, pair, SCHEMA.name) for pair in pairs] == [[Literal("tempo")]] * 2
    values = {value for pair in pairs for value in objects(record, pair, SCHEMA.value)}
    assert values == {Literal(3), Literal('{"x": 1}')}
    assert objects(record, NamedNode(RECORD_BASE + "#a%20b"), SCHEMA.additionalType) == [Literal("Thingy")]


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ([], ""),
        ({"@graph": []}, "/@context"),
        ({"@context": CRATE_1_2}, "/@graph"),
        ({"@context": CRATE_1_2, "@graph": {}}, "/@graph"),
        ({"@context": CRATE_1_2, "@graph": ["x"]}, "/@graph"),
        ({"@context": CRATE_1_2, "@graph": [{"@id": "./"}]}, "/@graph"),
        ({"@context": CRATE_1_2, "@graph": [{"@id": "ro-crate-metadata.json"}]}, "/@graph/0/about"),
        (
            {
                "@context": CRATE_1_2,
                "@graph": [{"@id": "ro-crate-metadata.json", "about": [{"@id": "a"}, {"@id": "b"}]}],
            },
            "/@graph/0/about",
        ),
        (
            {"@context": CRATE_1_2, "@graph": [{"@id": "ro-crate-metadata.json", "about": {"@id": "./"}}]},
            "/@graph/0/about",
        ),
    ],
)
def test_no_crate(value: Any, pointer: str) -> None:
    """What lacks context, graph, descriptor or root is refused with the place."""
    with pytest.raises(MalformedDocument) as caught:
        read(document(json.dumps(value)))
    assert caught.value.extra["pointer"] == pointer


def test_several_descriptors() -> None:
    """Two possible descriptors are not guessed between; the plain name wins over a similar one."""
    about = {"about": {"@id": "./"}, "conformsTo": {"@id": "https://w3id.org/ro/crate/1.2"}}
    similar = [{"@id": f"https://example.org/{n}-ro-crate-metadata.json", **about} for n in "ab"]
    given = {"@context": CRATE_1_2, "@graph": [root(), *similar]}
    with pytest.raises(MalformedDocument, match="Several entities"):
        read(document(json.dumps(given)))
    given["@graph"] = [root(), similar[0]]
    assert read(document(json.dumps(given))).about is None


def test_one_id_for_two_things() -> None:
    """The same id with other words is refused with both places; the same words give a warning."""
    first, second = {"@id": "#a", "name": "x"}, {"@id": "#a", "name": "y"}
    with pytest.raises(DuplicateIdentifier) as caught:
        read(crate(root(), first, second))
    assert (caught.value.extra["first"], caught.value.extra["pointer"]) == ("/@graph/2", "/@graph/3")
    record = read(crate(root(), first, dict(first)))
    assert [finding.severity for finding in record.findings] == ["warning"]


@pytest.mark.parametrize("context", ["https://example.org/context.jsonld", [{"@import": CRATE_1_2}]])
def test_contexts_are_never_fetched(context: Any) -> None:
    """An unknown remote context is refused; the message lists the known ones."""
    with pytest.raises(ForbiddenConstruct):
        read(crate(root(), context=context))


@pytest.mark.parametrize("content", ["", "  \n", "\ufeff"])
def test_empty(content: str) -> None:
    """Nothing at all is an empty document."""
    with pytest.raises(EmptyDocument):
        read(document(content))


@pytest.mark.parametrize(
    ("content", "extra"),
    [
        (b'{"a": 1,}', {"line": 1, "column": 9}),
        (b'{"a": 1, "a": 2}', {}),
        (b'{"a": NaN}', {}),
        (b"{\xff}", {"offset": 1}),
        ('{"a"'.encode("utf-16"), {"offset": 0}),
    ],
)
def test_broken_json(content: bytes, extra: dict[str, int]) -> None:
    """Broken JSON, double keys, NaN and other encodings are refused with their place."""
    with pytest.raises(MalformedDocument) as caught:
        read(document(content))
    assert extra.items() <= caught.value.extra.items()


@pytest.mark.parametrize("depth", [70, 5_000, 200_000])
def test_deep_json(depth: int) -> None:
    """Deep nesting is refused, however deep."""
    with pytest.raises(DocumentTooDeep):
        read(document("[" * depth + "]" * depth))


def test_id_that_is_no_iri() -> None:
    """An id that cannot be an IRI even when encoded is refused with its pointer."""
    with pytest.raises(InvalidIri) as caught:
        read(crate(root(about={"@id": "http://a:b/"})))
    assert caught.value.extra["pointer"] == "/@graph/1/about/@id"


@pytest.mark.parametrize("member", [{"@id": 5}, {"@id": "#a", "@type": 5}])
def test_wrong_shapes(member: Any) -> None:
    """`@id` and `@type` have to be text."""
    with pytest.raises(MalformedDocument):
        read(crate(root(), member))
