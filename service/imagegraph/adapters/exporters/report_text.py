"""Reports for people at a terminal: what is wrong, why, where, and how often."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from imagegraph.model.reports import Finding, Report

_WORDS = {"violation": "violation", "warning": "warning", "info": "note"}
#: what could move the cursor, change colours or turn the direction of text
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_NAME = re.compile(r"[#/:]([^#/:>]+)>?[)*+?]*$")


def report_as_text(report: Report, *, width: int = 100, nodes: int = 5) -> str:
    """The report as lines of text; one entry for a rule, however many nodes break it.

    Args:
        width: longest line, characters.
        nodes: how many nodes an entry names at most.
    """
    lines = [_summary(report)]
    for findings in _grouped(report):
        lines += ["", *_entry(findings, width=width, most=nodes)]
    return "\n".join(lines) + "\n"


def printable(text: str) -> str:
    """Text that cannot steer a terminal: control and direction characters as escapes.

    >>> printable("a\\x1b[31m")
    'a\\\\x1b[31m'
    """
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def _summary(report: Report) -> str:
    counts = []
    for severity, word in _WORDS.items():
        number = sum(finding.severity == severity for finding in report.findings)
        if number:
            counts.append(f"{number} {word}{'' if number == 1 else 's'}")
    verdict = "conforms to" if report.conforms else "does not conform to"
    return f"{verdict} {', '.join(report.profiles) or 'core'}: {', '.join(counts) or 'nothing to say'}"


def _grouped(report: Report) -> Iterator[list[Finding]]:
    groups: dict[tuple[str | None, ...], list[Finding]] = {}
    for finding in report.findings:
        key = (
            finding.severity, finding.severity_iri, finding.source, finding.profile, finding.path,
            finding.message,
        )  # fmt: skip
        groups.setdefault(key, []).append(finding)
    order = list(_WORDS)
    yield from sorted(groups.values(), key=lambda group: order.index(group[0].severity))


def _entry(findings: list[Finding], *, width: int, most: int) -> Iterator[str]:
    first = findings[0]
    what = [
        _WORDS[first.severity].upper(),
        _short(first.severity_iri),
        first.profile,
        _short(first.path),
        first.source,
    ]
    yield printable(" · ".join(part for part in what if part))
    yield from textwrap.wrap(
        printable(first.message), width, initial_indent="  ", subsequent_indent="  ", break_long_words=False
    )
    named = [finding for finding in findings if finding.focus is not None]
    for finding in named[:most]:
        value = "" if finding.value is None else f"  ({_cut(finding.value)})"
        yield f"  at {printable(finding.focus or '')}{value}"
    if len(named) > most:
        yield f"  and {len(named) - most} more"


def _short(path: str | None) -> str | None:
    """The last word of a property's IRI."""
    found = _NAME.search(path) if path else None
    return found[1] if found else path


def _cut(value: str) -> str:
    text = printable(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
