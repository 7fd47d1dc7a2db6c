"""A service with records of every visibility, each with words that stand nowhere else, and people who see different ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.model.access import TokenScope
from imagegraph.model.projects import Role
from imagegraph.operations.projects.membership import make_link
from imagegraph.operations.services import Services
from imagegraph.settings import Settings
from imagegraph.testing.authorities.invented import identifiers, state_of
from imagegraph.testing.authorities.stand_in import AuthoritiesStandIn

BASE = "http://testserver/"
NOW, LATER, MUCH_LATER = "2026-12-01T12:00:00.000Z", "2027-01-01T00:00:00.000Z", "2030-01-01T00:00:00.000Z"
#: taxa of the starter vocabulary; each record that is not for everybody has one of its own
_TAXA = {"private": "8355", "embargoed": "7227", "tombstoned": "6239", "other": "4932"}
#: who is in which project, with which role
_PEOPLE: Mapping[str, tuple[TokenScope, str, Role]] = {
    "reader": ("read", "fish", "reader"),
    "editor": ("write", "fish", "editor"),
    "owner": ("write", "fish", "owner"),
    "stranger": ("write", "frog", "owner"),
}
#: states of records of the project fish that only its people see; `past` is what a public record was before
HIDDEN = ("private", "embargoed", "tombstoned", "past")
#: who sees which of the states that not everybody sees
SEES = {
    "anonymous": frozenset[str](), "nobody": frozenset[str](), "stranger": frozenset({"other"}),
    "reader": frozenset(HIDDEN), "editor": frozenset(HIDDEN), "owner": frozenset(HIDDEN),
    "reviewer": frozenset(HIDDEN), "admin": frozenset({*HIDDEN, "other"}),
}  # fmt: skip


@dataclass
class Clock:
    """Says what it is told."""

    time: str = NOW

    def __call__(self) -> str:
        """The time, spelled as versions have it."""
        return self.time


@dataclass
class World:
    """What was made.

    Attributes:
        ids: state -> id of the record that is in it.
        canaries: state -> words that stand in that record alone.
        tokens: identity -> what they show; nothing for anonymous.
    """

    services: Services
    clock: Clock
    ids: dict[str, str] = field(default_factory=dict)
    canaries: dict[str, frozenset[str]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    clients: dict[str, TestClient] = field(default_factory=dict)

    def client(self, identity: str) -> TestClient:
        """A client that shows who it is, from somewhere else than the machine."""
        return self.clients[identity]


def study(state: str, *, orcid: str, taxon: str | None, name: str = "") -> str:
    """A study whose words tell its state."""
    organism = (
        f"organism:\n  - {{id: NCBITaxon:{taxon}, scientific_name: Veil{state}taxon}}\n" if taxon else ""
    )
    return f"""type: Study
id: https://doi.org/10.5072/veil{state}doi
name: Veil{state}name {name}
description: ["Veil{state}text"]
keyword: [veil{state}word]
author:
  - {{type: Person, id: "orcid:{orcid}", name: Veil{state}person}}
{organism}"""


@contextmanager
def veiled_world(folder: Path, *, resolving: bool = True) -> Iterator[World]:
    """Make all of it.

    Args:
        resolving: authorities are asked about the people.
    """
    clock = Clock()
    with AuthoritiesStandIn() as stand_in:
        settings = Settings(
            data=folder, base=BASE, query_workers=1, intake_workers=1, anonymous_reading=True,
            resolvers=stand_in.setting if resolving else "", read_rate=1e6, query_rate=1e6, write_rate=1e6,
        )  # fmt: skip
        with open_services(settings, now=clock) as services:
            world = World(services, clock)
            _let_in(world)
            _fill(world)
            services.linking.linker.work_off()
            yield world


def _let_in(world: World) -> None:
    services = world.services
    for project in ("fish", "frog"):
        services.projects.create(project, title=f"The {project}", agent="test")
    for name, (scope, project, role) in _PEOPLE.items():
        world.tokens[name], token = services.tokens.create(name, scope=scope, expires=None)
        services.projects.grant(project, token.member, role, agent="test")
    world.tokens["admin"], _ = services.tokens.create("admin", scope="admin", expires=None)
    world.tokens["nobody"], _ = services.tokens.create("nobody", scope="write", expires=None)
    far = services.tokens.tokens()[0].created.replace(year=2099)
    world.tokens["reviewer"], _ = make_link(
        services.projects, services.tokens, "fish", note="referee", expires=far, agent="test"
    )
    app = create_app(services)
    for identity in SEES:
        headers = {"Authorization": f"Bearer {world.tokens[identity]}"} if identity in world.tokens else {}
        world.clients[identity] = TestClient(
            app, client=("203.0.113.7", 50_000), headers=headers, raise_server_exceptions=False, follow_redirects=False
        )  # fmt: skip


def _fill(world: World) -> None:
    owner, frog = world.client("owner"), world.client("stranger")
    good = (one for one in identifiers("orcid", seed="veils") if state_of("orcid", one) == "ok")
    states = ("private", "embargoed", "released", "public", "tombstoned", "withdrawn", "other")
    for state, orcid in zip(states, islice(good, len(states)), strict=True):
        taxon = _TAXA.get(state)
        client = frog if state == "other" else owner
        if state == "public":
            answer = client.post("/records", content=study("past", orcid=orcid, taxon=None))
            id = answer.json()["id"]
            text = study("public", orcid=orcid, taxon=None).replace("veilpublicdoi", "veilpastdoi")
            answer = client.put(f"/records/{id}", content=text, headers={"If-Match": "*"})
            world.canaries["past"] = frozenset(
                {"veilpastname", "veilpasttext", "veilpastword", "veilpastperson"}
            )
        else:
            answer = client.post("/records", content=study(state, orcid=orcid, taxon=taxon))
        assert answer.status_code in (200, 201), answer.text
        world.ids[state] = answer.json()["id"]
        words = {f"veil{state}{part}" for part in ("name", "text", "word", "person", "doi")}
        if taxon:
            words |= {f"veil{state}taxon", f"ncbitaxon_{taxon}", orcid.lower()}
        world.canaries[state] = frozenset(words)
    for state, wanted in {
        "embargoed": {"public_from": MUCH_LATER}, "released": {"public_from": LATER},
        "public": {"visibility": "public"}, "withdrawn": {"visibility": "public"},
    }.items():  # fmt: skip
        assert owner.put(f"/records/{world.ids[state]}/visibility", json=wanted).status_code == 200
    for state in ("tombstoned", "withdrawn"):
        gone = owner.delete(f"/records/{world.ids[state]}", headers={"If-Match": "*"})
        assert gone.status_code == 204
    world.clock.time = LATER
