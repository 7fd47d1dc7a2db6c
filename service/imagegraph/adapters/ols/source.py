"""Terms from a list of hosts that speak OLS: the first that answers wins, and what they said before helps when
none does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imagegraph.adapters.http import Clock, Deadline, HttpService
from imagegraph.adapters.ols.asking import Found, Hosts
from imagegraph.adapters.ols.chains import follow, stamp
from imagegraph.adapters.ols.described import Described, best, is_ontology_id
from imagegraph.adapters.ols.hits import fitting
from imagegraph.adapters.ols.host import OlsHost
from imagegraph.adapters.ols.questions import LONGEST_TEXT, search_text
from imagegraph.adapters.ols.values import is_web_iri
from imagegraph.adapters.sqlite.resolved import ResolvedCache
from imagegraph.model.folding import fold
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.ports.terms import RemoteAnswer, Resolution, TermScope

_MOST_ROWS = 50
#: hits that are looked up one by one when the service does not say whether they are obsolete
_LOOKED_UP = 5


#: kinds of ids that may be unpublished, and that no term has
_NO_NAMES = frozenset(("orcid", "ror", "doi", "rrid", "handle"))


class OlsTermSource:
    """Implements `ports.terms.TermSource`. Safe to use from several threads.

    Args:
        services: the hosts, the one to ask first first.
        cache: what they answered before; closed with the source.
        seconds: time limit of one resolution or search, all hosts and attempts included.
    """

    def __init__(
        self, services: Sequence[HttpService], *, cache: ResolvedCache, registry: VocabularyRegistry,
        seconds: float = 10.0, clock: Clock | None = None,
    ) -> None:  # fmt: skip
        self._clock = clock or Clock()
        self._registry = registry
        self._seconds = seconds
        self._cache = cache
        hosts = [OlsHost(s, cache=cache, registry=registry, clock=self._clock) for s in services]
        self._hosts = Hosts(hosts, clock=self._clock)

    def close(self) -> None:
        """Close the connections and the cache; what is asked afterwards is unavailable."""
        self._hosts.close()
        self._cache.close()

    def resolve(self, iri: str, *, ontology: str | None = None) -> Resolution:
        """What the hosts say about a term, and about what replaces it.

        Args:
            iri: any spelling of its id.
            ontology: where to look first; by default the vocabulary that the IRI belongs to.
        """
        name = self._canonical(iri)
        if name is None:
            shown = iri if len(iri) <= 100 else f"{iri[:100]}…"
            return Resolution(
                state="invalid", source="", detail=f"“{shown}” is no id of a term; nobody was asked."
            )
        deadline = Deadline(self._seconds, clock=self._clock)
        described, found = self._described(name, ontology=ontology, deadline=deadline)
        if found.answer is None:
            return Resolution(state="unavailable", source="", detail=found.detail or "No host is set.")
        if described is None:
            return Resolution(
                state="not_found", source=found.answer.host, fetched=stamp(found.answer.fetched),
                stale=found.answer.stale, detail=found.detail,
            )  # fmt: skip
        return follow(
            described,
            found,
            ask=lambda next_iri: self._described(next_iri, ontology=None, deadline=deadline),
            named=lambda current: self._named(current, deadline),
        )

    def search(self, text: str, *, scope: TermScope, limit: int) -> RemoteAnswer:
        """What the hosts offer for a text: candidates in their order, none of them known to be obsolete unless
        the scope wants those. An id in place of a text is resolved.
        """
        if self._canonical(text) is not None:
            return self._resolved(text, scope)
        asked = search_text(text)
        if "://" in text or normalise_iri(text.strip()).kind in _NO_NAMES:
            return RemoteAnswer(
                state="invalid",
                detail="An id of something else is no name of a term; no other service was asked.",
            )
        if not fold(asked) or len(asked) > LONGEST_TEXT:
            problem = (
                "has no letter or digit"
                if len(asked) <= LONGEST_TEXT
                else f"is longer than {LONGEST_TEXT} characters"
            )
            return RemoteAnswer(state="invalid", detail=f"The text {problem}; no other service was asked.")
        deadline = Deadline(self._seconds, clock=self._clock)
        scope = replace(scope, ontologies=tuple(o for o in scope.ontologies if is_ontology_id(o)))
        found, terms, notes = self._search(asked, scope=scope, limit=limit, deadline=deadline)
        if found.answer is None:
            return RemoteAnswer(state="unavailable", detail=found.detail or "No host is set.")
        return RemoteAnswer(
            terms=tuple(hit.term for hit in terms[:limit]),
            source=found.answer.host,
            fetched=stamp(found.answer.fetched),
            stale=found.answer.stale,
            detail=" ".join([*found.notes, *notes]),
        )

    def _search(
        self, text: str, *, scope: TermScope, limit: int, deadline: Deadline
    ) -> tuple[Found, list[Described], list[str]]:
        rows = min(max(limit + 10, 20), _MOST_ROWS)
        found = self._hosts.search(text, scope=scope, rows=rows, deadline=deadline)
        if found.answer is None:
            return found, [], []
        hits = fitting(found.answer.terms, scope=scope, registry=self._registry)
        checked: list[Described] = []
        unchecked = [hit for hit in hits if not hit.checked]
        for hit in hits:
            if hit.checked:
                checked.append(hit)
            elif hit in unchecked[:_LOOKED_UP]:
                ontology = hit.term.ontology or None
                full, _ = self._described(hit.term.iri, ontology=ontology, deadline=deadline)
                if full is not None and full.checked and (scope.obsolete or not full.term.obsolete):
                    checked.append(full)
        left = len(unchecked) - _LOOKED_UP
        notes = (
            [f"{left} more hits were not looked up, and may be obsolete; they are left out."]
            if left > 0
            else []
        )
        return found, checked, notes

    def _described(
        self, iri: str, *, ontology: str | None, deadline: Deadline
    ) -> tuple[Described | None, Found]:
        """The copy of a term to believe, and the answer it is from."""
        home = self._registry.of_iri(iri)
        where = ontology or (home.id if home is not None and home.ols else None)
        where = where.lower() if where is not None and is_ontology_id(where) else None
        found = self._hosts.describe(iri, ontology=where, deadline=deadline)
        copies = list(found.answer.terms) if found.answer is not None else []
        return best(copies, ontology=where, registry=self._registry), found

    def _named(self, current: Described, deadline: Deadline) -> list[str]:
        """The terms of the same ontology that have what the answer says about a replacement as their label."""
        label = search_text(current.replacement)
        wanted = fold(label)
        if "://" in current.replacement or self._registry.iri(current.replacement) is not None:
            return []  # an id that leads nowhere is no label
        if not wanted or len(label) > LONGEST_TEXT or not current.term.ontology:
            return []
        scope = TermScope(ontologies=(current.term.ontology,))
        _, hits, _ = self._search(label, scope=scope, limit=10, deadline=deadline)
        return [
            hit.term.iri
            for hit in hits
            if hit.term.iri != current.term.iri
            and any(name.kind == "label" and fold(name.text) == wanted for name in hit.term.names)
        ]

    def _resolved(self, text: str, scope: TermScope) -> RemoteAnswer:
        resolution = self.resolve(text)
        term = resolution.term
        offered = term is not None and (scope.obsolete or not term.obsolete)
        return RemoteAnswer(
            terms=(term,) if term is not None and offered else (),
            state=resolution.state,
            source=resolution.source,
            fetched=resolution.fetched,
            stale=resolution.stale,
            detail=resolution.detail,
        )

    def _canonical(self, text: str) -> str | None:
        """The IRI of a term for any spelling of it; None for what is no id of a term, which is never sent."""
        known = self._registry.iri(text)
        if known is not None:
            return known
        normalised = normalise_iri(text.strip())
        usable = normalised.kind in ("iri", "term") and normalised.problem is None
        return normalised.iri if usable and is_web_iri(normalised.iri) else None
