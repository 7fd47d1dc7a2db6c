"""Terms as the first version of the OLS API describes them, and the hits of `/search` and `/select`.

https://www.ebi.ac.uk/ols4/help; spoken by OLS3 too, so by every host.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imagegraph.adapters.ols.described import (
    SCOPES,
    Described,
    is_defining,
    is_stand_in,
    names_of,
    retirement,
)
from imagegraph.adapters.ols.values import is_true, text, texts
from imagegraph.adapters.ontologies.annotations import is_abbreviating
from imagegraph.model.ontology import Term, TermKind, TermName
from imagegraph.model.vocabularies import VocabularyRegistry

_DEFINITIONS = ("definition", "IAO_0000115", "textual definition")
_CONSIDER = ("consider", "reason_for_obsolescence", "reason for obsolescence")
_FLAG = "is_obsolete"


def read_first(entry: Mapping[str, Any], *, iri: str, registry: VocabularyRegistry) -> Described:
    """The term that an entry of the first version describes.

    Args:
        iri: of the term, already checked.
    """
    annotation = entry.get("annotation")
    annotation = annotation if isinstance(annotation, dict) else {}
    ontology = text(entry.get("ontology_name")).lower()
    names = _names(entry)
    stated = "\n".join(texts(entry.get("term_replaced_by")) or texts(annotation.get("term replaced by")))
    retired = retirement(
        iri, flagged=is_true(entry.get(_FLAG)), names=names, stated=stated, registry=registry,
        hints=[sentence for key in _CONSIDER for sentence in texts(annotation.get(key))],
    )  # fmt: skip
    term = Term(
        iri=iri,
        kind=_kind(entry),
        names=names_of(names),
        definition=_definition(entry, annotation),
        obsolete=retired.obsolete,
        replaced_by=retired.replaced_by,
        consider=retired.consider,
        xrefs=_xrefs(entry, annotation),
        subsets=tuple(texts(entry.get("in_subset"))),
        ontology=ontology,
        defining=is_defining(
            iri, ontology, said=is_true(entry.get("is_defining_ontology")), registry=registry
        ),
    )
    return Described(term=term, replacement=retired.unread, checked=_FLAG in entry)


def _names(entry: Mapping[str, Any]) -> list[TermName]:
    # `lang` is what was asked for, not what the label is in
    found = [
        TermName(text=label, kind="label")
        for label in texts(entry.get("label"))
        if not is_stand_in(label, ids=(text(entry.get("short_form")), text(entry.get("obo_id"))))
    ]
    scoped = entry.get("obo_synonym")
    for synonym in scoped if isinstance(scoped, list) else []:
        if isinstance(synonym, dict):
            kind = SCOPES.get(text(synonym.get("scope")).lower(), "related")
            short = is_abbreviating(text(synonym.get("type")))
            found.append(TermName(text=text(synonym.get("name")), kind="abbreviation" if short else kind))
    known = {name.text for name in found}
    unscoped = [*texts(entry.get("synonyms")), *texts(entry.get("synonym"))]
    found += [TermName(text=name, kind="related") for name in unscoped if name not in known]
    return found


def _definition(entry: Mapping[str, Any], annotation: Mapping[str, Any]) -> str | None:
    """What is said to be the definition, else all descriptions: one of them may be a comment, and none says so."""
    cited = entry.get("obo_definition_citation")
    stated = (
        [text(item.get("definition")) for item in cited if isinstance(item, dict)]
        if isinstance(cited, list)
        else []
    )
    stated += [text(annotation.get(key)) for key in _DEFINITIONS]
    definition = next((found for found in stated if found), "")
    return definition or "\n\n".join(texts(entry.get("description"))) or None


def _xrefs(entry: Mapping[str, Any], annotation: Mapping[str, Any]) -> tuple[str, ...]:
    found = texts(annotation.get("database_cross_reference")) + texts(annotation.get("hasDbXref"))
    listed = entry.get("obo_xref")
    for reference in listed if isinstance(listed, list) else []:
        if isinstance(reference, dict) and text(reference.get("id")):
            database, local = text(reference.get("database")), text(reference.get("id"))
            found.append(f"{database}:{local}" if database else local)
    return tuple(dict.fromkeys(found))


def _kind(entry: Mapping[str, Any]) -> TermKind:
    """Lists of classes may hold individuals; only the link to itself tells."""
    stated = text(entry.get("type")).lower()
    links = entry.get("_links")
    itself = links.get("self") if isinstance(links, dict) else None
    address = text(itself.get("href")) if isinstance(itself, dict) else ""
    if "/individuals/" in address or stated == "individual":
        return "individual"
    return "property" if "/properties/" in address or stated.endswith("property") else "class"
