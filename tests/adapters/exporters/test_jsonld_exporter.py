"""JSON-LD: nested, in our words, and saying the same as the journal."""

from __future__ import annotations

import json
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from versions import (
    BASE,
    RECORD,
    export,
    node,
    statements,
    statements_of,
    version_from,
    version_of,
    with_context,
)

from imagegraph import resources
from imagegraph.adapters.exporters.context import active_context, packaged_context
from imagegraph.model.rdf import IG, OBO, RDF_TYPE, SCHEMA, XSD, skolemised
from imagegraph.model.records import Version

JSON_LD = "application/ld+json"


def assert_says_the_same(version: Version) -> dict[str, object]:
    """The JSON-LD of a version has its statements, no more and no fewer; returns it."""
    content = export(version, JSON_LD)
    assert statements_of(with_context(content), RdfFormat.JSON_LD) == statements(version)
    assert export(version, JSON_LD) == content
    document: dict[str, object] = json.loads(content)
    return document


def test_instrument_is_nested_in_the_words_of_the_model() -> None:
    """Slots by name, repeated ones as arrays, numbers as numbers, parts inside what they are part of."""
    document = assert_says_the_same(
        version_from(
            """
            <https://doi.org/10.5072/i> a ig:Instrument ; schema:name "Scope" ; schema:hasPart <#o> .
            <#o> a ig:Objective, ig:InstrumentComponent ; ig:lensNA "1.40"^^xsd:double ; ig:iris true ;
              ig:workingDistance <#q> .
            <#q> a qudt:QuantityValue ; qudt:numericValue "190"^^xsd:double ; qudt:unit unit:MicroM .
            """,
            about="https://doi.org/10.5072/i",
        )
    )
    assert document == {
        "@context": f"{BASE}context/v1.jsonld",
        "id": "https://doi.org/10.5072/i",
        "type": ["Instrument"],
        "name": "Scope",
        "component": [
            {
                "id": f"{RECORD}#o",
                "type": ["Objective", "InstrumentComponent"],
                "lens_na": 1.4,
                "working_distance": {
                    "id": f"{RECORD}#q",
                    "type": ["Quantity"],
                    "value": 190,
                    "unit": "http://qudt.org/vocab/unit/MicroM",
                },
                "iris": True,
            }
        ],
    }


def test_names_mean_what_they_mean_in_their_class() -> None:
    """`acquisition`, `term` and `value` stand for other properties in other classes, as in our context."""
    document = assert_says_the_same(
        version_from(
            """
            <> a ig:StudyComponent ; ig:image <#i> ; ig:acquisition <#a> .
            <#i> a ig:Image, schema:ImageObject ; prov:wasGeneratedBy <#a> ; schema:additionalProperty <#p> ;
              ig:annotation <#n> .
            <#a> a ig:ImageAcquisition ; ig:acquisition <#odd> .
            <#p> a schema:PropertyValue ; schema:name "x" ; schema:value "0.5"^^xsd:double, "y", 7, "z"@en .
            <#n> a ig:Annotation ; ig:annotationTerm obo:GO_1 ; ig:annotationValue "v" ; schema:value "o" .
            <#ph> a ig:Phenotype ; ig:phenotypeTerm obo:CMPO_1 .
            """
        )
    )
    image = document["image"][0]  # type: ignore[index]
    assert image["acquisition"] == f"{RECORD}#a"
    assert document["acquisition"][0]["id"] == f"{RECORD}#a"  # type: ignore[index]
    assert image["annotation"][0]["term"] == ["http://purl.obolibrary.org/obo/GO_1"]
    assert document["@included"][0]["type"] == ["Phenotype"]  # type: ignore[index]


@pytest.mark.parametrize(
    "turtle",
    [
        '<> schema:name "a"@de, "b"@en-GB, "c" .',
        '<> ig:sizeX 5, "05"^^xsd:integer, "5"^^xsd:int, 99999999999999999999 .',
        '<> ig:lensNA 1.5, "NaN"^^xsd:double, "INF"^^xsd:double, "-0.0"^^xsd:double, 1e300, "x"^^xsd:double.',
        '<> ig:iris "1"^^xsd:boolean, true, "maybe"^^xsd:boolean .',
        '<> schema:url <http://a.example/>, "http://b.example/" .',
        "<> <http://foreign.example/p> <http://foreign.example/o>, 1, 2.5, true .",
        "<> <urn:foreign:p> <urn:x:y> . <urn:x:y> <urn:foreign:q> <> .",
        "<> <doi:10.5072/p> <doi:10.5072/x> . <schema:name> <ig:name> <id:x> .",
        "<> rdf:type 'text' . <> a <http://foreign.example/Class>, schema:Thing .",
        "<> rdf:value (1 2 <#x>) .",
        "<> schema:hasPart <> .",
        "<#a> schema:isPartOf <#b> . <#b> schema:isPartOf <#a> .",
        '<> schema:datePublished "2024"^^xsd:gYear ; schema:text "<p>"^^rdf:HTML, "{}"^^rdf:JSON .',
        "<> <https://w3id.org/imagegraph/a:b> 1 ; <http://schema.org/> 2 ; <http://schema.org/a//b> 3 .",
    ],
)
def test_strange_statements_survive(turtle: str) -> None:
    """Whatever RDF can say comes back from the JSON-LD."""
    triples = [
        quad.triple for quad in parse(_with_prefixes(turtle), format=RdfFormat.TURTLE, base_iri=RECORD)
    ]
    assert_says_the_same(version_of(skolemised(triples, record=RECORD)))


