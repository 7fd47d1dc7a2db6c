"""Examples for the description of the routes of history."""

from __future__ import annotations

DIFFERENCE = {
    "id": "S-BIAD634-0c1f6a90",
    "iri": "http://localhost:8000/records/S-BIAD634-0c1f6a90",
    "from": {
        "version": 1, "at": "2025-03-11T09:30:00.000Z", "agent": "HTTP API", "reason": "POST /records",
        "deleted": False,
    },
    "to": {
        "version": 2, "at": "2025-03-12T14:02:10.000Z", "agent": "HTTP API, token facility",
        "reason": "typo in title", "deleted": False,
    },
    "added": 1,
    "removed": 0,
    "items": [
        {
            "change": "added", "subject": "<https://doi.org/10.5072/example>",
            "predicate": "<http://schema.org/name>", "object": '"Nuclei of HeLa cells"',
        }
    ],
    "next": None,
}  # fmt: skip

RESTORED = {
    "id": "S-BIAD634-0c1f6a90",
    "iri": "http://localhost:8000/records/S-BIAD634-0c1f6a90",
    "version": 3,
    "restored": 1,
    "status": "stored",
    "etag": '"3-5f2a8c11d0b7"',
}

_VERSION = "http://localhost:8000/records/S-BIAD634-0c1f6a90?version=1"
PROVENANCE = [
    {
        "@id": _VERSION,
        "@type": ["http://www.w3.org/ns/prov#Entity"],
        "http://www.w3.org/ns/prov#wasAttributedTo": [{"@id": "http://localhost:8000/agents/HTTP%20API"}],
        "http://www.w3.org/ns/prov#wasGeneratedBy": [{"@id": f"{_VERSION}#acceptance"}],
    }
]

AUDIT = {
    "items": [
        {
            "sequence": 7, "at": "2025-03-12T14:02:10.000Z", "agent": "HTTP API, token facility",
            "action": "record.replace", "object": "S-BIAD634-0c1f6a90", "outcome": "version 2", "entry": 5,
            "client": "192.0.2.7", "request": "0f8b2c66", "previous_hash": "c2a9…", "hash": "77d0…",
        }
    ],
    "next": None,
}  # fmt: skip
