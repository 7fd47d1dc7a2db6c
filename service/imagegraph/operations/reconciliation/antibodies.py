"""Which antibodies may be one, and why: the order number of a vendor names a product, a clone less so.

The same clone is sold by several vendors, and each has an RRID of its own, so a different vendor or order number says
that two are not the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imagegraph.model.folding import fold
from imagegraph.model.identifiers import is_placeholder
from imagegraph.operations.reconciliation.blocks import candidate_pairs
from imagegraph.operations.reconciliation.instruments import plain_number
from imagegraph.operations.reconciliation.organisation_names import folded_company, same_company
from imagegraph.operations.reconciliation.tables import least_score, weights
from imagegraph.operations.reconciliation.things import Antibody, Pair, in_order


def antibody_pairs(antibodies: Sequence[Antibody]) -> list[Pair]:
    """The pairs that are worth a proposal, in no order."""
    found = (_scored(*pair) for pair in candidate_pairs(antibodies, keys=_keys, narrower=_narrower))
    return [pair for pair in found if pair is not None and pair.score >= least_score()]


def _keys(antibody: Antibody) -> Iterable[str]:
    yield from (f"number {number}" for number in _numbers(antibody))
    yield from (f"clone {clone}" for clone in _clones(antibody))


def _narrower(antibody: Antibody) -> Iterable[str]:
    beside = (*map(folded_company, antibody.vendors), *_folded(antibody.targets))
    return (f"{key}\n{other}" for key in _keys(antibody) for other in beside if other)


def _numbers(antibody: Antibody) -> dict[str, str]:
    return {number: text for text in antibody.catalogue_numbers if (number := plain_number(text))}


def _clones(antibody: Antibody) -> dict[str, str]:
    return {
        clone: text
        for text in antibody.clones
        if (clone := plain_number(text.casefold().removeprefix("clone"))) and clone != "polyclonal"
    }


def _folded(texts: Iterable[str]) -> dict[str, str]:
    return {folded: text for text in texts if not is_placeholder(text) and (folded := fold(text[:300]))}


def _scored(one: Antibody, other: Antibody) -> Pair | None:
    left, right = in_order(one, other)
    vendor = next((m for m in left.vendors for t in right.vendors if same_company(m, t)), None)
    number = _shared(_numbers(left), _numbers(right))
    clone = _shared(_clones(left), _clones(right))
    target = _shared(_folded(left.targets), _folded(right.targets))
    if _differ(left.vendors, right.vendors, vendor) or _differ(_numbers(left), _numbers(right), number):
        return None
    if _differ(_clones(left), _clones(right), clone):
        return None
    if number is not None and vendor is not None:
        first, reason = "catalogue_vendor", f"Both have the catalogue number {number} of {vendor}."
    elif left.has_identifier and right.has_identifier:
        return None
    elif number is not None:
        first, reason = (
            "catalogue",
            f"Both have the catalogue number {number}; one does not say of which vendor.",
        )
    elif clone is not None and vendor is not None:
        first, reason = "clone_vendor", f"Both are clone {clone} of {vendor}."
    elif clone is not None and target is not None:
        first, reason = "clone_target", f"Both are clone {clone} against {target}."
    else:
        return None
    reasons, more = [reason], []
    for what, text, told in (
        ("target", target, f"Both are against {target}."),
        ("clone", clone, f"Both are clone {clone}."),
        ("host", _shared(_folded(left.hosts), _folded(right.hosts)), "Both were raised in the same species."),
        ("name", _shared(_folded(left.names), _folded(right.names)), f"Both are called “{left.label}”."),
    ):
        if text is not None and not first.startswith(what) and what not in first:
            more.append(what)
            reasons.append(told)
    if left.has_identifier and right.has_identifier:
        reasons.append("They have two different RRIDs, which the registry may not know to be one product.")
    score = weights("antibody").score(first, more=more)
    return Pair(left=left, right=right, score=score, reasons=tuple(reasons))


def _differ(
    mine: Sequence[str] | dict[str, str], theirs: Sequence[str] | dict[str, str], shared: str | None
) -> bool:
    """Whether both say what it is, and do not say the same."""
    return bool(mine) and bool(theirs) and shared is None


def _shared(mine: dict[str, str], theirs: dict[str, str]) -> str | None:
    return next((text for key, text in mine.items() if key in theirs), None)
