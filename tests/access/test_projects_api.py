"""Projects over HTTP: making them, letting people in, publishing, links for reviewers, and handing in to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from veiled_world import Clock

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.services import Services
from imagegraph.settings import Settings

ELSEWHERE = ("203.0.113.7", 50_000)
OURS = {"Sec-Fetch-Site": "same-origin"}
STUDY = "type: Study\nid: https://doi.org/10.5072/{0}\nname: {0} cells\n"


@pytest.fixture(name="clock")
def _clock() -> Clock:
    return Clock()


@pytest.fixture(name="services")
def _services(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    settings = Settings(data=tmp_path / "data", base="http://testserver/", query_workers=1, intake_workers=1)
    with open_services(settings, now=clock) as services:
        yield services


class People:
    """Clients by name; each is a token of its own."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.app = create_app(services)

    def __call__(self, name: str, *, scope: str = "write", **roles: str) -> TestClient:
        """A new token with roles in projects that are there."""
        secret, token = self.services.tokens.create(name, scope=scope, expires=None)  # type: ignore[arg-type]
        for project, role in roles.items():
            self.services.projects.grant(project, token.member, role, agent="test")  # type: ignore[arg-type]
        return self.showing(secret)

    def showing(self, secret: str | None) -> TestClient:
        """Somebody who shows a secret."""
        headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        return TestClient(self.app, client=ELSEWHERE, headers=headers, follow_redirects=False)


@pytest.fixture(name="people")
def _people(services: Services) -> People:
    return People(services)


def test_a_project_from_beginning_to_publication(people: People, clock: Clock) -> None:
    """An admin makes it, an owner lets an editor in, who hands in; the owner publishes; a stranger sees it then."""
    admin, stranger = people("admin", scope="admin"), people("stranger")
    made = admin.post("/projects", json={"id": "fish", "title": "Zebrafish atlas"})
    assert (made.status_code, made.headers["location"], made.json()["role"]) == (
        201,
        "/projects/fish",
        "admin",
    )
    owner = people("owner", fish="owner")
    editor = people("Microscope 2")
    assert editor.post("/records", content=STUDY.format("fin")).status_code == 403
    granted = owner.post("/projects/fish/members", json={"member": "Microscope 2", "role": "editor"})
    assert (granted.status_code, granted.json()["role"]) == (200, "editor")
    handed_in = editor.post("/records", content=STUDY.format("fin"))
    id = handed_in.json()["id"]
    assert handed_in.status_code == 201
    assert id.startswith("fish~fin-")
    assert stranger.get(f"/records/{id}").status_code == 404
    refused = editor.put(f"/records/{id}/visibility", json={"visibility": "public"})
    assert (refused.status_code, "owner" in refused.json()["detail"]) == (403, True)
    clock.time = "2026-12-02T09:30:00.000Z"
    published = owner.put(f"/records/{id}/visibility", json={"visibility": "public"})
    assert published.json() == {
        "record": id, "project": "fish", "visibility": "public", "public_from": "2026-12-02T09:30:00.000Z",
    }  # fmt: skip
    assert stranger.get(f"/records/{id}").status_code == 200
    assert stranger.get(f"/records/{id}/visibility").json()["project"] is None
    described = owner.get("/projects/fish").json()
    assert described["records"] == {"private": 0, "embargoed": 0, "public": 1}
    assert {(one["name"], one["role"]) for one in described["members"]} == {
        ("token owner", "owner"), ("token Microscope 2", "editor"),
    }  # fmt: skip
    assert "members" not in editor.get("/projects/fish").json()
    assert stranger.get("/projects/fish").status_code == stranger.get("/projects/none").status_code == 404
    assert [one["id"] for one in stranger.get("/projects").json()["items"]] == []


def test_who_is_shut_out_sees_nothing_from_the_next_request_on(people: People) -> None:
    """Nothing that was read before, and no store that is kept, is used for them again."""
    people("admin", scope="admin").post("/projects", json={"id": "fish"})
    owner, reader = people("owner", fish="owner"), people("reader", scope="read", fish="reader")
    id = owner.post("/records", content=STUDY.format("fin")).json()["id"]
    names = "SELECT ?name WHERE { ?s schema:name ?name }"
    assert "fin cells" in reader.get("/sparql", params={"query": names}).text
    assert owner.delete(f"/projects/fish/members/{quote('reader')}").status_code == 204
    assert "fin cells" not in reader.get("/sparql", params={"query": names}).text
    assert reader.get(f"/records/{id}").status_code == 404
    assert owner.delete("/projects/fish/members/reader").status_code == 404


