"""Judging by shapes that somebody hands in: the same engine, with what shapes can do wrong in mind.

Runs inside a worker without network that is killed at its deadline, which is what ends a pattern that never
finishes. Not done at all: `owl:imports` is not followed, SHACL-JS and SHACL Advanced Features are off. A query
that would read something else (SERVICE, FROM, LOAD) is refused before it runs, because the library that
answers it would open files and addresses.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

import rdflib.plugins.sparql
from rdflib import OWL, SH

from imagegraph.adapters.shacl.engine import CompiledShapes
from imagegraph.adapters.shacl.graphs import DataGraph, Statement, to_rdflib
from imagegraph.errors import ForbiddenConstruct, ImagegraphError, MalformedDocument
from imagegraph.model.rdf import BlankNode, Literal, Triple
from imagegraph.model.reports import Report, sorted_findings
from imagegraph.model.sparql import tokens

#: what the findings say in place of the name of a profile
PROFILE = "own shapes"
_QUERIES = frozenset(str(SH[name]) for name in ("select", "ask", "construct", "update"))
_OUTSIDE = frozenset(("SERVICE", "FROM", "LOAD"))
#: escapes that count anywhere in a query, https://www.w3.org/TR/sparql11-query/#codepointEscape
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LONGEST_REASON = 400


def judge_by_shapes(triples: Sequence[Triple], *, shapes: Sequence[Triple]) -> Report:
    """What shapes say about statements, most severe first; blank nodes are called `_:…`.

    Raises:
        ForbiddenConstruct: a query of the shapes asks for more than the statements.
        MalformedDocument: the shapes cannot be applied.
    """
    rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False
    _refuse_outside(shapes)
    try:
        statements = [(to_rdflib(t.subject), to_rdflib(t.predicate), to_rdflib(t.object)) for t in shapes]
        compiled = CompiledShapes([*statements, *_declared(statements)], profile=PROFILE)
        found, _ = compiled.judge(DataGraph(triples))
    except (ImagegraphError, MemoryError):
        raise
    except (
        Exception
    ) as error:  # pySHACL and rdflib have no common error, and shapes can be wrong in every way
        raise MalformedDocument(
            f"These shapes cannot be applied: {_reason(error)}.", source="shapes"
        ) from error
    labels = {node.value for t in triples for node in (t.subject, t.object) if isinstance(node, BlankNode)}
    named = (
        replace(
            finding,
            focus=_named(finding.focus, labels, datatype=finding.focus_datatype),
            value=_named(finding.value, labels, datatype=finding.value_datatype),
        )
        for finding in found
    )
    return Report(sorted_findings(named), profiles=(PROFILE,), every_result_counts=True)


def _named(text: str | None, labels: Collection[str], *, datatype: str | None) -> str | None:
    """What a node is called; `labels` are those of blank nodes."""
    return f"_:{text}" if datatype is None and text in labels else text


def _refuse_outside(shapes: Iterable[Triple]) -> None:
    """Refuse queries that name anything outside the statements that are judged."""
    for triple in shapes:
        if triple.predicate.value not in _QUERIES or not isinstance(triple.object, Literal):
            continue
        for token in tokens(_ESCAPE.sub(_unescaped, triple.object.value)):
            if token.kind == "word" and token.text.upper() in _OUTSIDE:
                raise ForbiddenConstruct(
                    f"A query of the shapes uses {token.text.upper()}. Shapes are judged by the document alone; leave it out.",
                    source="shapes",
                    value=token.text,
                )


def _unescaped(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= sys.maxunicode else " "


def _declared(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The prefixes that a query has by `owl:imports` among the shapes themselves.

    https://www.w3.org/TR/shacl/#sparql-prefixes
    """
    imports: dict[object, list[rdflib.term.Node]] = {}
    declared: dict[object, list[rdflib.term.Node]] = {}
    for subject, predicate, value in statements:
        if predicate == OWL.imports:
            imports.setdefault(subject, []).append(value)
        elif predicate == SH.declare:
            declared.setdefault(subject, []).append(value)
    for start in {value for _, predicate, value in statements if predicate == SH.prefixes}:
        seen, waiting = {start}, [start]
        while waiting:
            for node in imports.get(waiting.pop(), ()):
                if node not in seen:
                    seen.add(node)
                    waiting.append(node)
                    yield from ((start, SH.declare, one) for one in declared.get(node, ()))


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text[:_LONGEST_REASON].rstrip(".")
