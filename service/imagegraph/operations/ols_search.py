"""Search as OLS offers it, answered from the local index: the copies that every ontology has of what is meant.

The order is that of our own look-up (`term_matching`), so that what is called exactly so comes first. `exact`
means that a whole name is equal, without regard to case and accents; in OLS it means that all its words occur
somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from imagegraph.model.folding import fold
from imagegraph.model.ontology import Term, TermKind
from imagegraph.operations.ols_catalogue import OlsCatalogue
from imagegraph.operations.terms.hits import Ranking
from imagegraph.operations.terms.matching import CLOSE, INEXACT, Meeting, Wanted, best_meeting
from imagegraph.operations.terms.names import spoken_names
from imagegraph.ports.terms import TermPage, TermScope

#: terms that a search finds at most when nothing else is said; nobody reads on
MOST_FOUND = 500
#: what asks for everything
_EVERYTHING = frozenset(["*", "*:*", "**"])
_LABEL_FIELDS = frozenset(["label"])
_SYNONYM_FIELDS = frozenset(["synonym", "synonyms", "obo_synonym"])
_ID_FIELDS = frozenset(["iri", "short_form", "shortform", "obo_id", "curie", "id"])


@dataclass(frozen=True, kw_only=True)
class OlsQuestion:
    """What is looked for.

    Attributes:
        q: a name, its beginning, some of its words, an id, or `*` for everything.
        ontologies: ids; empty for all. Unknown ones have nothing.
        kinds: empty for all.
        fields: parts of a term that `q` is compared with, as OLS calls them; empty for all.
        exact: a whole name must be equal.
        obsolete: obsolete terms too.
        local: only copies in the home of a term.
        under: ids of which the term must be a descendant; `inclusive`: or one itself.
        leaf: only terms with nothing below them.
        subsets: slims that the term must be in, at least one.
        grouped: only the best copy of each term.
        most: find at most so many terms.
    """

    q: str
    ontologies: tuple[str, ...] = ()
    kinds: tuple[TermKind, ...] = ()
    fields: tuple[str, ...] = ()
    exact: bool = False
    obsolete: bool = False
    local: bool = False
    under: tuple[str, ...] = ()
    inclusive: bool = False
    leaf: bool = False
    subsets: tuple[str, ...] = ()
    grouped: bool = False
    most: int = MOST_FOUND


def find_copies(catalogue: OlsCatalogue, asked: OlsQuestion) -> list[Term]:
    """The copies of all terms that are meant, best first; copies at home before others that match as well."""
    ontologies = tuple(id.lower() for id in asked.ontologies if id.lower() in catalogue.releases)
    if asked.ontologies and not ontologies:
        return []
    roots = [_iri(catalogue, text) for text in asked.under]
    if asked.q.strip() in _EVERYTHING:
        ranked = _everything(catalogue, roots, ontologies)
    else:
        scope = TermScope(ontologies=ontologies, under=tuple(roots), obsolete=asked.obsolete)
        ranked = _matching(catalogue, asked, scope)
    found: list[tuple[tuple[int | str, ...], Term]] = []
    for order, copies in ranked:
        if copies[0].iri in roots and not asked.inclusive:
            continue
        fitting = [copy for copy in catalogue.one_each(copies) if _fits(copy, asked, ontologies=ontologies)]
        if asked.local:
            fitting = [copy for copy in fitting if catalogue.is_home(copy)]
        tier, *rest = order
        for copy in fitting[:1] if asked.grouped else fitting:
            found.append(
                ((copy.obsolete, tier, not catalogue.is_home(copy), *rest, copy.iri, copy.ontology), copy)
            )
    ordered = [copy for _, copy in sorted(found, key=lambda one: one[0])]
    return _leaves(catalogue, ordered) if asked.leaf else ordered


def list_everything(
    catalogue: OlsCatalogue, asked: OlsQuestion, *, offset: int, limit: int
) -> TermPage | None:
    """A part of all terms of the ontologies, when nothing narrower is asked; else None."""
    narrowed = asked.under or asked.subsets or asked.leaf or asked.local or len(asked.kinds) > 1
    if narrowed or asked.q.strip() not in _EVERYTHING:
        return None
    wanted = {id.lower() for id in asked.ontologies}
    return catalogue.listed(
        [release for id, release in catalogue.releases.items() if not wanted or id in wanted],
        kind=asked.kinds[0] if asked.kinds else None,
        obsolete=None if asked.obsolete else False,
        offset=offset,
        limit=limit,
    )


def _iri(catalogue: OlsCatalogue, text: str) -> str:
    return catalogue.registry.iri(text) or text


def _fits(copy: Term, asked: OlsQuestion, *, ontologies: Sequence[str]) -> bool:
    return (
        (not ontologies or copy.ontology in ontologies)
        and (not asked.kinds or copy.kind in asked.kinds)
        and (asked.obsolete or not copy.obsolete)
        and (not asked.subsets or not set(asked.subsets).isdisjoint(copy.subsets))
    )


def _everything(
    catalogue: OlsCatalogue, roots: Sequence[str], ontologies: Sequence[str]
) -> Iterable[tuple[tuple[int, ...], Sequence[Term]]]:
    """The first terms of these ontologies, or all below the roots."""
    if roots:
        terms = [
            term
            for root in roots
            for term in (
                *catalogue.index.copies([root]).get(root, ())[:1],
                *catalogue.index.related(root, direction="descendants", part_of=True, limit=MOST_FOUND).terms,
            )
        ]
    else:
        terms = []
        for id in ontologies or catalogue.releases:
            left = MOST_FOUND - len(terms)
            terms += catalogue.index.listed(catalogue.releases[id].number, limit=left).terms if left else ()
    copies = catalogue.index.copies(dict.fromkeys(term.iri for term in terms))
    return [((0, number), of) for number, of in enumerate(copies.values())]


def _matching(
    catalogue: OlsCatalogue, asked: OlsQuestion, scope: TermScope
) -> Iterable[tuple[tuple[int, ...], Sequence[Term]]]:
    """What a text may mean, with the order in which it meets it."""
    fields = frozenset(field.lower().partition("^")[0] for field in asked.fields)
    if not fields or fields & _ID_FIELDS:
        text = asked.q.strip().strip('"')
        ids = dict.fromkeys([_iri(catalogue, text), text])
        by_id = catalogue.index.copies(ids if ":" in text or ids.keys() - {text} else ())
        if by_id:
            if scope.under:
                above = catalogue.index.ancestors(by_id)
                by_id = {iri: of for iri, of in by_id.items() if above[iri] & set(scope.under)}
            return [((-1,), of) for of in by_id.values()]
    key = fold(asked.q)
    if not key or (fields and not fields & (_LABEL_FIELDS | _SYNONYM_FIELDS)):
        return []
    iris = catalogue.index.candidates(key, scope=scope, limit=asked.most, close=not asked.exact)
    return _ranked(catalogue, asked, fields, catalogue.index.copies(iris), key=key)


def _ranked(
    catalogue: OlsCatalogue,
    asked: OlsQuestion,
    fields: frozenset[str],
    found: Mapping[str, Sequence[Term]],
    *,
    key: str,
) -> Iterable[tuple[tuple[int, ...], Sequence[Term]]]:
    wanted = Wanted.of(asked.q.strip(), key)
    ranking = Ranking(registry=catalogue.registry)
    met: list[tuple[tuple[int, ...], Sequence[Term]]] = []
    for copies in found.values():
        names = spoken_names(copies)
        if fields:
            names = [
                name
                for name in names
                if fields & (_LABEL_FIELDS if name.kind == "label" else _SYNONYM_FIELDS)
            ]
        meeting = best_meeting(wanted, names)
        if meeting is None or (asked.exact and not _is_exact(meeting, key)):
            continue
        order = (
            *meeting.order[:2],
            ranking.position(ranking.home(copies[0])),
            *meeting.order[2:],
            meeting.kind,
        )
        met.append(((*order, len(copies[0].label)), copies))
    sure = [one for one in met if one[0][0] < CLOSE]
    return sure or met


def _is_exact(meeting: Meeting, key: str) -> bool:
    return meeting.tier < INEXACT and meeting.name.key == key and not meeting.name.derived


def _leaves(catalogue: OlsCatalogue, copies: Sequence[Term]) -> list[Term]:
    return [entry.term for entry in catalogue.entries(copies) if not entry.place.has_hierarchical_children]
