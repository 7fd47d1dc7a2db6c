"""The page of limits is true."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from imagegraph.errors import all_errors
from imagegraph.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "limits.md").read_text("utf-8")
ROWS = re.findall(r"^\| .+? \| .*?`([\w.]+)`.*? \| ([\d.]+) \| .+ \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("name", "default"), ROWS, ids=[name for name, _ in ROWS])
def test_each_limit_has_its_value(name: str, default: str) -> None:
    """Defaults of settings, and constants, are those of the code."""
    if name.startswith("IMAGEGRAPH_"):
        value = Settings.model_fields[name.removeprefix("IMAGEGRAPH_").lower()].default
    else:
        module, _, constant = name.rpartition(".")
        value = getattr(import_module(module), constant)
    assert str(value) == default


def test_the_limits_are_there() -> None:
    """The table names most settings that bound something."""
    assert len(ROWS) >= 28


def test_refusals_are_problems() -> None:
    """Each slug on the page is one of a problem."""
    slugs = set(re.findall(r"\d{3} `([a-z-]+)`", PAGE))
    assert slugs <= {*all_errors(), "request-timeout"}
