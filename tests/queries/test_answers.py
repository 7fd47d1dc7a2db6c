"""Every named query answers as agreed on the example study.

`golden/<name>.csv` holds the rows without parameters, sorted; `variants.yaml` what parameters change.
After a change of the example study or of a query, write the golden files anew and read the difference:

    IMAGEGRAPH_WRITE_GOLDEN=1 pytest tests/queries && git diff tests/queries/golden
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from imagegraph.model.named_queries import NamedQuery
from imagegraph.operations.named_queries import bound, get_query, list_queries

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
VARIANTS = yaml.safe_load((HERE / "variants.yaml").read_text(encoding="utf-8"))
CASES = [(name, case) for name, cases in VARIANTS.items() for case in cases]


def answer(store: Store, query: NamedQuery, parameters: dict[str, str]) -> list[str]:
    """The lines of the answer as CSV: the head, then the rows in alphabetical order."""
    results = store.query(bound(query, parameters).text, use_default_graph_as_union=True)
    assert isinstance(results, QuerySolutions)
    text = results.serialize(format=QueryResultsFormat.CSV)
    assert text is not None
    head, *rows = text.decode().split("\r\n") if b"\r\n" in text else text.decode().split("\n")
    return [head, *sorted(row for row in rows if row)]


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_the_answer_is_the_golden_one(query: NamedQuery, example_store: Store) -> None:
    """Without parameters the rows are exactly those of the golden file, and there is at least one."""
    file = GOLDEN / f"{query.name}.csv"
    given = answer(example_store, query, {})
    if os.environ.get("IMAGEGRAPH_WRITE_GOLDEN"):
        file.write_text("\n".join(given) + "\n", encoding="utf-8")
    assert given == file.read_text(encoding="utf-8").splitlines()
    assert len(given) > 1, "the example study should give this question something to find"


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_no_row_comes_twice(query: NamedQuery, example_store: Store) -> None:
    """A thing that several records describe gives one row."""
    rows = answer(example_store, query, {})[1:]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("name", "case"), CASES, ids=[f"{name}-{number}" for number, (name, _) in enumerate(CASES)]
)
def test_parameters_narrow_the_answer(name: str, case: dict[str, object], example_store: Store) -> None:
    """A parameter keeps the rows it should, no others, and a CURIE does as well as an IRI."""
    parameters = case["parameters"]
    assert isinstance(parameters, dict)
    rows = answer(example_store, get_query(name), parameters)[1:]
    assert len(rows) == case["rows"], rows
    assert str(case.get("holds", "")) in "\n".join(rows)


def test_every_parameter_is_tried() -> None:
    """No parameter of any query is without a case in variants.yaml."""
    tried = {(name, parameter) for name, case in CASES for parameter in case["parameters"]}
    all_of_them = {(query.name, parameter.name) for query in list_queries() for parameter in query.parameters}
    assert tried == all_of_them


def test_no_golden_file_is_left_over() -> None:
    """Each golden file belongs to a query."""
    assert {file.stem for file in GOLDEN.glob("*.csv")} == {query.name for query in list_queries()}
