"""The stores of access scopes: made when they are asked, never behind, made anew when something is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from veiled_world import Clock

from imagegraph.bootstrap import open_services, rebuild
from imagegraph.errors import DataFolderError
from imagegraph.model.access import Caller
from imagegraph.model.projects import Role
from imagegraph.model.records import Document
from imagegraph.operations.projects.seeing import services_for
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query
from imagegraph.settings import Settings

NAMES = "SELECT ?name WHERE { ?s schema:name ?name } ORDER BY ?name"
PROJECTS = ("fish", "frog", "newt")


def settings_of(folder: Path, **more: int) -> Settings:
    """Settings of a small service."""
    return Settings(data=folder, base="http://testserver/", query_workers=1, intake_workers=1, **more)  # type: ignore[arg-type]


@pytest.fixture(name="services")
def _services(tmp_path: Path) -> Iterator[Services]:
    with open_services(settings_of(tmp_path / "data", scope_stores=2), now=Clock()) as services:
        for project in PROJECTS:
            services.projects.create(project, title="", agent="test")
        yield services


def hand_in(services: Services, name: str, project: str) -> str:
    """The id of a record that was handed in."""
    document = Document(
        name=f"{name}.yaml", content=f"type: Study\nname: {name}\n".encode(), format="imagegraph"
    )
    (outcome,) = services.ingest.take([document], agent="test", reason="test", project=project)
    assert outcome.id is not None
    return outcome.id


def member(*projects: str) -> Caller:
    """Who reads these projects."""
    roles: dict[str, Role] = dict.fromkeys(projects, "reader")
    return Caller("token t", "read", member="token:t", roles=roles)


def names(services: Services, caller: Caller) -> list[str]:
    """What somebody reads of names."""
    answer = services_for(services, caller).query_runner.run(Query(text=NAMES, accept="text/csv"))
    return answer.body.decode().split("\r\n")[1:-1]


def folders(services: Services) -> list[str]:
    """The stores that are there."""
    return sorted(path.name for path in (services.settings.data / "scopes").iterdir())


def test_nobody_asks_nothing_is_made(services: Services) -> None:
    """Who sees everything needs no store, and reads as before."""
    hand_in(services, "fin", "fish")
    assert names(services, Caller("owner", "admin")) == ["fin"]
    assert not (services.settings.data / "scopes").exists()


def test_only_so_many_are_kept(services: Services) -> None:
    """Stores that nobody asked for longest are removed, and made again with the same content."""
    for project in PROJECTS:
        hand_in(services, f"of {project}", project)
    for _ in range(2):
        for project in PROJECTS:
            assert names(services, member(project)) == [f"of {project}"]
            assert len(folders(services)) <= 3
    assert "public" in folders(services)
    assert names(services, member(*PROJECTS)) == ["of fish", "of frog", "of newt"]


def test_many_who_ask_at_once_get_their_own(services: Services) -> None:
    """Threads with different projects and a store fewer than they need: nobody reads what is another's."""
    for project in PROJECTS:
        hand_in(services, f"of {project}", project)
    wanted = [PROJECTS[number % 3] for number in range(36)]
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda project: names(services, member(project)), wanted))
    assert found == [[f"of {project}"] for project in wanted]


def test_a_store_that_fails_is_made_anew(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """The question that meets the failure is told; the next one is answered, with what came meanwhile."""
    hand_in(services, "fin", "fish")
    assert names(services, member("fish")) == ["fin"]
    hand_in(services, "gill", "fish")

    def failing(*_: object) -> None:
        raise DataFolderError("The graph cannot be used (broken).")

    with monkeypatch.context() as patched:
        patched.setattr("imagegraph.operations.projects.scoped_graph.ScopedGraph._follow", failing)
        with pytest.raises(DataFolderError):
            names(services, member("fish"))
    assert names(services, member("fish")) == ["fin", "gill"]


@pytest.mark.parametrize(
    "damage", ["mark of another journal", "no mark", "no engine files", "mark is no JSON"]
)
def test_what_is_public_is_made_anew_when_it_cannot_be_trusted(tmp_path: Path, damage: str) -> None:
    """A store whose mark or files do not fit is not asked; nothing of it is served, and nothing is lacking."""
    settings = settings_of(tmp_path / "data")
    anybody = Caller("anonymous", "read")
    with open_services(settings) as services:
        services.projects.create("fish", title="", agent="test")
        id = hand_in(services, "fin", "fish")
        services.projects.place(
            id, public_from="2026-01-01T00:00:00.000Z", agent="test", action="record.publish"
        )
        assert names(services, anybody) == ["fin"]
    public = tmp_path / "data" / "scopes" / "public"
    mark = json.loads((public / "mark.json").read_text("utf-8"))
    if damage == "mark of another journal":
        (public / "mark.json").write_text(json.dumps({**mark, "entry": 10_000}), "utf-8")
    elif damage == "no mark":
        (public / "mark.json").unlink()
    elif damage == "mark is no JSON":
        (public / "mark.json").write_text("{", "utf-8")
    else:
        for file in (public / "graph").glob("MANIFEST*"):
            file.write_bytes(b"rubbish")
    with open_services(settings) as services:
        assert names(services, anybody) == ["fin"]


def test_rebuilding_forgets_the_stores(tmp_path: Path) -> None:
    """`imagegraph rebuild` makes everything anew from the journal, what is public too."""
    settings = settings_of(tmp_path / "data")
    with open_services(settings) as services:
        services.projects.create("fish", title="", agent="test")
        id = hand_in(services, "fin", "fish")
        services.projects.place(
            id, public_from="2026-01-01T00:00:00.000Z", agent="test", action="record.publish"
        )
        names(services, Caller("anonymous", "read"))
    before, after = rebuild(settings)
    assert before == after
    assert not (tmp_path / "data" / "scopes").exists()
