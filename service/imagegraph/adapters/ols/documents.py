"""Answers of OLS as terms, whichever version of the API and whichever kind of list they are."""

from __future__ import annotations

from typing import Any

from imagegraph.adapters.ols.described import Described
from imagegraph.adapters.ols.first_version import read_first
from imagegraph.adapters.ols.second_version import read_second
from imagegraph.adapters.ols.values import is_web_iri, text, texts
from imagegraph.model.vocabularies import VocabularyRegistry

_MOST = 1_000
_EMBEDDED = ("terms", "individuals", "properties")
#: members by which an entity of the second version is told from a term of the first
_SECOND = ("ontologyId", "isDefiningOntology", "shortForm")


class UnreadableAnswer(Exception):
    """The JSON is none of the shapes that OLS answers with."""


def read_terms(document: Any, *, registry: VocabularyRegistry) -> list[Described]:
    """The terms of an answer: one term, a page, a list, or the hits of a search. Entries without an
    IRI and ontologies are left out.

    Raises:
        UnreadableAnswer: it is no answer of OLS.
    """
    found = []
    for entry in _entries(document)[:_MOST]:
        iri = text(entry.get("iri")) if isinstance(entry, dict) else ""
        if not is_web_iri(iri) or "ontology" in texts(entry.get("type")):
            continue
        read = read_second if any(key in entry for key in _SECOND) else read_first
        found.append(read(entry, iri=iri, registry=registry))
    return found


def says_missing(document: Any) -> bool:
    """Whether the JSON of a 404 says that the term is not there, not that the route or the server is not.

    Both `{"status": 404, "message": …}` and the older `{timestamp, status, error, message, path}`.
    """
    if not isinstance(document, dict) or document.get("status") != 404:
        return False
    message = text(document.get("message"))
    return "endpoint not found" not in message.lower() and "no static resource" not in message.lower()


def _entries(document: Any) -> list[Any]:
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        raise UnreadableAnswer
    if "iri" in document:
        return [document]
    elements = document.get("elements")
    if isinstance(elements, list):
        return elements
    embedded = document.get("_embedded")
    if isinstance(embedded, dict):
        return [entry for key in _EMBEDDED for entry in _listed(embedded.get(key))]
    response = document.get("response")
    if isinstance(response, dict) and isinstance(response.get("docs"), list):
        return list(response["docs"])
    page = document.get("page")
    if isinstance(page, dict) and page.get("totalElements") == 0:  # an empty page has no _embedded
        return []
    raise UnreadableAnswer


def _listed(document: Any) -> list[Any]:
    return document if isinstance(document, list) else []
