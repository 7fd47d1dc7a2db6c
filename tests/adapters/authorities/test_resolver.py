"""Kept answers, dumps and authorities, in this order; and what happens when nobody answers."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from imagegraph.adapters.authorities.contract import Part
from imagegraph.adapters.authorities.opening import authorities_of, chosen
from imagegraph.adapters.authorities.resolver import AuthorityResolver
from imagegraph.adapters.http import Clock, HttpService
from imagegraph.adapters.sqlite.resolutions import ResolutionStore
from imagegraph.errors import BadParameter
from imagegraph.model.authorities import packaged_authorities
from imagegraph.model.identifiers import Identifier, identify
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities import orcid, ror
from imagegraph.testing.authorities.stand_in import STATES, AuthoritiesStandIn
from imagegraph.testing.clock import SteppingClock

PERSON = identify(orcid.LEAD)
ORGANISATION = identify(ror.UNIVERSITY, scheme="ror")
TARGET = f"orcid/v3.0/{orcid.LEAD}/person"


class Dump:
    """A dump with one organisation."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def find(self, identifier: Identifier) -> tuple[tuple[Part, ...], str] | None:
        """The organisation, of release 7."""
        if identifier != ORGANISATION:
            return None
        part = Part(
            name="ror", status=200, media_type="application/json", body=self.body, url="https://ror.org/"
        )
        return (part,), "7"

    def close(self) -> None:
        """Nothing to release."""


class Opened:
    """A resolver over a file, with a clock that moves only when it is told to."""

    def __init__(self, path: Path, stand_in: AuthoritiesStandIn) -> None:
        self.path, self.stand_in = path, stand_in
        self.stepping = SteppingClock()
        self.clock = Clock(
            monotonic=self.stepping.monotonic, now=self.stepping.now, sleep=self.stepping.sleep
        )

    def resolver(self, *, names: str = "all", dump: Dump | None = None) -> AuthorityResolver:
        """One that may ask these authorities."""
        table = packaged_authorities()
        text = f"all={self.stand_in.base}" if names == "all" else names
        services = {
            name: HttpService(base, agent="tests/1", rate=500, clock=self.clock)
            for name, base in chosen(text, table=table).items()
        }
        return AuthorityResolver(
            authorities_of(services), store=ResolutionStore(self.path), table=table, services=services,
            dumps=dump, seconds=5.0, clock=self.clock,
        )  # fmt: skip

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.stepping.advance(**time)


@pytest.fixture(name="stand_in")
def _stand_in() -> Iterator[AuthoritiesStandIn]:
    with AuthoritiesStandIn() as service:
        yield service


@pytest.fixture(name="opened")
def _opened(stand_in: AuthoritiesStandIn, tmp_path: Path) -> Opened:
    return Opened(tmp_path / "resolved.sqlite", stand_in)


def test_an_answer_is_kept_for_its_time(opened: Opened) -> None:
    """Nobody is asked again before it is over, also by another process; then it is asked once more."""
    first = opened.resolver().resolve(PERSON)
    asked = len(opened.stand_in.requests)
    again = opened.resolver()
    assert again.resolve(PERSON) == first
    assert len(opened.stand_in.requests) == asked
    assert list(again.expired(limit=5)) == []
    opened.later(days=15)
    assert [iri for iri, _ in again.expired(limit=5)] == [PERSON.iri]
    assert again.resolve(PERSON).fetched != first.fetched
    assert len(opened.stand_in.requests) == 2 * asked


@pytest.mark.parametrize("iri", sorted(STATES))
def test_kept_answers_mean_the_same(opened: Opened, iri: str) -> None:
    """Read again from the file, every answer ends in the same state, with the same thing and successors."""
    identifier = identify(iri)
    found = opened.resolver().resolve(identifier)
    known = opened.resolver(names="").known(identifier)
    assert known == found
    assert found.state == STATES[iri]
    assert list(opened.resolver(names="").since(0)) == [found]


def test_an_old_answer_serves_while_nobody_answers(opened: Opened) -> None:
    """With its age, marked as old, and with the reason; it is asked for again the next time."""
    first = opened.resolver().resolve(PERSON)
    opened.stand_in.answer(TARGET, replies.html(503))
    opened.later(days=20)
    found = opened.resolver().resolve(PERSON)
    assert (found.state, found.thing, found.fetched) == ("ok", first.thing, first.fetched)
    assert found.stale
    assert "503" in found.detail


