"""Judging with pySHACL on compiled shapes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from pyoxigraph import RdfFormat
from rdflib import SH

from imagegraph.adapters.shacl.validator import PyshaclValidator
from imagegraph.errors import NotFound
from imagegraph.model.rdf import Triple
from imagegraph.model.reports import Report
from imagegraph.ports.validation import NOTHING_JUDGED

PREFIXES = """
@prefix : <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

CORE = """
:Device a sh:NodeShape ; sh:targetClass :Instrument ; sh:property :Device-name, :Device-year .
:Device-name a sh:PropertyShape ; sh:path :name ; sh:minCount 1 ; sh:datatype xsd:string ;
  sh:message "An instrument needs a name." .
:Device-year a sh:PropertyShape ; sh:path :year ; sh:maxCount 1 ; sh:severity sh:Warning ;
  sh:or ( [ sh:datatype xsd:gYear ] [ sh:datatype xsd:date ] ) .

:Laser-shape a sh:NodeShape ; sh:targetClass :Laser ; sh:property :Laser-name, :Laser-year, :Laser-line .
:Laser-name a sh:PropertyShape ; sh:path :name ; sh:minCount 1 ; sh:datatype xsd:string ;
  sh:message "A laser needs a name." .
:Laser-year a sh:PropertyShape ; sh:path :year ; sh:maxCount 1 ; sh:severity sh:Warning ;
  sh:or ( [ sh:datatype xsd:gYear ] [ sh:datatype xsd:date ] ) .
:Laser-line a sh:PropertyShape ; sh:path :line ; sh:minInclusive 200 ; sh:maxInclusive 2000 .
"""

KINDS = {
    "paths": """
:S a sh:NodeShape ; sh:targetClass :Study ; sh:property
  [ sh:path ( :part :name ) ; sh:minCount 2 ] ,
  [ sh:path [ sh:alternativePath ( :name :title ) ] ; sh:minCount 1 ] ,
  [ sh:path [ sh:inversePath :about ] ; sh:maxCount 0 ; sh:severity sh:Info ] ,
  [ sh:path [ sh:zeroOrMorePath :part ] ; sh:maxCount 2 ] .""",
    "closed": """
:S a sh:NodeShape ; sh:targetClass :Study ; sh:closed true ;
  sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ;
  sh:property [ sh:path :name ] .""",
    "nested": """
:S a sh:NodeShape ; sh:targetClass :Study ; sh:property [ sh:path :part ; sh:node :P ; sh:minCount 1 ] .
:P a sh:NodeShape ; sh:property [ sh:path :name ; sh:minCount 1 ; sh:maxLength 5 ] .""",
    "targets": """
:S a sh:NodeShape ; sh:targetSubjectsOf :part ; sh:property [ sh:path :year ; sh:minCount 1 ] .
:O a sh:NodeShape ; sh:targetObjectsOf :part ; sh:nodeKind sh:IRI ; sh:pattern "^https" .
:N a sh:NodeShape ; sh:targetNode :nowhere ; sh:property [ sh:path :name ; sh:minCount 1 ] .""",
    "implicit": """
:Study a rdfs:Class, sh:NodeShape ;
  sh:property [ sh:path :year ; sh:datatype xsd:gYear ; sh:minCount 2 ] .""",
    "logic": """
:S a sh:NodeShape ; sh:targetClass :Study ; sh:not [ sh:path :name ; sh:minCount 1 ] ;
  sh:xone ( [ sh:path :name ; sh:minCount 1 ] [ sh:path :part ; sh:minCount 1 ] ) .""",
    "values": """
:S a sh:NodeShape ; sh:targetClass :Study ; sh:property
  [ sh:path :state ; sh:in ( "open" "closed" ) ] , [ sh:path :part ; sh:class :Part ] ,
  [ sh:path :part ; sh:qualifiedValueShape [ sh:class :Part ] ; sh:qualifiedMinCount 2 ] ,
  [ sh:path :name ; sh:uniqueLang true ; sh:languageIn ( "en" "de" ) ] ,
  [ sh:path :year ; sh:lessThan :end ] .""",
    "sparql": """
:S a sh:NodeShape ; sh:targetClass :Study ; sh:sparql [ sh:message "names differ" ;
  sh:select "SELECT $this ?value WHERE { $this <https://example.org/part> ?value }" ] .""",
    "absent": """
:S a sh:NodeShape ; sh:targetClass :Study, :Part ; sh:property
  [ sh:path :colour ; sh:hasValue "red" ; sh:datatype xsd:gYear ; sh:maxCount 0 ; sh:minLength 1 ] ,
  [ sh:path :colour ; sh:equals :name ; sh:in ( "red" ) ; sh:node [ sh:nodeKind sh:IRI ] ] ,
  [ sh:path :colour ; sh:qualifiedValueShape [ sh:datatype xsd:gYear ] ; sh:qualifiedMinCount 1 ] ,
  [ sh:path :end ; sh:maxCount 0 ; sh:datatype xsd:date ; sh:or ( [ sh:minCount 1 ; sh:path :a ] ) ] .""",
    "component": """
:S a sh:NodeShape ; sh:targetClass :Study ; :fewest 3 ; sh:property [ sh:path :name ; sh:maxCount 1 ] .
:Fewest a sh:ConstraintComponent ; sh:parameter [ sh:path :fewest ] ; sh:nodeValidator [
  a sh:SPARQLSelectValidator ; sh:message "too few" ;
  sh:select "SELECT $this WHERE { $this <https://example.org/part> ?part } GROUP BY $this" ] .""",
    "deactivated": """
:S a sh:NodeShape ; sh:targetClass :Study ; sh:property
  [ sh:path :end ; sh:minCount 9 ; sh:deactivated true ] , [ sh:path :year ; sh:minCount 3 ] .""",
    "subclasses": """
:S a sh:NodeShape ; sh:targetClass :Thing ; sh:property [ sh:path :year ; sh:minCount 3 ] .""",
    "none": ":S a sh:NodeShape ; sh:targetClass :Elsewhere ; sh:property [ sh:path :name ; sh:minCount 1 ] .",
}  # fmt: skip

