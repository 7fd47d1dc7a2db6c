"""Good documents that stand among the bad ones, and what one import says of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

GOOD = {
    "first.yaml": b"type: Study\nname: A study that comes first\n",
    "marked.json": b'\xef\xbb\xbf{"type": "Study", "name": "A study with a byte order mark"}',
    "zebra.ttl": b"@prefix schema: <http://schema.org/> .\n<#a> a schema:Dataset ; schema:name 'Last' .\n",
    "graphs.trig": b"<http://example.org/g> { <http://example.org/a> a <http://schema.org/Dataset> ;"
    b" <http://schema.org/name> 'In a graph' }\n",
    "prefix.jsonld": b'{"@id": "https://example.org/p", "@type": ["ngff:Image", "http://schema.org/Dataset"],'
    b' "http://schema.org/name": "An undeclared prefix"}',
}


@dataclass(frozen=True)
class Batch:
    """What the one import said."""

    code: int
    errors: str
    report: dict[str, Any]

    def rows(self, name: str) -> list[dict[str, Any]]:
        """What became of one file."""
        return [row for row in self.report["records"] if Path(row["source"]).name == name]
