"""Programs that speak OLS, as installed, against our service by another base URL.

They run in processes of their own: what they import warns and speaks to no network but the address they are given.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from many_terms import LEAVES

HERE = Path(__file__).parent
MITOCHONDRION = "http://purl.obolibrary.org/obo/GO_0005739"


def run(*command: str) -> str:
    """What a command printed; it must end well."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module", name="client")
def _client(address: str) -> Any:
    """What `ols-client` returned, by method."""
    return json.loads(run(sys.executable, str(HERE / "ols_client_session.py"), f"{address}/ols4"))


@pytest.fixture(scope="module", name="oaklib")
def _oaklib(address: str) -> Any:
    """What oaklib returned, by method."""
    return json.loads(run(sys.executable, str(HERE / "oaklib_session.py"), f"{address}/ols4"))


def test_ols_client_lists_and_describes_ontologies(client: Any) -> None:
    """Ontologies, loaded ones and the starter's, with what they say about themselves."""
    assert {"go", "cl", "demo", "fbbi"} <= set(client["get_ontologies"])
    assert client["get_ontology"]["numberOfTerms"] == 10
    assert client["get_ontology"]["config"]["preferredPrefix"] == "GO"
    assert client["get_description"]


def test_ols_client_reads_terms(client: Any) -> None:
    """One term, all terms, their labels; an unknown one is a 404 that the client raises."""
    (term,) = client["get_term"]["_embedded"]["terms"]
    assert (term["iri"], term["label"]) == (MITOCHONDRION, "mitochondrion")
    assert client["get_term of nothing"] == {"exception": "HTTPError", "status": 404}
    assert len(client["iter_terms"]) == len(set(client["iter_terms"])) == 10
    assert set(client["iter_labels"]) == {"cell", "neuron", "nucleus", "mitochondrium"}
    assert client["get_paged"] == ["part of"]
    assert client["get_json"] == 2


def test_ols_client_walks_the_hierarchy(client: Any) -> None:
    """Ancestors by subClassOf and in all; pairs of labels of parents and children."""
    above = ["membrane-bounded organelle", "organelle", "cellular anatomical structure"]
    assert client["iter_ancestors_labels"] == above
    assert client["iter_ancestors"] == ["GO:0043227", "GO:0043226", "GO:0110165"]
    assert client["iter_ancestors of a root"] == []
    assert set(client["iter_hierarchical_ancestors"]) == {"mitochondrial membrane", "mitochondrion", *above}
    pairs = {tuple(pair) for pair in client["iter_hierarchy"]}
    assert {
        ("organelle", "membrane-bounded organelle"),
        ("mitochondrion", "mitochondrial membrane"),
        ("mitochondrial membrane", "mitochondrial inner membrane"),
    } <= pairs


def test_ols_client_searches(client: Any) -> None:
    """The best hit first, in the fields that were asked for; suggestions."""
    assert client["search"][0]["iri"] == MITOCHONDRION
    assert [doc["label"] for doc in client["search in fields"]] == ["mitochondrion"]
    assert "nucleolus" in [doc["autosuggest"] for doc in client["suggest"]["response"]["docs"]]


def test_what_ols_client_cannot_do(client: Any) -> None:
    """It reads one page of 500 of every list, here as at the EBI; there are no embeddings here."""
    assert client["iter_terms of many"] == 500
    assert client["get_embedding"] == {"exception": "HTTPError", "status": 404}


def test_the_command_of_ols_client(address: str) -> None:
    """`ols_client --base-url` prints labels and ancestors."""
    command = str(Path(sys.executable).parent / "ols_client")
    told = run(command, "labels", "cl", "--base-url", f"{address}/ols4")
    assert set(told.split()) == {"cell", "neuron", "nucleus", "mitochondrium"}
    told = run(command, "ancestors", "go", "--iri", MITOCHONDRION, "--base-url", f"{address}/ols4")
    assert told.splitlines()[0] == "membrane-bounded organelle"


def test_oaklib_reads_labels_and_definitions(oaklib: Any) -> None:
    """Labels and definitions by CURIE; an unknown term, or no ontology, is a 404 as with the EBI."""
    told = oaklib["python"]
    assert told["label"] == "mitochondrion"
    assert told["label of nothing"] == {"exception": "HTTPError", "status": 404}
    assert told["label without ontology"] == {"exception": "HTTPError", "status": 404}
    assert told["labels"] == [
        ["GO:0005739", "mitochondrion"],
        ["GO:0005743", "mitochondrial inner membrane"],
    ]
    definition = "The organelle with two membranes in which most ATP of a cell is made."
    assert told["definition"] == definition
    assert told["definitions"] == [["GO:0005739", definition, {}], ["GO:0005743", None, {}]]


def test_oaklib_walks_the_hierarchy(oaklib: Any) -> None:
    """Ancestors and descendants by all relations or subClassOf, over all pages."""
    told = oaklib["python"]
    assert told["ancestors is_a"] == ["GO:0005743", "GO:0031966", "GO:0110165"]
    assert told["ancestors"] == [
        "GO:0005739", "GO:0005743", "GO:0031966", "GO:0043226", "GO:0043227", "GO:0110165",
    ]  # fmt: skip
    assert {"GO:0005743", "GO:0031966"} <= set(told["descendants"])
    assert told["descendants is_a"] == ["GO:0005739"]
    assert told["descendants of many"] == LEAVES


def test_oaklib_searches(oaklib: Any) -> None:
    """The term that is called so comes first; an exact search finds nothing longer."""
    told = oaklib["python"]
    assert told["basic_search"][0] == "GO:0005739"
    assert told["basic_search exact"] == ["GO:0043226"]
    assert told["basic_search everywhere"] == ["CL:0000540"]


def test_runoak(oaklib: Any) -> None:
    """The commands of oaklib that need no more than its OLS adapter has."""
    told = oaklib["runoak"]
    assert {name: one["code"] for name, one in told.items()} == dict.fromkeys(told, 0)
    assert "GO:0005739 ! mitochondrion" in told["search"]["output"]
    assert "mitochondrion" in told["labels"]["output"]
    assert "two membranes" in told["definitions"]["output"]
    assert "GO:0005739 ! mitochondrion" in told["info"]["output"]