DATA = """
:s a :Study ; :name "Zellteilung"@de, "mitosis"@en, "cells"@en ; :part :p, :q ; :year "2024"^^xsd:gYear ;
  :state "opn" ; :end "2020"^^xsd:gYear .
:p a :Part ; :name "long enough" . :q :name 5 ; :about :s ; :part :s .
:Study rdfs:subClassOf :Thing .
"""


def _triples(text: str) -> list[Triple]:
    return [quad.triple for quad in pyoxigraph.parse((PREFIXES + text).encode(), format=RdfFormat.TURTLE)]


def _validator(folder: Path, *, core: str = CORE, **profiles: str) -> PyshaclValidator:
    for name in ("core", "profiles"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "core" / "model.ttl").write_text(PREFIXES + core)
    for name, text in profiles.items():
        (folder / "profiles" / f"{name}.ttl").write_text(PREFIXES + text)
    return PyshaclValidator(folder)


def _plainly(data: str, shapes: str) -> set[tuple[str, ...]]:
    """What `pyshacl.validate` finds: severity, node, whether a path, value, component."""
    _, report, _ = pyshacl.validate(
        rdflib.Graph().parse(data=PREFIXES + data), shacl_graph=rdflib.Graph().parse(data=PREFIXES + shapes)
    )
    assert isinstance(report, rdflib.Graph)
    return {
        (
            str(report.value(result, SH.resultSeverity)).rpartition("#")[2],
            str(report.value(result, SH.focusNode)),
            str(report.value(result, SH.resultPath) is not None),
            str(report.value(result, SH.value)),
            str(report.value(result, SH.sourceConstraintComponent)),
        )
        for result in report.objects(None, SH.result)
    }


def _found(report: Report) -> set[tuple[str, ...]]:
    names = {"violation": "Violation", "warning": "Warning", "info": "Info"}
    return {
        (names[f.severity], str(f.focus), str(f.path is not None), str(f.value), str(f.component))
        for f in report.findings
        if f.shape != NOTHING_JUDGED
    }


@pytest.mark.parametrize("kind", KINDS)
def test_it_finds_what_pyshacl_finds(kind: str, tmp_path: Path) -> None:
    """Compiled shapes give the same results as `pyshacl.validate`, for every kind of rule and target."""
    validator = _validator(tmp_path, **{kind: KINDS[kind]})
    expected = _plainly(DATA, KINDS[kind])
    assert bool(expected) is (kind != "none")
    for _ in range(2):  # the second time from what was compiled
        assert _found(validator.validate(_triples(DATA), profiles=[kind])) == expected


