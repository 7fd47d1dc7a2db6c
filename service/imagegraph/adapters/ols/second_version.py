"""Entities as the second version of the OLS API describes them: one answer holds the term with its parents,
ancestors, scopes of synonyms, and every annotation under the IRI of its property.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imagegraph.adapters.ols.described import Described, is_defining, is_stand_in, names_of, retirement
from imagegraph.adapters.ols.values import Value, iris, is_true, text, texts, values
from imagegraph.adapters.ontologies.annotations import (
    CONSIDER,
    DEFINITIONS,
    NAME_KINDS,
    OIO,
    REPLACED_BY,
    is_abbreviating,
    local_name,
)
from imagegraph.model.ontology import PART_OF, SUB_CLASS_OF, NameKind, Parent, Term, TermKind, TermName
from imagegraph.model.vocabularies import VocabularyRegistry

_REASON = "http://www.ebi.ac.uk/efo/reason_for_obsolescence"
_TOP = frozenset(("http://www.w3.org/2002/07/owl#Thing", "http://www.w3.org/2002/07/owl#topObjectProperty"))
_SYNONYM_TYPES = (OIO + "hasSynonymType", "oboSynonymTypeName")


def read_second(entry: Mapping[str, Any], *, iri: str, registry: VocabularyRegistry) -> Described:
    """The term that an entity describes.

    Args:
        iri: of the term, already checked.
    """
    ontology = text(entry.get("ontologyId")).lower()
    names = _names(entry)
    stated = "\n".join(found for key in sorted(REPLACED_BY) for found in texts(entry.get(key)))
    retired = retirement(
        iri, flagged=is_true(entry.get("isObsolete")), names=names, stated=stated, registry=registry,
        hints=[sentence for key in [*sorted(CONSIDER), _REASON] for sentence in texts(entry.get(key))],
    )  # fmt: skip
    term = Term(
        iri=iri,
        kind=_kind(entry),
        names=names_of(names),
        definition=_definition(entry),
        parents=_parents(entry),
        obsolete=retired.obsolete,
        replaced_by=retired.replaced_by,
        consider=retired.consider,
        xrefs=tuple(texts(entry.get(OIO + "hasDbXref"))),
        subsets=tuple(local_name(found) for found in texts(entry.get(OIO + "inSubset"))),
        ontology=ontology,
        defining=is_defining(iri, ontology, said=is_true(entry.get("isDefiningOntology")), registry=registry),
    )
    above = frozenset(iris(entry.get("hierarchicalAncestor")) + iris(entry.get("directAncestor")))
    return Described(
        term=term, above=above, replacement=retired.unread,
        checked="isObsolete" in entry,
    )  # fmt: skip


def _names(entry: Mapping[str, Any]) -> list[TermName]:
    ids = (text(entry.get("shortForm")), text(entry.get("curie")))
    found = [
        _name(value, "label") for value in values(entry.get("label")) if not is_stand_in(value.text, ids=ids)
    ]
    for key, kind in NAME_KINDS.items():
        found += [_name(value, kind) for value in values(entry.get(key))]
    known = {name.text for name in found}
    found += [_name(value, "related") for value in values(entry.get("synonym")) if value.text not in known]
    return found


def _name(value: Value, kind: NameKind) -> TermName:
    types = [found for axiom in value.axioms for key in _SYNONYM_TYPES for found in texts(axiom.get(key))]
    short = kind != "label" and any(is_abbreviating(local_name(found)) for found in types)
    return TermName(text=value.text, kind="abbreviation" if short else kind, language=value.language)


def _definition(entry: Mapping[str, Any]) -> str | None:
    """The first of the properties for definitions that there is, English first; else what OLS takes for one."""
    for key in (*DEFINITIONS, "definition"):
        found = values(entry.get(key))
        english = [value for value in found if value.language.partition("-")[0] in ("", "en")]
        if found:
            return (english or found)[0].text
    return None


def _parents(entry: Mapping[str, Any]) -> tuple[Parent, ...]:
    direct = [iri for iri in iris(entry.get("directParent")) if iri not in _TOP]
    found = [Parent(iri=iri, relation=SUB_CLASS_OF) for iri in direct]
    related = entry.get("relatedTo")
    relations: dict[str, str] = {}
    for relation in related if isinstance(related, list) else [related]:
        if isinstance(relation, dict):
            for target in iris(relation.get("value")):
                relations.setdefault(target, text(relation.get("property")))
    for iri in iris(entry.get("hierarchicalParent")):
        if iri not in direct and iri not in _TOP:
            found.append(Parent(iri=iri, relation=relations.get(iri) or PART_OF))
    return tuple(found)


def _kind(entry: Mapping[str, Any]) -> TermKind:
    stated = texts(entry.get("type"))
    if "class" in stated:
        return "class"
    return "property" if "property" in stated else "individual" if "individual" in stated else "class"
