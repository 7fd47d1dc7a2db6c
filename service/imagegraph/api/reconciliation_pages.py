"""The page of proposals: what may be one and the same thing, and the buttons to say whether it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from imagegraph.api import pages
from imagegraph.operations.reconciliation.proposals import STATUSES, Proposal
from imagegraph.operations.reconciliation.things import KINDS
from imagegraph.operations.services import Services

#: plural of each kind
_KINDS = {
    "person": "People", "organisation": "Organisations", "instrument": "Instruments", "antibody": "Antibodies",
}  # fmt: skip
_STATUSES = {"open": "Open", "accepted": "The same", "rejected": "Not the same"}


def proposals(
    services: Services, found: Sequence[Proposal], *, asked: Mapping[str, str], next_page: str | None,
    error: str | None = None, alone: str | None = None,
) -> bytes:  # fmt: skip
    """Proposals with their reasons.

    Args:
        asked: `kind` and `status` of the form.
        next_page: where more are.
        error: what was refused just now.
        alone: id of the proposal, when it is the only one that was asked for.
    """
    return pages.page(
        services, "reconciliation.html", items=found, asked=asked, next_page=next_page, error=error, alone=alone,
        kinds={kind: _KINDS[kind] for kind in KINDS}, statuses={one: _STATUSES[one] for one in STATUSES},
    )  # fmt: skip
