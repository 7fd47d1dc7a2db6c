"""Identifiers and what is known about them as plain values, for JSON."""

from __future__ import annotations

from typing import Any

from imagegraph.model.authorities import packaged_authorities
from imagegraph.model.identifiers import Identifier
from imagegraph.model.resolutions import Resolution
from imagegraph.operations.describe import label_of
from imagegraph.operations.linking.connected import Connected
from imagegraph.ports.resolving import Matches, QueuedIdentifier


def identifier_values(identifier: Identifier, resolution: Resolution | None) -> dict[str, Any]:
    """An identifier as it was written, checked, and what is known about it.

    `state` is one of the eight of a resolution; an identifier that nobody was asked about is `unavailable`.
    """
    state = resolution.state if resolution is not None else "unavailable"
    detail = resolution.detail if resolution is not None else "Nobody was asked about it yet."
    if identifier.state != "valid":
        state, detail = "invalid", identifier.problem or "It is no identifier of a known scheme."
    thing = resolution.thing if resolution is not None else None
    authority = packaged_authorities().entries.get(resolution.authority) if resolution is not None else None
    fetched = resolution.fetched if resolution is not None else None
    return {
        "input": identifier.input,
        "scheme": identifier.scheme or None,
        "canonical": identifier.iri or None,
        "state": state,
        "label": thing.label if thing else None,
        "kind": thing.kind if thing else None,
        "successors": list(resolution.successors) if resolution is not None else [],
        "notes": list(thing.notes) if thing else [],
        "problem": identifier.problem,
        "detail": detail or None,
        "authority": authority.title if authority else None,
        "licence": (resolution.licence or None) if resolution is not None else None,
        "source": (resolution.source_url or None) if resolution is not None else None,
        "source_version": (resolution.source_version or None) if resolution is not None else None,
        "checked_at": fetched.strftime("%Y-%m-%dT%H:%M:%SZ") if fetched else None,
        "stale": resolution.stale if resolution is not None else False,
    }


def connected_values(found: Connected) -> dict[str, Any]:
    """Everything connected to an identifier; `next` of the records is added where the addresses are known."""
    return {
        **identifier_values(found.identifier, found.resolution),
        "described_by": found.described.iri if found.described else None,
        "studies": [{"iri": one.iri, "name": one.name} for one in found.studies],
        "records": [
            {
                "id": usage.record.id, "iri": usage.record.iri, "title": usage.record.title,
                "type": usage.record.type,
                "uses": [
                    {"property": use.property, "label": label_of(use.property)} for use in usage.uses
                ],
            }
            for usage in found.usage.usages
        ],
        "total": found.usage.total,
    }  # fmt: skip


def match_values(matches: Matches) -> dict[str, Any]:
    """What a text may name; `choice` only when the service is sure of one."""
    items = [
        {
            "canonical": one.iri, "label": one.label, "score": one.score, "passage": one.passage, "how": one.how,
            "chosen": one.chosen,
        }
        for one in matches.items
    ]  # fmt: skip
    chosen = [one.iri for one in matches.items if one.chosen]
    return {
        "items": items,
        "choice": chosen[0] if len(chosen) == 1 else None,
        "state": "ok" if matches.answered else "unavailable",
        "detail": matches.detail or None,
    }


def queued_values(queued: QueuedIdentifier) -> dict[str, Any]:
    """An identifier that waits."""
    return {
        "canonical": queued.iri, "scheme": queued.scheme, "since": _moment(queued.since),
        "due": _moment(queued.due), "attempts": queued.attempts, "detail": queued.detail or None,
    }  # fmt: skip


def _moment(moment: Any) -> str:
    return str(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