def test_only_an_admin_takes_back_what_was_public(people: People) -> None:
    """An owner is refused; after the admin it is as if it had never been public, in the graph too."""
    admin = people("admin", scope="admin")
    admin.post("/projects", json={"id": "fish"})
    owner, stranger = people("owner", fish="owner"), people("stranger")
    id = owner.post("/records", content=STUDY.format("fin")).json()["id"]
    owner.put(f"/records/{id}/visibility", json={"visibility": "public"})
    names = {"query": "SELECT ?name WHERE { ?s schema:name ?name }"}
    assert "fin cells" in stranger.get("/sparql", params=names).text
    for wanted in ({"visibility": "private"}, {"public_from": "2030-01-01"}):
        assert owner.put(f"/records/{id}/visibility", json=wanted).status_code == 403
    assert admin.put(f"/records/{id}/visibility", json={"visibility": "private"}).status_code == 200
    assert stranger.get(f"/records/{id}").status_code == 404
    assert "fin cells" not in stranger.get("/sparql", params=names).text
    assert "fin cells" in owner.get("/sparql", params=names).text


@pytest.mark.parametrize(
    ("wanted", "status", "word"),
    [
        ({}, 400, "Say what"),
        ({"visibility": "secret"}, 400, "private, embargoed, public"),
        ({"visibility": "embargoed"}, 400, "public_from"),
        ({"public_from": "yesterday"}, 400, "moment"),
        ({"public_from": "2020-01-01"}, 400, "over already"),
        ({"visibility": "public", "public_from": "2030-01-01"}, 400, "embargoed only"),
        ({"colour": "red"}, 400, "JSON object"),
        ({"visibility": 3}, 400, "must be text"),
        ({"project": "none"}, 404, "no project"),
        ({"project": "frog"}, 404, "no project"),
    ],
)
def test_what_cannot_be_wanted_is_refused_with_a_reason(
    people: People, wanted: dict[str, str], status: int, word: str
) -> None:
    """The answer says what to send; nothing has changed."""
    admin = people("admin", scope="admin")
    for name in ("fish", "frog"):
        admin.post("/projects", json={"id": name})
    owner = people("owner", fish="owner")
    id = owner.post("/records", content=STUDY.format("fin")).json()["id"]
    answer = owner.put(f"/records/{id}/visibility", json=wanted)
    assert (answer.status_code, word in answer.json()["detail"]) == (status, True), answer.text
    assert owner.get(f"/records/{id}/visibility").json()["visibility"] == "private"


def test_records_move_between_projects_and_keep_their_address(people: People) -> None:
    """Who owns one and may write to the other; readers of the old one lose it, those of the new one get it."""
    admin = people("admin", scope="admin")
    for name in ("fish", "frog"):
        admin.post("/projects", json={"id": name})
    owner = people("owner", fish="owner", frog="editor")
    fish, frog = people("a", scope="read", fish="reader"), people("b", scope="read", frog="reader")
    assert owner.post("/records", content=STUDY.format("fin")).status_code == 400, "to which of two?"
    id = owner.post("/records?project=fish", content=STUDY.format("fin")).json()["id"]
    assert owner.put(f"/records/{id}/visibility", json={"project": "frog"}).json()["project"] == "frog"
    assert (fish.get(f"/records/{id}").status_code, frog.get(f"/records/{id}").status_code) == (404, 200)
    again = owner.put(
        f"/records/{id}", content=STUDY.format("fin").replace("cells", "rays"), headers={"If-Match": "*"}
    )
    assert again.status_code == 200
    assert owner.post("/records?project=newt", content=STUDY.format("tail")).status_code == 403


def test_the_same_study_in_two_projects_is_two_records(people: People) -> None:
    """Neither learns of the other: not by its id, not by `unchanged`, not by a new version."""
    admin = people("admin", scope="admin")
    for name in ("fish", "frog"):
        admin.post("/projects", json={"id": name})
    fish, frog = people("a", fish="editor"), people("b", frog="editor")
    first, second = (one.post("/records", content=STUDY.format("fin")) for one in (fish, frog))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["id"].partition("~")[2] == second.json()["id"].partition("~")[2]
    assert frog.get(f"/records/{first.json()['id']}").status_code == 404
    kept = frog.put("/records/fish~mine", content=STUDY.format("x"))
    other = frog.put("/records/newt~mine", content=STUDY.format("x"))
    assert kept.status_code == other.status_code == 403
    assert frog.put("/records/frog~mine", content=STUDY.format("x")).status_code == 201