def _with_prefixes(turtle: str) -> str:
    from imagegraph.model.rdf import PREFIXES

    return "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items()) + turtle


def test_long_chains_do_not_exhaust_a_reader() -> None:
    """A thousand derivations in a row stand beside the tree instead of a thousand levels deep."""
    chain = [Triple(node(f"i{n:04}"), IG.derivedFrom, node(f"i{n + 1:04}")) for n in range(1000)]
    version = version_of([Triple(NamedNode(RECORD), IG.image, node("i0000")), *chain])
    assert_says_the_same(version)
    depth = deepest = 0
    for sign in export(version, JSON_LD).decode():
        depth += {"{": 1, "}": -1}.get(sign, 0)
        deepest = max(deepest, depth)
    assert deepest < 40


_NAMES = st.text(string.ascii_letters + string.digits + "-_.~:", min_size=1, max_size=6)
_CLASSES = [
    NamedNode(name.iri)
    for name in active_context(packaged_context()).names.values()
    if name.text[0].isupper()
]
_PROPERTIES = [
    NamedNode(name.iri) for name in active_context(packaged_context()).names.values()
    if name.text[0].islower() and name.iri.startswith("http") and not name.prefix
]  # fmt: skip
_SUBJECTS = st.sampled_from([node(str(n)) for n in range(6)] + [NamedNode(RECORD)])
_OBJECTS = st.one_of(
    _SUBJECTS,
    st.builds(OBO.__getitem__, _NAMES),
    st.builds(Literal, st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)),
    st.builds(Literal, st.integers(-(2**60), 2**60)),
    st.builds(
        lambda n: Literal(repr(n), datatype=XSD.double), st.floats(allow_nan=False, allow_infinity=False)
    ),
    st.builds(Literal, st.booleans()),
    st.builds(lambda text: Literal(text, language="en"), _NAMES),
)
_STATEMENTS = st.one_of(
    st.builds(Triple, _SUBJECTS, st.just(RDF_TYPE), st.sampled_from(_CLASSES)),
    st.builds(Triple, _SUBJECTS, st.sampled_from(_PROPERTIES), _OBJECTS),
    st.builds(Triple, _SUBJECTS, st.builds(SCHEMA.__getitem__, _NAMES), _OBJECTS),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_STATEMENTS, min_size=1, max_size=25))
def test_any_statements_survive(triples: list[Triple]) -> None:
    """Any statements in the words of the model come back from the JSON-LD."""
    assert_says_the_same(version_of(triples))


def test_another_reader_agrees() -> None:
    """PyLD reads the same statements as Oxigraph from the document and the context that we serve."""
    context = json.loads(resources.text("ontologies", "generated", "context.jsonld"))

    def loader(url: str, options: dict[str, object]) -> dict[str, object]:
        assert url == f"{BASE}context/v1.jsonld"
        return {"contentType": JSON_LD, "contextUrl": None, "documentUrl": url, "document": context}

    version = version_from(
        """
        <> a ig:Study, schema:Dataset ; schema:name "S" ; ig:image <#i> ; ig:phenotype <#p> .
        <#i> a ig:Image ; prov:wasGeneratedBy <#a> ; ig:physicalSizeX <#q> ; ig:sizeX 512 .
        <#p> a ig:Phenotype ; ig:phenotypeTerm obo:CMPO_1 .
        <#q> a qudt:QuantityValue ; qudt:numericValue "1.5E-1"^^xsd:double ; qudt:unit unit:MicroM .
        <#a> a ig:ImageAcquisition, prov:Activity ; prov:startedAtTime "2024-01-01"^^xsd:date .
        """
    )
    document = json.loads(export(version, JSON_LD))
    quads = jsonld.to_rdf(document, {"documentLoader": loader, "format": "application/n-quads"})
    assert statements_of(quads.encode(), RdfFormat.N_TRIPLES) == statements(version)


@pytest.mark.corpus
def test_real_graphs_survive(corpus: Path) -> None:
    """The vocabularies and shapes of the corpus, far from our model, come back from the JSON-LD."""
    files = [file for file in sorted(corpus.rglob("*.ttl")) if file.stat().st_size < 300_000]
    assert files
    for file in files:
        try:
            triples = [
                quad.triple for quad in parse(path=str(file), format=RdfFormat.TURTLE, base_iri=RECORD)
            ]
        except SyntaxError:
            continue
        if any(isinstance(term, Triple) for triple in triples for term in (triple.subject, triple.object)):
            continue
        assert_says_the_same(version_of(skolemised(triples, record=RECORD)))
