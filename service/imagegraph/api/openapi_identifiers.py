"""What the OpenAPI description shows of identifiers."""

from __future__ import annotations

from typing import Any

IDENTIFIER: dict[str, Any] = {
    "input": "orcid.org/0000-0002-1825-0097", "scheme": "orcid",
    "canonical": "https://orcid.org/0000-0002-1825-0097", "state": "ok", "label": "Josiah Carberry",
    "kind": "Person", "successors": [], "notes": [], "problem": None, "detail": None, "authority": "ORCID",
    "licence": "https://creativecommons.org/publicdomain/zero/1.0/",
    "source": "https://pub.orcid.org/v3.0/0000-0002-1825-0097/person", "source_version": None,
    "checked_at": "2026-11-20T08:15:00Z", "stale": False,
}  # fmt: skip

CONNECTED = {
    **IDENTIFIER,
    "described_by": None,
    "studies": [{"iri": "https://doi.org/10.5072/kidney-patrol", "name": "Phagocytes patrol the kidney"}],
    "records": [
        {
            "id": "kidney-patrol-1c0a9f2e", "iri": "http://localhost:8000/records/kidney-patrol-1c0a9f2e",
            "title": "Phagocytes patrol the kidney", "type": "Study",
            "uses": [{"property": "http://schema.org/author", "label": "Author"}],
        }
    ],
    "total": 1,
    "next": None,
}  # fmt: skip

QUEUE = {
    "items": [
        {
            "canonical": "https://ror.org/03mstc592", "scheme": "ror", "since": "2026-11-20T08:15:00Z",
            "due": "2026-11-20T08:17:00Z", "attempts": 1, "detail": "Api.ror.org answered 503.",
        }
    ],
    "counts": {"ror": 1},
    "asked": ["orcid", "ror"],
    "next": None,
}  # fmt: skip

SCHEMES = {
    "schemes": [
        {
            "name": "orcid", "title": "ORCID iD", "names": "a person",
            "example": "https://orcid.org/0000-0002-1825-0097", "resolved": True, "asked": False,
        }
    ]
}  # fmt: skip

MATCHES = {
    "items": [
        {
            "canonical": "https://ror.org/03ad39j10", "label": "University of Pisa", "score": 1.0,
            "passage": "Department of Engineering, University of Pisa", "how": "common terms", "chosen": True,
        }
    ],
    "choice": "https://ror.org/03ad39j10", "state": "ok", "detail": None,
}  # fmt: skip

CHECKED = {"items": [IDENTIFIER], "valid": 1, "invalid": 0}

#: body of `POST /identifiers/check`
CHECK_BODY = {
    "requestBody": {
        "required": True,
        "description": "A JSON list of identifiers, one a line of plain text, or a table with tabulators, which "
        "comes back with columns added.",
        "content": {
            "application/json": {
                "schema": {
                    "oneOf": [
                        {"type": "array", "maxItems": 10000, "items": {"type": "string"}},
                        {
                            "type": "object",
                            "required": ["ids"],
                            "properties": {
                                "ids": {"type": "array", "maxItems": 10000, "items": {"type": "string"}},
                                "scheme": {"type": "string"},
                            },
                        },
                    ]
                },
                "example": ["RRID:AB_90755", "ror.org/03mstc593"],
            },
            "text/tab-separated-values": {
                "schema": {"type": "string"}, "example": "marker\trrid\nCD31\tAB_393571\n",
            },
            "text/plain": {"schema": {"type": "string"}, "example": "0000-0002-1825-0097\n"},
        },
    }
}  # fmt: skip
