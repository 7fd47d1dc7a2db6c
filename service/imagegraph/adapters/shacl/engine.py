"""pySHACL, run on shapes that are compiled once; only this module and `loaded` know pySHACL's inside.

`pyshacl.validate` reads and clones the shapes for every call. Here the shapes of a profile are loaded
once (`ShapesGraph`), and each record's statements are judged by pySHACL's own constraint components
(see `loaded`). Three things are left out because they cannot change a result:

* shapes whose targets do not occur in the record;
* the detour through a node shape that has nothing but properties: its property shapes are asked directly,
  for all its nodes at once;
* a general class's rules for a node that also has a more specific class whose shape repeats every one of
  those rules (what a generator does with inherited slots).

SHACL-JS, SHACL Advanced Features, entailment and `owl:imports` are off.
Terms and report: https://www.w3.org/TR/shacl/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import rdflib
from pyshacl.consts import (
    SH_focusNode,
    SH_resultMessage,
    SH_resultPath,
    SH_resultSeverity,
    SH_sourceConstraintComponent,
    SH_sourceShape,
    SH_value,
)
from pyshacl.helper.path_helper import shacl_path_to_sparql_path
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shapes_graph import ShapesGraph
from rdflib import DCTERMS, RDF, RDFS, SH, XSD
from rdflib.term import Node

from imagegraph.adapters.shacl.graphs import DataGraph, ShapesData, Statement, to_rdflib
from imagegraph.adapters.shacl.loaded import load
from imagegraph.model.rdf import RDF_TYPE
from imagegraph.model.reports import Finding, Severity

#: the very object that the data has, so that it is found without comparing texts
_TYPE = to_rdflib(RDF_TYPE)
_SEVERITIES: dict[Node, Severity] = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
#: what a shape may say without making a rule
_SILENT = frozenset(
    [
        RDF.type, RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy,
        DCTERMS.source, DCTERMS.title, DCTERMS.description,
        SH.name, SH.description, SH.message, SH.severity, SH.order, SH.group, SH.deactivated, SH.defaultValue,
        SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf,
    ]
)  # fmt: skip


@dataclass(frozen=True)
class _Rule:
    """A node shape with targets.

    Attributes:
        shape: pySHACL's shape.
        parts: the property shapes that are asked instead of it; None when it has other rules as well.
        classes: its target classes.
        repeated_by: classes whose shapes repeat every rule of this one.
    """

    shape: Any
    parts: tuple[Any, ...] | None
    classes: tuple[Node, ...]
    nodes: tuple[Node, ...]
    subjects_of: tuple[Node, ...]
    objects_of: tuple[Node, ...]
    repeated_by: tuple[Node, ...]


class CompiledShapes:
    """The shapes of one profile, loaded."""

    def __init__(self, statements: Iterable[Statement], *, profile: str) -> None:
        self.profile = profile
        self._data = ShapesData(statements)
        self._shapes = ShapesGraph(self._data)
        load(self._shapes)
        self._rules = tuple(self._compiled())
        self._owners = {part: owner for owner, part in self._data.subject_objects(SH.property)}
        self._paths: dict[Node, str] = {}

    def judge(self, data: DataGraph) -> tuple[list[Finding], bool]:
        """The findings about a record, and whether the profile speaks about anything in it.

        Args:
            data: the record's statements.
        """
        executor = SHACLExecutor(validator=None)
        types = set(data.values(_TYPE))
        subclasses = data.uses(RDFS.subClassOf)
        findings: dict[Any, Finding] = {}
        spoke = False
        for rule in self._rules:
            focus = rule.shape.focus_nodes(data) if subclasses else _targets(rule, data)
            if not focus:
                continue
            spoke = True
            for other in rule.repeated_by:
                if other in types:
                    focus.difference_update(data.subjects(_TYPE, other))
            if not focus or rule.shape.deactivated:
                continue
            nodes = sorted(focus, key=str)
            for shape in (rule.shape,) if rule.parts is None else rule.parts:
                _, results = shape.validate(executor, data, focus=nodes)
                for _, name, statements in results:
                    finding = self._finding(name, statements)
                    findings.setdefault(
                        replace(finding, message="", shape=None),
                        finding,
                    )
        return list(findings.values()), spoke

    def _finding(self, name: Node, statements: Sequence[tuple[Node, Node, Any]]) -> Finding:
        """A result of pySHACL as a finding."""
        said: dict[Node, Any] = {}
        messages: list[rdflib.Literal] = []
        for subject, predicate, value in statements:
            if subject is not name:
                continue  # detail of a nested shape
            term = value[1] if isinstance(value, tuple) else value
            if predicate == SH_resultMessage:
                messages.append(term)
            else:
                said[predicate] = term
        shape = said.get(SH_sourceShape)
        if isinstance(shape, rdflib.BNode):
            shape = self._owners.get(shape)
        value, severity = said.get(SH_value), said[SH_resultSeverity]
        path = said.get(SH_resultPath)
        focus = said[SH_focusNode]
        return Finding(
            severity=_SEVERITIES.get(severity, "warning"),
            severity_iri=None if severity in _SEVERITIES else str(severity),
            message=_plainest(messages),
            focus=str(focus),
            path=None if path is None else self._path(path),
            value=None if value is None else str(value),
            value_datatype=_datatype(value),
            value_language=value.language if isinstance(value, rdflib.Literal) else None,
            focus_datatype=_datatype(focus),
            focus_language=focus.language if isinstance(focus, rdflib.Literal) else None,
            shape=str(shape) if isinstance(shape, rdflib.URIRef) else None,
            component=str(said[SH_sourceConstraintComponent]),
            profile=self.profile,
        )

    def _path(self, path: Node) -> str:
        """A property's IRI, or a SPARQL property path."""
        if isinstance(path, rdflib.URIRef):
            return str(path)
        if path not in self._paths:
            self._paths[path] = shacl_path_to_sparql_path(self._shapes, path)
        return self._paths[path]

    def _compiled(self) -> Iterator[_Rule]:
        """The node shapes that have targets of their own."""
        rules: dict[Node, frozenset[Any]] = {}
        shapes = [
            shape for shape in self._shapes.shapes if any(any(found) for found in map(list, shape.target()))
        ]
        for shape in shapes:
            rules[shape.node] = self._signature(shape.node)
        for shape in shapes:
            nodes, classes, implicit, objects_of, subjects_of = map(tuple, shape.target())
            repeated = [
                target
                for other in shapes
                if other is not shape and not other.deactivated and rules[other.node] > rules[shape.node]
                for target in other.target_classes()
            ]
            parts = None
            said = set(self._data.predicates(shape.node))
            if not shape.is_property_shape and said - _SILENT == {SH.property}:
                parts = tuple(
                    self._shapes.lookup_shape_from_node(part)
                    for part in self._data.objects(shape.node, SH.property)
                )
            yield _Rule(
                shape=shape,
                parts=parts,
                classes=(*classes, *implicit),
                nodes=nodes,
                subjects_of=subjects_of,
                objects_of=objects_of,
                repeated_by=tuple(repeated),
            )

    def _signature(self, node: Node) -> frozenset[Any]:
        """Everything a shape demands, in a form in which equal demands are equal."""
        return frozenset(
            (predicate, self._canonical(value))
            for predicate, value in self._data.predicate_objects(node)
            if predicate not in _SILENT or predicate in (SH.severity, SH.deactivated)
        )

    def _canonical(self, value: Node) -> Any:
        if isinstance(value, rdflib.BNode) or (value, SH.path, None) in self._data:
            members = list(self._data.items(value))
            return tuple(map(self._canonical, members)) if members else self._signature(value)
        return value


def _targets(rule: _Rule, data: DataGraph) -> set[Node]:
    """The nodes that a rule is about, when no class in the data has subclasses."""
    found = set(rule.nodes)
    for target in rule.classes:
        found.update(data.subjects(_TYPE, target))
    for predicate in rule.subjects_of:
        found.update(subject for subject, _ in data.subject_objects(predicate))
    for predicate in rule.objects_of:
        found.update(data.values(predicate))
    return found


def _datatype(term: Node | None) -> str | None:
    """The datatype of a literal, which rdflib leaves out for texts; None for what is no literal."""
    if not isinstance(term, rdflib.Literal):
        return None
    return str(term.datatype or (RDF.langString if term.language else XSD.string))


def _plainest(messages: Sequence[rdflib.Literal]) -> str:
    """The English message of a result, else any."""
    ordered = sorted(messages, key=lambda text: (text.language not in (None, "en"), str(text)))
    return str(ordered[0]) if ordered else "This does not follow the rule."
