"""Limits that a test reaches in a second."""

from __future__ import annotations

from typing import Any

BASE = "http://testserver/"

#: settings of the service under attack
SMALL: dict[str, Any] = {
    "query_workers": 2,
    "query_seconds": 1.0,
    "query_fair_seconds": 0.6,
    "query_memory_mb": 512,
    "query_bytes": 20_000,
    "query_rows": 200,
    "query_text_bytes": 60_000,
    "queue_seconds": 2.0,
    "intake_workers": 2,
    "intake_seconds": 3.0,
    "intake_memory_mb": 1024,
    "document_bytes": 3_000_000,
    "body_bytes": 3_000_000,
    "body_seconds": 2.0,
}

#: time for a query that is to reach another limit first, also when it has little of a processor
PATIENT_SECONDS = 60.0
