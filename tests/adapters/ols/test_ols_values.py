"""One normaliser for all shapes of values."""

from __future__ import annotations

from typing import Any

import pytest

from imagegraph.adapters.ols.values import Value, is_true, is_web_iri, texts, values


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("liver", [Value(text="liver")]),
        (["liver", "liver", " hepar "], [Value(text="liver"), Value(text="hepar")]),
        ({"type": ["literal"], "value": "Leber", "lang": "DE"}, [Value(text="Leber", language="de")]),
        (
            {"type": ["reification"], "value": "eubacteria", "axioms": [{"oboSynonymTypeName": "common name"}]},
            [Value(text="eubacteria", axioms=({"oboSynonymTypeName": "common name"},))],
        ),
        (
            {"type": ["reification"], "value": {"type": ["literal"], "value": "foie", "lang": "fr"}, "axioms": [{"a": 1}]},
            [Value(text="foie", language="fr", axioms=({"a": 1},))],
        ),
        ([{"value": "a"}, "b", ["c", {"value": ["d"]}]], [Value(text=text) for text in "abcd"]),
        (None, []),
        ("", []),
        ([None, {}, {"value": None}, {"iri": "x"}], []),
        (2.5, [Value(text="2.5")]),
        (True, [Value(text="true")]),
        ({"value": "x", "lang": "no language!", "axioms": "none"}, [Value(text="x")]),
        ("a\x00b\ud800c\u0085", [Value(text="ab\ufffdc")]),
    ],
)  # fmt: skip
def test_every_shape_of_a_value(document: Any, expected: list[Value]) -> None:
    """String, list, literal with language, reification with axioms, or none of these."""
    assert values(document) == expected


def test_class_expressions_are_no_values() -> None:
    """A restriction among parents is left out."""
    restriction = {"http://www.w3.org/2002/07/owl#onProperty": "http://x.org/p", "isObsolete": False}
    assert texts([restriction, "http://x.org/a"]) == ["http://x.org/a"]


def test_depth_and_number_are_bounded() -> None:
    """A value wrapped a thousand times is none; of a million only the first thousands are read."""
    deep: Any = "x"
    for _ in range(500):
        deep = [{"value": deep}]
    assert values(deep) == []
    assert len(values([str(number) for number in range(100_000)])) == 2_000
    assert len(values("x" * 1_000_000)[0].text) == 20_000


@pytest.mark.parametrize("document", [True, "true", "TRUE", ["true"], {"value": "1"}, 1])
def test_flags_that_are_set(document: Any) -> None:
    """However they are written."""
    assert is_true(document)


@pytest.mark.parametrize("document", [False, None, "false", "", [], {}, 0, "no"])
def test_flags_that_are_not_set(document: Any) -> None:
    """Absence is no."""
    assert not is_true(document)


@pytest.mark.parametrize(
    "iri",
    ["javascript:alert(1)", "http://a b.org/x", "http://localhost/x", "http://x.org", "http://u:p@x.org/y", "urn:x:y",
     "http://x.org/\u202e", "", "http://x.org/" + "y" * 3000],
)  # fmt: skip
def test_what_is_no_iri_of_a_term(iri: str) -> None:
    """It is neither asked for nor believed."""
    assert not is_web_iri(iri)
