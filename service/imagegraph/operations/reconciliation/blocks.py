"""Which pairs are compared at all: those that share a key, so that 100,000 names do not make 5,000,000,000 pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")

#: things of one key that are compared each with each
MOST_IN_BLOCK = 400


def candidate_pairs(
    things: Sequence[T],
    *,
    keys: Callable[[T], Iterable[Hashable]],
    narrower: Callable[[T], Iterable[Hashable]] = lambda _: (),
) -> Iterator[tuple[T, T]]:
    """Every pair that shares a key, once, in the order of the things.

    Of a key that more than `MOST_IN_BLOCK` things have, only pairs that also share a narrower key are compared, and
    of a narrower key that as many have, none: it says nothing about who is who.

    Args:
        keys: what a thing has to share with another one.
        narrower: what is asked besides where too many share a key.
    """
    seen: set[int] = set()
    for members in _grouped(range(len(things)), lambda place: keys(things[place])):
        blocks = [members]
        if len(members) > MOST_IN_BLOCK:
            smaller = _grouped(members, lambda place: narrower(things[place]))
            blocks = [block for block in smaller if len(block) <= MOST_IN_BLOCK]
        for block in blocks:
            for left, right in combinations(block, 2):
                number = left * len(things) + right
                if number not in seen:
                    seen.add(number)
                    yield things[left], things[right]


def _grouped(places: Iterable[int], keys: Callable[[int], Iterable[Hashable]]) -> Collection[list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        for key in dict.fromkeys(keys(place)):
            groups[key].append(place)
    return [group for group in groups.values() if len(group) > 1]
