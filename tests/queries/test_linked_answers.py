"""Accepted links and what authorities say widen the answers; without them nothing is merged."""

from __future__ import annotations

import pytest
from authority_graphs import link_quads
from pyoxigraph import QuerySolutions, Store

from imagegraph.operations.named_queries import bound, get_query

HALVARD = "orcid:0000-0003-9000-0444"


@pytest.fixture(scope="module", name="linked_store")
def _linked_store(example_store: Store) -> Store:
    """The example study with links that an editor has accepted."""
    store = Store()
    store.extend(example_store)
    store.extend(link_quads())
    return store


def rows(store: Store, name: str, **parameters: str) -> list[dict[str, str]]:
    """The rows of an answer, unbound values left out."""
    results = store.query(bound(get_query(name), parameters).text, use_default_graph_as_union=True)
    assert isinstance(results, QuerySolutions)
    names = [variable.value for variable in results.variables]
    return [
        {name: value.value for name in names if (value := solution[name]) is not None}  # type: ignore[union-attr]
        for solution in results
    ]


def test_a_name_joins_an_orcid_only_when_accepted(example_store: Store, linked_store: Store) -> None:
    """Halvard Brink is found by his iD in both studies, over links in either direction, once they are there."""
    assert rows(example_store, "datasets-by-person", person=HALVARD) == []
    found = {
        (row["relation"], row["dataset"]) for row in rows(linked_store, "datasets-by-person", person=HALVARD)
    }
    assert found == {
        ("author", "https://doi.org/10.5072/kidney-patrol-pilot"),
        ("contributor", "https://doi.org/10.5072/kidney-patrol"),
    }


@pytest.mark.parametrize(
    ("question", "parameters"),
    [
        ("datasets-by-instrument", {"instrument": "http://localhost:8000/records/elsewhere#confocal"}),
        ("instrument-credit", {"instrument": "http://localhost:8000/records/elsewhere#confocal"}),
        ("datasets-by-antibody", {"antibody": "http://localhost:8000/records/elsewhere#anti-gfp"}),
        ("images-by-objective", {"objective": "http://localhost:8000/records/elsewhere#lens"}),
    ],
)
def test_links_are_followed(
    question: str, parameters: dict[str, str], example_store: Store, linked_store: Store
) -> None:
    """A node that was accepted as the same as another finds what the other one finds."""
    assert rows(example_store, question, **parameters) == []
    assert rows(linked_store, question, **parameters) != []


def test_coverage_counts_accepted_links(example_store: Store, linked_store: Store) -> None:
    """Who is linked with an iD has one."""
    before, after = (
        rows(store, "pid-coverage", kind="person")[0]["with_identifier"]
        for store in (example_store, linked_store)
    )
    assert (before, after) == ("5", "7")


def test_what_orcid_says_is_no_coverage_of_the_archive(example_store: Store) -> None:
    """An affiliation that only ORCID tells is marked as such, and does not count for the archive."""
    said = rows(example_store, "datasets-by-organisation", organisation="ror:06examp73")
    assert {row["connection"] for row in said} == {
        "affiliation of an author, only at ORCID",
        "affiliation of an operator, only at ORCID",
    }
    assert rows(example_store, "pid-coverage", kind="organisation")[0]["things"] == "4"


@pytest.mark.parametrize(
    ("question", "column"),
    [
        ("datasets-by-antibody", "reagent"),
        ("datasets-by-instrument", "device"),
        ("datasets-by-person", "named"),
        ("datasets-by-organisation", "unit"),
        ("images-by-objective", "lens"),
    ],
)
def test_two_studies_of_the_example_meet(example_store: Store, question: str, column: str) -> None:
    """One antibody, one instrument, one person, one organisation and one objective are in both studies."""
    studies: dict[str, set[str]] = {}
    for row in rows(example_store, question):
        study = row.get("study") or row["dataset"]
        studies.setdefault(row[column], set()).add("pilot" if "kidney-patrol-pilot" in study else "main")
    assert {"pilot", "main"} in studies.values()
