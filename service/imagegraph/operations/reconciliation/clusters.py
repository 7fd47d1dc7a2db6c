"""Which things were said to be one, by decisions that follow from each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Clusters:
    """Groups of things that are one, and groups that are known to be apart.

    Args:
        identifiers: which of the things are named by a persistent identifier; a group with one of these is not
            joined with a group that has another one, unless by a pair of the two themselves.
    """

    def __init__(self, identifiers: Iterable[str] = ()) -> None:
        self._above: dict[str, str] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._identifiers: dict[str, set[str]] = {iri: {iri} for iri in identifiers}

    def root(self, thing: str) -> str:
        """The thing that stands for the group."""
        path = []
        while (above := self._above.get(thing, thing)) != thing:
            path.append(thing)
            thing = above
        for one in path:
            self._above[one] = thing
        return thing

    def are_one(self, left: str, right: str) -> bool:
        """Whether they are in one group."""
        return self.root(left) == self.root(right)

    def may_be_one(self, left: str, right: str) -> bool:
        """Whether nothing says that the groups are apart."""
        mine, theirs = self.root(left), self.root(right)
        if theirs in self._apart[mine]:
            return False
        named, others = self._identifiers.get(mine, set()), self._identifiers.get(theirs, set())
        if left in named and right in others:
            return True
        return not named or not others or named == others

    def join(self, left: str, right: str) -> None:
        """Say that two are one."""
        mine, theirs = self.root(left), self.root(right)
        if mine == theirs:
            return
        self._above[mine] = theirs
        for other in self._apart.pop(mine, set()):
            self._apart[other].discard(mine)
            self.part(theirs, other)
        if mine in self._identifiers:
            self._identifiers[theirs] = self._identifiers.pop(mine) | self._identifiers.get(theirs, set())

    def part(self, left: str, right: str) -> None:
        """Say that two are not one."""
        mine, theirs = self.root(left), self.root(right)
        self._apart[mine].add(theirs)
        self._apart[theirs].add(mine)
