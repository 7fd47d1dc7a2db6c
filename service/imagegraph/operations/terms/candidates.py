"""The terms that may be meant by a text, gathered from the index and a remote service."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from imagegraph.model.ontology import Term
from imagegraph.model.vocabularies import FieldPolicy, VocabularyRegistry
from imagegraph.operations.terms.respelling import respelled, rewritten
from imagegraph.ports.terms import TermIndex, TermScope, TermSource

#: letters that the second word of "E. coli" has at least
_SHORTEST_EPITHET = 3
#: candidates of vocabularies that a field does not take: only exact names count, and the index offers them first
_ELSEWHERE = 20
#: candidates for one name in one vocabulary
_SAME = 5


@dataclass(frozen=True)
class Found:
    """Candidates.

    Attributes:
        terms: IRI -> copies, the one to believe first.
        inside: those that were asked for below the roots of the field.
        complete: every one of the terms that is below a root of the field is in `inside`.
        notes: what limits the answer.
        stale: part of it is older than it should be.
    """

    terms: Mapping[str, Sequence[Term]]
    inside: frozenset[str] = field(default=frozenset())
    complete: bool = False
    notes: tuple[str, ...] = ()
    stale: bool = False

    def joined(self, other: Found) -> Found:
        """Both; of a term that both have, this one's copies."""
        return Found(
            {**other.terms, **self.terms},
            inside=self.inside | other.inside,
            complete=self.complete and other.complete,
            notes=self.notes + other.notes,
            stale=self.stale or other.stale,
        )


def local_candidates(
    index: TermIndex, key: str, *, policy: FieldPolicy | None, scope: TermScope, limit: int
) -> Found:
    """What the index offers: for a field from what it takes, and from all others what may be called exactly so."""
    iris: dict[str, None] = {}
    inside: set[str] = set()
    complete = True
    for part in field_scopes(policy, scope):
        found = _asked(index, key, scope=part, limit=limit, close=True)
        iris.update(dict.fromkeys(found))
        if part.under != scope.under:
            inside.update(found)
        complete = complete and len(found) < limit and not scope.under
    elsewhere = limit if policy is None else _ELSEWHERE
    iris.update(
        dict.fromkeys(_asked(index, key, scope=scope, limit=elsewhere, close=policy is None or not iris))
    )
    return Found(index.copies(iris), frozenset(inside), complete)


def rewritten_candidates(index: TermIndex, key: str, *, scope: TermScope) -> Found:
    """What the index offers for a text that nothing was found for: joined, split, or as a species with its genus
    shortened."""
    words = key.split()
    keys = list(rewritten(key, lambda word: bool(index.candidates(word, scope=scope, limit=1, close=False))))
    if len(words) == 2 and len(words[0]) == 1 and len(words[1]) >= _SHORTEST_EPITHET:
        keys.insert(0, words[1])
    iris = dict.fromkeys(
        iri
        for number, other in enumerate(keys)
        for iri in index.candidates(other, scope=scope, limit=20 if number else 200, close=False)
    )
    return Found(index.copies(iris))


def candidates_called(index: TermIndex, key: str, *, vocabulary: str) -> Found:
    """The terms of one vocabulary that may have this very name."""
    scope = TermScope(ontologies=(vocabulary,))
    return Found(index.copies(index.candidates(key, scope=scope, limit=_SAME, close=False)))


def ask_remote(
    remote: TermSource, text: str, *, policy: FieldPolicy | None, scope: TermScope, limit: int
) -> Found:
    """What a remote service offers for the field, or else in the scope; what went wrong is a note."""
    found = Found({})
    for part in field_scopes(policy, scope) or [scope]:
        answer = remote.search(text, scope=part, limit=limit)
        terms: dict[str, Sequence[Term]] = {}
        for term in answer.terms:
            terms[term.iri] = (*terms.get(term.iri, ()), term)
        ordered = {iri: sorted(copies, key=lambda copy: not copy.defining) for iri, copies in terms.items()}
        inside = frozenset(terms) if part.under != scope.under else frozenset[str]()
        notes = (answer.detail,) if answer.detail else ()
        if answer.terms and not answer.stale:
            notes = (f"Asked {answer.source} for terms that are not loaded here.", *notes)
        if answer.state != "ok" and not notes:
            notes = ("The remote service gave no usable answer; these are local terms.",)
        found = found.joined(Found(ordered, inside, notes=notes, stale=answer.stale))
    return found


def known_inside(
    index: TermIndex, registry: VocabularyRegistry, policy: FieldPolicy | None, iris: Iterable[str]
) -> frozenset[str]:
    """Which of these terms are below a root that the field has in their vocabulary."""
    roots: dict[str, set[str]] = {}
    for choice in policy.choices if policy else ():
        if choice.root:
            roots.setdefault(choice.vocabulary, set()).add(choice.root)
    homes = {iri: home.id for iri in iris if (home := registry.of_iri(iri)) is not None and home.id in roots}
    above = index.ancestors(homes) if homes else {}
    return frozenset(iri for iri, home in homes.items() if roots[home] & above.get(iri, frozenset()))


def field_scopes(policy: FieldPolicy | None, scope: TermScope) -> list[TermScope]:
    """Where the terms of a field are: its whole vocabularies, and its vocabularies with a root, inside the scope."""
    if policy is None:
        return []
    scopes = []
    choices = [
        choice for choice in policy.choices if not scope.ontologies or choice.vocabulary in scope.ontologies
    ]
    whole = tuple(choice.vocabulary for choice in choices if choice.root is None)
    rooted = [choice for choice in choices if choice.root is not None]
    if whole:
        scopes.append(TermScope(ontologies=whole, under=scope.under, obsolete=True))
    if rooted:
        roots = tuple(dict.fromkeys(choice.root for choice in rooted if choice.root))
        ontologies = tuple(dict.fromkeys(choice.vocabulary for choice in rooted))
        scopes.append(TermScope(ontologies=ontologies, under=scope.under or roots, obsolete=True))
    return scopes


def _asked(index: TermIndex, key: str, *, scope: TermScope, limit: int, close: bool) -> list[str]:
    """Candidates for a text, and for its other spelling when that differs."""
    found = dict.fromkeys(index.candidates(key, scope=scope, limit=limit, close=close))
    other = respelled(key)
    if other != key:
        found.update(dict.fromkeys(index.candidates(other, scope=scope, limit=limit // 2, close=False)))
    return list(found)
