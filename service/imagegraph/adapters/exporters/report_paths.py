"""Property paths of findings as SHACL writes them in RDF.

A finding names its path as an IRI or as a SPARQL property path
(https://www.w3.org/TR/sparql11-query/#propertypaths); a validation report needs the nodes of
https://www.w3.org/TR/shacl/#property-paths.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from imagegraph.model.rdf import RDF, SH, BlankNode, Literal, NamedNode, Triple

_TOKEN = re.compile(r"\s*(?:<([^<>\s]*)>|([|/^*+?()]))")
_SUFFIXES = {"*": SH.zeroOrMorePath, "+": SH.oneOrMorePath, "?": SH.zeroOrOnePath}
Path = NamedNode | BlankNode | Literal


def path_statements(text: str, *, name: str) -> tuple[Path, list[Triple]]:
    """The node that stands for a path, and the statements that say what it is.

    Args:
        text: an IRI, or a SPARQL property path of IRIs in angle brackets.
        name: beginning of the labels of blank nodes.

    Returns:
        A literal of the text when it is neither.
    """
    if "<" not in text:
        try:
            return NamedNode(text), []
        except ValueError:
            return Literal(text), []
    reader = _Reader(text, name=name)
    try:
        node = reader.alternatives()
    except (ValueError, IndexError):
        return Literal(text), []
    return (node, reader.statements) if reader.done else (Literal(text), [])


class _Reader:
    """Reads one path from left to right."""

    def __init__(self, text: str, *, name: str) -> None:
        self.statements: list[Triple] = []
        self._name = name
        self._count = 0
        self._tokens = [(iri, sign) for iri, sign in _TOKEN.findall(text)]
        if _TOKEN.sub("", text).strip():
            self._tokens = []
        self._at = 0

    @property
    def done(self) -> bool:
        return self._at == len(self._tokens)

    def alternatives(self) -> NamedNode | BlankNode:
        """`a | b`."""
        members = [self._sequence()]
        while self._took("|"):
            members.append(self._sequence())
        return members[0] if len(members) == 1 else self._described(SH.alternativePath, self._list(members))

    def _sequence(self) -> NamedNode | BlankNode:
        members = [self._step()]
        while self._took("/"):
            members.append(self._step())
        return members[0] if len(members) == 1 else self._list(members)

    def _step(self) -> NamedNode | BlankNode:
        if self._took("^"):
            return self._described(SH.inversePath, self._step())
        if self._took("("):
            node = self.alternatives()
            if not self._took(")"):
                raise ValueError("a bracket is not closed")
        else:
            node = NamedNode(self._tokens[self._at][0])
            self._at += 1
        while not self.done and self._tokens[self._at][1] in _SUFFIXES:
            node = self._described(_SUFFIXES[self._tokens[self._at][1]], node)
            self._at += 1
        return node

    def _took(self, sign: str) -> bool:
        if self.done or self._tokens[self._at][1] != sign:
            return False
        self._at += 1
        return True

    def _new(self) -> BlankNode:
        self._count += 1
        return BlankNode(f"{self._name}{self._count}")

    def _described(self, predicate: NamedNode, value: NamedNode | BlankNode) -> BlankNode:
        node = self._new()
        self.statements.append(Triple(node, predicate, value))
        return node

    def _list(self, members: Sequence[NamedNode | BlankNode]) -> BlankNode:
        nodes = [self._new() for _ in members]
        rests: list[NamedNode | BlankNode] = [*nodes[1:], RDF.nil]
        for node, member, rest in zip(nodes, members, rests, strict=True):
            self.statements += [Triple(node, RDF["first"], member), Triple(node, RDF["rest"], rest)]
        return nodes[0]
