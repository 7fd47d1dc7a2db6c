"""The flat reading of RO-Crates says what a JSON-LD processor says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rocrate_reading import (
    CRATE_1_2,
    canonical,
    crate,
    document,
    root,
)

from imagegraph.adapters.importers.jsonld import triples_of
from imagegraph.adapters.importers.jsonld_contexts import inlined
from imagegraph.adapters.importers.rocrate import RoCrateImporter


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "text"),
        ("name", ""),
        ("name", None),
        ("name", []),
        ("name", ["a", ["b", ["c"]]]),
        ("name", 5),
        ("name", -0.0),
        ("name", 5.0),
        ("name", 5.5),
        ("name", 0.1),
        ("name", 1e-7),
        ("name", 1e16),
        ("name", 1e21),
        ("name", 123456789.123),
        ("name", True),
        ("name", False),
        ("name", {"@value": "Bild", "@language": "DE-at"}),
        ("name", {"@value": 5, "@type": "xsd:short"}),
        ("name", {"@value": None}),
        ("name", {"@list": [1, 2]}),
        ("name", {"@set": ["a"]}),
        ("name", {}),
        ("about", {"@id": "#local"}),
        ("about", {"@id": "data/"}),
        ("about", {"@id": "../up"}),
        ("about", {"@id": "_:blank"}),
        ("about", {"@id": "ex:1"}),
        ("about", {"@id": "urn:a:b"}),
        ("about", {"@id": ""}),
        ("about", {"@id": "?q"}),
        ("about", {"@id": "//host/x"}),
        ("about", {"@type": "Person", "name": "nested"}),
        ("about", {"@id": "#n", "name": "nested"}),
        ("decimal", 5),
        ("decimal", 5.5),
        ("decimal", "5"),
        ("decimal", True),
        ("link", "ex:1"),
        ("link", "#a"),
        ("link", ["#a", "#b"]),
        ("link", 5),
        ("link", {"@value": "x"}),
        ("word", "name"),
        ("word", "other"),
        ("ex:direct", "x"),
        ("https://example.org/full", "x"),
        ("removed", "x"),
        ("unknown", "x"),
        ("_:blank", "x"),
        ("listed", ["b", "a"]),
        ("backwards", {"@id": "#other"}),
    ],
)
def test_flat_reading_equals_json_ld(key: str, value: Any) -> None:
    """For every kind of value the statements are those that a JSON-LD processor makes."""
    context = [
        CRATE_1_2,
        {
            "ex": "http://example.org/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "decimal": {"@id": "ex:decimal", "@type": "xsd:double"},
            "link": {"@id": "ex:link", "@type": "@id"},
            "word": {"@id": "ex:word", "@type": "@vocab"},
            "removed": None,
            "listed": {"@id": "ex:listed", "@container": "@list"},
            "backwards": {"@reverse": "ex:forwards"},
        },
    ]
    given = crate(root(**{key: value}), context=context)
    expected = triples_of(inlined(json.loads(given.content), source=""), source="")
    assert canonical(RoCrateImporter().own_triples(given)) == canonical(expected)


@pytest.mark.parametrize(
    "context",
    [
        {"@vocab": "http://example.org/v/"},
        [CRATE_1_2, {"@base": "https://images.example.org/a/"}],
        [CRATE_1_2, [{"a": "b:x"}, {"b": "http://example.org/"}, {"a": "b:y"}]],
        {
            "name": {"@id": "later:name"},
            "later": "http://example.org/",
            "Dataset": "later:D",
            "about": "later:about",
        },
        ["https://w3id.org/ro/crate/1.1/context"],
        ["https://w3id.org/ro/crate/1.3-DRAFT/context"],
        ["https://gide-search/1.0/context"],
        "https://schema.org/",
        [CRATE_1_2, {"id": "@id"}],
        [CRATE_1_2, None, {"name": "http://example.org/n", "about": "http://example.org/about"}],
    ],
)
def test_contexts_equal_json_ld(context: Any) -> None:
    """Contexts with `@vocab`, `@base`, terms in any order, lists and null mean what JSON-LD says."""
    entity = {
        "@id": "./",
        "@type": ["Dataset"],
        "name": "n",
        "a": "x",
        "b:z": 1,
        "File": "f",
        "measurementMethod": "m",
    }
    given = crate({key: value for key, value in entity.items() if key != "@type"}, context=context)
    loaded = json.loads(given.content)
    del loaded["@graph"][0]["@type"]
    expected = triples_of(inlined(loaded, source=""), source="")
    own = RoCrateImporter().own_triples(document(json.dumps(loaded)))
    assert canonical(own) == canonical(expected)


def test_versions_differ_where_the_specification_does() -> None:
    """`Taxon` and the bioschemas names depend on the version of the context."""
    entity = root(input="x", taxonomicRange="y")
    found = {
        version: {t.predicate.value for t in RoCrateImporter().own_triples(crate(entity, context=context))}
        for version in ("1.1", "1.2", "1.3")
        for context in [f"https://w3id.org/ro/crate/{version}/context"]
    }
    assert "http://schema.org/taxonomicRange" not in found["1.1"]
    assert "http://schema.org/taxonomicRange" in found["1.2"]
    assert "https://bioschemas.org/ComputationalWorkflow#input" in found["1.1"]
    assert "https://bioschemas.org/properties/input" in found["1.2"]
    assert "https://bioschemas.org/terms/input" in found["1.3"]
