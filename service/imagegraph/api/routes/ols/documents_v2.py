"""Entities and ontologies as V2 of OLS writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from imagegraph.api.routes.ols.documents_v1 import SCOPES, ontology_iri, synonyms_in
from imagegraph.model.ontology import SUB_CLASS_OF, Release, Term
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.operations.ols_catalogue import Entry, ancestors_in, curie_like, is_hierarchical, short_form

_OIO = "http://www.geneontology.org/formats/oboInOwl#"
_OBO = "http://purl.obolibrary.org/obo/"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_OWL = {"class": "Class", "property": "ObjectProperty", "individual": "NamedIndividual"}


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the entities of one answer stand among.

    Attributes:
        copies: what is known about them, all that is above them, and the other terms they name.
        below: ontology and IRI -> how many terms are below it there, by subClassOf and in all.
    """

    copies: Mapping[str, tuple[Term, ...]]
    below: Mapping[tuple[str, str], tuple[int, int]]


def entity_v2(
    entry: Entry, *, around: Surroundings, language: str, registry: VocabularyRegistry
) -> dict[str, Any]:
    """A class, property or individual."""
    term, iri = entry.term, entry.term.iri
    copies = around.copies.get(iri, ())
    direct = [parent.iri for parent in term.parents if parent.relation == SUB_CLASS_OF]
    parents = list(dict.fromkeys(parent.iri for parent in entry.above))
    synonyms = synonyms_in(term, language)
    below = around.below.get((term.ontology, iri), (0, 0))
    told: dict[str, Any] = {
        "appearsIn": list(dict.fromkeys(copy.ontology for copy in copies)) or [term.ontology],
        "curie": entry.curie,
        "definedBy": _home(iri, registry=registry),
        "definition": [] if term.definition is None else [term.definition],
        "definitionProperty": f"{_OBO}IAO_0000115",
        "directAncestor": ancestors_in(around.copies, term, relations=SUB_CLASS_OF.__eq__),
        "directParent": direct,
        "hasDirectChildren": entry.place.has_direct_children,
        "hasDirectParents": bool(direct),
        "hasHierarchicalChildren": entry.place.has_hierarchical_children,
        "hasHierarchicalParents": bool(parents),
        "hierarchicalAncestor": ancestors_in(around.copies, term, relations=is_hierarchical),
        "hierarchicalParent": parents,
        "hierarchicalProperty": _single_or_all(
            list(dict.fromkeys(parent.relation for parent in entry.above)) or [SUB_CLASS_OF]
        ),
        "imported": not entry.defining,
        "iri": iri,
        "isDefiningOntology": entry.defining,
        "isObsolete": term.obsolete,
        "isPreferredRoot": False,
        "label": [term.label_in((language,))[0]],
        "linkedEntities": _linked(term, around.copies, registry=registry),
        "numDescendants": below[0],
        "numHierarchicalDescendants": below[1],
        "ontologyId": term.ontology,
        "ontologyIri": ontology_iri(entry.release, registry=registry),
        "ontologyPreferredPrefix": entry.prefix,
        "searchableAnnotationValues": False,
        "shortForm": entry.short_form,
        "synonym": list(dict.fromkeys(name.text for name in synonyms)),
        "synonymProperty": _single_or_all(
            list(dict.fromkeys(f"{_OIO}{SCOPES[name.kind]}" for name in synonyms))
        ),
        "type": [term.kind, "entity"],
        _TYPE: f"http://www.w3.org/2002/07/owl#{_OWL[term.kind]}",
    }
    if not told["definedBy"]:
        del told["definedBy"]
    for name in ("definition", "synonym"):
        if not told[name]:
            del told[name], told[f"{name}Property"]
    return told | _axioms(term, language=language)


