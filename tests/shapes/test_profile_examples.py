"""Every rule of every hand-written profile, on one example that follows it and one that breaks it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat

from imagegraph import resources
from imagegraph.adapters.shacl.validator import PyshaclValidator
from imagegraph.model.rdf import DCTERMS, IG, RDF_TYPE, RDFS, SH, Triple
from imagegraph.model.reports import Finding

HERE = Path(__file__).parent
PROFILES = ("gide", "rembi")


def _triples(path: Path) -> list[Triple]:
    return [quad.triple for quad in pyoxigraph.parse(path.read_bytes(), format=RdfFormat.TURTLE)]


def _shapes(profile: str) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.extend(
        pyoxigraph.parse(
            resources.path("shapes", "profiles", f"{profile}.ttl").read_bytes(), RdfFormat.TURTLE
        )
    )
    return store


def _node_shapes() -> list[tuple[str, str]]:
    return [
        (profile, str(quad.subject.value))
        for profile in PROFILES
        for quad in sorted(_shapes(profile).quads_for_pattern(None, RDF_TYPE, SH.NodeShape), key=str)
    ]


def _findings(profile: str, kind: str, shape: str) -> list[Finding]:
    example = HERE / profile / kind / f"{shape.rsplit('/', 1)[-1]}.ttl"
    report = PyshaclValidator().validate(_triples(example), profiles=[profile])
    return [finding for finding in report.findings if (finding.shape or "").startswith(shape + "/")]


@pytest.mark.parametrize(("profile", "shape"), _node_shapes())
def test_the_conforming_example_follows_every_rule(profile: str, shape: str) -> None:
    """Nothing is found in an example that has all that the shape asks for."""
    assert _findings(profile, "conforming", shape) == []


@pytest.mark.parametrize(("profile", "shape"), _node_shapes())
def test_the_violating_example_breaks_every_rule(profile: str, shape: str) -> None:
    """The example that lacks or doubles everything is found by each rule of the shape, in its own words."""
    store = _shapes(profile)
    rules = {quad.object.value for quad in store.quads_for_pattern(NamedNode(shape), SH.property, None)}
    found = _findings(profile, "violating", shape)
    assert {finding.shape for finding in found} == rules
    for finding in found:
        told = store.quads_for_pattern(NamedNode(finding.shape or ""), SH.message, None)
        assert finding.message in {quad.object.value for quad in told}
        assert finding.path


@pytest.mark.parametrize("profile", PROFILES)
def test_every_rule_is_described(profile: str) -> None:
    """Each shape has an IRI of ours, a name, a description; each rule a message and a severity as well."""
    store = _shapes(profile)
    header = NamedNode(f"{IG}shape/{profile}")
    for predicate in (DCTERMS["title"], DCTERMS["description"], DCTERMS["source"]):
        assert list(store.quads_for_pattern(header, predicate, None)), predicate
    wanted = {
        SH.NodeShape: (RDFS.label, RDFS.comment, SH.targetClass),
        SH.PropertyShape: (SH.name, SH.description, SH.message, SH.severity, SH.path),
    }
    for kind, predicates in wanted.items():
        for quad in store.quads_for_pattern(None, RDF_TYPE, kind):
            assert quad.subject.value.startswith(f"{header.value}/")
            for predicate in predicates:
                assert len(list(store.quads_for_pattern(quad.subject, predicate, None))) == 1, (
                    quad.subject,
                    predicate,
                )


@pytest.mark.parametrize("profile", PROFILES)
def test_no_example_is_left_over(profile: str) -> None:
    """Each example belongs to a shape of its profile."""
    names = {shape.rsplit("/", 1)[-1] for owner, shape in _node_shapes() if owner == profile}
    for kind in ("conforming", "violating"):
        assert {path.stem for path in (HERE / profile / kind).iterdir()} == names
