"""Commands about what may be the same: proposals, accept, reject, undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AGENT, AsJson, Data, settings_of_existing
from imagegraph.cli.printing import counted, print_json, visible

if TYPE_CHECKING:
    from imagegraph.operations.reconciliation.proposals import Proposal


Ids = Annotated[
    list[str], typer.Argument(metavar="ID…", help="Ids of proposals, as `pid proposals` shows them.")
]
Reason = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why, for the history of the decision.")
]


def proposals(
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="Only person, organisation, instrument or antibody."),
    ] = None,
    status: Annotated[
        str, typer.Option("--status", metavar="STATUS", help="open, accepted, rejected or all.")
    ] = "open",
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")] = 50,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """What may be one and the same thing, best first, with the reasons."""
    from imagegraph.bootstrap import open_services
    from imagegraph.operations.reconciliation import proposals as listing
    from imagegraph.operations.reconciliation.things import KINDS

    wanted_kind = next((one for one in KINDS if one == kind), None)
    if kind is not None and wanted_kind is None:
        raise typer.BadParameter(f"{kind!r}; use one of {', '.join(KINDS)}", param_hint="--kind")
    wanted = next((one for one in listing.STATUSES if one == status), None)
    if wanted is None and status != "all":
        raise typer.BadParameter(
            f"{status!r}; use one of {', '.join(listing.STATUSES)}, all", param_hint="--status"
        )
    with open_services(settings_of_existing(data)) as services:
        found = listing.proposals(services, kind=wanted_kind, status=wanted, limit=limit + 1)
    shown, more = found[:limit], len(found) > limit
    if as_json:
        print_json({"proposals": [_values(one) for one in shown], "more": more})
        return
    for one in shown:
        _print(one)
    print(counted(len(shown), "proposal") + (f"; more with --limit {2 * limit}" if more else ""))


def accept(ids: Ids, reason: Reason = "", data: Data = None, as_json: AsJson = False) -> None:
    """Say that the two things of a proposal are the same."""
    _decide(ids, "accepted", reason=reason, data=data, as_json=as_json)


def reject(ids: Ids, reason: Reason = "", data: Data = None, as_json: AsJson = False) -> None:
    """Say that the two things of a proposal are not the same."""
    _decide(ids, "rejected", reason=reason, data=data, as_json=as_json)


def undo(ids: Ids, reason: Reason = "", data: Data = None, as_json: AsJson = False) -> None:
    """Take a decision back."""
    _decide(ids, "open", reason=reason, data=data, as_json=as_json)


def _decide(ids: list[str], wanted: str, *, reason: str, data: Path | None, as_json: bool) -> None:
    from imagegraph.bootstrap import open_services
    from imagegraph.operations.reconciliation import decisions

    done: list[Proposal] = []
    with open_services(settings_of_existing(data)) as services:
        for id in ids:
            if wanted == "accepted":
                done.append(decisions.decide(services, id, "accepted", agent=AGENT, reason=reason))
            elif wanted == "rejected":
                done.append(decisions.decide(services, id, "rejected", agent=AGENT, reason=reason))
            else:
                done.append(decisions.undo(services, id, agent=AGENT, reason=reason))
    if as_json:
        print_json({"proposals": [_values(one) for one in done]})
        return
    for one in done:
        print(visible(f"{one.status:<9} {one.id}  {one.left.name} = {one.right.name}"))


def _print(one: Proposal) -> None:
    print(visible(f"{one.id}  {one.kind}, {one.likelihood} ({one.score}), {one.status}"))
    for side in (one.left, one.right):
        print(visible(f"    {side.name}" + (f"  {side.iri}" if side.iri != side.name else "")))
    for reason in one.reasons:
        print(visible(f"      {reason}"))
    if one.decision is not None:
        why = " ".join(one.decision.reasons)
        print(
            visible(
                f"    {one.decision.verdict} by {one.decision.agent}, {one.decision.at}"
                + (f": {why}" if why else "")
            )
        )


def _values(one: Proposal) -> dict[str, Any]:
    sides = {
        name: {"iri": side.iri, "name": side.name, "records": list(side.records)}
        for name, side in (("left", one.left), ("right", one.right))
    }
    decision = one.decision
    return {
        "id": one.id, "kind": one.kind, "status": one.status, "score": one.score, "likelihood": one.likelihood,
        **sides, "reasons": list(one.reasons),
        "decision": None if decision is None else {
            "verdict": decision.verdict, "reasons": list(decision.reasons), "agent": decision.agent,
            "at": decision.at, "record": decision.record,
        },
    }  # fmt: skip
