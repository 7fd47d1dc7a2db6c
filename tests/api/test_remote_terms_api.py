"""What the faces of look-up say when terms come from a service elsewhere, or from nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from problem_documents import assert_problem
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.model.ontology import Parent, Term, TermName
from imagegraph.operations.services import Services
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.ports.terms import RemoteAnswer, Resolution, TermScope

MONDO = "http://purl.obolibrary.org/obo/MONDO_"
FLU = Term(
    iri=MONDO + "0005812", names=(TermName(text="influenza"),), parents=(Parent(iri=MONDO + "0005108"),),
    ontology="mondo",
)  # fmt: skip
STALE = "terms.example did not answer; this answer is from 2026-01-02."


class _Elsewhere:
    """A service that knows one term and is old."""

    def resolve(self, iri: str, *, ontology: str | None = None) -> Resolution:
        """The one term, stale."""
        if iri == FLU.iri:
            return Resolution(
                state="ok",
                term=FLU,
                source="terms.example",
                fetched="2026-01-02T00:00:00Z",
                stale=True,
                detail=STALE,
            )
        return Resolution(state="unavailable", source="terms.example", detail="terms.example did not answer.")

    def search(self, text: str, *, scope: TermScope, limit: int) -> RemoteAnswer:
        """The one term for every text."""
        return RemoteAnswer(terms=(FLU,), source="terms.example", stale=True, detail=STALE)


@pytest.fixture(scope="module", name="remote")
def _remote(services: Services) -> Iterator[TestClient]:
    lookup = TermLookup(services.terms.index, services.terms.registry, _Elsewhere())
    with TestClient(create_app(replace(services, terms=lookup)), raise_server_exceptions=False) as client:
        yield client


def test_term_from_elsewhere_says_so(remote: TestClient) -> None:
    """JSON names the source and that the answer is old."""
    told = remote.get("/terms/MONDO:0005812").json()
    assert (told["label"], told["source"], told["stale"]) == ("influenza", "terms.example", True)
    assert told["notes"] == [STALE]
    assert told["parents"][0]["curie"] == "MONDO:0005108"


@pytest.mark.parametrize("ending", ["html", "ttl", "jsonld"])
def test_other_forms_of_a_term_from_elsewhere(remote: TestClient, ending: str) -> None:
    """A term that no release has is written in every form; the page says how old it is."""
    response = remote.get(f"/terms/MONDO:0005812.{ending}")
    assert response.status_code == 200, response.text
    assert "influenza" in response.text
    if ending == "html":
        assert "may be out of date" in response.text
        assert STALE in response.text


def test_search_notes_what_is_old(remote: TestClient) -> None:
    """Hits of a service elsewhere come with the note, also on the page."""
    answer = remote.get("/terms?q=influenza").json()
    assert answer["items"][0]["iri"] == FLU.iri
    assert answer["stale"] is True
    assert any("did not answer" in note for note in answer["notes"])
    assert "did not answer" in remote.get("/terms?q=influenza", headers={"Accept": "text/html"}).text


def test_nobody_knows(remote: TestClient) -> None:
    """When nobody answers, 404 says who was asked."""
    problem = assert_problem(remote.get("/terms/MONDO:0000001"), 404, "not-found")
    assert "terms.example did not answer" in problem["detail"]
    assert problem["state"] == "unavailable"


def test_hierarchy_of_a_term_from_elsewhere(remote: TestClient) -> None:
    """The hierarchy is only told of terms that are loaded."""
    assert_problem(remote.get("/terms/MONDO:0005812/children"), 404, "not-found")
    assert remote.get("/terms/MONDO:0005812/usage").json()["total"] == 0
