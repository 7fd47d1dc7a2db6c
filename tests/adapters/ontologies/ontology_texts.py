"""Small ontologies of our own, and how tests read them."""

from __future__ import annotations

from pathlib import Path

from imagegraph.adapters.ontologies import all_readers
from imagegraph.model.ontology import ReadProblem, ReleaseHeader, Term
from imagegraph.operations.terms.loading import choose

OBO = "http://purl.obolibrary.org/obo/"

MICROSCOPY_OBO = """format-version: 1.2
data-version: releases/2031-05-01
subsetdef: daily "What is used daily"
synonymtypedef: SHORT "abbreviation used at the bench"
idspace: LAMP https://lamps.example.org/id/ "lamps"
ontology: mic
property_value: http://purl.org/dc/terms/title "Microscopes of the fifth floor" xsd:string
property_value: http://purl.org/dc/terms/license https://creativecommons.org/licenses/by/4.0/

[Term]
id: MIC:0001
name: microscope

[Term]
id: MIC:0002
name: slit lamp microscope
alt_id: MIC:0009
def: "A microscope with a lamp behind a slit: \\"bright\\"." [MIC:curator, https://example.org/a\\,b]
subset: daily
synonym: "slitscope" EXACT []
synonym: "SLM" EXACT SHORT []
synonym: "bench scope" BROAD []
xref: EX:77
xref: http://example.org/wiki/Slit\\:lamp
is_a: MIC:0001 ! microscope
relationship: part_of LAMP:5 ! floor
relationship: has_lamp LAMP:6

[Term]
id: MIC:0003
name: obsolete candle microscope
is_obsolete: true
replaced_by: MIC:0002
consider: MIC:0001

[Typedef]
id: part_of
name: part of
xref: BFO:0000050

[Typedef]
id: has_lamp
name: has lamp
"""

MICROSCOPY_RDF = """<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [ <!ENTITY obo "http://purl.obolibrary.org/obo/" > <!ENTITY mic '&obo;MIC_' > ]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
     xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
     xmlns:owl="http://www.w3.org/2002/07/owl#" xmlns:obo="&obo;"
     xmlns:oio="http://www.geneontology.org/formats/oboInOwl#">
  <owl:Ontology rdf:about="&obo;mic.owl">
    <owl:versionIRI rdf:resource="&obo;mic/2031-05-01/mic.owl"/>
    <owl:imports rdf:resource="http://unreachable.invalid/other.owl"/>
  </owl:Ontology>
  <owl:ObjectProperty rdf:about="&obo;BFO_0000050"><rdfs:label>part of</rdfs:label></owl:ObjectProperty>
  <owl:Class rdf:about="&mic;0001"><rdfs:label xml:lang="en">microscope</rdfs:label>
    <rdfs:label xml:lang="de">Mikroskop</rdfs:label></owl:Class>
  <owl:Class rdf:about="&mic;0002">
    <rdfs:subClassOf rdf:resource="&mic;0001"/>
    <rdfs:subClassOf rdf:resource="http://www.w3.org/2002/07/owl#Thing"/>
    <rdfs:subClassOf><owl:Restriction>
      <owl:onProperty rdf:resource="&obo;BFO_0000050"/>
      <owl:someValuesFrom rdf:resource="https://lamps.example.org/id/5"/>
    </owl:Restriction></rdfs:subClassOf>
    <owl:equivalentClass><owl:Class><owl:intersectionOf rdf:parseType="Collection">
      <rdf:Description rdf:about="&mic;0004"/>
      <owl:Restriction><owl:onProperty rdf:resource="&mic;has"/>
        <owl:someValuesFrom rdf:resource="https://lamps.example.org/id/6"/></owl:Restriction>
    </owl:intersectionOf></owl:Class></owl:equivalentClass>
    <obo:IAO_0000115>A microscope with a lamp behind a slit.</obo:IAO_0000115>
    <rdfs:comment>Rarely cleaned.</rdfs:comment>
    <oio:hasExactSynonym>SLM</oio:hasExactSynonym>
    <oio:hasBroadSynonym>bench scope</oio:hasBroadSynonym>
    <oio:hasDbXref>EX:77</oio:hasDbXref>
    <oio:inSubset rdf:resource="&obo;mic#daily"/>
    <rdfs:label>slit lamp microscope</rdfs:label>
  </owl:Class>
  <owl:Axiom>
    <owl:annotatedSource rdf:resource="&mic;0002"/>
    <owl:annotatedProperty rdf:resource="http://www.geneontology.org/formats/oboInOwl#hasExactSynonym"/>
    <owl:annotatedTarget>SLM</owl:annotatedTarget>
    <oio:hasSynonymType rdf:resource="&obo;mic#ABBREVIATION"/>
  </owl:Axiom>
  <owl:Class rdf:about="&mic;0003">
    <rdfs:label>candle microscope</rdfs:label>
    <owl:deprecated rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true</owl:deprecated>
    <obo:IAO_0100001>MIC:0002</obo:IAO_0100001>
    <oio:consider>MIC:0001</oio:consider>
  </owl:Class>
</rdf:RDF>
"""

