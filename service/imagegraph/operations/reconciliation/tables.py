"""The weights and word lists of reconciliation, as `mappings/reconciliation.yaml` has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from imagegraph import resources


@dataclass(frozen=True)
class Weights:
    """How much each observation says about one kind of thing; see the file."""

    first: Mapping[str, float]
    more: Mapping[str, float]
    less: Mapping[str, float]

    def score(self, first: str, *, more: Iterable[str] = (), less: Iterable[str] = ()) -> float:
        """How sure the observations make, from 0 to 1.

        Args:
            first: the observation that made the two a pair.
            more: what else speaks for them.
            less: what makes the first one say less.
        """
        doubt = self.first[first]
        for name in less:
            doubt *= self.less[name]
        doubt = 1.0 - doubt
        for name in more:
            doubt *= 1.0 - self.more[name]
        return round(1.0 - doubt, 3)


@dataclass(frozen=True)
class NameWords:
    """Word lists for names of people.

    Attributes:
        particles: may stand before a family name.
        titles: no part of a name.
        letters: letter -> how it is written without it.
        common_families: family names of very many people.
    """

    particles: frozenset[str]
    titles: frozenset[str]
    letters: Mapping[int, str]
    common_families: frozenset[str]


@dataclass(frozen=True)
class OrganisationWords:
    """Word lists for names of organisations and companies.

    Attributes:
        parts: names of parts that many organisations have.
        short: word -> what it stands for; nothing when it says nothing.
        endings: legal forms of companies.
        aliases: name of a company -> the one that stands for all its names.
    """

    parts: frozenset[str]
    short: Mapping[str, str]
    endings: frozenset[str]
    aliases: Mapping[str, str]


@cache
def weights(kind: str) -> Weights:
    """The weights of one kind of thing."""
    table = _table()[kind]
    return Weights(table["first"], table.get("more", {}), table.get("less", {}))


@cache
def least_score() -> float:
    """The score from which a pair is proposed."""
    return float(_table()["proposed"])


def likelihood(score: float) -> str:
    """A score in words.

    >>> likelihood(0.97), likelihood(0.6)
    ('almost certain', 'possible')
    """
    return next(str(line["word"]) for line in _table()["words"] if score >= line["from"])


@cache
def name_words() -> NameWords:
    """Word lists for names of people."""
    table = _table()["names"]
    return NameWords(
        frozenset(table["particles"]),
        frozenset(table["titles"]),
        str.maketrans(table["letters"]),
        frozenset(table["common_families"]),
    )


@cache
def organisation_words() -> OrganisationWords:
    """Word lists for names of organisations and companies."""
    table, companies = _table()["organisations"], _table()["companies"]
    aliases = {name: names[0] for names in companies["aliases"] for name in names}
    return OrganisationWords(
        frozenset(table["parts"]), table["short"], frozenset(companies["endings"]), aliases
    )


@cache
def _table() -> Any:
    return resources.read_yaml("mappings", "reconciliation.yaml")
