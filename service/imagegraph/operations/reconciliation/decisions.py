"""Deciding about a proposal, and taking a decision back.

A decision is a record: its history tells who decided what, when and why. Accepting one puts the statement that the
two are the same into that record's graph; undoing it deletes the record, and with it the statement. No other record
is ever changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from imagegraph.errors import BadParameter, Refusal
from imagegraph.model.projects import namespace_of
from imagegraph.operations.naming import record_iri
from imagegraph.operations.reconciliation.clusters import Clusters
from imagegraph.operations.reconciliation.compared import nothing_else_changed
from imagegraph.operations.reconciliation.decided import (
    Decision,
    Verdict,
    decisions,
    proposal_id,
    record_of,
)
from imagegraph.operations.reconciliation.proposals import Proposal, get_proposal
from imagegraph.operations.reconciliation.things import IDENTIFIERS
from imagegraph.operations.services import Services

#: longest reason that is kept
LONGEST_REASON = 2_000


def decide(
    services: Services, id: str, verdict: Verdict, *, agent: str, reason: str = "", project: str | None = None
) -> Proposal:
    """Accept or reject a proposal; deciding the same again changes nothing.

    Args:
        id: of the proposal.
        agent: who decides, for the history.
        reason: why, in their words.
        project: whose people see the decision; None for the one that new records of whoever decides go to.

    Returns:
        The proposal with its decision.

    Raises:
        NotFound: there is no such proposal, or no such project.
        Forbidden: the caller may not write to it.
        BadParameter: the reason is too long, or no text; or nobody said to which of several projects.
        Refusal: another decision in force says the contrary.
        QueryRefusal: no worker became free, or the graph took too long.
    """
    told = checked_reason(reason)
    proposal = get_proposal(services, id)
    if proposal.status == verdict:
        return proposal
    _refuse_contradiction(services, proposal, verdict)
    home = services.home(project)
    services.projects.get(home)
    record = namespace_of(home) + id
    made = Decision(
        record=record, kind=proposal.kind, left=proposal.left.iri, right=proposal.right.iri, verdict=verdict,
        score=proposal.score, reasons=(told,) if told else (), evidence=proposal.reasons, agent=agent,
        at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )  # fmt: skip
    document = record_of(made, names=(proposal.left.name, proposal.right.name))
    why = f"{verdict}: {told}" if told else verdict
    if proposal.decision is not None and proposal.decision.record != record:
        _bury(services, proposal.decision.record, agent=agent, reason=why)  # made by hand, under another id
    kept = services.journal.find(record)
    with nothing_else_changed(services):
        services.ingest.put(
            document, id=record, iri=record_iri(services.settings.base, record), agent=agent, reason=why,
            if_match=None if kept is None or kept.deleted else "*",
        )  # fmt: skip
    return replace(proposal, decision=made)


def undo(services: Services, id: str, *, agent: str, reason: str = "") -> Proposal:
    """Take a decision back: the proposal is open again. Undoing what is not decided changes nothing.

    Raises:
        NotFound: there is no such proposal.
        BadParameter: the reason is too long, or no text.
        QueryRefusal: no worker became free, or the graph took too long.
    """
    told = checked_reason(reason)
    proposal = get_proposal(services, id)
    if proposal.decision is not None:
        _bury(services, proposal.decision.record, agent=agent, reason=f"undone: {told}" if told else "undone")
    return replace(proposal, decision=None)


def checked_reason(text: str) -> str:
    """A reason as it is kept.

    Raises:
        BadParameter: it is too long, or holds what is no text.
    """
    reason = text.strip()
    if len(reason) > LONGEST_REASON:
        raise BadParameter(
            f"A reason may have {LONGEST_REASON:,} characters; this one has {len(reason):,}.",
            parameter="reason",
        )
    odd = next(
        (one for one in reason if (ord(one) < 32 and one not in "\t\n\r") or "\ud800" <= one <= "\udfff"),
        None,
    )
    if odd is not None:
        raise BadParameter(f"The reason holds U+{ord(odd):04X}, which is no text.", parameter="reason")
    return reason


def contradiction(proposal: Proposal, verdict: Verdict, known: Iterable[Decision]) -> Decision | None:
    """A decision in force that cannot hold together with a new one; None when there is none."""
    left, right = proposal.left.iri, proposal.right.iri
    others = [one for one in known if proposal_id(one.left, one.right) != proposal.id]
    accepted = [one for one in others if one.verdict == "accepted"]
    clusters = Clusters(_identifiers(proposal, accepted))
    for one in accepted:
        clusters.join(one.left, one.right)
    if verdict == "rejected":
        if not clusters.are_one(left, right):
            return None
        return next(one for one in accepted if clusters.are_one(one.left, left))
    if not clusters.may_be_one(left, right):
        return next(one for one in accepted if any(clusters.are_one(one.left, end) for end in (left, right)))
    clusters.join(left, right)
    return next(
        (one for one in others if one.verdict == "rejected" and clusters.are_one(one.left, one.right)), None
    )


def _identifiers(proposal: Proposal, accepted: Iterable[Decision]) -> set[str]:
    """The identifiers of which two cannot be one: a person has one ORCID iD, an organisation one ROR id."""
    if proposal.kind not in ("person", "organisation"):
        return set()
    ends = {
        proposal.left.iri,
        proposal.right.iri,
        *(iri for one in accepted for iri in (one.left, one.right)),
    }
    return {iri for iri in ends if iri.startswith(IDENTIFIERS[proposal.kind])}


def _refuse_contradiction(services: Services, proposal: Proposal, verdict: Verdict) -> None:
    other = contradiction(proposal, verdict, decisions(services).values())
    if other is None:
        return
    word = "the same as" if other.verdict == "accepted" else "not the same as"
    raise Refusal(
        f"It was decided that {other.left} is {word} {other.right}, which cannot hold together with this. "
        f"Undo that decision first: DELETE /reconciliation/{proposal_id(other.left, other.right)}.",
        contradicts=proposal_id(other.left, other.right),
    )


def _bury(services: Services, record: str, *, agent: str, reason: str) -> None:
    with nothing_else_changed(services):
        services.ingest.bury(record, if_match="*", agent=agent, reason=reason)
