"""`/search`, `/select` and `/suggest` in the shape of Solr, which OLS answered with from the beginning."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import Response

from imagegraph.api.routes.ols.asking import (
    MOST,
    catalogue_of,
    flag_of,
    language_of,
    listed_of,
    number_of,
)
from imagegraph.api.routes.ols.documents_v1 import ontology_iri, synonyms_in
from imagegraph.api.routes.ols.refusals import answer
from imagegraph.errors import BadParameter
from imagegraph.model.ontology import Term, TermKind
from imagegraph.operations.ols_catalogue import Entry, OlsCatalogue, is_ontology_id
from imagegraph.operations.ols_search import MOST_FOUND, OlsQuestion, find_copies, list_everything

_DEFAULT = (
    "id", "iri", "short_form", "obo_id", "label", "description", "ontology_name", "ontology_prefix", "type",
    "is_defining_ontology", "synonym", "exact_synonyms", "related_synonyms", "narrow_synonyms", "broad_synonyms",
)  # fmt: skip
_SCOPES = {
    "exact_synonyms": ("exact", "abbreviation"), "related_synonyms": ("related",), "narrow_synonyms": ("narrow",),
    "broad_synonyms": ("broad",),
}  # fmt: skip
_KINDS = ("class", "property", "individual")
#: longest text that is looked for, characters; names are shorter
_LONGEST = 1_000
#: terms that are looked at for a text that is being typed, besides those that are shown
_TYPED = 50
#: terms that a search finds at least, when there are so many; more only when a later page is asked for
_SEARCHED = 200


def question_of(
    request: Request, *, q: str | None, fields: tuple[str, ...], most: int = MOST_FOUND
) -> OlsQuestion:
    """What a request to search, select or suggest asks for.

    Raises:
        BadParameter: `q` is missing, or a parameter has an unusable value.
    """
    if q is None:
        raise BadParameter("Required parameter 'q' is not present.", parameter="q")
    ontologies = listed_of(request, "ontology")
    if not all(map(is_ontology_id, ontologies)):
        raise BadParameter(
            "The id of an ontology has only letters, digits, hyphens, dots and underscores.",
            parameter="ontology",
        )
    types = listed_of(request, "type")
    return OlsQuestion(
        q=q[:_LONGEST],
        ontologies=ontologies,
        kinds=kinds_of(types),
        fields=fields,
        exact=bool(flag_of(request, "exact")),
        obsolete=bool(flag_of(request, "obsoletes")),
        local=bool(flag_of(request, "local")),
        under=listed_of(request, "childrenOf") + listed_of(request, "allChildrenOf"),
        inclusive=bool(flag_of(request, "inclusive")),
        leaf=bool(flag_of(request, "isLeaf")),
        subsets=listed_of(request, "slim"),
        grouped=request.query_params.get("groupField", "").lower() not in ("", "false"),
        most=most,
    )


def found_at_most(rows: int) -> int:
    """How many terms a search looks for when so many rows, with those before them, are asked for."""
    return min(max(_SEARCHED, rows), MOST_FOUND)


def kinds_of(types: Sequence[str]) -> tuple[TermKind, ...]:
    """The kinds of terms that types name; `term` stands for classes, and types without terms are left out."""
    named = ["class" if text.lower() == "term" else text.lower() for text in types]
    return cast(tuple[TermKind, ...], tuple(name for name in named if name in _KINDS))


def _page(
    request: Request, catalogue: OlsCatalogue, *, fields: tuple[str, ...] = (), most: int = MOST_FOUND
) -> tuple[Sequence[Term], int, list[Term]]:
    """The terms to show, how many there are in all, and those that the facets are counted over."""
    start, rows = _window(request)
    asked = question_of(request, q=request.query_params.get("q"), fields=fields, most=most)
    everything = list_everything(catalogue, asked, offset=start, limit=rows)
    if everything is not None:
        return everything.terms, everything.total, list(everything.terms)
    only_ontologies = listed_of(request, "type") and not asked.kinds
    found = [] if only_ontologies else find_copies(catalogue, asked)
    return found[start : start + rows], len(found), found


def search(request: Request) -> Response:
    """Terms by name or id, with facets."""
    began = time.perf_counter()
    catalogue = catalogue_of(request)
    most = found_at_most(sum(_window(request)))
    shown, total, found = _page(request, catalogue, fields=listed_of(request, "queryFields"), most=most)
    told = _told(request, catalogue, shown, total=total, began=began)
    told["facet_counts"] = {"facet_fields": _facets(found, catalogue)}
    told["highlighting"] = {}
    return answer(told)


def select(request: Request) -> Response:
    """Terms for a text that is being typed."""
    began = time.perf_counter()
    catalogue = catalogue_of(request)
    shown, total, _ = _page(request, catalogue, most=_TYPED + sum(_window(request)))
    told = _told(request, catalogue, shown, total=total, began=began)
    told["responseHeader"]["params"] = {"q": request.query_params["q"][:_LONGEST]}
    told["highlighting"] = {}
    return answer(told)


def suggest(request: Request) -> Response:
    """Labels for a text that is being typed."""
    began = time.perf_counter()
    catalogue, language = catalogue_of(request), language_of(request)
    start, rows = _window(request)
    most = _TYPED + start + rows
    found = _page(request, catalogue, fields=("label",), most=most)[2]
    labels = list(dict.fromkeys(term.label_in((language,))[0] for term in found))
    docs = [{"autosuggest": label} for label in labels[start : start + rows]]
    return answer(
        {
            "responseHeader": _header(began),
            "response": {"numFound": len(labels), "start": start, "docs": docs},
        }
    )


def _window(request: Request) -> tuple[int, int]:
    return (
        number_of(request, "start", default=0, most=1_000_000),
        number_of(request, "rows", default=10, most=MOST),
    )


def _header(began: float) -> dict[str, Any]:
    return {"status": 0, "QTime": round((time.perf_counter() - began) * 1_000)}


def _told(
    request: Request, catalogue: OlsCatalogue, shown: Sequence[Term], *, total: int, began: float
) -> dict[str, Any]:
    members = listed_of(request, "fieldList") or _DEFAULT
    language = language_of(request)
    docs = [
        _doc(entry, members, catalogue=catalogue, language=language) for entry in catalogue.entries(shown)
    ]
    return {
        "responseHeader": _header(began),
        "response": {"numFound": total, "start": _window(request)[0], "docs": docs},
    }


def _doc(entry: Entry, members: Iterable[str], *, catalogue: OlsCatalogue, language: str) -> dict[str, Any]:
    """One term as far as it was asked for. Unlike in OLS one may ask for its state too."""
    term = entry.term
    synonyms = synonyms_in(term, language)
    all_members = {
        "id": f"{term.ontology}:{term.kind}:{term.iri}",
        "iri": term.iri,
        "short_form": entry.short_form,
        "obo_id": entry.curie,
        "label": term.label_in((language,))[0],
        "description": [] if term.definition is None else [term.definition],
        "ontology_name": term.ontology,
        "ontology_prefix": entry.prefix,
        "ontology_iri": ontology_iri(entry.release, registry=catalogue.registry),
        "type": term.kind,
        "is_defining_ontology": entry.defining,
        "synonym": list(dict.fromkeys(name.text for name in synonyms)),
        **{
            member: list(dict.fromkeys(name.text for name in synonyms if name.kind in kinds))
            for member, kinds in _SCOPES.items()
        },
        "subset": list(term.subsets),
        "is_obsolete": term.obsolete,
        "term_replaced_by": "\n".join(term.replaced_by) or None,
        "has_children": entry.place.has_hierarchical_children,
    }
    return {name: all_members[name] for name in members if name in all_members}


def _facets(found: Iterable[Term], catalogue: OlsCatalogue) -> dict[str, list[str]]:
    """How many of the terms found have which value: name, count, name, count, … as texts."""
    terms = list(found)
    counted: dict[str, Counter[str]] = {
        "ontologyId": Counter(term.ontology for term in terms),
        "ontologyPreferredPrefix": Counter(catalogue.prefix_of(term.ontology) for term in terms),
        "type": Counter(term.kind for term in terms),
        "isDefiningOntology": Counter(str(catalogue.is_home(term)).lower() for term in terms),
        "isObsolete": Counter(str(term.obsolete).lower() for term in terms),
    }
    return {
        name: [text for value, count in counts.most_common() for text in (str(value), str(count))]
        for name, counts in counted.items()
    }
