"""What may be one and the same thing: proposals, best first, open or decided.

Of a group of things that all look alike, as few pairs are proposed as are needed to join them: a pair is left out
when better ones, or decisions, say the same already, and when a decision says that it cannot be.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, get_args

from imagegraph.errors import NotFound
from imagegraph.operations.naming import record_iri
from imagegraph.operations.reconciliation.compared import Compared, compared
from imagegraph.operations.reconciliation.decided import Decision, decisions
from imagegraph.operations.reconciliation.tables import likelihood
from imagegraph.operations.reconciliation.things import KINDS, Candidate, Kind
from imagegraph.operations.services import Services

Status = Literal["open", "accepted", "rejected"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the two things.

    Attributes:
        name: what it is called; its IRI when it has no name.
        records: ids of the records that describe or name it.
    """

    iri: str
    name: str
    records: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Two things that may be the same.

    Attributes:
        score: from 0 to 1.
        reasons: what they have in common, for people.
        decision: what was decided; None while it is open.
    """

    id: str
    kind: Kind
    left: Side
    right: Side
    score: float
    reasons: tuple[str, ...]
    decision: Decision | None = None

    @property
    def status(self) -> Status:
        """Whether it is open, or how it was decided."""
        return self.decision.verdict if self.decision is not None else "open"

    @property
    def likelihood(self) -> str:
        """The score in words."""
        return likelihood(self.score)

    @property
    def place(self) -> tuple[float, str]:
        """Where it stands in a list: the best first."""
        return -self.score, self.id


def proposals(
    services: Services,
    *,
    kind: Kind | None = None,
    status: Status | None = "open",
    after: tuple[float, str] | None = None,
    limit: int | None = None,
) -> list[Proposal]:
    """Proposals, best first.

    Args:
        kind: only about these things.
        status: only those; None for all.
        after: `place` of the last one that was seen.
        limit: at most so many.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    every = decisions(services)
    found: list[tuple[tuple[float, str], Compared]] = []
    for one in KINDS if kind is None else (kind,):
        known = compared(services, one)
        decided = {id: decision for id, decision in every.items() if decision.kind == one}
        if status in ("open", None):
            found += (((-known.pairs[id].score, id), known) for id in known.undecided(decided))
        found += (
            ((-decision.score, id), known)
            for id, decision in decided.items()
            if status in (decision.verdict, None)
        )
    found.sort(key=lambda entry: entry[0])
    start = 0 if after is None else bisect_right(found, after, key=lambda entry: entry[0])
    return [
        _proposal(services, id, every.get(id), known)
        for (_, id), known in found[start : None if limit is None else start + limit]
    ]


def get_proposal(services: Services, id: str) -> Proposal:
    """The proposal with an id, decided or not.

    Raises:
        NotFound: there is none; or not any more, because the records were changed.
        QueryRefusal: no worker became free, or the graph took too long.
    """
    decision = decisions(services).get(id)
    for kind in KINDS if decision is None else (decision.kind,):
        known = compared(services, kind)
        if decision is not None or id in known.pairs:
            return _proposal(services, id, decision, known)
    raise NotFound(
        f"There is no proposal {id[:80]!r}. Its records may have changed since it was made; "
        "GET /reconciliation and `imagegraph pid proposals` list those there are.",
        id=id[:80],
    )


def _proposal(services: Services, id: str, decision: Decision | None, known: Compared) -> Proposal:
    """A pair, or a decision as it was made, with what its things are called now."""
    if decision is None:
        pair = known.pairs[id]
        return Proposal(
            id=id, kind=pair.left.kind, left=_side(services, pair.left), right=_side(services, pair.right),
            score=pair.score, reasons=pair.reasons,
        )  # fmt: skip
    left, right = (
        known.things.get(iri, Candidate(iri=iri, label=iri)) for iri in (decision.left, decision.right)
    )
    return Proposal(
        id=id, kind=decision.kind, left=_side(services, left), right=_side(services, right),
        score=decision.score, reasons=decision.evidence, decision=decision,
    )  # fmt: skip


def _side(services: Services, thing: Candidate) -> Side:
    below = record_iri(services.settings.base, "")
    return Side(
        iri=thing.iri,
        name=thing.label,
        records=tuple(sorted(record.removeprefix(below) for record in thing.records)),
    )
