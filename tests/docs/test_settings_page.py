"""The page of settings is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from imagegraph.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_every_setting_is_documented_with_its_default(name: str) -> None:
    """A line of docs/settings.md names the variable, its default and what it is."""
    field = Settings.model_fields[name]
    assert f"| `IMAGEGRAPH_{name.upper()}` | `{field.default}` | {field.description} |" in PAGE
