"""The decisions of people that are in force. A decision is a record of its own, written like any other."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from imagegraph.model.records import Document
from imagegraph.operations.naming import record_iri
from imagegraph.operations.reconciliation.reading import asked, local_name
from imagegraph.operations.reconciliation.things import KINDS, Kind
from imagegraph.operations.services import Services

Verdict = Literal["accepted", "rejected"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_PREFIX = "reconciliation-"
_LONGEST_NAME = 200


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A decision that is in force.

    Attributes:
        record: id of its record.
        reasons: why, in the words of whoever decided.
        evidence: what the two had in common when it was decided.
        agent: who decided.
        at: when, ISO 8601.
    """

    record: str
    kind: Kind
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    agent: str = ""
    at: str = ""


def proposal_id(one: str, other: str) -> str:
    """The id of the proposal about two things, which is also that of the record of the decision.

    >>> proposal_id("https://example.org/a", "https://example.org/b")
    'reconciliation-0ff3c1ac2b9ca2d3'
    """
    digest = hashlib.sha256("\n".join(sorted((one, other))).encode()).hexdigest()
    return f"{_PREFIX}{digest[:16]}"


def decisions(services: Services) -> dict[str, Decision]:
    """Every decision that is in force, by the id of its proposal.

    Raises:
        QueryRefusal: no worker became free, or the graph took too long.
    """
    said: dict[str, dict[str, list[str]]] = {}
    for row in asked(services, "decisions"):
        said.setdefault(row["graph"], {}).setdefault(local_name(row["property"]), []).append(row["value"])
    below = record_iri(services.settings.base, "")
    found: dict[str, Decision] = {}
    for graph, values in sorted(said.items()):
        decision = _decision(graph.removeprefix(below), values)
        if decision is not None:
            key = proposal_id(decision.left, decision.right)
            if key not in found or decision.record == key:
                found[key] = decision
    return found


def _decision(record: str, values: Mapping[str, list[str]]) -> Decision | None:
    """The decision that a record holds; None when it is one that nobody here could have made."""
    first = {name: texts[0] for name, texts in values.items()}
    kind = next((kind for kind in KINDS if kind == first.get("kindOfThing")), None)
    verdict = next((verdict for verdict in VERDICTS if verdict == first.get("decision")), None)
    if kind is None or verdict is None or "left" not in first or "right" not in first:
        return None
    try:
        score = float(first.get("score", "0"))
    except ValueError:
        score = 0.0
    return Decision(
        record=record, kind=kind, left=first["left"], right=first["right"], verdict=verdict, score=score,
        reasons=tuple(sorted(values.get("reason", ()))), evidence=tuple(sorted(values.get("evidence", ()))),
        agent=first.get("wasAttributedTo", ""), at=first.get("generatedAtTime", ""),
    )  # fmt: skip


def record_of(decision: Decision, *, names: tuple[str, str]) -> Document:
    """The document that keeps a decision, in our own JSON.

    Args:
        names: what the two things are called.
    """
    same = decision.verdict == "accepted"
    shown = [name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…" for name in names]
    left: Any = decision.left
    if same:
        left = {"type": "LinkedThing", "id": decision.left, "same_as": decision.right}
    content = {
        "type": "Reconciliation",
        "name": f"{'Same' if same else 'Not the same'} {decision.kind}: {shown[0]} and {shown[1]}",
        "kind_of_thing": decision.kind,
        "left": left,
        "right": decision.right,
        "decision": decision.verdict,
        "reason": list(decision.reasons),
        "evidence": list(decision.evidence),
        "score": decision.score,
        "attributed_to": {"type": "Agent", "name": decision.agent},
        "decided": decision.at,
    }
    return Document(name=decision.record, content=json.dumps(content).encode(), format="imagegraph")
