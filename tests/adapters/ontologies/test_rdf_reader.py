"""SKOS, RDFS and vocabularies of units as terms, in every order that statements may stand in."""

from __future__ import annotations

from pathlib import Path

from ontology_texts import MICROSCOPY_RDF, OBO, read, write
from pyoxigraph import RdfFormat, parse, serialize

from imagegraph.adapters.ontologies.rdf import rdf_readers
from imagegraph.adapters.sqlite.terms.bodies import joined
from imagegraph.model.ontology import Parent, Term, TermName

_PREFIXES = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
@prefix schema: <http://schema.org/> .
@prefix dwc: <http://rs.tdwg.org/dwc/terms/> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix : <http://mic.example.org/> .
"""


def _read(folder: Path, turtle: str) -> tuple[dict[str, Term], list[str]]:
    """Terms by local name, parts joined, and messages of problems."""
    file = next(r for r in rdf_readers() if r.name == "turtle").open(
        write(folder, "mic.ttl", _PREFIXES + turtle)
    )
    found: dict[str, Term] = {}
    for term in file.terms:
        name = term.iri.removeprefix("http://mic.example.org/")
        found[name] = joined([found[name], term]) if name in found else term
    return found, [problem.message for problem in file.problems]


def test_skos_concepts_are_terms(tmp_path: Path) -> None:
    """Labels in all languages, definitions and broader concepts of SKOS are read."""
    terms, problems = _read(
        tmp_path,
        ':slit a skos:Concept ; skos:prefLabel "slitscope"@en, "Spaltlampe"@DE ; skos:altLabel "slit lamp"@en ;'
        ' skos:hiddenLabel "slitlamp" ; skos:definition "Une loupe."@fr, "A loupe."@en ; skos:broader :scope ;'
        ' skos:exactMatch obo:MIC_1 ; skos:inScheme :all . :all a skos:ConceptScheme ; skos:prefLabel "All" .',
    )
    assert set(terms) == {"slit"}
    assert terms["slit"] == Term(
        iri="http://mic.example.org/slit",
        names=(
            TermName(text="slitscope", language="en"),
            TermName(text="Spaltlampe", language="de"),
            TermName(text="slit lamp", kind="exact", language="en"),
            TermName(text="slitlamp", kind="related"),
        ),
        definition="A loupe.",
        parents=(Parent(iri="http://mic.example.org/scope"),),
        xrefs=(f"{OBO}MIC_1",),
    )
    assert problems == []


def test_narrower_is_the_other_side_of_broader(tmp_path: Path) -> None:
    """A concept that only its parent speaks of gets its place, before and after it is described."""
    terms, _ = _read(
        tmp_path,
        ':a a skos:Concept ; skos:prefLabel "a" . :scope a skos:Concept ; skos:prefLabel "scope" ; skos:narrower :a, :b .'
        ' :b a skos:Concept ; skos:prefLabel "b" .',
    )
    assert [terms[name].parents for name in "ab"] == [(Parent(iri="http://mic.example.org/scope"),)] * 2


def test_units_are_individuals_below_their_type(tmp_path: Path) -> None:
    """A unit has its symbol as abbreviation, its UCUM code as reference, and its type as parent."""
    terms, _ = _read(
        tmp_path,
        ':UM a qudt:Unit ; rdfs:label "micrometre"@en ; qudt:symbol "µm" ; qudt:ucumCode "um" ; qudt:deprecated true ;'
        " dct:isReplacedBy :MicroM .",
    )
    unit = terms["UM"]
    assert (unit.kind, unit.obsolete, unit.xrefs) == ("individual", True, ("UCUM:um",))
    assert TermName(text="µm", kind="abbreviation") in unit.names
    assert unit.parents == (Parent(iri="http://qudt.org/schema/qudt/Unit"),)
    assert unit.replaced_by == ("http://mic.example.org/MicroM",)


def test_taxa_are_classes(tmp_path: Path) -> None:
    """schema:Taxon with rdfs:label and dwc names is a class with exact synonyms."""
    terms, _ = _read(
        tmp_path,
        ':7 a schema:Taxon ; rdfs:label "Danio rerio" ; dwc:vernacularName "zebrafish"@en ; rdfs:subClassOf :1 .',
    )
    assert (terms["7"].kind, terms["7"].parents) == ("class", (Parent(iri="http://mic.example.org/1"),))
    assert TermName(text="zebrafish", kind="exact", language="en") in terms["7"].names


def test_people_and_untyped_things_are_no_terms(tmp_path: Path) -> None:
    """Authors of an ontology are left out; things with a name and no type are left out and counted."""
    terms, problems = _read(
        tmp_path,
        '<http://xmlns.com/me> a <http://xmlns.com/foaf/0.1/Person> ; rdfs:label "Me" . :x rdfs:label "x" .'
        ' :a a owl:Class ; rdfs:label "a" .',
    )
    assert set(terms) == {"a"}
    assert problems == ["1 things have a name but no type, and stand in no hierarchy; they are left out."]


def test_a_class_that_is_an_individual_too_is_a_class(tmp_path: Path) -> None:
    """Punned terms, told in two parts, stay classes."""
    terms, _ = _read(
        tmp_path,
        ':a a owl:Class ; rdfs:label "a" . :b a owl:Class . :a a owl:NamedIndividual, :b ; rdfs:comment "A." .',
    )
    assert (terms["a"].kind, terms["a"].definition) == ("class", "A.")


def test_relative_iris_are_told(tmp_path: Path) -> None:
    """A term whose IRI is relative, in a file without base, is left out and told."""
    terms, problems = _read(tmp_path, '<slit> a owl:Class . :a a owl:Class ; rdfs:label "a" .')
    assert set(terms) == {"a"}
    assert problems == ["'slit' is no absolute IRI; the term is left out."]


def test_successors_that_are_no_ids_are_told(tmp_path: Path) -> None:
    """A sentence where an id should be is told; the ids beside it are taken."""
    terms, problems = _read(tmp_path, ':a a owl:Class ; obo:IAO_0100001 "MIC:0002", "ask the curator" .')
    assert terms["a"].replaced_by == (f"{OBO}MIC_0002",)
    assert problems == ["http://mic.example.org/a: the replacement 'ask the curator' is no term id."]


def test_the_order_of_statements_does_not_matter(tmp_path: Path) -> None:
    """Sorted N-Triples, backwards or forwards, make the terms of the file they were made from."""
    _, expected, _ = read(write(tmp_path, "mic.owl", MICROSCOPY_RDF))
    quoted = MICROSCOPY_RDF.replace("'&obo;MIC_'", f'"{OBO}MIC_"')
    triples = [quad.triple for quad in parse(quoted, format=RdfFormat.RDF_XML)]
    lines = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").splitlines()
    assert len(lines) > 30
    for name, order in (("up", sorted(lines)), ("down", sorted(lines, reverse=True))):
        path = write(tmp_path, f"{name}.nt", b"\n".join(order) + b"\n")
        found: dict[str, Term] = {}
        for term in next(r for r in rdf_readers() if r.name == "turtle").open(path).terms:
            found[term.iri] = joined([found[term.iri], term]) if term.iri in found else term
        assert {iri: (term.label, term.kind, set(term.parents)) for iri, term in found.items()} == {
            iri: (term.label, term.kind, set(term.parents)) for iri, term in expected.items()
        }, name


def test_json_ld_is_read(tmp_path: Path) -> None:
    """JSON-LD with its context inside makes terms."""
    text = (
        '{"@context": {"label": "http://www.w3.org/2000/01/rdf-schema#label"}, "@id": "http://mic.example.org/a",'
        ' "@type": "http://www.w3.org/2002/07/owl#Class", "label": "a"}'
    )
    _, terms, _ = read(write(tmp_path, "mic.jsonld", text))
    assert terms["http://mic.example.org/a"].label == "a"


def test_a_prefix_called_ontology_does_not_make_it_obo(tmp_path: Path) -> None:
    """Turtle whose lines begin with `ontology:` is Turtle."""
    text = (
        "@prefix ontology: <http://mic.example.org/> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "ontology:a a owl:Class .\n"
    )
    _, terms, _ = read(write(tmp_path, "mic.ttl", text))
    assert set(terms) == {"http://mic.example.org/a"}
