"""Each file of `queries/` is complete; a failure says what to type."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Store

from imagegraph import resources
from imagegraph.errors import MalformedQuery
from imagegraph.model.named_queries import parse
from imagegraph.model.sparql import outline
from imagegraph.operations.named_queries import bound

FILES = sorted(resources.path("queries").glob("*.rq"))
#: questions about who says something, so that they must look into the graphs
WHO_SAYS = {
    "datasets-by-organisation", "pid-coverage", "pid-coverage-by-year", "records-citing-withdrawn",
}  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_header_and_places_agree(file: Path) -> None:
    """Title, description and keywords are there, and each parameter has its `VALUES` line."""
    try:
        query = parse(file.read_text(encoding="utf-8"), name=file.stem)
    except MalformedQuery as refusal:
        pytest.fail(refusal.detail)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", file.stem), "name the file in small letters and hyphens"
    assert query.parameters, f"queries/{file.name}: give it at least one `# param …` line"
    assert query.description.endswith("."), f"queries/{file.name}: end the description with a full stop"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_runs_on_nothing(file: Path) -> None:
    """Oxigraph understands it, and an empty store answers with no row, or with one of zeros."""
    query = parse(file.read_text(encoding="utf-8"), name=file.stem)
    text = bound(query, {}).text
    assert outline(text).form == "SELECT", f"queries/{file.name}: named queries are SELECT queries"
    try:
        results = Store().query(text, use_default_graph_as_union=True)
    except SyntaxError as error:
        pytest.fail(f"queries/{file.name}: {error}. Correct the SPARQL at that line and column.")
    assert len(list(results)) <= 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_order_and_traps(file: Path) -> None:
    """The rows are ordered, and what the engine answers wrongly is not used."""
    text = file.read_text(encoding="utf-8")
    assert "\nORDER BY " in text, f"queries/{file.name}: add an ORDER BY line, so that two runs read the same"
    assert "HAVING" not in text, f"queries/{file.name}: use a sub-select and FILTER in place of HAVING"
    assert file.stem in WHO_SAYS or not re.search(r"\bGRAPH\b", text), (
        f"queries/{file.name}: leave GRAPH out; the default graph is all of them"
    )
    assert "GROUP_CONCAT" not in text, (
        f"queries/{file.name}: GROUP_CONCAT has no order; use one row per value"
    )


def test_there_are_enough() -> None:
    """The collection does not shrink by accident."""
    assert len(FILES) >= 22
