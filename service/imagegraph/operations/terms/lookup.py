"""Terms by id and by name: the registry, the local index, a remote service when there is one, and our own usage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.folding import fold
from imagegraph.model.ontology import Term
from imagegraph.model.vocabularies import FieldPolicy, VocabularyRegistry
from imagegraph.operations.terms.candidates import (
    Found,
    ask_remote,
    candidates_called,
    known_inside,
    local_candidates,
    rewritten_candidates,
)
from imagegraph.operations.terms.chains import with_replacements
from imagegraph.operations.terms.hits import SearchAnswer
from imagegraph.operations.terms.matching import CLOSE, SYNONYM, VARIANT
from imagegraph.operations.terms.names import LabelVerdict, concept_key, label_belongs
from imagegraph.operations.terms.questions import (
    TermSearch,
    check_limit,
    get_field,
    get_ontologies,
    id_of,
    key_of,
    shown,
)  # fmt: skip
from imagegraph.operations.terms.ranking import Hit, Ranking, rank
from imagegraph.operations.terms.resolving import not_loaded, resolved, unknown
from imagegraph.ports.terms import (
    Direction,
    Resolution,
    TermIndex,
    TermPage,
    TermScope,
    TermSource,
)  # fmt: skip

#: candidates that are compared for each part of a search, at least
_CANDIDATES = 30


def _unused(iris: Sequence[str]) -> Mapping[str, int]:
    """No term has been used yet."""
    return {}


class TermLookup:
    """Answers what a text means and what is known about a term. Safe to use from several threads.

    Args:
        remote: asked only for what the index does not know; None to stay local.
        usage: how often each of these IRIs is used in our own graph; unused ones may be left out.
    """

    def __init__(
        self,
        index: TermIndex,
        registry: VocabularyRegistry,
        remote: TermSource | None = None,
        usage: Callable[[Sequence[str]], Mapping[str, int]] = _unused,
    ) -> None:
        self.index = index
        self.registry = registry
        self.remote = remote
        self.usage = usage

    def search(self, asked: TermSearch) -> SearchAnswer:
        """The terms that a text may mean, best first, each with the reason.

        A field does not hide what other vocabularies call exactly so: it comes behind, with that reason.

        Raises:
            BadParameter: a part of the question is unusable: no letter or digit, an unknown field or ontology, …
        """
        key = key_of(asked.q)
        policy, scope = self.check(asked)
        limit = asked.limit
        iri = id_of(asked.q, self.registry, field=policy.name if policy else None)
        ids = (iri,) if iri else ()
        if iri is not None:
            found = self._by_id(iri)
        else:
            found = local_candidates(
                self.index, key, policy=policy, scope=scope, limit=max(_CANDIDATES, 2 * limit)
            )
        hits = self._ranked(asked, policy, found, ids)
        if not ids and not any(hit.tier <= CLOSE for hit in hits):
            found = found.joined(rewritten_candidates(self.index, key, scope=scope))
            hits = self._ranked(asked, policy, found, ids)
        preferred = policy.choices[0].vocabulary if policy else ""
        free = not scope.ontologies and not scope.under
        if policy is not None and free and hits and hits[0].exact and hits[0].ontology != preferred:
            called = candidates_called(self.index, concept_key(hits[0].term), vocabulary=preferred)
            if called.terms.keys() - found.terms.keys():
                found = found.joined(called)
                hits = self._ranked(asked, policy, found, ids)
        if self.remote is not None and not ids and not any(hit.tier <= SYNONYM for hit in hits):
            found = found.joined(ask_remote(self.remote, asked.q, policy=policy, scope=scope, limit=limit))
            hits = self._ranked(asked, policy, found, ids)
        if policy is not None:
            hits = [hit for hit in hits if hit.inside or hit.exact] or hits
        notes = dict.fromkeys(found.notes)
        if not ids and not any(hit.tier <= VARIANT and hit.inside is not False for hit in hits):
            wanted = scope.ontologies or ((preferred,) if policy else ())
            notes |= dict.fromkeys(not_loaded(wanted, self.index, self.registry))
        return SearchAnswer(tuple(hits[:limit]), tuple(notes), found.stale)

    def _ranked(
        self, asked: TermSearch, policy: FieldPolicy | None, found: Found, ids: tuple[str, ...] = ()
    ) -> list[Hit]:
        terms = with_replacements(found.terms, self.index.copies, self.registry)
        usage = self.usage(list(terms)) if terms else {}
        known = found.terms if found.complete else found.inside
        unsure = [iri for iri in terms if iri not in known]
        ranking = Ranking(
            registry=self.registry,
            policy=policy,
            inside=found.inside | known_inside(self.index, self.registry, policy, unsure),
            usage=usage,
            languages=asked.languages or ("en",),
            ids=ids,
            obsolete=asked.obsolete,
        )
        return rank(terms, asked.q, ranking, limit=asked.limit)

    def check(self, asked: TermSearch) -> tuple[FieldPolicy | None, TermScope]:
        """The field and the scope of a question, whatever is looked for.

        Raises:
            BadParameter: the field, a vocabulary, the term to stay below, or the limit cannot be used.
        """
        check_limit(asked.limit)
        policy = get_field(asked.field, self.registry)
        ontologies = (
            get_ontologies(asked.ontologies, self.registry, self._loaded()) if asked.ontologies else ()
        )
        under = (self._under(asked.under),) if asked.under else ()
        return policy, TermScope(ontologies=ontologies, under=under, obsolete=True)

    def resolve(self, text: str, *, field: str | None = None) -> Resolution:
        """What is known about the term that any spelling of an id stands for; never raises for what is typed.

        Local first; the remote service for what is unknown here. `successors` is the chain of replacements, its
        end first.

        Args:
            field: name of the field it was typed in, where a bare number may be an id.
        """
        iri = id_of(text, self.registry, field=field)
        if iri is None:
            return Resolution(
                state="invalid", detail=f"“{shown(text)}” is no id of a term; search for it as a name."
            )
        copies = self.copies(iri)
        if copies:
            return resolved(copies, self.index, self.registry)
        if self.remote is not None:
            vocabulary = self.registry.of_iri(iri)
            return self.remote.resolve(iri, ontology=vocabulary.id if vocabulary and vocabulary.ols else None)
        return unknown(iri, self.index, self.registry)

    def copies(self, iri: str) -> tuple[Term, ...]:
        """What every current release says about a term, the copy to believe first; empty when none knows it."""
        return self.index.copies([iri]).get(iri, ())

    def related(
        self, text: str, *, direction: Direction, part_of: bool = True, ontology: str | None = None,
        offset: int = 0, limit: int = 100,
    ) -> TermPage:  # fmt: skip
        """The terms above or below the one that any spelling of an id stands for.

        Raises:
            BadParameter: the text is no id, or the ontology is unknown.
            NotFound: no release that is loaded has the term.
        """
        iri = id_of(text, self.registry)
        if iri is None:
            raise BadParameter(f"“{shown(text)}” is no id of a term.", parameter="term", value=shown(text))
        if not self.copies(iri):
            raise NotFound(unknown(iri, self.index, self.registry).detail, iri=iri)
        where = get_ontologies([ontology], self.registry, self._loaded())[0] if ontology else None
        return self.index.related(
            iri, direction=direction, part_of=part_of, ontology=where, offset=offset, limit=limit
        )

    def check_label(self, iri: str, label: str) -> LabelVerdict:
        """Whether a label that stands next to a term's id is a name of that term, and whose name it is otherwise."""
        copies = self.copies(iri)
        belongs = label_belongs(copies, label)
        own = copies[0].label if copies else ""
        if belongs == "yes" or not fold(label):
            return LabelVerdict(belongs=belongs, label=own)
        found = self.index.copies(
            self.index.candidates(fold(label), scope=TermScope(obsolete=True), limit=20, close=False)
        )
        owners = tuple(
            (other, terms[0].label)
            for other, terms in found.items()
            if other != iri and label_belongs(terms, label) == "yes"
        )
        return LabelVerdict(belongs=belongs, label=own, owners=owners)

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags of all labels that are loaded, those of most vocabularies first."""
        counted = Counter(
            language for release in self.index.releases() if release.current for language in release.languages
        )
        return tuple(
            language for language, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        )

    def _loaded(self) -> list[str]:
        return [release.ontology for release in self.index.releases()]

    def _by_id(self, iri: str) -> Found:
        copies = self.copies(iri)
        if copies:
            return Found({iri: copies})
        resolution = (
            self.remote.resolve(iri) if self.remote is not None else unknown(iri, self.index, self.registry)
        )
        notes = (resolution.detail,) if resolution.detail else ()
        if resolution.term is not None and not resolution.stale:
            notes = (f"Asked {resolution.source} for a term that is not loaded here.", *notes)
        terms = (
            {iri: (resolution.term,)} if resolution.term is not None and resolution.term.iri == iri else {}
        )
        return Found(terms, notes=notes, stale=resolution.stale)

    def _under(self, text: str) -> str:
        """The IRI of the term that the hits must be below."""
        iri = id_of(text, self.registry)
        if iri is not None:
            if self.copies(iri):
                return iri
            raise BadParameter(
                f"under: {unknown(iri, self.index, self.registry).detail}",
                parameter="under",
                value=shown(text),
            )
        key = fold(text[:500])
        found = (
            local_candidates(self.index, key, policy=None, scope=TermScope(), limit=20) if key else Found({})
        )
        hits = self._ranked(TermSearch(q=text), None, found)
        exact = [hit for hit in hits if hit.exact]
        if len(exact) == 1:
            return exact[0].iri
        offered = ", ".join(f"{hit.curie} ({hit.label})" for hit in (exact or hits)[:5])
        what = "names several terms" if exact else "is neither an id nor a name of a term that is loaded"
        guess = f" Candidates: {offered}." if offered else ""
        raise BadParameter(f"under: “{shown(text)}” {what}.{guess}", parameter="under", value=shown(text))
