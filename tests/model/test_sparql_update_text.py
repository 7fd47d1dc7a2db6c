"""The operations of an update as they are read; texts are compared with what the engine makes of them."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Store

from imagegraph.errors import BadParameter, ForbiddenQuery, ImagegraphError, MalformedQuery, QueryTooLarge
from imagegraph.model.sparql_operations import check_datasets
from imagegraph.model.sparql_updates import operations_of

NOWHERE = "http://127.0.0.1:1/"
S = "<a:s> <a:p> 1"


@pytest.mark.parametrize(
    ("text", "kind", "written", "names"),
    [
        (f"INSERT DATA {{ GRAPH <a:g> {{ {S} }} }}", "DATA", ["<a:g>"], ["<a:g>"]),
        (f"delete data {{ graph <a:g> {{ {S} }} . graph <a:h> {{ {S} }} }}", "DATA", ["<a:g>", "<a:h>"], ["<a:g>", "<a:h>"]),
        ("DELETE WHERE { GRAPH ?g { ?s ?p ?o } GRAPH <a:g> { ?s ?p ?o } }", "DELETE WHERE", ["?g", "<a:g>"], ["<a:g>"]),
        ("WITH <a:g> DELETE { ?s ?p ?o } WHERE { GRAPH <a:h> { ?s ?p ?o } }", "MODIFY", ["<a:g>"], ["<a:g>", "<a:h>"]),
        ("WITH <a:g> DELETE { GRAPH ?g { ?s ?p ?o } ?s ?p 1 } INSERT { ?s ?p 2 GRAPH $h { ?s ?p 1 } } USING <a:u> USING NAMED <a:n> WHERE { ?s ?p ?o }",
         "MODIFY", ["<a:g>", "?g", "$h"], ["<a:g>", "<a:u>", "<a:n>"]),
        ("PREFIX x: <a:> CLEAR SILENT GRAPH x:g", "CLEAR", ["x:g"], ["x:g"]),
        ("DROP ALL", "DROP", [], []),
        ("DROP NAMED # and that is all", "DROP", [], []),
        ("CREATE GRAPH <a:g>", "CREATE", ["<a:g>"], ["<a:g>"]),
        ("COPY SILENT DEFAULT TO GRAPH <a:g>", "COPY", ["<a:g>"], ["<a:g>"]),
        ("MOVE SILENT <a:g> TO <a:h>", "MOVE", ["<a:h>", "<a:g>"], ["<a:g>", "<a:h>"]),
        ("ADD GRAPH <a:g> TO <a:h> ;", "ADD", ["<a:h>"], ["<a:g>", "<a:h>"]),
    ],
)  # fmt: skip
def test_each_kind_of_operation_is_read(text: str, kind: str, written: list[str], names: list[str]) -> None:
    """What it is, the graphs that it may change, and every place where it names a graph."""
    (operation,) = operations_of(text)
    assert (operation.kind, list(operation.written)) == (kind, written)
    assert [place.text for place in operation.names] == names
    assert all(operation.text[place.start : place.end] == place.text for place in operation.names)
    named = {place.text: "http://example.org/named" for place in operation.names}
    with suppress(RuntimeError):  # the graph is there already, or is not there
        Store().update(operation.rewritten(named, log="urn:log", using=""))


def test_each_operation_has_the_prefixes_before_it() -> None:
    """A prefix holds from where it is declared; each operation can be run by itself."""
    text = (
        f"PREFIX x: <a:> INSERT DATA {{ GRAPH x:g {{ {S} }} }} ;\n# a comment ; with a semicolon\n"
        f"PREFIX y: <b:> BASE <http://e/> INSERT {{ GRAPH y:g {{ ?s ?p ';' }} }} WHERE {{ GRAPH x:g {{ ?s ?p ?o }} }} ;"
    )
    first, second = operations_of(text)
    assert ("y:" in first.prologue, "y:" in second.prologue, "x:" in second.prologue) == (False, True, True)
    store = Store()
    resolved = {"x:g": "a:g", "y:g": "b:g"}
    for operation in (first, second):
        store.update(operation.rewritten(resolved, log="urn:log"))
    assert {(quad.graph_name.value, quad.object.value) for quad in store} == {("a:g", "1"), ("b:g", ";")}


def test_a_dataset_is_told_once() -> None:
    """By WITH and USING, or by the protocol."""
    plain = "INSERT { GRAPH <a:g> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    for text in (
        plain.replace("WHERE", "USING <a:u> WHERE"),
        f"WITH <a:g> {plain}",
        plain.replace("WHERE", "USING NAMED <a:u> WHERE"),
    ):
        check_datasets(operations_of(text), protocol=False)
        with pytest.raises(BadParameter, match="WITH or USING"):
            check_datasets(operations_of(text), protocol=True)
    check_datasets(operations_of(plain), protocol=True)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "INSERT",
        "INSERT WHERE { ?s ?p ?o }",
        "WITH",
        "WITH ?g DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT DATA {",
        "DELETE { GRAPH ?g { ?s ?p ?o } }",
        "CLEAR",
        "CLEAR GRAPH",
        "COPY <a:g> <a:h>",
        "CREATE ALL",
        "DROP ALL DROP ALL",
        "INSERTDATA { }",
        "USING <a:g> DELETE WHERE { ?s ?p ?o }",
        "WITH <a:g> DELETE WHERE { ?s ?p ?o }",
        "INSERT { GRAPH ?g { ?s ?p ?o } } USINGNAMED <a:u> WHERE { ?s ?p ?o }",
        "CLEAR GRAPH x:g",
    ],
)
def test_what_is_no_update_is_said(text: str) -> None:
    """With the line and the column, where there is a place."""
    with pytest.raises(MalformedQuery) as refused:
        operations_of(text)
    assert refused.value.extra["line"] == 1


def test_long_and_deep_updates_are_refused() -> None:
    """By the limits of queries."""
    with pytest.raises(QueryTooLarge):
        operations_of("DROP ALL ;" * 2_000)
    with pytest.raises(QueryTooLarge):
        operations_of("INSERT { GRAPH ?g { ?s ?p ?o } } WHERE " + "{" * 70 + "}" * 70)


_PIECES = [
    "INSERT", "DELETE", "DATA", "WHERE", "WITH <a:g>", "USING <a:g>", "USING NAMED <a:g>", "GRAPH <a:g>", "GRAPH ?g", "GRAPH",
    "{", "}", "{ ?s ?p ?o }", "{ GRAPH <a:g> { ?s ?p 7 } }", "{ GRAPH ?g { ?s ?p ?o } }", "<a:s> <a:p> 5", S, "?s ?p 8", ".", ";",
    "CLEAR", "DROP", "ALL", "NAMED", "DEFAULT", "SILENT", "ADD", "COPY", "MOVE", "TO", "<a:g>", "<a:h>", "x:g", "PREFIX x: <a:>",
    "BASE <a:>", "#", "\n", "'", "'}'", "{|", "|}", "<<(", ")>>", "[ ]", "( 1 )", "FILTER(1<2)", "<", "GRAPHx:g", "WITHx:g",
    "INSERTDATA", "DELETEWHERE", "WHERE{", "OPTIONAL {", "BIND(1 AS ?z)", "_:b", "a", "\\u0047RAPH",
]  # fmt: skip
_TEMPLATES = [
    "",
    "?s ?p 8",
    S,
    "GRAPH <a:g> { ?s ?p 7 }",
    "GRAPH ?g { ?s ?p ?o } .",
    "?s a ?o ;",
    "GRAPH x:g {} ?s ?p 6 .",
]
_SKELETONS = [
    "{0} DATA {{ {1} {2} {3} }} {4}", "DELETE WHERE {{ {1} {2} {3} }} {4}", "DELETE {{ {1} {2} }} INSERT {{ {3} }} WHERE {{ {4} }}",
    "INSERT {{ {1} {2} {3} }} {4} WHERE {{ ?s ?p ?o }}", "{1} {2} {3} {4}", "PREFIX x: <a:> {1} {0} {{ {2} {3} }} WHERE {{ {4} }}",
    "WITH <a:g> {0} {{ {1} {2} }} WHERE {{ ?s ?p ?o }} ; {3} {4}", "PREFIX x: <a:> {0} {{ {1} {2} }} WHERE {{ ?s ?p ?o {3} {4} }}",
    "PREFIX x: <a:> DELETE {{ {1} }} INSERT {{ {2} {3} }} WHERE {{ ?s ?p ?o }} {4}", "DROP SILENT DEFAULT {1} ; CLEAR ALL {2}",
]  # fmt: skip


def _changes_default(text: str) -> bool:
    """Whether the engine, asked directly, changes the default graph."""
    store = Store()
    store.update(f"INSERT DATA {{ {S} GRAPH <a:g> {{ {S} , 2 }} GRAPH <a:h> {{ {S} }} }}")
    before = set(store.quads_for_pattern(None, None, None, DefaultGraph()))
    try:
        store.update(text)
    except (SyntaxError, RuntimeError, ValueError, OSError):
        return False
    return set(store.quads_for_pattern(None, None, None, DefaultGraph())) != before


def test_no_random_text_changes_the_default_graph() -> None:
    """Of 30,000 texts made of dangerous pieces, none that changes it in the engine is accepted."""
    made = random.Random(20261128)  # noqa: S311 - the same texts every time

    def pieces(most: int) -> str:
        if made.random() < 0.7:
            return made.choice(_TEMPLATES)
        return " ".join(made.choice(_PIECES) for _ in range(made.randint(0, most)))

    changing = accepted = 0
    for _ in range(30_000):
        text = made.choice(_SKELETONS).format(
            made.choice(["INSERT", "DELETE"]), *(pieces(2) for _ in range(4))
        )
        changes = _changes_default(text)
        changing += changes
        try:
            operations = operations_of(text)
        except ImagegraphError:
            continue
        accepted += 1
        cleared = any(one.kind in ("CLEAR", "DROP") and one.target == "ALL" for one in operations)
        assert not changes or cleared, text
    assert changing > 200
    assert accepted > 1_000


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but a refusal comes of it."""
    try:
        operations_of(text)
    except (ForbiddenQuery, MalformedQuery, QueryTooLarge):
        return


@pytest.mark.parametrize(
    "text",
    [
        f"LOAD <{NOWHERE}>", f"load silent <{NOWHERE}> into graph <a:g>", f"DROP ALL ; LOAD <{NOWHERE}>", f"LOAD<{NOWHERE}>",
        f"PREFIX x: <{NOWHERE}> LOAD x:a", f"PREFIX x: <{NOWHERE}> LOADx:a", f"LOADSILENT <{NOWHERE}>",
        f"INSERT {{ GRAPH <a:g> {{ ?s ?p ?o }} }} WHERE {{ SERVICE <{NOWHERE}> {{ ?s ?p ?o }} }}",
    ],
)  # fmt: skip
def test_nothing_is_fetched(text: str) -> None:
    """LOAD and SERVICE are refused before anything runs, however they are written."""
    with pytest.raises((ForbiddenQuery, MalformedQuery)):
        operations_of(text)
