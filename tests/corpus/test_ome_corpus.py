"""Real OME-XML, checked against counts and values that ElementTree takes without the importer's code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from imagegraph import resources
from imagegraph.adapters.importers.ome_units import find_unit, units
from imagegraph.adapters.importers.ome_xml import OmeXmlImporter
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, Literal, NamedNode
from imagegraph.model.records import Document, ImportedRecord

pytestmark = pytest.mark.corpus

CLASSES = {
    "Image": IG.Image,
    "Instrument": IG.Instrument,
    "Microscope": IG.Stand,
    "Objective": IG.Objective,
    "Detector": IG.Detector,
    "Laser": IG.Laser,
    "Arc": IG.ArcLamp,
    "Filament": IG.FilamentLamp,
    "LightEmittingDiode": IG.LightEmittingDiode,
    "GenericExcitationSource": IG.GenericExcitationSource,
    "Filter": IG.Filter,
    "FilterSet": IG.FilterSet,
    "Dichroic": IG.Dichroic,
    "Channel": IG.Channel,
    "Plane": IG.Plane,
    "Experimenter": SCHEMA.Person,
}
_ANNOTATION = re.compile(
    r"(?:XML|File|List|Long|Double|Comment|Boolean|Timestamp|Tag|Term|Map)Annotation|ROI"
)
#: what is inside them are pixels, shapes kept as they stand, or where the pixels of a plane lie
_PASSED_OVER = {"BinData", "Union", "TiffData"}
#: read into a name of the well
_PLACE = {"Row", "Column"}


def _files(corpus: Path) -> list[Path]:
    found = sorted((corpus / "ome_xml").rglob("*.ome.xml"))
    assert found, "the corpus holds no OME-XML"
    return found


def _read(path: Path) -> ImportedRecord:
    (record,) = OmeXmlImporter().read(Document(name=path.name, content=path.read_bytes()))
    return record


def _tree(path: Path) -> ElementTree.Element:
    return ElementTree.fromstring(path.read_bytes())  # noqa: S314 - files of the corpus are trusted


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _elements(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The elements of OME: not those of foreign XML inside an XMLAnnotation."""
    yield element
    for child in element:
        foreign = _local(element) == "XMLAnnotation" and _local(child) == "Value"
        if _local(child) not in _PASSED_OVER and not foreign:
            yield from _elements(child)


def test_every_file_is_read(corpus: Path) -> None:
    """No file of the corpus is refused; those against the schema are read with findings or without."""
    for path in _files(corpus):
        document = Document(name=path.name, content=path.read_bytes())
        assert OmeXmlImporter().recognises(document), path.name
        assert _read(path).triples, path.name


def test_as_many_nodes_as_elements(corpus: Path) -> None:
    """Images, hardware, channels, planes, people and annotations are as many as in the source."""
    for path in _files(corpus):
        expected = Counter(_local(element) for element in _elements(_tree(path)))
        typed = Counter(t.object for t in _read(path).triples if t.predicate == RDF_TYPE)
        for tag, kind in CLASSES.items():
            assert typed[kind] == expected[tag], (path.name, tag)
        annotations = sum(count for tag, count in expected.items() if _ANNOTATION.fullmatch(tag))
        assert typed[IG.Annotation] == annotations, path.name


def test_nothing_is_lost(corpus: Path) -> None:
    """Every attribute and every word of the source is somewhere in the statements."""
    for path in _files(corpus):
        record = _read(path)
        texts, numbers = {record.about or ""}, set[float]()
        for triple in record.triples:
            if isinstance(triple.object, Literal):
                texts |= {triple.object.value, *triple.object.value.split()}
                numbers |= _numbers(triple.object.value.split()[:1])
        for element in _elements(_tree(path)):
            for key, value in element.attrib.items():
                if not key.startswith("{") and not key.endswith("Unit") and key not in _PLACE:
                    assert _kept(value, texts, numbers), (path.name, _local(element), key, value)
            assert _kept(element.text or "", texts, numbers), (path.name, _local(element), element.text)


def _numbers(words: list[str]) -> set[float]:
    found = set()
    for word in words:
        try:
            found.add(float(word))
        except ValueError:
            continue
    return found


def _kept(value: str, texts: set[str], numbers: set[float]) -> bool:
    stripped = value.strip()
    if stripped in texts or stripped.lower() in texts or all(word in texts for word in stripped.split()):
        return True
    return bool(_numbers([stripped]) & numbers)


def test_every_name_is_of_the_model(corpus: Path) -> None:
    """Nothing is written in our own namespace that the model does not know."""
    model = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(resources.path("ontologies", "schema").glob("*.yaml"))
    )
    known = set(re.findall(r"(?:slot_uri|class_uri): ig:(\w+)", model))
    for path in _files(corpus):
        used = {
            term.value.removeprefix(IG)
            for triple in _read(path).triples
            for term in (triple.predicate, triple.object)
            if isinstance(term, NamedNode) and term.value.startswith(IG)
        }
        assert used <= known, path.name


def test_units_of_a_real_pair_agree(corpus: Path) -> None:
    """The two samples that write one instrument in different units name the same hardware."""
    samples = corpus / "ome_xml" / "specification_samples"
    kinds = [
        Counter(
            triple.object.value
            for triple in _read(samples / name).triples
            if triple.predicate == RDF_TYPE and triple.object.value.startswith(IG)
        )
        for name in ("instrument-units-default.ome.xml", "instrument-units-alternate.ome.xml")
    ]
    assert kinds[0] == kinds[1]


def test_every_symbol_of_the_schema_is_known(corpus: Path) -> None:
    """Each unit that the schema of 2016-06 lists is converted, or is no measure."""
    schema = ElementTree.parse(corpus / "ome_xml" / "schema" / "ome.xsd")  # noqa: S314 - a file of the corpus
    prefix = "{http://www.w3.org/2001/XMLSchema}"
    symbols = {
        str(value.get("value"))
        for kind in schema.iter(f"{prefix}simpleType")
        if kind.get("name", "").startswith("Units")
        for value in kind.iter(f"{prefix}enumeration")
    }
    assert len(symbols) > 150
    assert {symbol for symbol in symbols if find_unit(symbol) is None} == {"pixel", "reference frame"}


def test_factors_agree_with_qudt(corpus: Path) -> None:
    """Each factor equals the conversion multiplier that QUDT gives for the unit, with its offset."""
    text = (corpus / "ontologies" / "QUDT" / "VOCAB_QUDT-UNITS-ALL.ttl").read_text(encoding="utf-8")
    blocks = {block.split(None, 1)[0]: block for block in re.split(r"\n(?=unit:)", text)}
    for unit in {unit.symbol: unit for unit in units().values() if unit.iri is not None}.values():
        assert unit.iri is not None
        block = blocks[f"unit:{unit.iri.value.rpartition('/')[2]}"]
        multiplier = re.search(r"qudt:conversionMultiplier ([\d.Ee+-]+)", block)
        assert multiplier is not None, unit.symbol
        assert float(unit.factor / unit.divisor) == pytest.approx(float(multiplier[1]), rel=1e-5), unit.symbol
        offset = re.search(r"qudt:conversionOffset ([\d.Ee+-]+)", block)
        assert float(unit.offset) == pytest.approx(float(offset[1]) if offset else 0, rel=1e-5), unit.symbol