def test_a_rule_that_a_subclass_repeats_is_told_once(tmp_path: Path) -> None:
    """A laser without a name breaks the rule of lasers, not also the same rule of instruments."""
    data = ':l a :Laser, :Instrument ; :line 100 ; :year "x" . :i a :Instrument .'
    report = _validator(tmp_path).validate(_triples(data), profiles=["core"])
    assert [(f.focus, f.message) for f in report.findings if "needs" in f.message] == [
        ("https://example.org/i", "An instrument needs a name."),
        ("https://example.org/l", "A laser needs a name."),
    ]
    assert _found(report) == _plainly(data, CORE)


def test_a_finding_says_where_and_by_which_rule(tmp_path: Path) -> None:
    """Severity, message, node, property, value, rule, component and profile are filled in."""
    report = _validator(tmp_path).validate(_triples(":i a :Instrument ; :name 7 ."), profiles=["core"])
    (finding,) = report.findings
    assert not report.conforms
    assert finding.as_dict() == {
        "severity": "violation", "message": "An instrument needs a name.", "focus": "https://example.org/i",
        "path": "https://example.org/name", "value": "7", "shape": "https://example.org/Device-name",
        "profile": "core", "source": None,
        "component": "http://www.w3.org/ns/shacl#DatatypeConstraintComponent",
        "value_datatype": "http://www.w3.org/2001/XMLSchema#integer",
    }  # fmt: skip


def test_paths_are_written_as_in_sparql(tmp_path: Path) -> None:
    """A rule about a path of properties names the path; a rule without an IRI names its node shape."""
    report = _validator(tmp_path, paths=KINDS["paths"]).validate(_triples(DATA), profiles=["paths"])
    assert {finding.path for finding in report.findings} == {
        "^<https://example.org/about>",
        "<https://example.org/part>*",
    }
    assert {finding.shape for finding in report.findings} == {"https://example.org/S"}


def test_only_violations_refuse(tmp_path: Path) -> None:
    """Warnings are reported and the record conforms."""
    data = ':i a :Instrument ; :name "Leica SP8" ; :year 2024 .'
    report = _validator(tmp_path).validate(_triples(data), profiles=["core"])
    assert report.conforms
    assert [finding.severity for finding in report.findings] == ["warning"]


def test_a_profile_that_speaks_about_nothing_says_so(tmp_path: Path) -> None:
    """Silence is not success: a document of another kind gets a warning for each idle profile."""
    validator = _validator(tmp_path, none=KINDS["none"])
    report = validator.validate(_triples(":x a :Elsewise ."), profiles=["core", "none"])
    assert report.conforms
    assert [(f.severity, f.profile, f.shape) for f in report.findings] == [
        ("warning", "core", NOTHING_JUDGED),
        ("warning", "none", NOTHING_JUDGED),
    ]
    assert "Nothing in this document is judged by profile none" in report.findings[1].message


def test_unknown_profiles_are_refused_with_the_known_ones(tmp_path: Path) -> None:
    """The message lists what can be asked for."""
    with pytest.raises(NotFound, match="Known profiles: core, none"):
        _validator(tmp_path, none=KINDS["none"]).validate([], profiles=["nonne"])


def test_the_packaged_profiles_are_there() -> None:
    """`core` comes first and every packaged shape file can be compiled."""
    validator = PyshaclValidator()
    assert validator.profiles()[0] == "core"
    assert {"gide", "rembi"} <= set(validator.profiles())
    report = validator.validate([], profiles=validator.profiles())
    assert {finding.shape for finding in report.findings} == {NOTHING_JUDGED}


def test_literals_are_judged_letter_by_letter(tmp_path: Path) -> None:
    """The value in a finding is what the document says, not a tidied form of it."""
    shapes = ":S a sh:NodeShape ; sh:targetClass :T ; sh:property [ sh:path :v ; sh:maxInclusive 1 ] ."
    report = _validator(tmp_path, t=shapes).validate(
        _triples(':t a :T ; :v "02.50"^^xsd:decimal .'), profiles=["t"]
    )
    assert [finding.value for finding in report.findings] == ["02.50"]
