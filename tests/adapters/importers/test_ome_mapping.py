"""The tables below mappings/ome name what the model has, and units convert exactly."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from imagegraph import resources
from imagegraph.adapters.importers.ome_plate import well_name
from imagegraph.adapters.importers.ome_units import converted, find_unit, finite_number, units
from imagegraph.adapters.importers.ome_vocabulary import element_rules, imaging_methods
from imagegraph.model.rdf import PREFIXES, UNIT


def _model() -> tuple[dict[str, Any], dict[str, Any]]:
    slots: dict[str, Any] = {}
    classes: dict[str, Any] = {}
    for path in sorted(resources.path("ontologies", "schema").glob("*.yaml")):
        part = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, slot in (part.get("slots") or {}).items():
            prefix, _, local = slot.get("slot_uri", f"ig:{name}").partition(":")
            slots[PREFIXES.get(prefix, prefix) + local] = slot
        classes |= part.get("classes") or {}
    return slots, classes


def test_every_slot_and_class_is_in_the_model() -> None:
    """The mapping names no slot and no class that the schema lacks; repair mappings/ome/elements.yaml."""
    slots, classes = _model()
    for tag, rule in element_rules().items():
        assert rule.class_name is None or rule.class_name in classes, tag
        for key, attribute in rule.attributes.items():
            assert attribute.slot.value in slots, (tag, key)
        for key, child in rule.children.items():
            assert child.slot is None or child.slot.value in slots, (tag, key)


def test_every_nested_element_has_a_rule() -> None:
    """A child that becomes a node, or lends its parts, has a rule of its own."""
    for tag, rule in element_rules().items():
        for key, child in rule.children.items():
            if child.kind in ("inline", "node", "part", "settings"):
                assert key in element_rules(), (tag, key)


def test_units_of_the_mapping_are_those_of_the_model() -> None:
    """A quantity is kept in the unit that the schema states for its slot."""
    slots, _ = _model()
    for tag, rule in element_rules().items():
        for key, attribute in rule.attributes.items():
            if attribute.kind == "quantity":
                unit, default = find_unit(attribute.unit), find_unit(attribute.default)
                assert unit is not None, (tag, key)
                assert unit.iri is not None, (tag, key)
                assert default is not None, (tag, key)
                stated = slots[attribute.slot.value]["unit"]["exact_mappings"]
                assert unit.iri.value.replace(UNIT, "unit:") in stated, (tag, key)


def test_imaging_methods_are_terms() -> None:
    """Every mapped mode leads to an FBbi term with a label."""
    for term, label in imaging_methods().values():
        assert term.value.startswith("http://purl.obolibrary.org/obo/FBbi_")
        assert label


@pytest.mark.parametrize(
    ("number", "source", "target", "expected"),
    [
        ("650", "Å", "nm", 65.0),
        ("650", "\u212b", "nm", 65.0),
        ("0.51", "\u03bcm", "nm", 510.0),
        ("1", "in", "µm", 25400.0),
        ("1", "min", "s", 60.0),
        ("98.6", "°F", "°C", 37.0),
        ("310.15", "K", "°C", 37.0),
        ("760", "Torr", "hPa", 1013.25),
        ("1013", "mbar", "hPa", 1013.0),
        ("3", "dW", "mW", 300.0),
        ("0.00005", "kV", "V", 0.05),
    ],
)
def test_conversions(number: str, source: str, target: str, expected: float) -> None:
    """Numbers are converted without the noise of binary factors."""
    origin, goal = find_unit(source), find_unit(target)
    assert origin is not None
    assert goal is not None
    assert converted(Decimal(number), source=origin, target=goal) == pytest.approx(expected, rel=1e-15)


@given(st.sampled_from(sorted(units())), st.decimals(min_value=-1000, max_value=1000, places=6))
def test_there_and_back(symbol: str, number: Decimal) -> None:
    """Converting to another unit of the dimension and back gives the number again."""
    unit = units()[symbol]
    other = next(one for one in units().values() if one.dimension == unit.dimension)
    there = Decimal(repr(converted(number, source=unit, target=other)))
    slack = 1e-6 if unit.dimension == "temperature" else 1e-12
    assert converted(there, source=other, target=unit) == pytest.approx(float(number), rel=1e-9, abs=slack)


@pytest.mark.parametrize("text", ["1.5", " 2 ", "-0", "+000012.50", "1e-3", ".5", "5."])
def test_numbers(text: str) -> None:
    """XML Schema's spellings of finite numbers are read."""
    assert finite_number(text) == Decimal(text.strip())


@pytest.mark.parametrize(
    "text", ["", "INF", "-INF", "NaN", "1_000", "1e999", "0x10", "\uff11", "1,5", "1e99999999999", "9" * 99]
)
def test_no_numbers(text: str) -> None:
    """Words, infinities, other digits and absurd lengths are no numbers."""
    assert finite_number(text) is None


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (7, 11, "H12"), (25, 0, "Z1"), (26, 0, "AA1"), (31, 47, "AF48"), (702, 0, "AAA1")],
)
def test_well_names(row: int, column: int, name: str) -> None:
    """Rows are lettered on beyond Z, columns count from 1."""
    assert well_name(row, column) == name
