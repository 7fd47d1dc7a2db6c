"""Reports for machines: `sh:ValidationReport` in Turtle and JSON-LD.

https://www.w3.org/TR/shacl/#validation-report

`sh:conforms` follows SHACL: any result, a warning too, makes it false. Whether a record may be kept is
`ig:accepted`, the same as `conforms` in JSON unless shapes of one's own were applied: only violations count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from pyoxigraph import RdfFormat, serialize

from imagegraph.adapters.exporters.report_paths import path_statements
from imagegraph.model.rdf import (
    DCTERMS,
    IG,
    PREFIXES,
    RDF_TYPE,
    SH,
    XSD,
    BlankNode,
    Literal,
    NamedNode,
    Triple,
)
from imagegraph.model.reports import Finding, Report

_SEVERITIES = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}
_IRI = re.compile(r"(?:https?://|urn:)[^\x00-\x20<>\"{}|\\^`]+")
#: what the parser calls a blank node of a document, with the sign that says so
_BLANK = re.compile(r"_:[0-9a-f]{24,32}")
_PREFIXES = {name: PREFIXES[name] for name in ("sh", "ig", "dcterms", "schema", "xsd")}


def report_as_turtle(report: Report) -> bytes:
    """The report as a `sh:ValidationReport` in Turtle; the same bytes for the same report."""
    return serialize(report_statements(report), format=RdfFormat.TURTLE, prefixes=_PREFIXES) or b""


def report_as_jsonld(report: Report) -> bytes:
    """The report as a `sh:ValidationReport` in JSON-LD; the same bytes for the same report."""
    return serialize(report_statements(report), format=RdfFormat.JSON_LD, prefixes=_PREFIXES) or b""


def report_statements(report: Report) -> Iterator[Triple]:
    """The statements of a `sh:ValidationReport`; its nodes are blank and numbered in order."""
    node = BlankNode("report")
    yield Triple(node, RDF_TYPE, SH.ValidationReport)
    yield Triple(node, SH.conforms, _truth(not report.findings))
    yield Triple(node, IG.accepted, _truth(report.is_acceptable))
    for profile in report.profiles:
        yield Triple(node, IG.profile, Literal(profile))
    for number in range(len(report.findings)):
        yield Triple(node, SH.result, BlankNode(f"result{number}"))
    for number, finding in enumerate(report.findings):
        yield from _result(finding, name=f"result{number}")


def _result(finding: Finding, *, name: str) -> Iterator[Triple]:
    node, of_shacl = BlankNode(name), finding.component is not None
    yield Triple(node, RDF_TYPE, SH.ValidationResult)
    if finding.focus is not None:
        focus = _term(
            finding.focus, datatype=finding.focus_datatype, language=finding.focus_language, of_shacl=of_shacl
        )
        yield Triple(node, SH.focusNode, focus)
    severity = NamedNode(finding.severity_iri) if finding.severity_iri else _SEVERITIES[finding.severity]
    yield Triple(node, SH.resultSeverity, severity)
    yield Triple(node, SH.resultMessage, Literal(finding.message, language="en"))
    below: list[Triple] = []
    if finding.path is not None:
        path, below = path_statements(finding.path, name=f"{name}path")
        yield Triple(node, SH.resultPath, path)
    if finding.value is not None:
        value = _term(
            finding.value, datatype=finding.value_datatype, language=finding.value_language, of_shacl=of_shacl
        )
        yield Triple(node, SH.value, value)
    if finding.shape is not None:
        yield Triple(node, SH.sourceShape, NamedNode(finding.shape))
    if finding.component is not None:
        yield Triple(node, SH.sourceConstraintComponent, NamedNode(finding.component))
    if finding.profile is not None:
        yield Triple(node, IG.profile, Literal(finding.profile))
    if finding.source is not None:
        yield Triple(node, DCTERMS.source, Literal(finding.source))
    yield from below


def _term(
    text: str, *, datatype: str | None, language: str | None, of_shacl: bool
) -> NamedNode | BlankNode | Literal:
    """A term by its text.

    Args:
        datatype, language: of a literal.
        of_shacl: whether SHACL found it, so that it is no literal when it has no datatype.
    """
    if language is not None:
        return Literal(text, language=language)
    if datatype is not None:
        return Literal(text, datatype=NamedNode(datatype))
    if _BLANK.fullmatch(text):
        return BlankNode(text[2:])
    with suppress(ValueError):
        if of_shacl or _IRI.fullmatch(text):
            return NamedNode(text)
    return Literal(text)


def _truth(value: object) -> Literal:
    return Literal("true" if value else "false", datatype=XSD.boolean)
