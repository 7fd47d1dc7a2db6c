"""DOIs: which agency registered one, and what that agency says about it.

doi.org names the agency (https://www.doi.org/doi-handbook/HTML/finding-doi-registration-agencies.html). DataCite
and Crossref are asked themselves; for every other agency doi.org negotiates a citation
(https://citation.doi.org/docs.html). An agency answers 404 for the DOIs of all others too, so only doi.org can say
that a DOI does not exist.
"""

from __future__ import annotations

from collections.abc import Sequence

from imagegraph.adapters.authorities.contract import (
    Part,
    Reading,
    Services,
    UnreadableAnswer,
    part_named,
    part_of,
)
from imagegraph.adapters.authorities.crossref import (
    crossref_misses,
    crossref_target,
    read_citation,
    read_crossref,
)
from imagegraph.adapters.authorities.datacite import datacite_misses, datacite_target, read_datacite
from imagegraph.adapters.authorities.doi_registration import (
    agency_in,
    encoded,
    handle_in,
)
from imagegraph.adapters.http import Deadline, Unanswered
from imagegraph.model.identifiers import Identifier

CITATION = "application/vnd.citationstyles.csl+json"
_AGENCIES = ("datacite", "crossref")
_MOST_PREFIXES = 10_000
_MISSES = {"datacite": datacite_misses, "crossref": crossref_misses}
_NO_SUCH = "doi.org says that this DOI does not exist."


