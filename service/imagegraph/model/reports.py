"""What was found when a record was judged, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["violation", "warning", "info"]
#: members of a finding that are left out when they are not known
_RARE = frozenset(("severity_iri", "value_datatype", "value_language", "focus_datatype", "focus_language"))


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that a rule says about one node.

    Attributes:
        severity: `violation` refuses the record, `warning` and `info` are kept with it; `warning` for a severity that
            the author of a shape made up.
        message: a sentence that a microscopist understands.
        focus: IRI of the node that was judged.
        path: the property as an IRI (or a SPARQL property path), None when the whole node is meant.
        value: the offending value as text, None when something is missing.
        shape: IRI of the rule.
        profile: name of the profile the rule belongs to, `core` for the model itself.
        source: the document it came from.
        component: IRI of the SHACL constraint component that was broken, when SHACL found it.
        severity_iri: the severity that the author of a shape made up.
        value_datatype: IRI of the value's datatype, when it is known that the value is a literal.
        value_language: its language tag, when it has one.
        focus_datatype, focus_language: the same of the node that was judged, when it is a literal.
    """

    severity: Severity
    message: str
    focus: str | None = None
    path: str | None = None
    value: str | None = None
    shape: str | None = None
    profile: str | None = None
    source: str | None = None
    component: str | None = None
    severity_iri: str | None = None
    value_datatype: str | None = None
    value_language: str | None = None
    focus_datatype: str | None = None
    focus_language: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Plain values; every member is present, save those that few findings have."""
        return {name: value for name, value in vars(self).items() if value is not None or name not in _RARE}


@dataclass(frozen=True)
class Report:
    """All findings of one judgement, most severe first.

    Attributes:
        every_result_counts: whether it conforms only when there is no finding at all, as SHACL has it
            (https://www.w3.org/TR/shacl/#conforming); so it is with shapes of one's own, which refuse no record.
    """

    findings: tuple[Finding, ...] = ()
    profiles: tuple[str, ...] = field(default=("core",))
    every_result_counts: bool = False

    @property
    def conforms(self) -> bool:
        """Whether nothing refuses the record; where every result counts, whether there is none."""
        return not self.findings if self.every_result_counts else self.is_acceptable

    @property
    def is_acceptable(self) -> bool:
        """Whether no finding is a violation."""
        return all(finding.severity != "violation" for finding in self.findings)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "conforms": self.conforms,
            "profiles": list(self.profiles),
            "results": [finding.as_dict() for finding in self.findings],
        }


_ORDER = {"violation": 0, "warning": 1, "info": 2}


def sorted_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Most severe first, then by node, property and value, so that two runs read the same."""
    return tuple(
        sorted(
            findings,
            key=lambda f: (
                _ORDER[f.severity],
                f.focus or "",
                f.path or "",
                f.value or "",
                f.message,
                f.severity_iri or "",
                f.value_datatype or "",
                f.value_language or "",
            ),
        )
    )


def report_from_dict(values: dict[str, Any]) -> Report:
    """The report that `Report.as_dict` described."""
    return Report(
        findings=tuple(Finding(**finding) for finding in values["results"]),
        profiles=tuple(values.get("profiles", ())),
    )
