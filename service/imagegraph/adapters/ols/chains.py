"""From a term to the one to use today: the chain of replacements, followed to its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from imagegraph.adapters.ols.asking import Found
from imagegraph.adapters.ols.described import Described
from imagegraph.ports.terms import Resolution

MOST_STEPS = 8


@dataclass
class _Chain:
    """A term and what came after it.

    Attributes:
        steps: IRIs from the first replacement on.
        stale: an answer on the way is older than it should be.
    """

    steps: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    stale: bool = False


def follow(
    described: Described,
    found: Found,
    *,
    ask: Callable[[str], tuple[Described | None, Found]],
    named: Callable[[Described], Sequence[str]],
) -> Resolution:
    """What to say about a term that was found.

    Args:
        found: the answer that describes it.
        ask: what is known about the next term of the chain.
        named: IRIs of the terms that an answer names as replacements by their label.
    """
    chain = _Chain(notes=list(found.notes), stale=found.answer is not None and found.answer.stale)
    term = described.term
    if not term.obsolete:
        if not term.defining:
            home = term.ontology or "another ontology"
            chain.notes.append(f"Only a copy in {home} is known; its label may be out of date.")
        return _resolution("ok", described, found, chain)
    current: Described | None = described
    while current is not None and current.term.obsolete:
        candidates = current.term.replaced_by or tuple(named(current))
        if len(candidates) > 1:
            chain.notes.append(f"{len(candidates)} terms are named as replacements: a person must choose.")
            return _resolution("ambiguous", described, found, chain, successors=candidates)
        if not candidates:
            chain.notes.append(_no_successor(current, first=current is described))
            return _resolution("obsolete", described, found, chain, successors=())
        if candidates[0] in (term.iri, *chain.steps):
            chain.notes.append("The replacements lead in a circle.")
            return _resolution("obsolete", described, found, chain, successors=())
        chain.steps.append(candidates[0])
        if len(chain.steps) >= MOST_STEPS:
            chain.notes.append(f"The replacements were followed for {MOST_STEPS} steps only.")
            break
        current = _next(candidates[0], chain, ask)
    return _resolution("replaced", described, found, chain, successors=tuple(reversed(chain.steps)))


def _next(iri: str, chain: _Chain, ask: Callable[[str], tuple[Described | None, Found]]) -> Described | None:
    """The next term; None, with a note, when nothing is known about it."""
    described, found = ask(iri)
    chain.notes += [note for note in found.notes if note not in chain.notes]
    chain.stale = chain.stale or (found.answer is not None and found.answer.stale)
    if described is None:
        known = "is not known there" if found.answer is not None else "could not be looked up"
        chain.notes.append(f"The replacement {iri} {known}.")
    return described


def _no_successor(current: Described, *, first: bool) -> str:
    subject = "It" if first else f"Its replacement {current.term.iri}"
    if current.replacement:
        words = " ".join(current.replacement.split())[:300]
        return f"{subject} is obsolete; in place of a replacement's id the service says “{words}”."
    if current.term.consider:
        return f"{subject} is obsolete; to be considered instead: {', '.join(current.term.consider)}."
    return f"{subject} is obsolete, and no replacement is named."


def _resolution(
    state: str, described: Described, found: Found, chain: _Chain, *, successors: Sequence[str] = ()
) -> Resolution:
    assert found.answer is not None  # noqa: S101 (the term came from it)
    return Resolution(
        state=state,  # type: ignore[arg-type]
        term=described.term,
        successors=tuple(successors),
        source=found.answer.host,
        fetched=stamp(found.answer.fetched),
        stale=chain.stale,
        detail=" ".join(chain.notes),
    )


def stamp(moment: datetime) -> str:
    """UTC, ISO 8601 with seconds and `Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
