"""OWL in RDF/XML and in its own syntaxes as terms."""

from __future__ import annotations

from pathlib import Path

import pytest
from ontology_texts import MICROSCOPY_FUNCTIONAL, MICROSCOPY_RDF, OBO, read, write

from imagegraph.model.ontology import PART_OF, Parent, Term, TermName

_FILES = {"rdf-xml": MICROSCOPY_RDF, "owl-functional": MICROSCOPY_FUNCTIONAL}


@pytest.fixture(name="owl", params=list(_FILES))
def _owl(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The same ontology in each syntax, always with the name of an OWL file."""
    return write(tmp_path, "mic.owl", _FILES[request.param])


def test_names_have_scope_and_language(owl: Path) -> None:
    """Labels keep their languages, and a synonym whose type is an abbreviation is one."""
    _, terms, _ = read(owl)
    assert terms[f"{OBO}MIC_0001"].label_in(["de"]) == ("Mikroskop", "de")
    names = terms[f"{OBO}MIC_0002"].names
    assert names[0] == TermName(text="slit lamp microscope")
    assert TermName(text="SLM", kind="abbreviation") in names


def test_steps_up_come_from_every_axiom(owl: Path) -> None:
    """Named superclasses, `some` restrictions and members of an equivalent intersection are parents."""
    _, terms, _ = read(owl)
    parents = terms[f"{OBO}MIC_0002"].parents
    assert {parent.iri for parent in parents if parent.relation == Parent(iri="").relation} == {
        f"{OBO}MIC_0001",
        f"{OBO}MIC_0004",
    }
    assert Parent(iri="https://lamps.example.org/id/5", relation=PART_OF) in parents
    assert len(parents) == 4


def test_definitions_come_before_comments(owl: Path) -> None:
    """The textual definition is taken, a comment only where there is none."""
    _, terms, _ = read(owl)
    assert terms[f"{OBO}MIC_0002"].definition == "A microscope with a lamp behind a slit."


def test_successors_may_be_written_as_text(owl: Path) -> None:
    """replaced_by is an IRI, whether it was written as one or as a CURIE in a literal."""
    _, terms, _ = read(owl)
    gone = terms[f"{OBO}MIC_0003"]
    assert (gone.obsolete, gone.replaced_by) == (True, (f"{OBO}MIC_0002",))


def test_built_in_things_are_no_terms(owl: Path) -> None:
    """owl:Thing, rdfs:label and anonymous classes are not among the terms; a relation is one."""
    _, terms, _ = read(owl)
    assert {iri.removeprefix(OBO) for iri in terms} == {"MIC_0001", "MIC_0002", "MIC_0003", "BFO_0000050"}
    assert terms[PART_OF].kind == "property"


def test_the_header_is_read_and_imports_are_told(owl: Path) -> None:
    """The version IRI stands for the version; an import is named, not fetched."""
    header, _, problems = read(owl)
    assert (header.iri, header.version, header.ontology) == (
        f"{OBO}mic.owl",
        f"{OBO}mic/2031-05-01/mic.owl",
        "mic",
    )
    assert [problem.message for problem in problems] == [
        "Not fetched: owl:imports http://unreachable.invalid/other.owl"
    ]


def test_owl_xml_is_read(tmp_path: Path) -> None:
    """OWL/XML makes the same terms."""
    text = """<?xml version="1.0"?>
    <Ontology xmlns="http://www.w3.org/2002/07/owl#" ontologyIRI="http://purl.obolibrary.org/obo/mic.owl">
      <Declaration><Class IRI="http://purl.obolibrary.org/obo/MIC_0001"/></Declaration>
      <AnnotationAssertion><AnnotationProperty IRI="http://www.w3.org/2000/01/rdf-schema#label"/>
        <IRI>http://purl.obolibrary.org/obo/MIC_0001</IRI><Literal xml:lang="fr">loupe</Literal></AnnotationAssertion>
    </Ontology>"""
    _, terms, _ = read(write(tmp_path, "mic.owl", text))
    assert terms[f"{OBO}MIC_0001"] == Term(
        iri=f"{OBO}MIC_0001", names=(TermName(text="loupe", language="fr"),)
    )


def test_manchester_syntax_is_read(tmp_path: Path) -> None:
    """Manchester syntax makes the same terms."""
    text = (
        "Prefix: rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nPrefix: m: <http://mic.example.org/>\n"
        "Ontology: <http://mic.example.org/>\nClass: m:a\n    SubClassOf: m:b\nClass: m:b\n"
    )
    _, terms, _ = read(write(tmp_path, "mic.omn", text))
    assert terms["http://mic.example.org/a"].parents == (Parent(iri="http://mic.example.org/b"),)


def test_annotation_properties_have_plain_iris(tmp_path: Path) -> None:
    """A declared annotation property is a term with its IRI, without the brackets of the syntax."""
    text = (
        "Prefix(owl:=<http://www.w3.org/2002/07/owl#>)\nOntology(<https://lamps.example.org/notes>\n"
        "Declaration(AnnotationProperty(<https://lamps.example.org/note>))\n"
        "Declaration(DataProperty(<https://lamps.example.org/watts>)))\n"
    )
    _, terms, _ = read(write(tmp_path, "notes.ofn", text))
    assert set(terms) == {"https://lamps.example.org/note", "https://lamps.example.org/watts"}
