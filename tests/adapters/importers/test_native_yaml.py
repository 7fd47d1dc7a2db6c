"""YAML as JSON-like values, safely."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imagegraph.adapters.importers.native_yaml import yaml_of
from imagegraph.errors import DocumentTooDeep, ForbiddenConstruct, MalformedDocument, Refusal


def one(text: str) -> Any:
    """The one document of a text."""
    (value,) = yaml_of(text, source="x")
    return value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no", "no"), ("on", "on"), ("12:30", "12:30"), ("2024-05-01", "2024-05-01"), ("1.4.0", "1.4.0"),
        ("true", True), ("False", False), ("~", None), ("null", None), ("7", 7), ("-1.5e3", -1500.0),
        (".5", 0.5), ("'7'", "7"), ("!!str 7", "7"), ("!!int '7'", 7), ("0x1F", "0x1F"), (".inf", ".inf"),
        ("{a: [1, {b: c}]}", {"a": [1, {"b": "c"}]}), ("- &x [1]\n- *x", [[1], [1]]), ("1: a", {"1": "a"}),
        ("<<: a", {"<<": "a"}),
    ],
)  # fmt: skip
def test_values(text: str, expected: Any) -> None:
    """Only the core schema of YAML 1.2 turns text into other values."""
    value = one(text)
    assert value == expected
    assert isinstance(value, type(expected))


@pytest.mark.parametrize(("text", "written"), [("007", "007"), ("1.40", "1.40"), ("+3", "+3")])
def test_numbers_keep_their_spelling(text: str, written: str) -> None:
    """A number remembers how it was written."""
    assert one(text).text == written


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 2\na: 3", 3),
        ("a: [1", 2),
        ("a: *nowhere", 1),
        ("&x [*x]", 1),
        ("[1]: a", 1),
        ("\ta: 1", 1),
        ("!!int x", 1),
        ("'1': a\n1: b", 2),
    ],
)
def test_malformed(text: str, line: int) -> None:
    """Broken YAML, double keys and endless aliases are refused with their line."""
    with pytest.raises(MalformedDocument) as caught:
        one(text)
    assert caught.value.extra["line"] == line


@pytest.mark.parametrize(
    "text", ["!!python/object/apply:os.system [x]", "!local x", "!!binary aGk=", "!!set {}"]
)
def test_tags(text: str) -> None:
    """Tags that ask for objects are refused."""
    with pytest.raises(ForbiddenConstruct):
        one(text)


def test_alias_bomb() -> None:
    """Aliases of aliases may not multiply."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    with pytest.raises(ForbiddenConstruct):
        one("\n".join(lines))


@pytest.mark.parametrize("depth", [65, 900, 100_000])
def test_depth(depth: int) -> None:
    """Deep nesting is refused."""
    with pytest.raises(DocumentTooDeep):
        one("[" * depth + "]" * depth)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab:-[]{}&*!#'\"\n 1.\t,>|%@", max_size=60))
def test_any_text(text: str) -> None:
    """Whatever the text, there is a value or a refusal."""
    with suppress(Refusal):
        yaml_of(text, source="x")