MICROSCOPY_FUNCTIONAL = """Prefix(:=<http://purl.obolibrary.org/obo/mic.owl#>)
Prefix(owl:=<http://www.w3.org/2002/07/owl#>)
Prefix(rdfs:=<http://www.w3.org/2000/01/rdf-schema#>)
Prefix(obo:=<http://purl.obolibrary.org/obo/>)
Prefix(oio:=<http://www.geneontology.org/formats/oboInOwl#>)
Ontology(<http://purl.obolibrary.org/obo/mic.owl> <http://purl.obolibrary.org/obo/mic/2031-05-01/mic.owl>
Import(<http://unreachable.invalid/other.owl>)
Declaration(Class(obo:MIC_0001))
Declaration(Class(obo:MIC_0002))
Declaration(Class(obo:MIC_0003))
Declaration(ObjectProperty(obo:BFO_0000050))
AnnotationAssertion(rdfs:label obo:MIC_0001 "microscope"@en)
AnnotationAssertion(rdfs:label obo:MIC_0001 "Mikroskop"@de)
AnnotationAssertion(rdfs:label obo:MIC_0002 "slit lamp microscope")
AnnotationAssertion(obo:IAO_0000115 obo:MIC_0002 "A microscope with a lamp behind a slit.")
AnnotationAssertion(Annotation(oio:hasSynonymType obo:OMO_0003000) oio:hasExactSynonym obo:MIC_0002 "SLM")
AnnotationAssertion(rdfs:label obo:MIC_0003 "candle microscope")
AnnotationAssertion(owl:deprecated obo:MIC_0003 "true"^^<http://www.w3.org/2001/XMLSchema#boolean>)
AnnotationAssertion(obo:IAO_0100001 obo:MIC_0003 obo:MIC_0002)
SubClassOf(obo:MIC_0002 obo:MIC_0001)
SubClassOf(obo:MIC_0002 ObjectSomeValuesFrom(obo:BFO_0000050 <https://lamps.example.org/id/5>))
EquivalentClasses(obo:MIC_0002 ObjectIntersectionOf(obo:MIC_0004 ObjectSomeValuesFrom(obo:MIC_has obo:MIC_0005)))
SubClassOf(ObjectIntersectionOf(obo:MIC_0002 obo:MIC_0003) owl:Nothing)
)
"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path) -> tuple[ReleaseHeader, dict[str, Term], list[ReadProblem]]:
    """Header, terms by IRI, and problems of a file; no term of these files comes in parts."""
    file = choose(path, readers=all_readers()).open(path)
    terms = list(file.terms)
    found = {term.iri: term for term in terms}
    assert len(found) == len(terms)
    return file.header, found, file.problems
