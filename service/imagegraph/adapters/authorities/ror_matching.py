"""Which organisation an affiliation is likely to name, by the matching of ROR.

https://ror.readme.io/docs/api-affiliation: only the hit that ROR itself has `chosen` is an answer; the scores of
different ways of matching cannot be compared. Never asked unattended: a text may tell more than an identifier.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from imagegraph.adapters.authorities.contract import AskedService, UnreadableAnswer, part_of
from imagegraph.adapters.authorities.ror_organisation import organisation_of
from imagegraph.adapters.authorities.values import document_of, member, objects, text, texts
from imagegraph.adapters.http import Clock, Deadline, Unanswered
from imagegraph.model.identifiers import identify
from imagegraph.ports.resolving import MatchedOrganisation, Matches

#: characters of a text that is matched
LONGEST = 1_000
_MOST = 20


class RorMatcher:
    """Implements `ports.resolving.OrganisationMatcher`.

    Args:
        service: ROR; None when it may not be asked.
        seconds: time limit.
    """

    def __init__(self, service: AskedService | None, *, seconds: float, clock: Clock | None = None) -> None:
        self._service = service
        self._seconds = seconds
        self._clock = clock or Clock()

    def match(self, affiliation: str) -> Matches:
        """What an affiliation may name."""
        asked = " ".join(affiliation.split())[:LONGEST]
        if self._service is None:
            return Matches(detail="Nobody may be asked: IMAGEGRAPH_RESOLVERS does not name ror.")
        deadline = Deadline(self._seconds, clock=self._clock)
        try:
            answer = self._service.get(
                f"v2/organizations?affiliation={quote(asked, safe='')}", deadline=deadline
            )
            document = document_of(part_of(answer, name="match"))
        except Unanswered as error:
            return Matches(detail=f"{error.service or 'ROR'} {error.reason}.")
        except UnreadableAnswer as error:
            return Matches(detail=f"ROR {error}.")
        errors = texts(member(document, "errors"))
        if answer.status != 200 or errors or not isinstance(member(document, "items"), list):
            return Matches(detail=f"ROR answered {answer.status}" + (f": {errors[0]}." if errors else "."))
        items = [_read(item) for item in objects(document["items"])[:_MOST]]
        return Matches(items=tuple(item for item in items if item is not None), answered=True)


def _read(item: dict[str, Any]) -> MatchedOrganisation | None:
    """A hit; None when it names no organisation that is in use."""
    organisation = member(item, "organization")
    found = identify(text(member(organisation, "id")), scheme="ror")
    if found.state != "valid" or text(member(organisation, "status")).lower() != "active":
        return None
    score = item.get("score")
    return MatchedOrganisation(
        iri=found.iri, label=organisation_of(organisation, iri=found.iri, notes=()).label,
        score=float(score) if isinstance(score, int | float) else 0.0, passage=text(item.get("substring")),
        how=text(item.get("matching_type")).lower(), chosen=item.get("chosen") is True,
    )  # fmt: skip
