"""Which instruments may be one, and why: the name plate decides, then what the owner calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from imagegraph.model.folding import fold
from imagegraph.model.identifiers import is_placeholder
from imagegraph.operations.reconciliation.blocks import candidate_pairs
from imagegraph.operations.reconciliation.organisation_names import folded_name, same_company
from imagegraph.operations.reconciliation.tables import least_score, weights
from imagegraph.operations.reconciliation.things import Instrument, Pair, in_order

_NOT_PLAIN = re.compile(r"[\W_]+")


def instrument_pairs(instruments: Sequence[Instrument]) -> list[Pair]:
    """The pairs that are worth a proposal, in no order."""
    found = (_scored(*pair) for pair in candidate_pairs(instruments, keys=_keys))
    return [pair for pair in found if pair is not None and pair.score >= least_score()]


def plain_number(text: str) -> str:
    """A serial or catalogue number as it is compared: letters and digits only.

    >>> plain_number("sn: 3828-004 711")
    '3828004711'
    """
    if is_placeholder(text):
        return ""
    plain = _NOT_PLAIN.sub(" ", text[:200].casefold()).split()
    while len(plain) > 1 and plain[0] in (
        "sn",
        "s",
        "n",
        "no",
        "serial",
        "number",
        "cat",
        "catalog",
        "catalogue",
    ):
        plain.pop(0)
    return "".join(plain)


def _keys(instrument: Instrument) -> Iterable[str]:
    yield from (f"number {number}" for text in instrument.serial_numbers if (number := plain_number(text)))
    for model in _folded(instrument.models):
        for owner in _folded_names(instrument.owners):
            for name in _folded(instrument.names):
                yield f"{model}\n{owner}\n{name}"


def _folded(texts: Iterable[str]) -> dict[str, str]:
    """Comparable form -> text."""
    return {folded: text for text in texts if not is_placeholder(text) and (folded := fold(text[:300]))}


def _folded_names(texts: Iterable[str]) -> dict[str, str]:
    return {folded: text for text in texts if (folded := folded_name(text))}


def _scored(one: Instrument, other: Instrument) -> Pair | None:
    left, right = in_order(one, other)
    made_by = _manufacturer(left, right)
    if left.manufacturers and right.manufacturers and made_by is None:
        return None
    model = _shared(_folded(left.models), _folded(right.models))
    serial = {n: t for t in left.serial_numbers if (n := plain_number(t))}
    theirs = {n: t for t in right.serial_numbers if (n := plain_number(t))}
    number = _shared(serial, theirs)
    if serial and theirs and number is None:
        return None
    owner = _shared(_folded_names(left.owners), _folded_names(right.owners))
    name = _shared(_folded(left.names), _folded(right.names))
    if number is not None and made_by is not None:
        first, reasons = "serial_manufacturer", [f"Both have the serial number {number} of {made_by}."]
    elif number is not None and model is not None:
        first, reasons = "serial_model", [f"Both are a {model} with the serial number {number}."]
    elif model is not None and owner is not None and name is not None:
        reasons = [f"Both are a {model} of {owner}, called “{name}”."]
        return _pair(left, right, "model_owner_name", reasons, more=[])
    else:
        return None
    more = []
    for what, text, reason in (
        ("name", name, f"Both are called “{name}”."),
        ("owner", owner, f"Both are owned by {owner}."),
    ):
        if text is not None:
            more.append(what)
            reasons.append(reason)
    return _pair(left, right, first, reasons, more=more)


def _pair(left: Instrument, right: Instrument, first: str, reasons: list[str], *, more: list[str]) -> Pair:
    if left.has_identifier and right.has_identifier:
        reasons.append("It was given two persistent identifiers.")
    score = weights("instrument").score(first, more=more)
    return Pair(left=left, right=right, score=score, reasons=tuple(reasons))


def _manufacturer(left: Instrument, right: Instrument) -> str | None:
    pairs: Iterator[str] = (
        mine for mine in left.manufacturers for theirs in right.manufacturers if same_company(mine, theirs)
    )
    return next(pairs, None)


def _shared(mine: dict[str, str], theirs: dict[str, str]) -> str | None:
    return next((text for key, text in mine.items() if key in theirs), None)
