"""Asking OLS keeps the contract of a source of terms, in both versions of its API."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from imagegraph.adapters.http import HttpService
from imagegraph.adapters.ols import OlsTermSource
from imagegraph.adapters.sqlite.resolved import ResolvedCache
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.ports.terms import TermSource
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.ols import PREFIX, OlsStandIn
from imagegraph.testing.ols_answers import (
    OBO,
    REPLACED_BY,
    first_hits,
    first_page,
    first_term,
    missing,
    no_endpoint,
    second_entity,
    second_page,
)
from imagegraph.testing.stand_in import Reply, StandInHandler
from imagegraph.testing.term_source import TermSourceContract

FIRST = {
    term["iri"]: term
    for term in (
        first_term("UO_0000017", "micrometer"),
        first_term("UO_0000248", "obsolete metre", is_obsolete=True, term_replaced_by="UO:0000015"),
        first_term("UO_0000015", "centimeter"),
    )
}
SECOND = {
    term["iri"]: term
    for term in (
        second_entity("UO_0000017", ["micrometer"]),
        second_entity("UO_0000248", ["obsolete metre"], isObsolete=True, **{REPLACED_BY: OBO + "UO_0000015"}),
        second_entity("UO_0000015", ["centimeter"]),
    )
}


def answer(target: str, *, second: bool) -> Reply:
    """What a small OLS of three units answers."""
    parts = urlsplit(target)
    query = {name: found[0] for name, found in parse_qs(parts.query).items()}
    iri = unquote(unquote(parts.path.rpartition("/")[2]))
    if parts.path.startswith("v2/"):
        if not second:
            return replies.document(no_endpoint(), status=404)
        if "search" in query:
            return replies.document(second_page(_named(SECOND, query["search"], query.get("ontologyId"))))
        return replies.document(SECOND[iri]) if iri in SECOND else replies.document(missing(), status=404)
    if parts.path == "search":
        return replies.document(first_hits(_named(FIRST, query["q"], query.get("ontology"))))
    if parts.path == "terms":
        return replies.document(first_page([FIRST[query["iri"]]] if query["iri"] in FIRST else []))
    return replies.document(FIRST[iri]) if iri in FIRST else replies.empty(404)


def _named(terms: dict[str, dict[str, Any]], text: str, ontology: str | None) -> list[dict[str, Any]]:
    return [term for term in terms.values() if text in str(term["label"]) and ontology in (None, "uo")]


class _OlsContract(TermSourceContract):
    second: bool

    @pytest.fixture(autouse=True)
    def _service(self, tmp_path: Path) -> Iterator[None]:
        def to_this(handler: StandInHandler) -> None:
            answer(handler.path.removeprefix(PREFIX), second=self.second)(handler)

        with OlsStandIn() as stand_in, ExitStack() as stack:
            stand_in.answer_all(to_this)
            self._base, self._path, self._stack = stand_in.base, tmp_path / "resolved.sqlite", stack
            yield

    def open_source(self) -> TermSource:
        """A source that asks the small OLS."""
        source = OlsTermSource(
            [HttpService(self._base, agent="tests", rate=500)], cache=ResolvedCache(self._path),
            registry=packaged_registry(),
        )  # fmt: skip
        self._stack.callback(source.close)
        return source


class TestOlsOfTheFirstVersion(_OlsContract):
    """A host that knows the first version only."""

    second = False


class TestOlsOfTheSecondVersion(_OlsContract):
    """A host that knows both."""

    second = True
