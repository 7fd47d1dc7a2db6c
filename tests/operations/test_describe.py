"""What a record says in words, and the tree that it is told as."""

from __future__ import annotations

import pytest

from imagegraph.model.rdf import (
    IG,
    QUDT,
    RDF_TYPE,
    SCHEMA,
    UNIT,
    XSD,
    Literal,
    NamedNode,
    Triple,
    to_ntriples,
)
from imagegraph.model.records import RecordSummary, Version
from imagegraph.model.reports import Report
from imagegraph.operations.arrangement import arrange
from imagegraph.operations.describe import MOST_VALUES, describe, label_of, spelled_out

RECORD = NamedNode("http://localhost:8000/records/x")


def part(name: str) -> NamedNode:
    """A part of the record."""
    return NamedNode(f"{RECORD.value}#{name}")


def version(*triples: Triple) -> Version:
    """A version with these statements."""
    return Version(
        sequence=1, id="x", iri=RECORD.value, about=RECORD.value, type="Image", title="", number=1, at="", agent="",
        reason="", source="", format="", digest="", ntriples=to_ntriples(triples), report=Report(),
        previous_hash="", hash="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("https://w3id.org/imagegraph/lensNA", "Lens NA"),
        ("http://foreign.example/vocabulary#someProperty", "Some property"),
        ("(<http://a.example/first>/<https://w3id.org/imagegraph/lensNA>)", "Lens NA"),
        ("urn:x:y", "Y"),
    ],
)
def test_properties_have_labels(path: str, label: str) -> None:
    """Slots are called by their name, foreign properties by their last part, paths by their last step."""
    assert label_of(path) == label


def test_names_are_spelled_out() -> None:
    """Names of classes become words."""
    assert spelled_out("ImageAcquisition") == "Image acquisition"
    assert spelled_out("co2_fraction") == "CO₂ fraction"


def test_quantity_is_one_line() -> None:
    """A quantity is told with its unit and the source's own spelling."""
    told = describe(
        version(
            Triple(RECORD, IG.physicalSizeX, part("q")),
            Triple(part("q"), RDF_TYPE, QUDT.QuantityValue),
            Triple(part("q"), QUDT.numericValue, Literal("1.25E-1", datatype=XSD.double)),
            Triple(part("q"), QUDT.unit, UNIT.MicroM),
            Triple(part("q"), IG.originalValue, Literal("125 nm")),
        ),
        find=lambda iri: None,
    )
    assert [value.text for value in told.main.facts[0].values] == ["0.125 µm (given as 125 nm)"]


def test_every_node_is_told_once() -> None:
    """Circles end, shared parts are told where they are nearest, strangers stand beside the tree."""
    arrangement = arrange(
        version(
            Triple(RECORD, IG.image, part("a")),
            Triple(RECORD, IG.image, part("b")),
            Triple(part("a"), IG.acquisition, part("b")),
            Triple(part("b"), IG.acquisition, RECORD),
            Triple(part("stranger"), SCHEMA.name, Literal("alone")),
        )
    )
    assert arrangement.root == RECORD.value
    assert arrangement.shows(RECORD.value, IG.image.value, part("b").value)
    assert not arrangement.shows(part("a").value, IG.acquisition.value, part("b").value)
    assert arrangement.others == (part("stranger").value,)


def test_long_lists_are_counted() -> None:
    """Only so many values are told, in human order; the rest is counted."""
    triples = [Triple(RECORD, IG.plane, part(f"plane-{number}")) for number in range(100)]
    fact = describe(version(*triples), find=lambda iri: None).main.facts[0]
    assert (len(fact.values), fact.more) == (MOST_VALUES, 100 - MOST_VALUES)
    assert [value.text.rpartition("-")[2] for value in fact.values[:3]] == ["0", "1", "2"]


def test_other_records_are_found() -> None:
    """What another record is about is told with its title, and leads there."""
    scope = "https://doi.org/10.5072/scope"
    other = RecordSummary(
        id="scope-1", iri="http://localhost:8000/records/scope-1", about=scope, type="Instrument", title="Scope",
        version=1, created="", modified="", digest="",
    )  # fmt: skip
    found = describe(version(Triple(RECORD, IG.instrument, NamedNode(scope))), find={scope: other}.get)
    value = found.main.facts[0].values[0]
    assert (value.text, value.record, value.kind) == ("Scope", "scope-1", "Instrument")
