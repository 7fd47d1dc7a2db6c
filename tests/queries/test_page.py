"""`docs/queries.md` is written from the queries themselves.

After a change: `IMAGEGRAPH_WRITE_GOLDEN=1 pytest tests/queries`.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

from imagegraph.model.named_queries import NamedQuery
from imagegraph.operations.named_queries import list_queries

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "queries.md"
SHOWN = (
    "datasets-by-antibody", "datasets-by-instrument", "image-provenance", "images-after-failed-check", "pid-coverage",
    "study-completeness",
)  # fmt: skip

INTRODUCTION = """# Questions

Ready-made questions for people who do not write SPARQL. Each is a file of `queries/`; its text is a good
start for a question of your own. This page is written by `IMAGEGRAPH_WRITE_GOLDEN=1 pytest
tests/queries`.

```
imagegraph query --list
imagegraph query --name images-without-pixel-size
imagegraph query --name studies-by-organism-and-method --param method=FBbi:00000345
```

* A parameter that is not given leaves that part of the question open.
* `iri` takes a full address or a CURIE (`FBbi:00000251`, `ror:00examp37`, `orcid:…`, `doi:…`, `RRID:AB_…`),
  `decimal` a number such as 1.4, `date` a day such as 2025-03-11.
* Quantities are in the unit that the model fixes: micrometres for lengths, nanometres for wavelengths,
  milliwatts for power.
* Narrower terms count as far as a release or the starter vocabulary has them; see [Terms](terms.md).
* Accepted links (`owl:sameAs`) count in both directions: asking for an ORCID finds what its owner did under a
  name only. Nothing is merged; the rows say which node is meant.
"""

ADDING = """## Adding a question

Write `queries/<name>.rq`. It begins with the lines `# title:`, `# description:`, `# keywords:` and one
line for each parameter, `# param organism: iri = default | Which organism`; types are iri, string,
integer, decimal and date, the default may be left out. Each parameter has one line `VALUES ?organism {
UNDEF }` in the query, and where it is used in a FILTER, `!BOUND(?organism) ||` comes first. Every record
is a graph of its own and the default graph is all of them: leave GRAPH out unless the question is who says
something, and group by what a row is about, because several records may describe the same thing. Then add a
case to `tests/queries/variants.yaml` and run the command above.
"""


def section(query: NamedQuery) -> str:
    """What the page says about one query."""
    lines = [f"### {query.title}", "", f"`{query.name}`: {query.description}", ""]
    lines += ["| parameter | type | default | what to give |", "|---|---|---|---|"]
    lines += [
        f"| {parameter.name} | {parameter.type} | {parameter.default or ''} | {parameter.description} |"
        for parameter in query.parameters
    ]
    if query.name in SHOWN:
        lines += ["", "On the example study:", "", *answer_table(query)]
    return "\n".join(lines) + "\n"


def answer_table(query: NamedQuery) -> list[str]:
    """The golden rows as a table."""
    with (Path(__file__).parent / "golden" / f"{query.name}.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    return [
        f"| {' | '.join(head)} |",
        "|" + "---|" * len(head),
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


def page() -> str:
    """The whole page."""
    sections = [section(query) for query in list_queries()]
    return "\n".join([INTRODUCTION, "## The questions\n", *sections, ADDING])


def test_the_page_is_current() -> None:
    """The page names every query, with its parameters, as the files have them."""
    if os.environ.get("IMAGEGRAPH_WRITE_GOLDEN"):
        PAGE.write_text(page(), encoding="utf-8")
    text = PAGE.read_text(encoding="utf-8")
    missing = [query.name for query in list_queries() if f"`{query.name}`" not in text]
    assert not missing, f"run IMAGEGRAPH_WRITE_GOLDEN=1 pytest tests/queries; missing: {missing}"
    assert text == page(), "run IMAGEGRAPH_WRITE_GOLDEN=1 pytest tests/queries"