class DoiAuthority:
    """Implements `contract.Authority` for DOIs. Works with any of its services.

    Args:
        services: of which `doi`, `datacite` and `crossref` are asked.
        contact: mail address that Crossref is told; empty for none.
    """

    scheme = "doi"

    def __init__(self, services: Services, *, contact: str = "") -> None:
        self._doi = services.get("doi")
        self._agencies = {name: services[name] for name in _AGENCIES if name in services}
        self._contact = contact
        self._agency_of_prefix: dict[str, str] = {}

    def may_ask(self, identifier: Identifier) -> bool:
        """Whether the settings name any of the services."""
        return self._doi is not None or bool(self._agencies)

    def ask(self, identifier: Identifier, *, deadline: Deadline) -> tuple[Part, ...]:
        """What the agency answers; with what doi.org answers where that matters.

        A DOI that ends with a dot and does not exist may be the end of a sentence: it is asked for without.

        Raises:
            Unanswered: nothing usable came.
            UnreadableAnswer: nobody may be asked.
        """
        if not self.may_ask(identifier):
            raise UnreadableAnswer("may not be asked")
        doi = identifier.value
        parts = self._ask(doi, deadline)
        if doi.endswith(".") and self._is_missing(identifier, parts):
            shorter = self._ask(doi.rstrip("."), deadline)
            if not self._is_missing(identifier, shorter):
                return shorter
        return parts

    def read(self, identifier: Identifier, parts: Sequence[Part]) -> Reading:
        """What the last part says; a part `agency` before it tells what doi.org knew.

        Raises:
            UnreadableAnswer: it is none of the known answers, or leaves open whether the DOI exists.
        """
        if not parts:
            raise UnreadableAnswer("was not asked")
        last, doi = parts[-1], identifier.value
        if last.name == "agency":
            if agency_in(last, doi=doi):
                raise UnreadableAnswer("named the registration agency, which was not asked")
            return Reading(state="not_found", authority="doi", detail=_NO_SUCH)
        if last.name == "handle":
            return _read_handle(last, identifier)
        if last.name == "csl":
            return read_citation(last, identifier=identifier)
        if last.name in _MISSES and _MISSES[last.name](last):
            return _hidden(last.name, part_named(parts, "agency"), doi)
        if last.name == "datacite":
            return read_datacite(last, identifier=identifier)
        if last.name == "crossref":
            return read_crossref(last, identifier=identifier)
        raise UnreadableAnswer("was not asked")

    def _is_missing(self, identifier: Identifier, parts: Sequence[Part]) -> bool:
        try:
            return self.read(identifier, parts).state == "not_found"
        except UnreadableAnswer:
            return False

    def _ask(self, doi: str, deadline: Deadline) -> tuple[Part, ...]:
        """The agency of the prefix is remembered, but DOIs move: one that knows nothing is not believed alone."""
        prefix = doi.partition("/")[0]
        known = self._agency_of_prefix.get(prefix, "")
        described = self._described(known, doi, deadline) if known else ()
        if described and described[-1].status == 200:
            return described
        registered = self._registered(doi, deadline)
        if registered is None:
            return self._tried(doi, deadline)
        part, agency = registered
        if not agency:
            return (part,)
        if len(self._agency_of_prefix) >= _MOST_PREFIXES:
            self._agency_of_prefix.clear()
        self._agency_of_prefix[prefix] = agency
        if agency != known:
            described = self._described(agency, doi, deadline)
        return (part, *described)

    def _registered(self, doi: str, deadline: Deadline) -> tuple[Part, str] | None:
        """What doi.org says about the agency, and its name; None when doi.org cannot be asked or says nothing usable."""
        if self._doi is None:
            return None
        try:
            part = part_of(self._doi.get(f"ra/{encoded(doi)}", deadline=deadline), name="agency")
            return part, agency_in(part, doi=doi)
        except (Unanswered, UnreadableAnswer):
            return None

    def _described(self, agency: str, doi: str, deadline: Deadline) -> tuple[Part, ...]:
        """What an agency says, directly or through doi.org."""
        name = agency.lower()
        if name in self._agencies:
            return (self._from_agency(name, doi, deadline),)
        return self._negotiated(doi, deadline)

    def _from_agency(self, name: str, doi: str, deadline: Deadline) -> Part:
        target = datacite_target(doi) if name == "datacite" else crossref_target(doi, contact=self._contact)
        return part_of(self._agencies[name].get(target, deadline=deadline), name=name)

    def _tried(self, doi: str, deadline: Deadline) -> tuple[Part, ...]:
        """What any agency says, one after the other, because it is not known which it is; then doi.org."""
        parts: list[Part] = []
        failure: Unanswered | None = None
        for name in self._agencies:
            try:
                part = self._from_agency(name, doi, deadline)
            except Unanswered as error:
                failure = error
                continue
            if part.status == 200:
                return (part,)
            parts.append(part)
        if failure is not None:
            raise failure
        return (*parts, *(self._negotiated(doi, deadline) if self._doi is not None else ()))

    def _negotiated(self, doi: str, deadline: Deadline) -> tuple[Part, ...]:
        """The citation that doi.org negotiates; where there is none, the handle, which tells whether the DOI exists."""
        if self._doi is None:
            raise UnreadableAnswer("may not be asked")
        try:
            answer = self._doi.get(encoded(doi), deadline=deadline, accept=CITATION)
            if answer.status == 200:
                return (part_of(answer, name="csl"),)
        except Unanswered as error:
            if error.again or not error.sent:
                raise
        # not `?type=URL`: an alias has none
        handle = self._doi.get(f"api/handles/{encoded(doi)}", deadline=deadline)
        return (part_of(handle, name="handle"),)


def _read_handle(part: Part, identifier: Identifier) -> Reading:
    """It exists and nobody says what it is, it stands for another, or it does not exist."""
    handle = handle_in(part, doi=identifier.value)
    if not handle.exists:
        return Reading(state="not_found", authority="doi", detail=_NO_SUCH)
    if handle.iri != identifier.iri:
        return Reading(
            state="replaced", authority="doi", successors=(handle.iri,),
            detail=f"doi.org answers with {handle.iri} instead.",
        )  # fmt: skip
    return Reading(
        state="ok", authority="doi", detail="doi.org knows this DOI; what it names could not be learnt.",
    )  # fmt: skip


def _hidden(name: str, registered: Part | None, doi: str) -> Reading:
    """The agency knows nothing about a DOI that doi.org says is the agency's: it is not described publicly."""
    if registered is None or agency_in(registered, doi=doi).lower() != name:
        raise UnreadableAnswer("does not know this DOI, and no other registration agency could be asked")
    agency = {"datacite": "DataCite", "crossref": "Crossref"}[name]
    return Reading(
        state="restricted", authority=name,
        detail=f"This DOI is registered with {agency}, which does not describe it publicly.",
    )  # fmt: skip
