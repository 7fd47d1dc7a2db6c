"""What became of a record that was handed in, as an answer."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from imagegraph.api.pointers import errors_with_pointers
from imagegraph.api.responses import as_json, path_below, record_path
from imagegraph.errors import ImagegraphError, ValidationFailed
from imagegraph.model.records import Document
from imagegraph.operations.outcomes import Outcome
from imagegraph.operations.services import Services


def with_places(error: ImagegraphError, document: Document) -> ImagegraphError:
    """The error, with the places in the document where rules are broken."""
    if isinstance(error, ValidationFailed):
        error.extra["errors"] = errors_with_pointers(error.extra.get("report", {}), document=document)
    return error


def is_new(services: Services, outcome: Outcome) -> bool:
    """Whether there was no living record at this address before.

    Raises:
        ImagegraphError: it was not kept.
    """
    id, number = _kept(outcome)
    return number == 1 or services.journal.version(id, number - 1).deleted


def _kept(outcome: Outcome) -> tuple[str, int]:
    if outcome.id is None or outcome.version is None:
        raise ImagegraphError(f"A kept record has an id and a version, but this has not: {outcome}")
    return outcome.id, outcome.version


def outcome_response(services: Services, outcome: Outcome, *, created: bool) -> Response:
    """The answer for one record that was kept: 201 when it was created, else 200.

    Raises:
        ImagegraphError: it was not kept.
    """
    id, number = _kept(outcome)
    etag = f'"{number}-{services.journal.version(id, number).digest[:12]}"'
    headers = {"Location": record_path(services, id), "ETag": etag}
    return as_json(told_of(services, outcome, etag=etag), status=201 if created else 200, headers=headers)


def told_of(services: Services, outcome: Outcome, *, etag: str | None) -> dict[str, Any]:
    """What became of one record, for the answer."""
    told: dict[str, Any] = {
        "id": outcome.id, "iri": outcome.iri, "version": outcome.version, "status": outcome.status,
        "findings": [finding.as_dict() for finding in outcome.report.findings],
    }  # fmt: skip
    if etag is not None:
        told["etag"] = etag
    if outcome.error is not None:
        told["error"] = {
            "type": path_below(services, f"problems/{outcome.error.slug}"),
            "detail": outcome.error.detail,
        }
        if not isinstance(outcome.error, ValidationFailed) and outcome.error.extra:
            told["error"] |= {key: value for key, value in outcome.error.extra.items() if key != "report"}
    return told
