"""What may be one and the same thing: proposals, best first, open or decided.

Of a group of things that all look alike, as few pairs are proposed as are needed to join them: a pair is left out
when better ones, or decisions, say the same already, and when a decision says that it cannot be.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from imagegraph.errors import NotFound
from imagegraph.operations.naming import record_iri
from imagegraph.operations.reconciliation.clusters import Clusters
from imagegraph.operations.reconciliation.compared import Compared, compared
from imagegraph.operations.reconciliation.decided import Decision, decisions
from imagegraph.operations.reconciliation.tables import likelihood
from imagegraph.operations.reconciliation.things import IDENTIFIERS, KINDS, Candidate, Kind, Pair
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
    decided = decisions(services)
    found: list[Proposal] = []
    for one in KINDS if kind is None else (kind,):
        known = compared(services, one)
        if status in ("open", None):
            found += (
                _open(services, id, pair) for id, pair in _worth_deciding(known, decided.values(), kind=one)
            )
        found += (
            _decided(services, id, decision, known)
            for id, decision in decided.items()
            if decision.kind == one and status in (decision.verdict, None)
        )
    found.sort(key=lambda proposal: proposal.place)
    start = 0 if after is None else bisect_right(found, after, key=lambda proposal: proposal.place)
    return found[start : None if limit is None else start + limit]


def get_proposal(services: Services, id: str) -> Proposal:
    """The proposal with an id, decided or not.

    Raises:
        NotFound: there is none; or not any more, because the records were changed.
        QueryRefusal: no worker became free, or the graph took too long.
    """
    decision = decisions(services).get(id)
    if decision is not None:
        return _decided(services, id, decision, compared(services, decision.kind))
    for kind in KINDS:
        pair = compared(services, kind).pairs.get(id)
        if pair is not None:
            return _open(services, id, pair)
    raise NotFound(
        f"There is no proposal {id[:80]!r}. Its records may have changed since it was made; "
        "GET /reconciliation lists those there are.",
        id=id[:80],
    )


def _worth_deciding(
    known: Compared, decided: Iterable[Decision], *, kind: Kind
) -> Iterator[tuple[str, Pair]]:
    """The pairs that join what no better pair and no decision joins, best first."""
    own = [decision for decision in decided if decision.kind == kind]
    named = [iri for iri in known.things if iri.startswith(IDENTIFIERS[kind])]
    accepted, proposed = Clusters(named), Clusters(named)
    for decision in own:
        if decision.verdict == "accepted":
            accepted.join(decision.left, decision.right)
            proposed.join(decision.left, decision.right)
    for decision in own:
        if decision.verdict == "rejected":
            accepted.part(decision.left, decision.right)
    for id, pair in known.pairs.items():
        ends = pair.left.iri, pair.right.iri
        if proposed.are_one(*ends) or not accepted.may_be_one(*ends):
            continue
        yield id, pair
        if proposed.may_be_one(*ends):
            proposed.join(*ends)


def _open(services: Services, id: str, pair: Pair) -> Proposal:
    return Proposal(
        id=id, kind=pair.left.kind, left=_side(services, pair.left), right=_side(services, pair.right),
        score=pair.score, reasons=pair.reasons,
    )  # fmt: skip


def _decided(services: Services, id: str, decision: Decision, known: Compared) -> Proposal:
    """A decided proposal as it was when it was decided, with what its things are called now."""
    return Proposal(
        id=id, kind=decision.kind, left=_named(services, decision.left, known.things),
        right=_named(services, decision.right, known.things), score=decision.score, reasons=decision.evidence,
        decision=decision,
    )  # fmt: skip


def _named(services: Services, iri: str, things: Mapping[str, Candidate]) -> Side:
    thing = things.get(iri)
    return Side(iri=iri, name=iri, records=()) if thing is None else _side(services, thing)


def _side(services: Services, thing: Candidate) -> Side:
    below = record_iri(services.settings.base, "")
    return Side(iri=thing.iri, name=thing.label, records=tuple(sorted(_ids(thing.records, below))))


def _ids(records: Iterable[str], below: str) -> Sequence[str]:
    return [record.removeprefix(below) for record in records]
