"""Terms, properties, individuals and ontologies as V1 of OLS writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imagegraph.api.routes.ols.asking import encoded
from imagegraph.model.ontology import Release, Term, TermName
from imagegraph.model.vocabularies import Vocabulary, VocabularyRegistry
from imagegraph.operations.ols_catalogue import Entry

#: kind of a term -> the list it stands in
LISTS = {"class": "terms", "property": "properties", "individual": "individuals"}
#: kind of a name -> local name of the OBO property that says it
SCOPES = {
    "exact": "hasExactSynonym",
    "abbreviation": "hasExactSynonym",
    "related": "hasRelatedSynonym",
    "narrow": "hasNarrowSynonym",
    "broad": "hasBroadSynonym",
}
_UP = ("parents", "ancestors", "hierarchicalParents", "hierarchicalAncestors", "jstree")
_DOWN = ("children", "descendants", "hierarchicalChildren", "hierarchicalDescendants")


def synonyms_in(term: Term, language: str) -> list[TermName]:
    """The names that are not labels, in a language or in none; in English where there are none of these."""
    others = [name for name in term.names if name.kind != "label"]
    primary = language.partition("-")[0]
    wanted = [name for name in others if name.language.partition("-")[0] in (primary, "")]
    return wanted or [name for name in others if name.language.partition("-")[0] == "en"]


def term_v1(entry: Entry, *, root: str, language: str, registry: VocabularyRegistry) -> dict[str, Any]:
    """A term, property or individual.

    Args:
        root: URL of the API.
        language: of labels and synonyms, where the ontology has them.
    """
    term = entry.term
    synonyms = synonyms_in(term, language)
    told: dict[str, Any] = {
        "iri": term.iri,
        "lang": language,
        "description": [] if term.definition is None else [term.definition],
        "synonyms": list(dict.fromkeys(name.text for name in synonyms)),
        "annotation": _annotation(entry),
    }
    if term.kind == "individual":
        told["type"] = None
    told |= {
        "label": term.label_in((language,))[0],
        "ontology_name": term.ontology,
        "ontology_prefix": entry.prefix,
        "ontology_iri": ontology_iri(entry.release, registry=registry),
        "is_obsolete": term.obsolete,
        "is_defining_ontology": entry.defining,
        "has_children": entry.place.has_hierarchical_children,
        "is_root": not entry.above,
        "short_form": entry.short_form,
        "obo_id": entry.curie,
    }
    if term.kind != "property":
        told["in_subset"] = list(term.subsets) or None
    if term.kind == "class":
        told |= {
            "term_replaced_by": "\n".join(term.replaced_by) or None,
            "obo_definition_citation": None,
            "obo_xref": [xref_v1(text, registry=registry) for text in term.xrefs] or None,
            "obo_synonym": [
                {"name": name.text, "scope": SCOPES[name.kind], "type": None, "xrefs": []}
                for name in synonyms
            ]
            or None,
            "is_preferred_root": False,
        }
    told["_links"] = _links(entry, f"{root}/ontologies/{term.ontology}/{LISTS[term.kind]}", language=language)
    return told


def _annotation(entry: Entry) -> dict[str, list[str]]:
    term = entry.term
    told = {
        "consider": list(term.consider),
        "database_cross_reference": list(term.xrefs),
        "id": [entry.curie],
        "term replaced by": list(term.replaced_by),
    }
    return {name: values for name, values in told.items() if values}


def xref_v1(text: str, *, registry: VocabularyRegistry) -> dict[str, Any]:
    """A cross-reference in its parts; `url` where the registry or the text itself knows one."""
    if text.startswith(("http://", "https://")):
        return {"database": None, "id": text, "description": None, "url": text}
    database, colon, local = text.partition(":")
    return {
        "database": database if colon else None,
        "id": local if colon else text,
        "description": None,
        "url": registry.iri(text),
    }


def _links(entry: Entry, folder: str, *, language: str) -> dict[str, dict[str, str]]:
    """What can be asked next: all ways up when anything is above, all ways down when anything is below."""
    here = f"{folder}/{encoded(entry.term.iri)}"
    names: list[str] = []
    if entry.term.kind == "class":
        names += _UP if entry.above else ()
        names += _DOWN if entry.place.has_hierarchical_children else ()
        names.append("graph")
    return {
        "self": {"href": f"{here}?lang={language}"},
        **{name: {"href": f"{here}/{name}"} for name in names},
    }


def ontology_iri(release: Release, *, registry: VocabularyRegistry) -> str:
    """The IRI of an ontology; for OBO ontologies that do not state it, the one they are published under."""
    known = registry.vocabularies.get(release.ontology)
    if release.header.iri and (known is None or release.header.iri != known.base):
        return release.header.iri
    if known is not None and known.base.startswith("http://purl.obolibrary.org/obo/"):
        return f"http://purl.obolibrary.org/obo/{release.ontology}.owl"
    return known.base if known is not None else ""


def ontology_v1(
    release: Release, *, counts: Mapping[str, int], root: str, registry: VocabularyRegistry
) -> dict[str, Any]:
    """An ontology.

    Args:
        counts: how many terms there are of each kind.
    """
    known = registry.vocabularies.get(release.ontology)
    here = f"{root}/ontologies/{release.ontology}"
    return {
        "ontologyId": release.ontology,
        "loaded": release.loaded,
        "updated": release.loaded,
        "status": "LOADED",
        "message": "",
        "version": release.header.version or None,
        "numberOfTerms": counts["class"],
        "numberOfProperties": counts["property"],
        "numberOfIndividuals": counts["individual"],
        "languages": list(release.languages) or ["en"],
        "lang": "en",
        "config": _config(release, known, registry=registry),
        "_links": {
            "self": {"href": here},
            **{name: {"href": f"{here}/{name}"} for name in LISTS.values()},
        },
    }


def _config(release: Release, known: Vocabulary | None, *, registry: VocabularyRegistry) -> dict[str, Any]:
    header = release.header
    licence = header.licence or (known.licence if known else "")
    about = header.description or (known.about if known else "")
    version_is_iri = header.version.startswith(("http://", "https://"))
    return {
        "id": ontology_iri(release, registry=registry),
        "versionIri": header.version if version_is_iri else None,
        "title": header.title or (known.title if known else release.ontology),
        "namespace": release.ontology,
        "preferredPrefix": known.prefix if known else release.ontology.upper(),
        "description": about or None,
        "homepage": (known.homepage if known else "") or None,
        "version": header.version or None,
        "mailingList": None,
        "tracker": None,
        "logo": None,
        "creators": [],
        "annotations": {"license": [licence]} if licence else {},
        "fileLocation": release.source,
        "oboSlims": False,
        "labelProperty": "http://www.w3.org/2000/01/rdf-schema#label",
        "definitionProperties": ["http://purl.obolibrary.org/obo/IAO_0000115"],
        "synonymProperties": ["http://www.geneontology.org/formats/oboInOwl#hasExactSynonym"],
        "hierarchicalProperties": ["http://purl.obolibrary.org/obo/BFO_0000050"],
        "baseUris": [known.base] if known else [],
        "hiddenProperties": [],
        "preferredRootTerms": [],
        "internalMetadataProperties": [],
        "allowDownload": False,
        "reasonerType": "NONE",
        "skos": False,
    }
