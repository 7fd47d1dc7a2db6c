"""A service that may ask OLS: finds what is not loaded, says where it came from, and lives on without it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import connect

import pytest
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services, settings_for
from imagegraph.errors import BadParameter
from imagegraph.settings import Settings
from imagegraph.testing import ols
from imagegraph.testing.ols import OlsStandIn
from imagegraph.testing.ols_answers import (
    OBO,
    REPLACED_BY,
    entity_target,
    first_page,
    list_target,
    missing,
    second_entity,
    second_page,
)

ORGAN = OBO + "UBERON_0099801"
OLD = OBO + "UBERON_0099802"
UNKNOWN = OBO + "UBERON_0099803"
SEARCH = "v2/entities?search=lateral%20tickle%20organ&size=21&includeObsoleteEntities=true"


@pytest.fixture(name="stand_in")
def _stand_in() -> Iterator[OlsStandIn]:
    organ = second_entity("UBERON_0099801", ["lateral tickle organ"], **{OBO + "IAO_0000115": "It tickles."})
    old = second_entity("UBERON_0099802", ["tickler"], isObsolete=True, **{REPLACED_BY: ORGAN})
    with OlsStandIn() as stand_in:
        stand_in.answer_all(ols.document(second_page([])))
        stand_in.answer(SEARCH, ols.document(second_page([organ])))
        stand_in.answer(entity_target("uberon", ORGAN), ols.document(organ))
        stand_in.answer(entity_target("uberon", OLD), ols.document(old))
        stand_in.answer(entity_target("uberon", UNKNOWN), ols.document(missing(), status=404))
        stand_in.answer(list_target(UNKNOWN), ols.document(first_page([])))
        yield stand_in


@contextmanager
def serving(settings: Settings) -> Iterator[TestClient]:
    """A client of a service with these settings."""
    with open_services(settings) as services, TestClient(create_app(services)) as client:
        yield client


@pytest.fixture(name="settings")
def _settings(tmp_path: Path, stand_in: OlsStandIn, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """From the environment, as an operator sets them."""
    monkeypatch.setenv("IMAGEGRAPH_OLS_HOSTS", f" {stand_in.base}/ ")
    monkeypatch.setenv("IMAGEGRAPH_OLS_CONTACT", "ada@example.org")
    monkeypatch.setenv("IMAGEGRAPH_OLS_RATE", "50")
    return settings_for(tmp_path / "data", query_workers=1, intake_workers=1)


def test_finds_what_is_not_loaded_and_says_where(settings: Settings, stand_in: OlsStandIn) -> None:
    """By its label and by its id; the service learns who asks."""
    with serving(settings) as client:
        found = client.get("/terms", params={"q": "lateral tickle organ"}).json()
        assert [item["iri"] for item in found["items"]] == [ORGAN]
        assert any(stand_in.name in note for note in found["notes"])
        assert not found["stale"]
        term = client.get("/terms/UBERON:0099801", headers={"Accept": "application/json"}).json()
        assert (term["iri"], term["label"], term["definition"]) == (
            ORGAN,
            "lateral tickle organ",
            "It tickles.",
        )
        assert stand_in.name in str(term)
        assert client.get("/terms/UBERON:0099803").status_code == 404
    assert stand_in.requests[0].headers["user-agent"].endswith("(mailto:ada@example.org)")


def test_an_obsolete_term_leads_to_its_replacement(settings: Settings) -> None:
    """Both are known elsewhere only."""
    with serving(settings) as client:
        term = client.get("/terms/UBERON:0099802", headers={"Accept": "application/json"}).json()
        assert term["obsolete"]
        assert ORGAN in str(term["replaced_by"])


def test_lives_on_without_the_service(settings: Settings, stand_in: OlsStandIn) -> None:
    """From what is kept, over a restart; what is old says so; what was never asked for is unknown."""
    with serving(settings) as client:
        client.get("/terms/UBERON:0099801")
        client.get("/terms", params={"q": "lateral tickle organ"})
    stand_in.stop()
    with serving(settings) as client:
        assert client.get("/terms/UBERON:0099801").status_code == 200
    with connect(settings.data / "resolved.sqlite") as connection:
        past = (datetime.now(UTC) - timedelta(days=30)).isoformat(timespec="seconds")
        connection.execute("UPDATE answers SET fetched_at = ?, expires_at = ?", (past, past))
    connection.close()
    with serving(settings) as client:
        term = client.get("/terms/UBERON:0099801", headers={"Accept": "application/json"}).json()
        assert term["label"] == "lateral tickle organ"
        assert "30 days ago" in str(term)
        found = client.get("/terms", params={"q": "lateral tickle organ"}).json()
        assert [item["iri"] for item in found["items"]] == [ORGAN]
        assert found["stale"]
        assert any("30 days ago" in note for note in found["notes"])
        assert client.get("/terms/UBERON:0099803").status_code == 404


def test_by_default_nobody_is_asked(tmp_path: Path, stand_in: OlsStandIn) -> None:
    """Not even a file for answers is made."""
    settings = Settings(data=tmp_path / "data", query_workers=1, intake_workers=1)
    with serving(settings) as client:
        assert client.get("/terms/UBERON:0099801").status_code == 404
        assert client.get("/terms", params={"q": "lateral tickle organ"}).json()["items"] == []
    assert stand_in.requests == []
    assert not (settings.data / "resolved.sqlite").exists()


def test_what_is_loaded_is_never_asked_for(settings: Settings, stand_in: OlsStandIn) -> None:
    """Neither by name nor by id; free text and columns never."""
    with serving(settings) as client:
        assert client.get("/terms", params={"q": "confocal microscopy"}).json()["items"]
        assert client.get("/terms/NCBITaxon:9606").status_code == 200
        client.post("/terms/annotate", json={"text": "lateral tickle organ of a secret animal"})
    assert stand_in.requests == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("IMAGEGRAPH_OLS_HOSTS", "ebi"),
        ("IMAGEGRAPH_OLS_HOSTS", ","),
        ("IMAGEGRAPH_OLS_CONTACT", "me\r\nX: y"),
    ],
)
def test_unusable_settings_are_named(
    name: str, value: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the start, not at the first question."""
    monkeypatch.setenv(name, value)
    with (
        pytest.raises(BadParameter, match=r"no address|names no service|no mail address"),
        open_services(settings_for(settings.data)),
    ):
        pass
