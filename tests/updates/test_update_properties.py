"""Whatever an update does, exactly the graphs that it changes are found, and they say what the engine makes of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Store
from update_requests import BASE, RECORDS

from imagegraph.adapters.oxigraph.store import in_both
from imagegraph.adapters.oxigraph.update import SnapshotUpdater
from imagegraph.errors import NotFound

Graphs = dict[str, bytes]
NAMES = tuple(f"{RECORDS}{id}" for id in "abcd")
MADE = f"{BASE}terms/used"
_PATTERN = "?s ?p ?o"
_VALUES = ("1", "2", "0.50", "'x'", "'y'@en", "<http://e/o>")


def graphs_of(store: Store) -> Graphs:
    """What every graph says that says something."""
    found: dict[str, list[bytes]] = {}
    for quad in store:
        if isinstance(quad.graph_name, NamedNode):
            found.setdefault(quad.graph_name.value, []).append(
                f"{quad.subject} {quad.predicate} {quad.object} .\n".encode()
            )
    return {name: b"".join(sorted(lines)) for name, lines in found.items()}


def apply(before: Graphs, text: str, folder: Path) -> dict[str, tuple[str, bytes]]:
    """The changes that the worker tells: for each graph the digest of what it said, and what it says now."""
    path, copy = folder / "snapshot", folder / "copy"
    store = Store(str(path))
    for name, content in before.items():
        store.load(in_both(content, name), format=RdfFormat.N_QUADS)
    store.backup(str(copy))
    del store
    snapshot = Store.read_only(str(path))
    header = {
        "snapshot": str(path), "copy": str(copy), "base": BASE, "default_graphs": None, "named_graphs": None,
        "bytes": 1_000_000,
    }  # fmt: skip
    told, (blob,) = SnapshotUpdater(lambda _: snapshot).apply(header, [text.encode()])
    found, start = {}, 0
    for one in told["changes"]:
        found[one["graph"]] = (one["before"], blob[start : start + one["length"]])
        start += one["length"]
    return found


def expected(before: Graphs, text: str) -> dict[str, tuple[str, bytes]]:
    """The same by comparing all graphs of a store on which the engine did it."""
    store = Store()
    for name, content in before.items():
        store.load(content, format=RdfFormat.N_TRIPLES, to_graph=NamedNode(name))
    first = graphs_of(store)
    store.update(text, base_iri=BASE)
    last = graphs_of(store)
    return {
        name: (hashlib.sha256(first.get(name, b"")).hexdigest(), last.get(name, b""))
        for name in first.keys() | last.keys()
        if first.get(name) != last.get(name)
    }


_names = st.sampled_from(NAMES)
_statements = st.builds(
    "<http://e/{}> <http://e/{}> {}".format, st.sampled_from("stu"), st.sampled_from("pq"), st.sampled_from(_VALUES)
)  # fmt: skip
_data = st.lists(_statements, min_size=1, max_size=4).map(" . ".join)
_graph = st.one_of(_names.map("GRAPH <{}>".format), st.just("GRAPH ?g"))
_filters = st.sampled_from(["", "FILTER(?o = 1)", "FILTER(isLiteral(?o))", "FILTER(?p = <http://e/q>)"])
_kept = f'FILTER(STRSTARTS(STR(?g), "{RECORDS}"))'
_where = st.builds(lambda pattern: f"GRAPH ?g {{ {_PATTERN} {pattern} }} {_kept}", _filters)
_operations = st.one_of(
    st.builds("INSERT DATA {{ GRAPH <{}> {{ {} }} }}".format, _names, _data),
    st.builds("DELETE DATA {{ GRAPH <{}> {{ {} }} }}".format, _names, _data),
    st.builds("DELETE WHERE {{ GRAPH <{}> {{ ?s <http://e/p> ?o }} }}".format, _names),
    st.just("DELETE WHERE { GRAPH ?g { ?s <http://e/q> 2 } }"),
    st.builds(
        "DELETE {{ {} {{ ?s ?p ?o }} }} INSERT {{ {} {{ ?s ?p {} }} }} WHERE {{ {} }}".format,
        _graph, _graph, st.sampled_from((*_VALUES, "?o")), _where,
    ),
    st.builds("INSERT {{ {} {{ ?s ?p ?o }} }} WHERE {{ {} }}".format, _graph, _where),
    st.builds("DELETE {{ {} {{ ?s ?p ?o }} }} WHERE {{ {} }}".format, _graph, _where),
    st.builds(
        "WITH <{}> DELETE {{ ?s ?p ?o }} INSERT {{ ?s <http://e/q> ?o }} USING <{}> WHERE {{ ?s ?p ?o }}".format,
        _names, _names,
    ),
    st.builds("WITH <{}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o {} }}".format, _names, _filters),
    st.builds("{} SILENT <{}> TO <{}>".format, st.sampled_from(["COPY", "MOVE", "ADD"]), _names, _names),
    st.builds("{} SILENT GRAPH <{}>".format, st.sampled_from(["CLEAR", "DROP"]), _names),
)  # fmt: skip
_states = st.dictionaries(
    _names, st.lists(_statements, min_size=1, max_size=5), max_size=4
).map(lambda made: {name: _as_lines(found) for name, found in made.items()})  # fmt: skip


def _as_lines(statements: list[str]) -> bytes:
    store = Store()
    store.load("".join(f"{one} .\n" for one in statements), format=RdfFormat.TURTLE)
    return b"".join(sorted({f"{q.subject} {q.predicate} {q.object} .\n".encode() for q in store}))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(before=_states, operations=st.lists(_operations, min_size=1, max_size=4))
def test_the_changes_are_those_of_the_engine(before: Graphs, operations: list[str]) -> None:
    """No graph too many and none too few, for sequences of every kind of operation."""
    before = {**before, MADE: b"<http://e/term> <http://e/label> <http://e/kept> .\n"}
    text = " ;\n".join(operations)
    with TemporaryDirectory() as folder:
        assert apply(before, text, Path(folder)) == expected(before, text)


_FULL = {name: f'<http://e/{name[-1]}> <http://e/p> "{n}" .\n'.encode() for n, name in enumerate(NAMES)}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "INSERT { GRAPH ?g { ?s <http://e/r> ?n } } WHERE { GRAPH ?g { ?s ?p ?o } BIND(RAND() AS ?n) }",
            lambda n: n == 4,
        ),
        (
            "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } FILTER(RAND() < 0.5) }",
            lambda n: n <= 4,
        ),
        (
            "INSERT { GRAPH ?new { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } BIND(UUID() AS ?new) }",
            lambda n: n == 4,
        ),
        (
            "INSERT { GRAPH ?g { ?g <http://e/n> ?n } } WHERE "
            "{ SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g LIMIT 2 }",
            lambda n: n == 2,
        ),
        (
            "INSERT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?k { ?s ?p ?o } OPTIONAL { FILTER(false) BIND(?k AS ?g) } }",
            lambda n: n == 0,
        ),
        ("INSERT { GRAPH ?o { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }", lambda n: n == 0),
    ],
    ids=["random values", "random graphs", "new names", "a limit", "unbound", "a text as a name"],
)
def test_what_cannot_be_foreseen_is_noted(tmp_path: Path, text: str, count: Callable[[int], bool]) -> None:
    """The graphs are those of the one time that the update was done, whatever chance decides."""
    changes = apply(_FULL, text, tmp_path)
    assert count(len(changes)), sorted(changes)
    for name, (before, after) in changes.items():
        assert before == hashlib.sha256(_FULL.get(name, b"")).hexdigest()
        assert after != _FULL.get(name, b"")


def test_the_merge_loses_what_nobody_says_any_more(tmp_path: Path) -> None:
    """A statement that two graphs make is in the merge until both have lost it."""
    shared = b"<http://e/s> <http://e/p> <http://e/o> .\n"
    before = {NAMES[0]: shared, NAMES[1]: shared}
    count = f"INSERT {{ GRAPH <{NAMES[2]}> {{ <http://e/s> <http://e/n> ?n }} }} WHERE {{ SELECT (COUNT(*) AS ?n) {{ ?s <http://e/p> ?o }} }}"
    one = f"DROP GRAPH <{NAMES[0]}> ; {count}"
    two = f"DROP GRAPH <{NAMES[0]}> ; DELETE WHERE {{ GRAPH <{NAMES[1]}> {{ ?s ?p ?o }} }} ; {count}"
    for text, number in ((one, b'"1"'), (two, b'"0"')):
        folder = tmp_path / number.decode().strip('"')
        folder.mkdir()
        assert number in apply(before, text, folder)[NAMES[2]][1]
    with pytest.raises(NotFound):
        apply(before, f"DROP GRAPH <{NAMES[0]}> ; DROP GRAPH <{NAMES[0]}>", tmp_path)
