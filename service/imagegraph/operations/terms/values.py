"""Terms as plain values: what the JSON answers of the API and of the command line hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.model.ontology import PART_OF, SUB_CLASS_OF, Release
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.operations.describe import label_of
from imagegraph.operations.terms.annotation import Annotation, Mention
from imagegraph.operations.terms.description import ShortTerm, TermDescription
from imagegraph.operations.terms.hits import Hit
from imagegraph.operations.terms.usage import Usage
from imagegraph.ports.terms import Resolution

_RELATIONS = {SUB_CLASS_OF: "subClassOf", PART_OF: "part_of"}


def hit_values(hit: Hit) -> dict[str, Any]:
    """One hit of a search."""
    return {
        "iri": hit.iri, "curie": hit.curie, "label": hit.label, "language": hit.language,
        "ontology": hit.ontology, "match": hit.match, "matched": hit.matched, "reason": hit.reason,
        "obsolete": hit.obsolete, "replaced_by": list(hit.replaced_by),
        "same_as": [
            {"iri": one.iri, "curie": one.curie, "label": one.label, "ontology": one.ontology, "why": one.why}
            for one in hit.same_as
        ],
        "definition": hit.definition, "inside": hit.inside,
    }  # fmt: skip


def short_values(term: ShortTerm) -> dict[str, Any]:
    """A term in one line."""
    values: dict[str, Any] = {
        "iri": term.iri, "curie": term.curie, "label": term.label, "ontology": term.ontology,
        "obsolete": term.obsolete,
    }  # fmt: skip
    if term.relation:
        values["relation"] = _RELATIONS.get(term.relation, term.relation)
        values["relation_label"] = term.relation_label
    return values


def description_values(told: TermDescription, resolution: Resolution) -> dict[str, Any]:
    """Everything about one term, and who said it."""
    term = told.term
    return {
        "iri": term.iri, "curie": told.curie, "label": told.label.text,
        "label_language": told.label.language, "fallback": told.label.fallback,
        "ontology": term.ontology, "kind": term.kind, "definition": told.definition,
        "labels": [
            {"text": name.text, "language": name.language} for name in told.names if name.kind == "label"
        ],
        "synonyms": [
            {"text": name.text, "kind": name.kind, "language": name.language}
            for name in told.names if name.kind != "label"
        ],
        "parents": [short_values(one) for one in told.parents],
        "obsolete": term.obsolete,
        "replaced_by": [short_values(one) for one in told.replacements],
        "consider": [short_values(one) for one in told.consider],
        "xrefs": list(term.xrefs), "subsets": list(term.subsets),
        "copies": [
            {"ontology": copy.ontology, "version": copy.version, "defining": copy.defining,
             "source": release.source if release else resolution.source}
            for copy, release in zip(told.copies, told.releases, strict=True)
        ],
        "state": resolution.state, "source": resolution.source, "stale": resolution.stale,
        "notes": [resolution.detail] if resolution.detail else [],
    }  # fmt: skip


def usage_values(usage: Usage, *, terms: Mapping[str, ShortTerm]) -> dict[str, Any]:
    """A record that uses a term.

    Args:
        terms: IRI -> the terms that are used.
    """
    record = usage.record
    return {
        "id": record.id, "iri": record.iri, "title": record.title, "type": record.type,
        "uses": [
            {"property": use.property, "label": label_of(use.property), "term": short_values(terms[use.term])}
            for use in usage.uses
        ],
    }  # fmt: skip


def release_values(release: Release) -> dict[str, Any]:
    """A release that is loaded."""
    return {
        "ontology": release.ontology, "title": release.header.title, "version": release.header.version,
        "terms": release.terms, "obsolete": release.obsolete, "languages": list(release.languages),
        "source": release.source, "loaded": release.loaded, "licence": release.header.licence,
        "current": release.current,
    }  # fmt: skip


def field_values(registry: VocabularyRegistry) -> Sequence[dict[str, Any]]:
    """The fields that can be searched for, with the vocabularies they want."""
    return [
        {
            "field": policy.name, "title": policy.title,
            "choices": [
                {"ontology": choice.vocabulary, "under": choice.root, "why": choice.why}
                for choice in policy.choices
            ],
        }
        for policy in registry.fields.values()
    ]  # fmt: skip


def annotation_values(found: Annotation) -> dict[str, Any]:
    """What one text names."""
    return {"text": found.text, "mentions": [_mention_values(one) for one in found.mentions]}


def _mention_values(mention: Mention) -> dict[str, Any]:
    return {
        "text": mention.text, "start": mention.start, "end": mention.end, "status": mention.status,
        "choice": mention.choice,
        "candidates": [
            {**hit_values(one.hit), "confidence": one.confidence, "reason": one.reason}
            for one in mention.candidates
        ],
    }  # fmt: skip
