"""Which organisations may be one, and why.

Mostly a name without a ROR id and the ROR id that has that name. Two different ROR ids are two organisations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from imagegraph.operations.reconciliation.blocks import candidate_pairs
from imagegraph.operations.reconciliation.organisation_names import folded_name, is_part, name_without_address
from imagegraph.operations.reconciliation.tables import least_score, weights
from imagegraph.operations.reconciliation.things import Organisation, Pair, in_order

#: how the names of two organisations fit, and both names
_Fit = tuple[str, str, str]


def organisation_pairs(organisations: Sequence[Organisation]) -> list[Pair]:
    """The pairs that are worth a proposal, in no order."""
    fitting: list[tuple[Organisation, Organisation, _Fit]] = []
    for one, other in candidate_pairs(organisations, keys=_keys, narrower=_narrower):
        left, right = in_order(one, other)
        if left.has_identifier and right.has_identifier:
            continue
        fit = _fit(left, right)
        if fit is not None:
            fitting.append((left, right, fit))
    rivals: dict[str, list[str]] = defaultdict(list)
    for left, right, fit in fitting:
        if left.has_identifier:
            rivals[right.iri].append(fit[0])
    pairs = (_scored(left, right, fit, rivals) for left, right, fit in fitting)
    return [pair for pair in pairs if pair.score >= least_score()]


def _keys(organisation: Organisation) -> Iterable[str]:
    for text in (*organisation.names, *organisation.other_names, *organisation.acronyms):
        for name in (folded_name(text), name_without_address(text)):
            if not is_part(name):
                yield name


def _narrower(organisation: Organisation) -> Iterable[str]:
    """Of a name that very many records write: those with a ROR id, each with all others, are too many to judge."""
    beside = (*organisation.people, *organisation.addresses, *organisation.websites)
    return (f"{key}\n{other}" for key in _keys(organisation) for other in beside)


def _fit(left: Organisation, right: Organisation) -> _Fit | None:
    """How the names of two organisations fit, the best way."""
    found: list[_Fit] = []
    for how, mine, theirs in (
        ("same", left.names, right.names),
        ("other", left.other_names, right.names), ("other", left.names, right.other_names),
        ("acronym", left.acronyms, right.names), ("acronym", left.names, right.acronyms),
    ):  # fmt: skip
        found += [(how, *pair) for pair in _equal(mine, theirs)]
    every = ((*left.names, *left.other_names), (*right.names, *right.other_names))
    found += [("place", mine, theirs) for mine, theirs in _equal_before_address(*every)]
    found += [("place", mine, theirs) for theirs, mine in _equal_before_address(every[1], every[0])]
    first = weights("organisation").first
    return min(found, key=lambda fit: (-first[fit[0]], fit[1:]), default=None)


def _equal(mine: Iterable[str], theirs: Iterable[str]) -> Iterator[tuple[str, str]]:
    other = {folded_name(text): text for text in theirs}
    for text in mine:
        name = folded_name(text)
        if name in other and not is_part(name):
            yield text, other[name]


def _equal_before_address(mine: Iterable[str], theirs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names of the first that are, without their address, names of the second."""
    other = {folded_name(text): text for text in theirs}
    for text in mine:
        name = name_without_address(text)
        if name in other and not is_part(name):
            yield text, other[name]


def _scored(left: Organisation, right: Organisation, fit: _Fit, rivals: Mapping[str, Sequence[str]]) -> Pair:
    table = weights("organisation")
    how, mine, theirs = fit
    reasons = [_sentence(how, mine, theirs)]
    if how == "other":
        known, name = (left, theirs) if mine in left.other_names else (right, mine)
        reasons = [f"“{name}” is another name of “{known.label}”."]
    more: list[str] = []
    for name, reason in _evidence(left, right):
        more.append(name)
        reasons.append(reason)
    less = []
    if left.has_identifier and sum(table.first[one] >= table.first[how] for one in rivals[right.iri]) > 1:
        less.append("rival")
        reasons.append("Another organisation with a ROR id has this name as well.")
    score = table.score(how, more=more, less=less)
    return Pair(left=left, right=right, score=score, reasons=tuple(reasons))


def _evidence(left: Organisation, right: Organisation) -> Iterator[tuple[str, str]]:
    people = sorted(left.people.keys() & right.people.keys())
    if people:
        yield "person", f"{left.people[people[0]]} ({people[0]}) is affiliated with both."
    if left.websites & right.websites:
        yield "website", f"Both have the web page {min(left.websites & right.websites)}."
    if left.addresses & right.addresses:
        yield "address", "Both have the same postal address."


def _sentence(how: str, mine: str, theirs: str) -> str:
    if how == "acronym":
        return f"“{mine}” and “{theirs}” are the same short form."
    if how == "place":
        return f"“{mine}” and “{theirs}” are the same name; an address follows one of them."
    if mine == theirs:
        return f"Both are called “{mine}”."
    return f"“{mine}” and “{theirs}” are the same name, written in different ways."
