"""Generated queries: what somebody is answered is what a store answers that never held anything else.

The oracle is made by the test from the records that it knows somebody may see; whatever the service does to keep
the others away, its answers have to be the same.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
)
from veiled_world import BASE, SEES, World, veiled_world

from imagegraph.model.rdf import PREFIXES
from imagegraph.operations.terms.used import used_terms_graph
from imagegraph.operations.terms.uses import mentioned_terms

_OPEN = ("released", "public")
_ROWS = "application/sparql-results+json"
_FILTERS = (
    'CONTAINS(LCASE(STR({0})), "veil")', "isIRI({0})", 'STR({0}) > "V"', "{0} != {1}", "BOUND({1})",
    'REGEX(STR({0}), "^Veil(private|other|past)")', "EXISTS {{ GRAPH ?h {{ {0} ?q ?r }} }}", "STRLEN(STR({0})) > 20",
)  # fmt: skip


@pytest.fixture(scope="module", name="world")
def _world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with veiled_world(tmp_path_factory.mktemp("oracle") / "data", resolving=False) as world:
        yield world


@pytest.mark.parametrize(
    "count", [pytest.param(1_000, id="short"), pytest.param(10_000, id="long", marks=pytest.mark.soak)]
)
def test_answers_are_those_of_a_store_that_holds_nothing_else(world: World, count: int) -> None:
    """As many queries of many forms, each by somebody, each equal to the oracle's; no word of what is hidden."""
    oracles = {identity: oracle(world, identity) for identity in SEES}
    everything = list(oracles["admin"].quads_for_pattern(None, None, None, None))
    chance = random.Random(20_261_128)  # noqa: S311
    answered = 0
    for number in range(count):
        identity = chance.choice(sorted(SEES))
        text = a_query(chance, everything)
        answer = world.client(identity).get(
            f"/sparql?{urlencode({'query': text})}", headers={"Accept": _ROWS}
        )
        assert answer.status_code == 200, (number, text, answer.text)
        found = answer.json()["results"]["bindings"]
        expected = rows(oracles[identity], text)
        assert as_bag(found) == as_bag(expected), (number, identity, text)
        answered += bool(found)
        words = {
            word for state in world.canaries if is_hidden(state, identity) for word in world.canaries[state]
        }
        said = answer.text.lower()
        assert not [word for word in words if word in said and word not in text.lower()], (
            number,
            identity,
            text,
        )
    print(f"{count} queries, {answered} with rows, 0 different")
    assert answered > count / 3


def is_hidden(state: str, identity: str) -> bool:
    """Whether somebody may not see the records of a state."""
    return state not in (*_OPEN, "withdrawn") and state not in SEES[identity]


def oracle(world: World, identity: str) -> Store:
    """A store of what somebody may see, and nothing else: each record as a graph, and their merge."""
    store = Store()
    visible = [
        world.ids[state] for state in world.ids
        if state not in ("tombstoned", "withdrawn") and (state in _OPEN or state in SEES[identity])
    ]  # fmt: skip
    graphs = {f"{BASE}records/{id}": world.services.journal.version(id).ntriples for id in visible}
    mentioned = frozenset().union(*map(mentioned_terms, graphs.values()))
    terms = world.services.terms
    graphs[f"{BASE}terms/used"] = used_terms_graph(
        mentioned, index=terms.index, registry=terms.registry, base=BASE
    )
    for name, content in graphs.items():
        for quad in parse(content, format=RdfFormat.N_TRIPLES):
            for graph in (NamedNode(name), DefaultGraph()):
                store.add(Quad(quad.subject, quad.predicate, quad.object, graph))
    return store


def rows(store: Store, text: str) -> list[dict[str, dict[str, str]]]:
    """The rows of the oracle, as the service writes them."""
    solutions = store.query(text, prefixes=PREFIXES, base_iri=BASE)
    assert isinstance(solutions, QuerySolutions)
    content = solutions.serialize(format=QueryResultsFormat.JSON)
    assert content is not None
    found: list[dict[str, dict[str, str]]] = json.loads(content)["results"]["bindings"]
    return found


def as_bag(found: list[dict[str, dict[str, str]]]) -> Counter[str]:
    """Rows without their order; how often each is there counts."""
    return Counter(json.dumps(row, sort_keys=True) for row in found)


def a_query(chance: random.Random, quads: list[Quad]) -> str:
    """A query of one of many forms, about things and words of all records, seen or not."""
    dataset = ""
    if chance.random() < 0.25:
        names = sorted({quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)})
        dataset = f"FROM <{chance.choice(names)}> " if chance.random() < 0.6 else ""
        dataset += " ".join(f"FROM NAMED <{name}>" for name in chance.sample(names, chance.randint(0, 3)))
    body = " ".join(a_pattern(chance, quads) for _ in range(chance.randint(1, 2)))
    form = chance.random()
    if form < 0.15:
        return f"SELECT (COUNT(*) AS ?n) {dataset} WHERE {{ {body} }}"
    if form < 0.25:
        return f"SELECT ?p (COUNT(DISTINCT ?o) AS ?n) {dataset} WHERE {{ {body} }} GROUP BY ?p"
    if form < 0.35:
        return f"SELECT DISTINCT ?s ?o {dataset} WHERE {{ {{ SELECT * WHERE {{ {body} }} }} }}"
    return f"SELECT * {dataset} WHERE {{ {body} }}"


def a_pattern(chance: random.Random, quads: list[Quad]) -> str:
    """A group: triples alone, in a graph, optional, of a union, subtracted, by a path, or with a filter."""
    basic = a_triple(chance, quads)
    kind = chance.randrange(9)
    if kind == 0:
        return f"GRAPH ?g {{ {basic} }}"
    if kind == 1:
        return f"GRAPH <{_a_graph(chance, quads)}> {{ {basic} }}"
    if kind == 2:
        return f"{basic} OPTIONAL {{ GRAPH ?g {{ {a_triple(chance, quads)} }} }}"
    if kind == 3:
        return f"{{ {basic} }} UNION {{ GRAPH ?g {{ {a_triple(chance, quads)} }} }}"
    if kind == 4:
        return f"{basic} MINUS {{ {a_triple(chance, quads)} }}"
    if kind == 5:
        return f"?s {_a_path(chance, quads)} ?o ."
    if kind == 6:
        return f"{basic} FILTER({chance.choice(_FILTERS).format('?o', '?s')})"
    if kind == 7:
        return f"VALUES ?o {{ {chance.choice(quads).object} {chance.choice(quads).object} }} ?s ?p ?o ."
    return basic


def a_triple(chance: random.Random, quads: list[Quad]) -> str:
    """A pattern of some quad, with variables in place of some of its terms."""
    quad = chance.choice(quads)
    subject = str(quad.subject) if chance.random() < 0.3 else "?s"
    predicate = str(quad.predicate) if chance.random() < 0.6 else "?p"
    object = str(quad.object) if chance.random() < 0.3 else "?o"
    return f"{subject} {predicate} {object} ."


def _a_graph(chance: random.Random, quads: list[Quad]) -> str:
    return chance.choice(sorted({q.graph_name.value for q in quads if isinstance(q.graph_name, NamedNode)}))


def _a_path(chance: random.Random, quads: list[Quad]) -> str:
    one, other = chance.choice(quads).predicate, chance.choice(quads).predicate
    return chance.choice((f"{one}/{other}", f"{one}|^{other}", f"({one}/^{one})*", f"!{one}", f"{one}?"))
