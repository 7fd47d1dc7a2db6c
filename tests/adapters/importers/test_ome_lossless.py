"""Nothing of an OME-XML document is lost, and whatever is wrong with it is told or refused."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ome_reading import FIXTURES, read_text

from imagegraph.adapters.importers.ome_xml import OmeXmlImporter
from imagegraph.errors import Refusal
from imagegraph.model.records import Document

NAMES = sorted(path.name for path in FIXTURES.iterdir())
#: pixels are the one thing that is not kept
NOT_KEPT = {"BinData"}
VALUES = ("", " ", "-1", "NaN", "1e999", "abc", "9" * 30, "Image:0", "::", "http://[", "2024-02-30")


@pytest.mark.parametrize("name", NAMES)
def test_what_nobody_expects_is_kept(name: str) -> None:
    """A strange attribute, strange words and a strange child of any element are found in the statements."""
    root = ElementTree.fromstring((FIXTURES / name).read_bytes())  # noqa: S314 - our own fixture
    expected: dict[str, str] = {}
    for number, element in enumerate(list(root.iter())):
        namespace, _, tag = element.tag.rpartition("}")
        if "openmicroscopy" not in namespace or tag in NOT_KEPT:
            continue
        element.set("Strange", f"attribute-{number}")
        element.text = f"{(element.text or '').strip()} words-{number} "
        ElementTree.SubElement(element, f"{namespace}}}Strange").text = f"child-{number}"
        expected |= {f"{kind}-{number}": tag for kind in ("attribute", "words", "child")}
    read = read_text(ElementTree.tostring(root), name=name)
    words = set(
        re.findall(r"(?:attribute|words|child)-[0-9]+", " ".join(str(t.object) for t in read.record.triples))
    )
    assert {key: tag for key, tag in expected.items() if key not in words} == {}


@settings(max_examples=300, deadline=None)
@given(
    name=st.sampled_from(NAMES),
    changes=st.lists(
        st.tuples(
            st.integers(min_value=0, max_value=10_000),
            st.sampled_from(VALUES),
        ),
        min_size=1,
        max_size=6,
    ),
)
def test_any_value_anywhere(name: str, changes: list[tuple[int, str]]) -> None:
    """Whatever an attribute says, the document is read or refused."""
    text = (FIXTURES / name).read_bytes().decode("latin-1")
    for place, value in changes:
        values = list(re.finditer(r'"([^"]*)"', text))
        chosen = values[place % len(values)]
        text = text[: chosen.start(1)] + value + text[chosen.end(1) :]
    try:
        (record,) = OmeXmlImporter().read(Document(name=name, content=text.encode("latin-1")))
    except Refusal:
        return
    assert record.triples