@pytest.mark.parametrize(
    "reply",
    [
        replies.html(200), replies.html(404), replies.html(503), replies.empty(404), replies.cut_off(b"{"),
        replies.document({"error-code": 1, "response-code": 404}, status=404), replies.document({}),
        replies.document([1]), replies.reset(), replies.text("no", media_type="application/json"),
        replies.redirect("https://elsewhere.example/"), replies.busy(7_200),
    ],
    ids=range(12),
)  # fmt: skip
def test_no_broken_answer_becomes_a_negative_one(opened: Opened, reply: replies.Reply) -> None:
    """Only words of the authority itself say that there is no such thing."""
    opened.stand_in.answer(TARGET, reply)
    found = opened.resolver().resolve(PERSON)
    assert (found.state, found.thing) == ("unavailable", None)
    assert found.detail
    assert opened.resolver(names="").known(PERSON) is None


def test_the_answer_about_somebody_else_is_no_answer(opened: Opened) -> None:
    """Nothing of another person is kept under this one's iD."""
    elsewhere = f"{opened.stand_in.base}/orcid/v3.0/{orcid.ANALYST}/person"
    opened.stand_in.answer(TARGET, replies.redirect(elsewhere, status=302))
    assert opened.resolver().resolve(PERSON).state == "unavailable"
    organisation = ror.organisation(ror.FACILITY, "Another")
    opened.stand_in.answer(f"ror/v2/organizations/{ror.UNIVERSITY}", replies.document(organisation))
    assert opened.resolver().resolve(ORGANISATION).state == "unavailable"


def test_a_dump_answers_before_anybody_is_asked(opened: Opened) -> None:
    """With its release; asking again asks the authority, and falls back to the dump."""
    import json

    dump = Dump(json.dumps(ror.organisation(ror.UNIVERSITY, "As in the dump")).encode())
    found = opened.resolver(dump=dump).resolve(ORGANISATION)
    assert found.thing is not None
    assert (found.thing.label, found.source_version) == ("As in the dump", "7")
    assert opened.stand_in.requests == []
    asked = opened.resolver(dump=dump).resolve(ORGANISATION, refresh=True)
    assert asked.thing is not None
    assert asked.thing.label == "University of Northmere"
    alone = opened.resolver(names="", dump=dump).resolve(ORGANISATION, refresh=True)
    assert alone.thing is not None
    assert alone.thing.label == "As in the dump"


def test_many_who_want_the_same_wait_for_one_answer(opened: Opened) -> None:
    """Sixteen threads, one request for each question."""
    opened.stand_in.answer(TARGET, replies.after(0.3, replies.document(orcid_person())))
    resolver = opened.resolver()
    gate = threading.Barrier(16)

    def one(_: int) -> str:
        gate.wait()
        return resolver.resolve(PERSON).state

    with ThreadPoolExecutor(16) as executor:
        assert set(executor.map(one, range(16))) == {"ok"}
    assert [request.target for request in opened.stand_in.requests].count(TARGET) == 1


def orcid_person() -> dict[str, object]:
    """The least that ORCID says of a person."""
    return {"name": {"given-names": {"value": "Mirela"}, "family-name": None, "credit-name": None,
                     "path": orcid.LEAD}, "path": f"/{orcid.LEAD}/person"}  # fmt: skip


def test_a_damaged_answer_is_asked_for_again(opened: Opened) -> None:
    """A flipped byte in the file is noticed by the digest."""
    opened.resolver().resolve(PERSON)
    connection = sqlite3.connect(opened.path)
    connection.execute("UPDATE resolution_parts SET body = x'00'")
    connection.commit()
    connection.close()
    resolver = opened.resolver()
    assert resolver.known(PERSON) is None
    assert resolver.resolve(PERSON).state == "ok"


def test_a_file_that_is_none_is_begun_anew(opened: Opened) -> None:
    """Nothing but a warning: it held only what can be asked for again."""
    opened.path.write_bytes(b"no database" * 1_000)
    assert opened.resolver().resolve(PERSON).state == "ok"
    assert opened.resolver(names="").known(PERSON) is not None


def test_what_is_invalid_is_not_asked_about(opened: Opened) -> None:
    """Decided here, with the reason."""
    found = opened.resolver().resolve(identify("0000-0002-1825-0098"))
    assert (found.state, opened.stand_in.requests) == ("invalid", [])
    assert "7" in found.detail


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("ror, orcid", {"ror": "https://api.ror.org", "orcid": "https://pub.orcid.org"}),
        ("ror=http://127.0.0.1:1/r", {"ror": "http://127.0.0.1:1/r"}),
    ],
)
def test_the_setting(text: str, expected: dict[str, str]) -> None:
    """Names, mirrors, and nobody."""
    assert chosen(text, table=packaged_authorities()) == expected


def test_the_setting_for_all() -> None:
    """All of them, at home or below one address; a later word counts."""
    table = packaged_authorities()
    assert set(chosen("all", table=table)) == set(table.entries)
    found = chosen("all=http://127.0.0.1:1/ ror", table=table)
    assert (found["orcid"], found["ror"]) == ("http://127.0.0.1:1/orcid", "https://api.ror.org")
    with pytest.raises(BadParameter, match="is no authority"):
        chosen("rro", table=table)
