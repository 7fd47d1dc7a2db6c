"""What became of records that were handed in, and why one is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from imagegraph.errors import DuplicateIdentifier, ImagegraphError, ValidationFailed
from imagegraph.model.records import PreparedRecord
from imagegraph.model.reports import Finding, Report, sorted_findings

Status = Literal["stored", "unchanged", "refused"]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one record, or of a document that could not be read.

    Attributes:
        source: the document or the file it came from.
        status: `stored`, `unchanged` (the same content is kept already) or `refused`.
        id: the record's id, None when the document could not be read.
        version: number of the version that is current now, None when refused.
        error: why it was refused.
    """

    source: str
    status: Status
    id: str | None = None
    iri: str | None = None
    version: int | None = None
    report: Report = field(default_factory=Report)
    error: ImagegraphError | None = None

    def as_dict(self) -> dict[str, Any]:
        """The members that `import --json` prints for a record."""
        findings = [finding.as_dict() for finding in self.report.findings]
        if self.error is not None and not isinstance(self.error, ValidationFailed):
            refusal = refusal_finding(self.error, source=self.source)
            findings.insert(0, refusal.as_dict())
        return {"source": self.source, "iri": self.iri, "status": self.status, "findings": findings}


def refusal_finding(error: ImagegraphError, *, source: str | None) -> Finding:
    """A refusal told as a finding, so that every refused record says why in the same place."""
    path = error.extra.get("pointer") or error.extra.get("path")
    value = error.extra.get("value")
    return Finding(
        severity="violation",
        message=error.detail,
        focus=error.extra.get("focus"),
        path=str(path) if path is not None else None,
        value=str(value) if value is not None else None,
        shape=error.slug,
        source=source,
    )


def refuse_together(records: Sequence[PreparedRecord]) -> None:
    """Refuse records that are kept together, with what is found in all that break a rule.

    Raises:
        ValidationFailed: at least one breaks a rule.
    """
    bad = [record for record in records if not record.report.conforms]
    error = reason_to_refuse(bad[0]) if bad else None
    if error is not None and len(bad) > 1:
        findings = sorted_findings(finding for record in bad for finding in record.report.findings)
        error = ValidationFailed(
            f"{len(bad)} records break rules; nothing was stored. First: {error.detail}",
            report=Report(findings, bad[0].report.profiles).as_dict(),
        )
    if error is not None:
        raise error


def reason_to_refuse(
    record: PreparedRecord, *, earlier: tuple[str, str] | None = None
) -> ImagegraphError | None:
    """Why a record cannot be kept; None when it can.

    Args:
        earlier: digest and source of the first record with its id in the same batch.
    """
    if earlier is not None and earlier[0] != record.digest:
        return DuplicateIdentifier(
            f"{earlier[1]} of the same batch already describes {record.about} differently. "
            "Import the two one after the other, or give them different ids.",
            focus=record.about,
            source=record.source,
        )
    if not record.report.conforms:
        broken = [f for f in record.report.findings if f.severity == "violation"]
        return ValidationFailed(
            f"{len(broken)} rule{'s are' if len(broken) > 1 else ' is'} broken; nothing was stored. "
            f"First: {broken[0].message}",
            source=record.source,
            report=record.report.as_dict(),
        )
    return None
