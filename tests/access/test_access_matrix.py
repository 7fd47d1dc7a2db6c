"""Who sees what: every identity by every visibility by every way to read, looked through for words of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

import pytest
from read_paths import Reading, everywhere, naming
from veiled_world import LATER, MUCH_LATER, SEES, World, study, veiled_world

STATES = ("private", "embargoed", "released", "public", "tombstoned", "withdrawn", "other")
#: written operations, which are tried further down
_WRITING = re.compile(r"/(accept|reject|undo|restore|remove|review-links|members.*)$")
#: answers that name a vocabulary's own terms, whether anybody uses them or not
_OF_VOCABULARIES = ("/terms", "/ols4", "/schema", "/examples", "/shapes", "/queries")


@pytest.fixture(scope="module", name="world")
def _world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with veiled_world(tmp_path_factory.mktemp("veils") / "data") as world:
        yield world


def told(answer: object) -> str:
    """Everything that an answer says, headers too, in small letters and without escapes."""
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())  # type: ignore[attr-defined]
    return unquote(f"{headers}\n{answer.text}").lower()  # type: ignore[attr-defined]


def seen_words(world: World, identity: str, reading: Reading, answer: object) -> set[str]:
    """The words in an answer of records that somebody may not see, save those that they said themselves."""
    asked = unquote(f"{reading.path} {(reading.content or b'').decode()}").lower().replace("+", " ")
    text = told(answer)
    for said in re.findall(r"veil[a-z]+doi[a-z0-9-]*", asked):
        text = text.replace(said, "")
    found = set()
    for state, words in world.canaries.items():
        if state in ("released", "public", "withdrawn") or state in SEES[identity]:
            continue
        for word in words:
            is_of_all = word.startswith("ncbitaxon_") and reading.path.startswith(_OF_VOCABULARIES)
            if word not in asked and not is_of_all and word in text:
                found.add(word)
    return found


@pytest.mark.parametrize("identity", SEES)
def test_nobody_sees_words_of_what_is_not_theirs(world: World, identity: str) -> None:
    """No answer, whatever is asked, holds a word of a record that is not there for them."""
    leaks: dict[str, set[str]] = {}
    client = world.client(identity)
    count = 0
    for reading in [*everywhere(world), *(one for state in STATES for one in naming(world, state))]:
        answer = reading.sent(client)
        assert answer.status_code < 429, (reading, answer.text)
        count += 1
        if words := seen_words(world, identity, reading, answer):
            leaks[f"{reading.method} {reading.path} {reading.headers}"] = words
    print(f"{identity}: {count} answers, {len(leaks)} leaks")
    assert not leaks


@pytest.mark.parametrize("identity", SEES)
def test_everybody_sees_what_is_theirs(world: World, identity: str) -> None:
    """The same words are there for those who may see them: the matrix above is not empty."""
    client = world.client(identity)
    lists = told(client.get("/records?limit=1000"))
    graph = told(client.get("/sparql", params={"query": "SELECT ?n WHERE { ?s schema:name ?n }"}))
    for state in ("private", "embargoed", "released", "public", "other"):
        is_theirs = state in ("released", "public") or state in SEES[identity]
        assert (f"veil{state}name" in lists) is is_theirs, state
        assert (f"veil{state}name" in graph) is is_theirs, state
        assert client.get(f"/records/{world.ids[state]}").status_code == (200 if is_theirs else 404)
    gone = 410 if "tombstoned" in SEES[identity] else 404
    assert client.get(f"/records/{world.ids['tombstoned']}").status_code == gone
    assert client.get(f"/records/{world.ids['withdrawn']}").status_code == 410
    before = client.get(f"/records/{world.ids['public']}?version=1")
    assert (before.status_code == 200) is ("past" in SEES[identity])


@pytest.mark.parametrize("identity", [name for name, seen in SEES.items() if "private" not in seen])
@pytest.mark.parametrize("state", ["private", "embargoed", "tombstoned"])
def test_what_is_not_theirs_is_as_if_it_never_was(world: World, identity: str, state: str) -> None:
    """The answer is the same, but for the name, as about a record that never was."""
    client, id = world.client(identity), world.ids[state]
    never = "fish~veil" + "n" * len(state) + "doi-00000000"
    assert len(never) == len(id)
    for reading in naming(world, state):
        if id not in unquote(reading.path):
            continue
        twin = Reading(
            reading.route,
            unquote(reading.path).replace(id, never),
            reading.method,
            reading.headers,
            reading.content,
        )
        answer, other = reading.sent(client), twin.sent(client)
        assert answer.status_code == other.status_code, (reading, answer.text, other.text)
        assert same(answer.text, id) == same(other.text, never), reading
        assert sorted(answer.headers) == sorted(other.headers)


@pytest.mark.parametrize("identity", ["anonymous", "nobody", "stranger", "reader", "reviewer"])
@pytest.mark.parametrize("state", ["private", "embargoed", "public", "tombstoned", "never"])
def test_who_may_not_write_learns_nothing_by_trying(world: World, identity: str, state: str) -> None:
    """Every attempt ends in the same refusal as for a record that never was, and changes nothing."""
    id = world.ids.get(state, "fish~veil-never-00000000")
    client = world.client(identity)
    head = world.services.journal.head
    text = study("intruder", orcid="0000-0002-1825-0097", taxon=None)
    for method, path, body in (
        ("PUT", f"/records/{quote(id)}", text), ("DELETE", f"/records/{quote(id)}", None),
        ("POST", f"/records/{quote(id)}/versions/1/restore", None),
        ("PUT", f"/rdf-graphs/{quote(id)}", "<http://x.test/s> <http://x.test/p> 1 ."),
        ("POST", f"/rdf-graphs/{quote(id)}", "<http://x.test/s> <http://x.test/p> 1 ."),
        ("DELETE", f"/rdf-graphs/{quote(id)}", None),
    ):  # fmt: skip
        answer = client.request(method, path, content=body, headers={"If-Match": "*"})
        assert answer.status_code in (401, 403, 404, 415), (method, path, answer.text)
        assert "veil" not in told(answer).replace(id.lower(), "").replace("veil-never", "")
        if state != "public":
            other = client.request(
                method,
                path.replace(quote(id), "fish~veil-nevermore"),
                content=body,
                headers={"If-Match": "*"},
            )
            assert (other.status_code, same(other.text, "fish~veil-nevermore")) == (
                answer.status_code, same(answer.text, id),
            )  # fmt: skip
    assert world.services.journal.head == head


def test_every_way_to_read_is_in_the_matrix(world: World) -> None:
    """An operation that is added is looked through from then on, or this fails."""
    paths = world.client("admin").get("/openapi.json").json()["paths"]
    wanted = {path for path, methods in paths.items() if "get" in methods} | {"/identifiers/check"}
    tried = {reading.route for reading in everywhere(world)}
    tried |= {reading.route for state in STATES for reading in naming(world, state)}
    assert {path for path in wanted if not _WRITING.search(path)} - tried == set()


def test_an_embargo_ends_at_its_minute_and_never_before(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A millisecond before nobody sees it; from the moment on everybody, in lists and in answers, without a restart."""
    with veiled_world(tmp_path_factory.mktemp("embargo") / "data") as world:
        client, id = world.client("anonymous"), world.ids["embargoed"]

        def is_seen() -> tuple[bool, ...]:
            names = client.get(
                "/sparql", params={"query": "SELECT ?n WHERE { GRAPH ?g { ?s schema:name ?n } }"}
            ).text
            return (
                client.get(f"/records/{id}").status_code == 200, id in client.get("/records").text,
                "Veilembargoedname" in names,
            )  # fmt: skip

        assert is_seen() == (False, False, False)
        world.clock.time = "2029-12-31T23:59:59.999Z"
        assert is_seen() == (False, False, False)
        world.clock.time = MUCH_LATER
        assert is_seen() == (True, True, True)


def test_the_released_record_was_released_by_time(world: World) -> None:
    """The world's own embargo that is over ended when it had to."""
    placed = world.client("owner").get(f"/records/{world.ids['released']}/visibility").json()
    assert placed == {
        "record": world.ids["released"], "project": "fish", "visibility": "public", "public_from": LATER,
    }  # fmt: skip


def same(text: str, id: str) -> str:
    """A text without the name of a record and what is different in every answer."""
    text = re.sub(r'"(request_id|instance)": "[^"]*"', "", unquote(text)).replace(id, "ID")
    return re.sub(r"[0-9a-f]{24}", "", text)
