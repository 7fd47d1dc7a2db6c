"""The schema describes everything it declares and has a home for what the communities' standards ask."""

import csv
import json
import os
import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("linkml_runtime", reason="it comes with the extras of the tests: pip install '.[test]'")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "ontologies"))
from generator.model import Model  # noqa: E402
from generator.sssom import PREDICATES, mappings  # noqa: E402

REMBI_MODULES = {
    "Study": "Study",
    "Study component": "StudyComponent",
    "Biosample": "Biosample",
    "Specimen": "Specimen",
    "Image acquisition": "ImageAcquisition",
    "Image data": "Image",
    "Image correlation": "ImageCorrelation",
    "Analyzed data": "ImageAnalysis",
}

OME_ELEMENTS = {
    "Instrument": "Instrument",
    "Microscope": "Stand",
    "Laser": "Laser",
    "Arc": "ArcLamp",
    "Filament": "FilamentLamp",
    "LightEmittingDiode": "LightEmittingDiode",
    "GenericExcitationSource": "GenericExcitationSource",
    "Objective": "Objective",
    "Detector": "Detector",
    "FilterSet": "FilterSet",
    "Filter": "Filter",
    "Dichroic": "Dichroic",
    "LightPath": "LightPath",
    "LightSourceSettings": "LightSourceSettings",
    "DetectorSettings": "DetectorSettings",
    "ObjectiveSettings": "ObjectiveSettings",
    "ImagingEnvironment": "ImagingEnvironment",
    "Image": "Image",
    "Channel": "Channel",
    "Plane": "Plane",
    "Experimenter": "Person",
}


@pytest.fixture(scope="module")
def model():
    """The schema as the generators see it."""
    return Model()


def test_everything_is_described(model):
    """Every class and every slot says in words what it is."""
    nameless = [
        n for n, e in [*model.all_classes.items(), *model.slots.items()] if len(e.description or "") < 15
    ]
    assert nameless == []


def test_every_slot_states_its_iri(model):
    """No slot or class leaves its IRI to chance, and every slot is used."""
    assert [n for n, s in model.slots.items() if not s.slot_uri] == []
    assert [n for n, c in model.all_classes.items() if not c.class_uri] == []
    used = {s for c in model.all_classes for s in model.own_slots(c)}
    assert set(model.slots) - used == set()


def test_quantities_have_units(model):
    """Every slot for a quantity names its unit; only the result of a check brings its own."""
    quantities = [n for n, s in model.slots.items() if model.ranges(s) == ["Quantity"]]
    assert len(quantities) > 25
    assert [n for n in quantities if not model.unit_iri(model.slots[n])] == ["result"]
    units = {n: s.unit for n, s in model.slots.items() if s.unit and n != "result"}
    assert [n for n, u in units.items() if not (u.ucum_code and u.exact_mappings)] == []


def test_terms_are_things(model):
    """Ontology terms are things with an id of their own, so the schema has no enumerations."""
    assert not model.view.all_enums()
    assert "OntologyTerm" in model.classes


@pytest.mark.parametrize("module", REMBI_MODULES)
def test_rembi_module_has_a_home(model, module):
    """Each of the eight REMBI modules is a class of the schema."""
    assert REMBI_MODULES[module] in model.classes


@pytest.mark.parametrize("element", OME_ELEMENTS)
def test_ome_element_has_a_home(model, element):
    """Each OME-XML element of instrument and settings is a class that is mapped to it."""
    c = model.classes[OME_ELEMENTS[element]]
    assert f"ome:{element}" in [*c.exact_mappings, *c.close_mappings]


def test_class_iris_differ(model):
    """No two classes share an IRI."""
    iris = [model.class_iri(c) for c in model.classes]
    assert len(iris) == len(set(iris))


def test_mapping_prefixes_are_declared(model):
    """Every prefix in a mapping, a class IRI or a slot IRI is declared."""
    for subject, _, _, target, _ in mappings(model):
        assert subject.partition(":")[0] in model.prefixes
        assert target.partition(":")[0] in model.prefixes, target
    assert PREDICATES["exact_mappings"] == "skos:exactMatch"


def test_modules_stay_short():
    """A module of the schema is at most 400 lines long."""
    sizes = {
        p.name: len(p.read_text("utf-8").splitlines())
        for p in (ROOT / "ontologies" / "schema").glob("*.yaml")
    }
    assert [name for name, lines in sizes.items() if lines > 400] == []


corpus = pytest.mark.skipif("IMAGEGRAPH_CORPUS" not in os.environ, reason="IMAGEGRAPH_CORPUS is not set")


def targets(model, prefix):
    """Local names of what we map to in one vocabulary."""
    return sorted({t.partition(":")[2] for _, _, _, t, _ in mappings(model) if t.startswith(prefix + ":")})


@corpus
@pytest.mark.corpus
@pytest.mark.parametrize(
    ("prefix", "file"), [("ome", "ome_ld/owl/model.owl.ttl"), ("bia", "bia_rocrate/bia_ontology.ttl")]
)
def test_mapped_ontology_terms_exist(model, prefix, file):
    """Every term we map to is declared by the ontology it belongs to."""
    text = (Path(os.environ["IMAGEGRAPH_CORPUS"]) / file).read_text("utf-8")
    declared = set(re.findall(r"^(?:bia)?:(\w+) a owl:", text, re.MULTILINE))
    assert set(targets(model, prefix)) - declared == set()


@corpus
@pytest.mark.corpus
def test_mapped_rembi_attributes_exist(model):
    """Every REMBI module and attribute we map to is in the REMBI model."""
    path = Path(os.environ["IMAGEGRAPH_CORPUS"]) / "rembi/derived/rembi_v1.5.schema.json"
    definitions = json.loads(path.read_text("utf-8"))["$defs"]
    declared = set(definitions) | {
        f"{d}/{a}" for d, v in definitions.items() for a in v.get("properties", {})
    }
    assert set(targets(model, "rembi")) - declared == set()


@corpus
@pytest.mark.corpus
def test_mapped_nbo_fields_exist(model):
    """Every NBO field we map to is a row of the specification, under the parent we name."""
    path = Path(os.environ["IMAGEGRAPH_CORPUS"]) / "nbo/derived/nbo_v02-01_fields.csv"

    def plain(text):
        # The source has Greek look-alikes of Latin capitals, remarks in brackets, and typing errors.
        text = text.replace("\u039c", "M").replace("\u0395", "E").replace("PhysicaSizeY", "PhysicalSizeY")
        return re.split(r"[ (-]", text.strip())[0]

    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    declared = {f"{plain(p)}/{plain(r['name'])}" for r in rows for p in r["parent_path"].split("/")}
    declared |= {plain(r["name"]) for r in rows}
    assert set(targets(model, "nbo")) - declared == set()


@corpus
@pytest.mark.corpus
def test_units_exist(model):
    """Every unit is a unit of QUDT."""
    path = Path(os.environ["IMAGEGRAPH_CORPUS"]) / "ontologies/QUDT/VOCAB_QUDT-UNITS-ALL.ttl"
    text = path.read_text("utf-8")
    units = {str(s.unit.exact_mappings[0]) for s in model.slots.values() if s.unit and s.unit.exact_mappings}
    assert [u for u in sorted(units) if f"\n{u}\n" not in text and f"\n{u} " not in text] == []
    kinds = targets(model, "quantitykind")
    assert [k for k in kinds if f"quantitykind:{k}" not in text] == []
