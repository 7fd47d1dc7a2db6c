"""Documents become graphs through the generated context, and the generated shapes judge these graphs."""

import copy
import sys
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import SH, Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, XSD

sys.path.insert(0, str(Path(__file__).parent))
import model_documents as documents

IG = Namespace("https://w3id.org/imagegraph/")
QUDT = Namespace("http://qudt.org/schema/qudt/")
PROV = Namespace("http://www.w3.org/ns/prov#")


@pytest.fixture(scope="module")
def shapes():
    """The core shapes."""
    return Graph().parse(documents.ROOT / "shapes/core/imagegraph.ttl")


def violations(document, shapes):
    """Pairs of path and source shape of every result."""
    _, report, _ = validate(documents.graph_of(document), shacl_graph=shapes, inplace=True)
    return {
        (str(report.value(r, SH.resultPath)), str(report.value(r, SH.sourceShape)))
        for r in report.subjects(RDF.type, SH.ValidationResult)
    }


@pytest.mark.parametrize("name", documents.ALL)
def test_example_conforms(name, shapes):
    """A believable document of each part of the model has no violation."""
    assert violations(documents.ALL[name], shapes) == set()


@pytest.mark.parametrize("name", documents.ALL)
def test_no_key_is_lost(name):
    """Every key of the example documents is known to the context where it stands."""

    def count(node):
        if isinstance(node, list):
            return sum(count(n) for n in node)
        if not isinstance(node, dict):
            return 1
        if "@value" in node:
            return 1
        inner = sum(count(v) for k, v in node.items() if k != "id")
        return inner + 1

    # Each value and each nested object is one statement; the document itself is the object of none.
    assert len(documents.quads_of(documents.ALL[name])) == count(documents.ALL[name]) - 1


BROKEN = {
    "study without a title": ("study", ("name",), None, "http://schema.org/name"),
    "two lens NA": ("instrument", ("component", 2, "lens_na"), [1.4, 1.3], IG.lensNA),
    "lens NA in words": ("instrument", ("component", 2, "lens_na"), "high", IG.lensNA),
    "transmittance in percent": ("instrument", ("component", 3, "transmittance"), 93, IG.transmittance),
    "settings without an objective": (
        "acquisition",
        ("objective_settings", 0, "objective"),
        None,
        IG.objective,
    ),
    "image of no width": ("image", ("size_x",), 0, IG.sizeX),
    "half a pixel": ("image", ("size_y",), 2048.5, IG.sizeY),
    "plane without index": ("image", ("plane", 0, "the_z"), None, IG.theZ),
    "quantity without unit": ("quality control", ("result", "unit"), None, QUDT.unit),
    "date in words": ("quality control", ("date",), "last May", "http://www.w3.org/ns/sosa/resultTime"),
    "specimen as text": ("specimen", ("biosample",), {"@value": "the embryos"}, IG.biosample),
    "unnamed parameter": ("analysis", ("parameter", 0, "name"), None, "http://schema.org/name"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_document_names_the_place(case, shapes):
    """A broken document violates exactly the rule of the field that is broken."""
    name, path, value, expected = BROKEN[case]
    document = copy.deepcopy(documents.ALL[name])
    *parents, last = path
    place = document
    for step in parents:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    assert {p for p, _ in violations(document, shapes)} == {str(expected)}


def test_the_same_word_in_two_classes():
    """A key that means different things in two classes is read by the class it stands in."""
    image = documents.graph_of(documents.IMAGE)
    record = URIRef(documents.RECORD)
    assert (record, PROV.wasGeneratedBy, None) in image
    assert (record, IG.acquisition, None) not in image
    component = {"id": documents.RECORD, "type": "StudyComponent", "acquisition": "https://example.org/a"}
    assert (record, IG.acquisition, None) in documents.graph_of(component)
    analysis = documents.graph_of(documents.ANALYSIS)
    assert (record, PROV.wasAssociatedWith, None) in analysis
    assert (record, IG.software, None) in documents.graph_of(documents.ACQUISITION)


def test_quantity_needs_no_type_to_be_read():
    """A nested number with its unit is read as a quantity even when its type is left out."""
    graph = documents.graph_of({"id": documents.RECORD, "power": {"value": 20, "unit": "unit:MilliW"}})
    node = graph.value(URIRef(documents.RECORD), IG.power)
    assert graph.value(node, QUDT.numericValue) == Literal("2.0E1", datatype=XSD.double)
    assert graph.value(node, QUDT.unit) == URIRef("http://qudt.org/vocab/unit/MilliW")


def test_numbers_in_text_fields_stay_text():
    """A serial number written without quotes arrives as text, not as a number."""
    graph = documents.graph_of(documents.INSTRUMENT)
    assert (None, URIRef("http://schema.org/serialNumber"), Literal("4711")) in graph


def test_each_rule_reports_once(shapes):
    """A rule of a broad class is reported once for a node of a narrow class."""
    document = {"id": documents.RECORD, "type": "Laser", "power": {"@value": "strong"}}
    assert violations(document, shapes) == {(str(IG.power), str(IG["shape/LightSource/power"]))}


@pytest.mark.parametrize(
    ("field", "value", "datatype", "good"),
    [
        ("lens_na", "1.4", "xsd:decimal", True),
        ("lens_na", "1.4", "xsd:float", True),
        ("lens_na", "1", "xsd:integer", True),
        ("lens_na", "1.4", "xsd:string", False),
        ("lens_na", "-1", "xsd:integer", False),
        ("size_x", "512", "xsd:int", True),
        ("size_x", "512", "xsd:long", True),
        ("size_x", "512", "xsd:nonNegativeInteger", True),
        ("size_x", "512", "xsd:string", False),
        ("size_x", "512.5", "xsd:decimal", False),
        ("date_published", "2024", "xsd:gYear", True),
        ("date_published", "2024", "xsd:integer", False),
    ],
)
def test_spellings_of_numbers_and_dates(field, value, datatype, good, shapes):
    """Any numeric datatype of the right kind is accepted; the same digits as plain text are not."""
    types = {"lens_na": "Objective", "size_x": "Image", "date_published": "Publication"}
    document = {"id": documents.RECORD, "type": types[field], field: {"@value": value, "@type": datatype}}
    assert (violations(document, shapes) == set()) is good
