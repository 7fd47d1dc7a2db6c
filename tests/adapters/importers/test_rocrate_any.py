"""Whatever a JSON document holds, the importers of JSON give records or a refusal."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rocrate_reading import CRATE_1_2, canonical

from imagegraph.adapters.importers.jsonld import JsonLdImporter, triples_of
from imagegraph.adapters.importers.jsonld_contexts import inlined
from imagegraph.adapters.importers.native import NativeImporter
from imagegraph.adapters.importers.rocrate import RoCrateImporter
from imagegraph.errors import Refusal
from imagegraph.model.records import Document
from imagegraph.ports.importing import RdfImporter

WORDS = [
    "@id", "@type", "@value", "@language", "@list", "@set", "@graph", "@context", "@reverse", "@base",
    "name", "about", "Dataset", "ex:a", "ex", "http://example.org/", "_:b", "#a", "./", "a b", "%zz", "http://[",
    "\ud800", "unknown", "xsd:double", "", "type", "Study", "image", "id", "power", "unit", "value", "Image",
    "ro-crate-metadata.json", CRATE_1_2, "@vocab", "conformsTo",
]  # fmt: skip
SCALARS = st.one_of(
    st.none(), st.booleans(), st.sampled_from(WORDS), st.sampled_from([0, -1, 5.0, 0.1, 1e22, 10**400, 1e308])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(WORDS), inner, max_size=4)
    ),
    max_leaves=12,
)
ENTITIES = st.dictionaries(st.sampled_from(WORDS), VALUES, max_size=5)


def read_all(value: Any) -> None:
    """Read a value by every importer of JSON."""
    document = Document(name="any", content=json.dumps(value).encode())
    for importer in (RoCrateImporter(), JsonLdImporter(), NativeImporter()):
        importer.recognises(document)
        with suppress(Refusal):
            list(importer.read(document))
        if isinstance(importer, RdfImporter):
            with suppress(Refusal):
                importer.own_triples(document)


@settings(max_examples=150, deadline=None)
@given(VALUES)
def test_any_json(value: Any) -> None:
    """Any JSON value gives records or a refusal."""
    read_all(value)


@settings(max_examples=300, deadline=None)
@given(st.lists(ENTITIES, max_size=3), VALUES)
def test_any_crate(entities: list[Any], context: Any) -> None:
    """Any entities under any context give a record or a refusal."""
    descriptor = {"@id": "ro-crate-metadata.json", "about": {"@id": "./"}}
    read_all({"@context": [CRATE_1_2, context], "@graph": [descriptor, {"@id": "./"}, *entities]})


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(WORDS), VALUES, max_size=4))
def test_any_thing(members: dict[str, Any]) -> None:
    """Any members of a thing of ours give a record or a refusal."""
    read_all({"type": "Study", **members})


#: the engine's reader of JSON-LD makes integers of 21 digits doubles, which only those of 22 digits should be
#: (https://www.w3.org/TR/json-ld11-api/#data-round-tripping); ours does not, so these are left out
PLAIN = st.one_of(
    st.text(max_size=8),
    st.integers().filter(lambda number: not 10**20 <= abs(number) < 10**21),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["name", "about", "ex:a", "decimal", "link", "unknown"]),
            st.one_of(
                PLAIN,
                st.lists(PLAIN, max_size=3),
                st.fixed_dictionaries({"@id": st.sampled_from(["#a", "x/y", "ex:z", "_:n", "urn:q"])}),
            ),
            max_size=4,
        ),
        max_size=3,
    )
)
def test_flat_reading_equals_json_ld(entities: list[Any]) -> None:
    """For flat entities without strange ids both readings make the same statements."""
    context = [
        CRATE_1_2,
        {
            "ex": "http://example.org/",
            "decimal": {"@id": "ex:decimal", "@type": "http://www.w3.org/2001/XMLSchema#double"},
            "link": {"@id": "ex:link", "@type": "@vocab"},
        },
    ]
    value = {"@context": context, "@graph": [{"@id": f"#{n}", **e} for n, e in enumerate(entities)]}
    for entity in value["@graph"]:
        links = entity.get("link")
        entity["link"] = [
            part for part in (links if isinstance(links, list) else [links]) if not isinstance(part, str)
        ]
    content = json.dumps(value)
    assume("\\u0000" not in content)  # which is refused
    own = RoCrateImporter().own_triples(Document(name="any", content=content.encode()))
    assert canonical(own) == canonical(triples_of(inlined(value, source=""), source=""))
