"""RRIDs: which service knows a family of them, and what to do when it cannot be asked.

No single database holds them: antibodies are in the Antibody Registry, cell lines in Cellosaurus; SciCrunch has
copies of both and everything else (https://www.rrids.org/).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from imagegraph.adapters.authorities import antibody_registry, cellosaurus, scicrunch
from imagegraph.adapters.authorities.contract import Part, Reading, Services, UnreadableAnswer, part_of
from imagegraph.adapters.http import Deadline, Unanswered
from imagegraph.model.identifiers import Identifier, rrid_family
from imagegraph.model.resolutions import ThingKind

#: what RRIDs of a family name, in words of the table of families -> in words of the model
_KINDS: Mapping[str, ThingKind] = {
    "antibody": "Antibody", "cell line": "CellLine", "software": "Software", "plasmid": "Reagent",
    "organism": "Organism",
}  # fmt: skip
#: service -> what to ask it for
_TARGETS: Mapping[str, Callable[[Identifier], str | None]] = {
    antibody_registry.AUTHORITY: antibody_registry.target_of,
    cellosaurus.AUTHORITY: cellosaurus.target_of,
    scicrunch.AUTHORITY: scicrunch.target_of,
}


class RridAuthority:
    """The services that know RRIDs.

    Args:
        services: any of `antibody-registry`, `cellosaurus` and `scicrunch`; SciCrunch stands in for the others.
    """

    scheme = "rrid"

    def __init__(self, services: Services) -> None:
        self._services = services

    def may_ask(self, identifier: Identifier) -> bool:
        """Whether a service that knows it may be asked."""
        return bool(self._askable(identifier))

    def ask(self, identifier: Identifier, *, deadline: Deadline) -> tuple[Part, ...]:
        """What the service for its family answers; SciCrunch when that one is not there or has no usable answer.

        That SciCrunch has no copy does not mean that a service which cannot be reached has no record.

        Raises:
            Unanswered: nothing usable came.
            UnreadableAnswer: what came is none of the known answers.
        """
        failure: Unanswered | UnreadableAnswer | None = None
        for name in self._askable(identifier):
            try:
                parts = self._parts(name, identifier, deadline=deadline)
                state = self.read(identifier, parts).state
            except (Unanswered, UnreadableAnswer) as error:
                failure = failure or error
                continue
            if failure is None or state != "not_found":
                return parts
        raise failure or Unanswered("may not be asked", sent=False)

    def read(self, identifier: Identifier, parts: Sequence[Part]) -> Reading:
        """What the answers mean; the last one decides.

        Raises:
            UnreadableAnswer: it is none of the known answers, or about another RRID.
        """
        if parts:
            last = parts[-1]
            if last.name == antibody_registry.AUTHORITY:
                return antibody_registry.read(identifier, last)
            if last.name in (cellosaurus.AUTHORITY, cellosaurus.SEARCH):
                return cellosaurus.read(identifier, last)
            if last.name == scicrunch.AUTHORITY:
                return scicrunch.read(identifier, last, kind=_kind_of(identifier))
        raise UnreadableAnswer("was not asked about the RRID")

    def _askable(self, identifier: Identifier) -> list[str]:
        """Names of the services to ask, in this order."""
        family = rrid_family(identifier.value)
        named = dict.fromkeys((family.authority if family else scicrunch.AUTHORITY, scicrunch.AUTHORITY))
        return [name for name in named if name in self._services and _TARGETS[name](identifier)]

    def _parts(self, name: str, identifier: Identifier, *, deadline: Deadline) -> tuple[Part, ...]:
        service = self._services[name]
        target = _TARGETS[name](identifier) or ""
        first = part_of(service.get(target, deadline=deadline), name=name)
        if name != cellosaurus.AUTHORITY or not cellosaurus.is_unknown(first):
            return (first,)
        search = service.get(cellosaurus.search_target_of(identifier), deadline=deadline)
        second = part_of(search, name=cellosaurus.SEARCH)
        try:
            cellosaurus.read(identifier, second)
        except UnreadableAnswer:
            return (first,)  # it said that it knows no such accession; nothing contradicts it
        return first, second


def _kind_of(identifier: Identifier) -> ThingKind:
    family = rrid_family(identifier.value)
    return _KINDS.get(family.kind, "Thing") if family else "Thing"
