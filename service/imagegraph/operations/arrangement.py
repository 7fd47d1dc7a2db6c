"""Arranging the statements of one record as a tree, for formats and pages that people read.

Every node is shown once, below the first node that mentions it on the shortest way from the thing the record
is about; everywhere else only its name is shown. Nothing is left out: nodes that cannot be reached, or lie
deeper than `MOST_LEVELS`, stand beside the tree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from imagegraph.model.rdf import RDF_TYPE, NamedNode, Term, from_ntriples
from imagegraph.model.records import Version

#: nodes deeper than this stand beside the tree, so that a chain of derivations cannot exhaust a reader
MOST_LEVELS = 24

Statements = Mapping[str, Mapping[str, list[Term]]]
_TYPE = RDF_TYPE.value
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Arrangement:
    """The statements of a record as a tree.

    Attributes:
        root: IRI of the node at the top.
        statements: subject -> predicate -> objects, all in a fixed order.
        parents: node -> (subject, predicate) below which it is shown in full.
        others: nodes that stand beside the tree.
    """

    root: str
    statements: Statements
    parents: Mapping[str, tuple[str, str]]
    others: tuple[str, ...]

    def types(self, node: str) -> list[str]:
        """IRIs of the classes of a node."""
        return [
            term.value for term in self.statements.get(node, {}).get(_TYPE, ()) if isinstance(term, NamedNode)
        ]

    def shows(self, subject: str, predicate: str, node: str) -> bool:
        """Whether the node is shown in full at this place."""
        return self.parents.get(node) == (subject, predicate)


def arrange(version: Version) -> Arrangement:
    """The statements of one version as a tree below the thing it is about."""
    statements: dict[str, dict[str, list[Term]]] = {}
    for triple in from_ntriples(version.ntriples):
        subject, value = (
            cast(NamedNode, triple.subject),
            cast(Term, triple.object),
        )  # no triple terms are kept
        statements.setdefault(subject.value, {}).setdefault(triple.predicate.value, []).append(value)
    mentioned: set[str] = set()
    for properties in statements.values():
        for values in properties.values():
            mentioned.update(value.value for value in values if isinstance(value, NamedNode))
            if len(values) > 1:
                values.sort(key=natural)
    root = next((iri for iri in (version.about, version.iri) if iri in statements), None)
    if root is None:
        root = next(iter(statements), version.about)
    parents: dict[str, tuple[str, str]] = {}
    seen: set[str] = set()
    others: list[str] = []
    for node in [root, *sorted(statements, key=lambda iri: (iri in mentioned, iri))]:
        if node in statements and node not in seen:
            others.append(node)
            _reach(node, statements, parents=parents, seen=seen)
    return Arrangement(root, statements, parents, tuple(others[1:]))


def natural(term: Term) -> tuple[bool, str]:
    """A sort key that puts `channel-2` before `channel-10`, and text before names."""
    return isinstance(term, NamedNode), _NUMBER.sub(lambda match: match[0].zfill(12), str(term.value))


def _reach(
    start: str, statements: Statements, *, parents: dict[str, tuple[str, str]], seen: set[str]
) -> None:
    """Give every node that can be reached from one its place, nearest first."""
    seen.add(start)
    level = [start]
    for _ in range(MOST_LEVELS):
        below = []
        for subject in level:
            for predicate, values in sorted(statements[subject].items()):
                if predicate == _TYPE:
                    continue
                for value in values:
                    if isinstance(value, NamedNode) and value.value in statements and value.value not in seen:
                        seen.add(value.value)
                        parents[value.value] = (subject, predicate)
                        below.append(value.value)
        level = below
