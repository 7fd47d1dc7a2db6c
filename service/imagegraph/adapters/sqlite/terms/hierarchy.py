"""Steps up and down the hierarchies of releases.

When several releases have a copy of a term, its parents are those that its best copy names: its own vocabulary's,
else another one's, else the starter's. So an outdated import does not bend the hierarchy.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from imagegraph.adapters.sqlite.terms.releases import Part

#: how `subClassOf`, and relations that mean part_of, are written in rows
IS_A = ("",)
PART = (
    "p",
    "http://www.obofoundry.org/ro/ro.owl#part_of",
    "http://purl.obolibrary.org/obo/part_of",
    "http://purl.org/obo/owl/OBO_REL#part_of",
    "http://www.geneontology.org/formats/oboInOwl#part_of",
)
#: terms that are followed at a time
_BATCH = 500

Steps = Mapping[str, Sequence[str]]


class Hierarchy:
    """The hierarchy that some releases make up together.

    Args:
        parts: in the order in which they are believed, but for the home of a term, which comes first.
    """

    def __init__(self, connection: sqlite3.Connection, parts: Sequence[Part]) -> None:
        self._connection = connection
        self._parts = parts

    def parents(self, iris: Iterable[str], *, part_of: bool) -> Steps:
        """The direct parents of those of these terms that are there, by their best copies."""
        found: dict[str, list[str]] = {}
        waiting = {iri: self._believed(iri) for iri in iris}
        while waiting:
            asked: dict[Part, list[str]] = {}
            for iri, parts in waiting.items():
                if parts:
                    asked.setdefault(parts.pop(0), []).append(iri)
            for part, there in asked.items():
                for iri, parent in self._up(part, there, part_of=part_of):
                    if parent is not None:
                        found.setdefault(iri, []).append(parent)
                    else:
                        found.setdefault(iri, [])
            waiting = {iri: parts for iri, parts in waiting.items() if parts and iri not in found}
        return found

    def children(self, iris: Iterable[str], *, part_of: bool, most: int) -> Steps:
        """The terms whose best copies name one of these as a direct parent; at most so many per release."""
        found: dict[str, list[str]] = {}
        iris = list(iris)
        for part in self._parts:
            near = [iri for iri in iris if part.may_hold(iri)]
            edges = list(self._down(part, near, part_of=part_of, most=most)) if near else []
            better = self._better_known(part, [child for _, child in edges])
            for iri, child in edges:
                if child not in better:
                    found.setdefault(iri, []).append(child)
        return {iri: sorted(set(children)) for iri, children in found.items()}

    def walk(
        self, iri: str, *, up: bool, part_of: bool, most: int, depth: int | None = None
    ) -> tuple[list[str], bool]:
        """All terms above (or below) one, nearest first, without itself; cycles end.

        Args:
            most: stop after so many.
            depth: how many steps; None for all.

        Returns:
            The IRIs, and whether these are all.
        """
        seen = {iri: None}
        level: Sequence[str] = [iri]
        while level and len(seen) <= most and (depth is None or depth > 0):
            depth = None if depth is None else depth - 1
            found = (
                self.parents(level, part_of=part_of)
                if up
                else self.children(level, part_of=part_of, most=most + 1)
            )
            far = dict.fromkeys(far for near in level for far in found.get(near, ()))
            level = [iri for iri in far if iri not in seen]
            seen.update(dict.fromkeys(level))
        return list(seen)[1 : most + 1], not level or depth == 0

    def closures(self, iris: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """All IRIs above each of those of these terms that are there, by subClassOf and part_of, itself included."""
        wanted = list(dict.fromkeys(iris))
        parents: dict[str, Sequence[str]] = {}
        level = wanted
        while level:
            found = self.parents(level, part_of=True)
            if level is wanted:
                wanted = [iri for iri in wanted if iri in found]
            parents |= {iri: found.get(iri, ()) for iri in level}
            level = list(dict.fromkeys(far for iri in level for far in parents[iri] if far not in parents))
        return {iri: _above(iri, parents) for iri in wanted}

    def _believed(self, iri: str) -> list[Part]:
        """The releases that may have a copy of a term, the best one first."""
        parts = [part for part in self._parts if part.may_hold(iri)]
        return sorted(parts, key=lambda part: not part.defines(iri)) if len(parts) > 1 else parts

    def _better_known(self, part: Part, iris: Sequence[str]) -> set[str]:
        """Those of these terms of which another release has a better copy."""
        known: set[str] = set()
        asked: dict[Part, list[str]] = {}
        for iri in dict.fromkeys(iris):
            believed = self._believed(iri)
            for better in believed[: believed.index(part)]:
                asked.setdefault(better, []).append(iri)
        for better, there in asked.items():
            known.update(iri for iri, _ in self._up(better, there, part_of=False))
        return known

    def _up(self, part: Part, iris: Sequence[str], *, part_of: bool) -> Iterator[tuple[str, str | None]]:
        n, relations = part.number, _marks(part_of=part_of)
        for batch in _batches(iris):
            yield from self._connection.execute(
                f"SELECT a.iri, b.iri FROM json_each(?) j CROSS JOIN term_{n} a ON a.iri = j.value"
                f" LEFT JOIN up_{n} s ON s.child = a.id AND s.relation IN ({relations})"
                f" LEFT JOIN term_{n} b ON b.id = s.parent WHERE a.kind IS NOT NULL",
                (json.dumps(batch),),
            )

    def _down(
        self, part: Part, iris: Sequence[str], *, part_of: bool, most: int
    ) -> Iterator[tuple[str, str]]:
        n, relations = part.number, _marks(part_of=part_of)
        for batch in _batches(iris):
            yield from self._connection.execute(
                f"SELECT a.iri, b.iri FROM json_each(?) j CROSS JOIN term_{n} a ON a.iri = j.value"
                f" CROSS JOIN down_{n} s ON s.parent = a.id AND s.relation IN ({relations})"
                f" CROSS JOIN term_{n} b ON b.id = s.child LIMIT ?",
                (json.dumps(batch), most),
            )


def _marks(*, part_of: bool) -> str:
    return ", ".join(f"'{relation}'" for relation in (IS_A + PART if part_of else IS_A))


def _batches(iris: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(iris), _BATCH):
        yield iris[start : start + _BATCH]


def _above(iri: str, parents: Mapping[str, Sequence[str]]) -> frozenset[str]:
    seen = {iri}
    waiting = [iri]
    while waiting:
        for parent in parents[waiting.pop()]:
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return frozenset(seen)
