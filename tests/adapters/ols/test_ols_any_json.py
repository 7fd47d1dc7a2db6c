"""Whatever JSON comes, reading it ends with terms that can be kept, or with one named refusal."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from imagegraph.adapters.ols.documents import UnreadableAnswer, read_terms, says_missing
from imagegraph.model.vocabularies import packaged_registry

IRI = "http://purl.obolibrary.org/obo/UBERON_0000001"
KEYS = st.sampled_from([
    "iri", "label", "lang", "synonyms", "synonym", "obo_synonym", "obo_xref", "annotation", "description", "type",
    "is_obsolete", "isObsolete", "term_replaced_by", "ontology_name", "ontologyId", "shortForm", "short_form", "obo_id",
    "is_defining_ontology", "isDefiningOntology", "directParent", "hierarchicalParent", "hierarchicalAncestor",
    "relatedTo", "value", "axioms", "property", "name", "scope", "database", "id", "_links", "self", "href", "elements",
    "_embedded", "terms", "response", "docs", "page", "totalElements", "in_subset", "obo_definition_citation",
    "definition", "http://purl.obolibrary.org/obo/IAO_0100001", "http://purl.obolibrary.org/obo/IAO_0000115",
    "http://www.geneontology.org/formats/oboInOwl#hasExactSynonym", "consider", "status", "message",
])  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(
        [IRI, "UBERON:0000002", "obsolete x", "true", "class", "literal", "a_1 b:2", "", "\ud800"]
    ),
    st.text(max_size=20),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)
ENTRIES = st.dictionaries(KEYS, VALUES, max_size=12).map(lambda entry: {**entry, "iri": IRI})


@settings(max_examples=300, deadline=None)
@given(st.one_of(VALUES, ENTRIES, st.lists(ENTRIES, max_size=3).map(lambda found: {"elements": found})))
def test_any_json_is_read_or_refused(document: Any) -> None:
    """Terms have the IRI that stands there, texts that can be written as UTF-8, and usable parents."""
    says_missing(document)
    with contextlib.suppress(UnreadableAnswer):
        for described in read_terms(document, registry=packaged_registry()):
            term = described.term
            assert term.iri == IRI
            assert all(name.text and name.text.encode() for name in term.names)
            assert (term.definition or "").encode() is not None
            linked = [*term.replaced_by, *term.consider, *(parent.iri for parent in term.parents)]
            assert all(iri.startswith(("http://", "https://")) for iri in linked)
            assert json.dumps([*term.xrefs, *term.subsets, term.ontology]).encode()
            assert IRI not in term.replaced_by