def test_a_link_for_reviewers_opens_one_project_for_reading(people: People) -> None:
    """In a browser by a session, for programs as a token; nothing else, nothing written, and not after it was taken back."""
    admin = people("admin", scope="admin")
    for name in ("fish", "frog"):
        admin.post("/projects", json={"id": name})
    owner, frog = people("owner", fish="owner"), people("b", frog="owner")
    id = owner.post("/records", content=STUDY.format("fin")).json()["id"]
    other = frog.post("/records", content=STUDY.format("leg")).json()["id"]
    made = owner.post("/projects/fish/review-links", json={"note": "second referee", "days": "14"}).json()
    assert made["url"].startswith("http://testserver/review/imagegraph_")
    secret = made["url"].rsplit("/", 1)[1]
    browser = people.showing(None)
    opened = browser.get(f"/review/{secret}")
    assert (opened.status_code, opened.headers["location"], opened.headers["cache-control"]) == (
        303, "/records", "no-store",
    )  # fmt: skip
    assert opened.headers["referrer-policy"] == "no-referrer"
    for reviewer in (browser, people.showing(secret)):
        assert reviewer.get(f"/records/{id}").status_code == 200
        assert reviewer.get(f"/records/{other}").status_code == 404
        assert reviewer.delete(f"/records/{id}", headers={"If-Match": "*", **OURS}).status_code == 403
        assert reviewer.post("/projects/fish/review-links", headers=OURS).status_code == 403
    listed = owner.get("/projects/fish").json()
    assert [one["note"] for one in listed["review_links"]] == ["fish: second referee"]
    assert secret not in str(listed)
    assert owner.delete(f"/projects/fish/members/link:{made['id']}").status_code == 204
    assert browser.get(f"/records/{id}").status_code == 401
    assert people.showing(secret).get(f"/records/{id}").status_code == 401
    assert people.showing(None).get(f"/review/{secret}").status_code == 404


def test_links_are_made_by_owners_for_a_time(people: People) -> None:
    """Not by editors, not for ever, not for a token's secret."""
    people("admin", scope="admin").post("/projects", json={"id": "fish"})
    owner, editor = people("owner", fish="owner"), people("editor", fish="editor")
    assert editor.post("/projects/fish/review-links").status_code == 403
    for days in ("0", "367", "soon", "-1", "0" * 8 + "30" + "9" * 10, "९"):
        assert owner.post("/projects/fish/review-links", json={"days": days}).status_code == 400
    secret, _ = people.services.tokens.create("plain", scope="read", expires=None)
    assert people.showing(None).get(f"/review/{secret}").status_code == 404


def test_pages_show_and_do_the_same(people: People) -> None:
    """Forms of the pages make a project, let somebody in, and publish; what they lead to says so."""
    admin = people("admin", scope="admin")
    page, ours = {"Accept": "text/html"}, {"Accept": "text/html", **OURS}
    made = admin.post("/projects", data={"id": "fish", "title": "Fish & chips"}, headers=ours)
    assert (made.status_code, made.headers["location"]) == (303, "/projects/fish")
    people("Ada")
    assert (
        admin.post(
            "/projects/fish/members", data={"member": "Ada", "role": "owner"}, headers=ours
        ).status_code
        == 303
    )
    shown = admin.get("/projects/fish", headers=page).text
    assert "Fish &amp; chips" in shown
    assert "token Ada" in shown
    id = admin.post("/records?project=fish", content=STUDY.format("fin")).json()["id"]
    form = {"visibility": "embargoed", "public_from": "2030-01-01T09:00Z"}
    assert admin.post(f"/records/{id}/visibility", data=form, headers=ours).status_code == 303
    assert "embargoed until 2030-01-01 09:00 UTC" in admin.get(f"/records/{id}", headers=page).text
    link = admin.post("/projects/fish/review-links", data={"note": "referee"}, headers=ours)
    assert (link.status_code, "/review/imagegraph_" in link.text) == (201, True)
    assert "fish" in admin.get("/projects", headers=page).text
    member = admin.get("/projects/fish").json()["members"][0]["member"]
    gone = admin.post(f"/projects/fish/members/{quote(member, safe='')}/remove", headers=ours)
    assert gone.status_code == 303
    assert admin.get("/projects/fish").json()["members"] == []


def test_what_is_public_is_there_after_a_restart(tmp_path: Path) -> None:
    """The store of what is public is kept, and follows what happened while nobody asked."""
    settings = Settings(
        data=tmp_path / "data",
        base="http://testserver/",
        query_workers=1,
        intake_workers=1,
        anonymous_reading=True,
    )
    names = {"query": "SELECT ?name WHERE { ?s schema:name ?name } ORDER BY ?name"}
    for round in range(3):
        with open_services(settings) as services:
            people = People(services)
            admin, anybody = people(f"admin {round}", scope="admin"), people.showing(None)
            before = anybody.get("/sparql", params=names, headers={"Accept": "text/csv"}).text.split("\r\n")[
                1:-1
            ]
            assert before == [f"fin{number} cells" for number in range(round)]
            id = admin.post("/records", content=STUDY.format(f"fin{round}")).json()["id"]
            if round:  # of the first one only the next start learns
                assert anybody.get("/sparql", params=names).text.count("cells") == round
            admin.put(f"/records/{id}/visibility", json={"visibility": "public"})
    assert (tmp_path / "data" / "scopes" / "public" / "mark.json").is_file()
