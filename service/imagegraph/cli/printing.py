"""What the commands print: JSON for machines, lines for people."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from typing import Any

#: what would change the line or the terminal instead of being seen
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_UNSEEN_IN_JSON = re.compile("[\ud800-\udfff]")
#: columns wider than this are not filled up
_WIDEST = 60
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """A text in one line, with control and direction-changing characters written as escapes."""
    return _UNSEEN.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", text)


def print_json(value: Any) -> None:
    """Print one JSON value on standard output; characters that its encoding lacks are escaped."""
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not is_utf8, indent=1, default=str)
    print(_UNSEEN_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def print_outcomes(rows: Iterable[dict[str, Any]]) -> None:
    """What became of each record, with its findings of weight."""
    for row in rows:
        print(f"{row['status']:<9} {visible(row['source'])}" + (f"  {row['iri']}" if row["iri"] else ""))
        for finding in row["findings"]:
            if row["status"] == "refused" or finding["severity"] == "warning":
                print(f"    {line_of({**finding, 'source': None})}")


def line_of(finding: dict[str, Any]) -> str:
    """A finding in one line: where, how bad, what."""
    place = " ".join(str(finding[name]) for name in ("focus", "path") if finding.get(name))
    source = f"{finding['source']}: " if finding.get("source") else ""
    return visible(f"{source}{finding['severity']}: {finding['message']}" + (f" [{place}]" if place else ""))


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `1 row`, `2 rows`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def print_table(results: dict[str, Any]) -> None:
    """The answer of a query (https://www.w3.org/TR/sparql11-results-json/) as a table; long cells are not cut."""
    if "boolean" in results:
        print("yes" if results["boolean"] else "no")
        return
    columns = results["head"]["vars"]
    rows = [[_cell(row.get(column)) for column in columns] for row in results["results"]["bindings"]]
    widths = [
        min(_WIDEST, max([len(column), *(len(row[i]) for row in rows)])) for i, column in enumerate(columns)
    ]
    for line in [columns, ["-" * width for width in widths], *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    print(f"({counted(len(rows), 'row')})", file=sys.stderr)


def _cell(term: dict[str, str] | None) -> str:
    return "" if term is None else visible(" ".join(term["value"].split()))