def _axioms(term: Term, *, language: str) -> dict[str, Any]:
    """The same under the IRIs of the properties, where V2 shows what the ontology itself says."""
    said: dict[str, list[str]] = {
        f"{_RDFS}label": [term.label_in((language,))[0]],
        f"{_OBO}IAO_0000115": [] if term.definition is None else [term.definition],
        f"{_OBO}IAO_0100001": list(term.replaced_by),
        f"{_OIO}consider": list(term.consider),
        f"{_OIO}hasDbXref": list(term.xrefs),
        f"{_OIO}inSubset": list(term.subsets),
        "http://www.w3.org/2002/07/owl#deprecated": ["true"] if term.obsolete else [],
    }
    for parent in term.parents:
        said.setdefault(parent.relation, []).append(parent.iri)
    for name in synonyms_in(term, language):
        said.setdefault(f"{_OIO}{SCOPES[name.kind]}", []).append(name.text)
    return {name: _single_or_all(values) for name, values in said.items() if values}


def _home(iri: str, *, registry: VocabularyRegistry) -> list[str]:
    home = registry.of_iri(iri)
    return [] if home is None else [home.id]


def named_by(terms: Iterable[Term]) -> set[str]:
    """The other terms that terms name: parents and replacements."""
    return {
        iri
        for term in terms
        for iri in (*(parent.iri for parent in term.parents), *term.replaced_by, *term.consider)
    }


def _linked(
    term: Term, copies: Mapping[str, tuple[Term, ...]], *, registry: VocabularyRegistry
) -> dict[str, Any]:
    return {
        iri: {
            "definedBy": _home(iri, registry=registry),
            "numAppearsIn": len({copy.ontology for copy in copies[iri]}),
            "hasLocalDefinition": any(copy.ontology == term.ontology for copy in copies[iri]),
            "label": [copies[iri][0].label],
            "curie": registry.curie(iri) if registry.of_iri(iri) else curie_like(short_form(iri)),
            "type": [copies[iri][0].kind, "entity"],
        }
        for iri in sorted(named_by([term]))
        if copies.get(iri)
    }


def ontology_v2(
    release: Release, *, counts: Mapping[str, int], registry: VocabularyRegistry
) -> dict[str, Any]:
    """An ontology. Its numbers of terms are texts, as OLS has them.

    Args:
        counts: how many terms there are of each kind.
    """
    known = registry.vocabularies.get(release.ontology)
    header = release.header
    licence = header.licence or (known.licence if known else "")
    title = header.title or (known.title if known else release.ontology)
    about = header.description or (known.about if known else "")
    iri = ontology_iri(release, registry=registry)
    told: dict[str, Any] = {
        "definition": [about] if about else [],
        "description": about,
        "homepage": known.homepage if known else "",
        "imported": False,
        "importsFrom": [],
        "exportsTo": [],
        "iri": iri,
        "isObsolete": False,
        "label": [title],
        "language": list(release.languages) or ["en"],
        "license": {"label": licence, "url": licence} if licence else None,
        "linkedEntities": {},
        "loaded": release.loaded,
        "numDescendants": 0,
        "numHierarchicalDescendants": 0,
        "numberOfClasses": str(counts["class"]),
        "numberOfEntities": str(sum(counts.values())),
        "numberOfIndividuals": str(counts["individual"]),
        "numberOfProperties": str(counts["property"]),
        "ontologyId": release.ontology,
        "ontologyPurl": iri,
        "preferredPrefix": known.prefix if known else release.ontology.upper(),
        "searchableAnnotationValues": [text for text in (title, about) if text],
        "sourceFileTimestamp": release.loaded,
        "title": title,
        "type": ["ontology"],
        _TYPE: "http://www.w3.org/2002/07/owl#Ontology",
    }
    if header.version:
        told["http://www.w3.org/2002/07/owl#versionInfo"] = header.version
    return {name: value for name, value in told.items() if value not in (None, "")}


def _single_or_all(values: list[Any]) -> Any:
    """The value itself when there is only one, as OLS writes annotations in V2."""
    return values[0] if len(values) == 1 else values
