"""The tables of `mappings/datacite/export.yaml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from imagegraph import resources
from imagegraph.model.rdf import PREFIXES, NamedNode


@cache
def table(name: str) -> Any:
    """One table."""
    return resources.read_yaml("mappings", "datacite", "export.yaml")[name]


@cache
def subject_properties() -> tuple[NamedNode, ...]:
    """The properties that lead to subjects."""
    return tuple(_property(curie) for curie in table("subjects"))


@cache
def relation_paths() -> tuple[tuple[str, tuple[tuple[NamedNode, ...], ...], str], ...]:
    """Each relation with the path that leads to its other end, and what stands there in general, if that is known."""
    return tuple(
        (
            entry["relation"],
            tuple(
                tuple(_property(one) for one in ([step] if isinstance(step, str) else step))
                for step in entry["path"]
            ),
            entry.get("type", ""),
        )
        for entry in table("relations")
    )


def _property(curie: str) -> NamedNode:
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)
