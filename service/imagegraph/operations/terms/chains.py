"""From an obsolete term to what replaces it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from imagegraph.model.ontology import Term
from imagegraph.model.vocabularies import VocabularyRegistry

#: most steps that are followed
LONGEST_CHAIN = 10

Copies = Mapping[str, Sequence[Term]]
_ID = re.compile(r"https?://[^\s<>\"]+|[A-Za-z][A-Za-z0-9]*[:_]\d{2,}")


@dataclass(frozen=True, kw_only=True)
class Chain:
    """What stands for an obsolete term.

    Attributes:
        ends: the terms to use, in use themselves (or unknown here); several need a person to choose.
        passed: obsolete terms on the way, the nearest to the ends first.
        consider: terms that may fit instead, when there is no end.
    """

    ends: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    consider: tuple[str, ...] = ()

    @property
    def iris(self) -> tuple[str, ...]:
        """All that it was replaced by, the end of the chain first."""
        return self.ends + self.passed


def successors(term: Term, registry: VocabularyRegistry) -> tuple[str, ...]:
    """IRIs that a term names as its replacements; also from releases that write CURIEs or sentences there."""
    return _iris(term.replaced_by, registry)


def chain_of(iri: str, terms: Copies, registry: VocabularyRegistry) -> Chain:
    """The replacements of an obsolete term among terms that were fetched; cycles end without an end."""
    ends: dict[str, None] = {}
    passed: dict[str, None] = {}
    consider: dict[str, None] = {}
    seen = {iri}
    edge = [iri]
    for _ in range(LONGEST_CHAIN):
        further: list[str] = []
        for step in edge:
            copies = terms.get(step, ())
            if step != iri and not (copies and copies[0].obsolete):
                ends[step] = None
                continue
            if step != iri:
                passed[step] = None
            if copies:
                further += [next_ for next_ in successors(copies[0], registry) if next_ not in seen]
                consider.update(dict.fromkeys(_iris(copies[0].consider, registry)))
            seen.update(further)
        edge = further
    alternatives = () if ends else tuple(other for other in consider if other not in seen)
    return Chain(ends=tuple(ends), passed=tuple(reversed(passed)), consider=alternatives)


def with_replacements(
    terms: Copies, fetch: Callable[[Sequence[str]], Copies], registry: VocabularyRegistry
) -> dict[str, Sequence[Term]]:
    """These terms and what the obsolete ones among them lead to, fetched step by step."""
    found = dict(terms)
    edge = list(terms)
    for _ in range(LONGEST_CHAIN):
        wanted = {
            iri: None
            for known in edge
            if found[known] and found[known][0].obsolete
            for iri in _iris((*found[known][0].replaced_by, *found[known][0].consider), registry)
            if iri not in found
        }
        if not wanted:
            break
        fetched = fetch(list(wanted))
        edge = list(fetched)
        found |= fetched
    return found


def _iris(texts: Iterable[str], registry: VocabularyRegistry) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        whole = registry.iri(text)
        for part in [whole] if whole else _ID.findall(text):
            iri = registry.iri(part) or (part if "://" in part else None)
            if iri:
                found[iri] = None
    return tuple(found)
