"""ROR, the registry of research organisations: its REST interface, version 2 (https://ror.readme.io/v2/docs/rest-api).

A single organisation is answered with 200 whether it is active or not, so its `status` decides. Records of the
first version, which ended in 2025, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from imagegraph.adapters.authorities.contract import (
    Part,
    Reading,
    Services,
    UnreadableAnswer,
    part_named,
    part_of,
)
from imagegraph.adapters.authorities.ror_organisation import organisation_of, related_iri
from imagegraph.adapters.authorities.values import document_of, member, objects, text, texts
from imagegraph.adapters.http import Deadline
from imagegraph.model.identifiers import Identifier, identify
from imagegraph.model.resolutions import ResolutionState

_NO_SUCH = re.compile(r"does not exist|is not a valid ROR ID", re.IGNORECASE)
_STATUSES = ("active", "inactive", "withdrawn")


class RorAuthority:
    """Implements `contract.Authority` for ROR ids.

    Args:
        services: of which `ror` is asked.
    """

    scheme = "ror"

    def __init__(self, services: Services) -> None:
        self._service = services.get("ror")

    def may_ask(self, identifier: Identifier) -> bool:
        """Whether the settings name ROR."""
        return self._service is not None

    def ask(self, identifier: Identifier, *, deadline: Deadline) -> tuple[Part, ...]:
        """The organisation.

        Raises:
            Unanswered: nothing usable came.
            UnreadableAnswer: ROR may not be asked.
        """
        if self._service is None:
            raise UnreadableAnswer("may not be asked")
        answer = self._service.get(f"v2/organizations/{identifier.value}", deadline=deadline)
        return (part_of(answer, name="ror"),)

    def read(self, identifier: Identifier, parts: Sequence[Part]) -> Reading:
        """What ROR says: `ok`, or why the organisation should not be named any more.

        One successor replaces it; among several a person must choose. Chains are not followed here: a successor
        is an identifier that is resolved like any other.

        Raises:
            UnreadableAnswer: the part is none of the known answers, or is about another organisation.
        """
        part = part_named(parts, "ror")
        if part is None:
            raise UnreadableAnswer("was not asked")
        document = document_of(part)
        errors = texts(member(document, "errors"))
        if part.status == 404 and any(_NO_SUCH.search(error) for error in errors):
            return Reading(
                state="not_found", authority="ror", detail="ROR has no organisation with this id.",
            )  # fmt: skip
        if part.status != 200 or errors:
            raise UnreadableAnswer(f"answered {part.status}" + (f": {errors[0]}" if errors else ""))
        status = _checked(document, identifier)
        state, successors, note = _state_of(document, status, identifier)
        return Reading(
            state=state, authority="ror",
            thing=organisation_of(document, iri=identifier.iri, notes=(note,) if note else ()),
            successors=successors,
            source_version=text(member(document, "admin", "last_modified", "schema_version")),
            detail=note,
        )  # fmt: skip


def _checked(document: Any, identifier: Identifier) -> str:
    """The status of a record of the second version about this organisation."""
    if not isinstance(document, dict):
        raise UnreadableAnswer("sent no organisation")
    if "name" in document or isinstance(document.get("external_ids"), dict):
        raise UnreadableAnswer("answers in the form of its first version, which ended in 2025")
    about = text(document.get("id"))
    if identify(about).iri != identifier.iri:
        raise UnreadableAnswer(f"answered about {about[:100] or 'nobody'} instead of {identifier.iri}")
    status = text(document.get("status")).lower()
    if status not in _STATUSES:
        raise UnreadableAnswer(f"gives the organisation the status {status[:40]!r}, which is none of its own")
    return status


def _state_of(
    document: dict[str, Any], status: str, identifier: Identifier
) -> tuple[ResolutionState, tuple[str, ...], str]:
    """State, successors and a sentence. A predecessor that names this organisation does not count."""
    if status == "active":
        return "ok", (), ""
    named = (
        related_iri(related)
        for related in objects(document.get("relationships"))
        if text(related.get("type")).lower() == "successor"
    )
    successors = tuple(dict.fromkeys(iri for iri in named if iri and iri != identifier.iri))
    note = f"ROR lists this organisation as {status}"
    if not successors:
        return "obsolete", (), f"{note}, without a successor."
    if len(successors) == 1:
        return "replaced", successors, f"{note}; its successor is {successors[0]}."
    return "ambiguous", successors, f"{note}, with {len(successors)} successors: {', '.join(successors[:5])}."
