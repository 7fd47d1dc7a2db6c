"""Steps up and down the hierarchies of releases."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from imagegraph.adapters.sqlite.terms_releases import Part
from imagegraph.model.ontology import PART_OF

#: how `subClassOf` and relations that mean part_of are written in rows
IS_A = ("",)
PART = (
    "p",
    "http://www.obofoundry.org/ro/ro.owl#part_of",
    "http://purl.obolibrary.org/obo/part_of",
    "http://purl.org/obo/owl/OBO_REL#part_of",
    "http://www.geneontology.org/formats/oboInOwl#part_of",
    PART_OF,
)
#: terms that are followed at a time
_BATCH = 500


def steps(
    connection: sqlite3.Connection, parts: Sequence[Part], iris: Sequence[str], *, up: bool, part_of: bool,
    defining: bool = False,
) -> Mapping[str, tuple[str, ...]]:  # fmt: skip
    """The direct parents (or children) of some terms in these releases together.

    Args:
        defining: a child's parents are only those that its best copy names: the first release that has it, its
            own vocabulary's before others.
    """
    found: dict[str, dict[str, None]] = {}
    for part in parts:
        wanted = [iri for iri in iris if part.may_hold(iri)]
        for start in range(0, len(wanted), _BATCH):
            for near, far in _rows(connection, part, wanted[start : start + _BATCH], up=up, part_of=part_of):
                found.setdefault(near, {})[far] = None
    return {near: tuple(far) for near, far in found.items()}


def _rows(
    connection: sqlite3.Connection, part: Part, iris: Sequence[str], *, up: bool, part_of: bool
) -> Iterable[tuple[str, str]]:
    table, near, far = ("up", "child", "parent") if up else ("down", "parent", "child")
    relations = IS_A + PART if part_of else IS_A
    marks = ", ".join(f"'{relation}'" for relation in relations)
    n = part.number
    return connection.execute(
        f"SELECT a.iri, b.iri FROM json_each(?) j CROSS JOIN term_{n} a ON a.iri = j.value"
        f" CROSS JOIN {table}_{n} s ON s.{near} = a.id AND s.relation IN ({marks})"
        f" CROSS JOIN term_{n} b ON b.id = s.{far}",
        (json.dumps(iris),),
    )


def walk(
    connection: sqlite3.Connection, parts: Sequence[Part], iri: str, *, up: bool, part_of: bool, most: int,
    depth: int | None = None,
) -> list[str]:  # fmt: skip
    """All terms above (or below) one, nearest first, without itself; cycles end.

    Args:
        most: stop after so many.
        depth: how many steps; None for all.
    """
    seen = {iri: None}
    level: Sequence[str] = [iri]
    while level and len(seen) <= most and (depth is None or depth > 0):
        depth = None if depth is None else depth - 1
        found = steps(connection, parts, level, up=up, part_of=part_of)
        level = [
            far
            for far in dict.fromkeys(far for near in level for far in sorted(found.get(near, ())))
            if far not in seen
        ]
        seen.update(dict.fromkeys(level))
    return list(seen)[1 : most + 1]


def closures(
    connection: sqlite3.Connection, parts: Sequence[Part], iris: Iterable[str]
) -> Mapping[str, frozenset[str]]:
    """All IRIs above each of these, itself included."""
    wanted = list(dict.fromkeys(iris))
    parents: dict[str, tuple[str, ...]] = {}
    level = wanted
    while level:
        found = steps(connection, parts, level, up=True, part_of=True)
        parents |= {iri: found.get(iri, ()) for iri in level}
        level = list(dict.fromkeys(far for iri in level for far in parents[iri] if far not in parents))
    return {iri: _above(iri, parents) for iri in wanted}


def _above(iri: str, parents: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    seen = {iri}
    waiting = [iri]
    while waiting:
        for parent in parents[waiting.pop()]:
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return frozenset(seen)
