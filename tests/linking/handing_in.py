"""Handing small studies in, and looking at what became of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from imagegraph.model.records import Document
from imagegraph.operations.outcomes import Outcome
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query
from imagegraph.settings import Settings

BASE = "http://testserver/"


def settings_of(folder: Path, *, resolvers: str = "", seconds: float = 10.0) -> Settings:
    """Settings of a small service."""
    return Settings(
        data=folder, base=BASE, query_workers=1, intake_workers=1, resolvers=resolvers,
        resolver_seconds=seconds,
    )  # fmt: skip


def hand_in(services: Services, text: str, *, name: str = "study.yaml") -> Outcome:
    """Keep the one record of a document in the project's own format."""
    document = Document(name=name, content=text.encode(), format="imagegraph")
    (outcome,) = services.ingest.take([document], agent="tests", reason="test")
    assert outcome.status != "refused", outcome.error
    return outcome


def study(
    id: str = "tide", *, name: str = "Tidal cells", author: str = "0000-0003-9000-0102",
    author_name: str = "Mirela Quist", organisation: str = "https://ror.org/00examp37",
    organisation_name: str = "University of Northmere", extra: str = "",
) -> str:  # fmt: skip
    """A study with one author of one organisation."""
    return f"""type: Study
id: https://doi.org/10.5072/{id}
name: {name}
author:
  - id: https://orcid.org/{author}
    name: {author_name}
    affiliation: {{id: "{organisation}", name: {organisation_name}}}
{extra}"""


def rows(services: Services, text: str) -> list[dict[str, str]]:
    """The rows of a query."""
    answer = services.query_runner.run(Query(text=text, accept="application/sparql-results+json"))
    found: list[dict[str, Any]] = json.loads(answer.body)["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in found]
