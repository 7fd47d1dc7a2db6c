"""Finds the packaged ontologies, shapes, mappings and queries; nothing else looks at `__file__`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from imagegraph.errors import ImagegraphError


@cache
def root() -> Path:
    """The folder that holds `ontologies/`, `shapes/`, `mappings/` and `queries/`.

    Returns:
        `imagegraph/_resources` of an installed wheel, else the checkout.

    Raises:
        ImagegraphError: neither is there.
    """
    packaged = Path(str(files("imagegraph"))) / "_resources"
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "ontologies").is_dir():
        return checkout
    raise ImagegraphError(
        f"The packaged resources are missing: neither {packaged} nor {checkout} holds them."
    )


def path(*parts: str) -> Path:
    """The path of one packaged resource, e.g. `path("shapes", "profiles", "gide.ttl")`."""
    return root().joinpath(*parts)


@cache
def text(*parts: str) -> str:
    """The text of one packaged resource."""
    return path(*parts).read_text(encoding="utf-8")


def read_yaml(*parts: str) -> Any:
    """The values of one packaged YAML file, by libyaml where it is there: it is ten times as fast."""
    import yaml

    return yaml.load(text(*parts), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
