"""Asking ORCID over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from authority_parts import clock_of, said, valid

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.orcid import OrcidAuthority
from imagegraph.adapters.http import Deadline, HttpService, Unanswered
from imagegraph.model.rdf import SCHEMA
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities.orcid import DEPRECATED, IRI, LEAD, employments, person
from imagegraph.testing.authorities.ror import UNIVERSITY
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.stand_in import StandIn

ASKED = valid(IRI + LEAD)
PERSON, EMPLOYMENTS = f"v3.0/{LEAD}/person", f"v3.0/{LEAD}/employments"
MIRELA = replies.document(person(LEAD, "Mirela", "Quist"), media_type="application/json;charset=UTF-8")
WORKS = replies.document(employments(LEAD, [("University of Northmere", UNIVERSITY, True)]))


@pytest.fixture(name="orcid")
def _orcid() -> Iterator[StandIn]:
    with StandIn("/orcid/") as service:
        yield service
        assert service.unexpected == []


@pytest.fixture(name="stepping")
def _stepping() -> SteppingClock:
    return SteppingClock()


@pytest.fixture(name="deadline")
def _deadline(stepping: SteppingClock) -> Deadline:
    return Deadline(30, clock=clock_of(stepping))


@pytest.fixture(name="authority")
def _authority(orcid: StandIn, stepping: SteppingClock) -> Iterator[OrcidAuthority]:
    service = HttpService(orcid.base, agent="t", rate=500, clock=clock_of(stepping))
    yield OrcidAuthority({"orcid": service})
    service.close()


def test_two_questions_are_asked(authority: OrcidAuthority, orcid: StandIn, deadline: Deadline) -> None:
    """The person decides and comes last; JSON is asked for, because ORCID answers XML otherwise."""
    orcid.answer(PERSON, MIRELA)
    orcid.answer(EMPLOYMENTS, WORKS)
    parts = authority.ask(ASKED, deadline=deadline)
    assert [part.name for part in parts] == ["employments", "person"]
    assert orcid.targets == [PERSON, EMPLOYMENTS]
    assert {request.headers["accept"] for request in orcid.requests} == {"application/json"}
    reading = authority.read(ASKED, parts)
    assert said(reading.thing, SCHEMA.affiliation) == [f"https://ror.org/{UNIVERSITY}"]


def test_what_is_not_read_is_not_kept(authority: OrcidAuthority, orcid: StandIn, deadline: Deadline) -> None:
    """No biography, address, link, keyword or mail address, no department and no past employer's role."""
    document = person(LEAD, "Mirela", "Quist")
    document["biography"] = {"content": "Private-ish"}
    document["emails"]["email"] = [{"email": "ada@example.org"}]
    document["other-names"]["other-name"] = [
        {"content": "M. Q.", "visibility": "public", "put-code": 5, "source": {}}
    ]
    jobs = employments(LEAD, [("University of Northmere", UNIVERSITY, True)])
    jobs["affiliation-group"][0]["summaries"][0]["employment-summary"]["role-title"] = "Emperor"
    orcid.answer(PERSON, replies.document(document))
    orcid.answer(EMPLOYMENTS, replies.document(jobs))
    parts = authority.ask(ASKED, deadline=deadline)
    kept = json.loads(parts[1].body)
    assert set(kept) == {"path", "name", "other-names"}
    assert kept["other-names"] == {"other-name": [{"content": "M. Q.", "visibility": "public"}]}
    assert b"Emperor" not in parts[0].body
    reading = authority.read(ASKED, parts)
    assert reading.thing is not None
    assert reading.thing.names == ("Mirela Quist", "M. Q.")
    assert reading.thing.details["affiliation"] == (
        f"https://ror.org/{UNIVERSITY}",
        "University of Northmere",
    )


@pytest.mark.parametrize(
    "reply",
    [replies.html(503), replies.reset(), replies.html(404), replies.cut_off(b"{"), replies.redirect("/elsewhere"),
     replies.text("Too Many Requests", status=429, media_type="text/plain")],
    ids=["503", "reset", "404", "cut off", "redirect", "429"],
)  # fmt: skip
def test_without_employments_there_is_still_the_person(
    reply: replies.Reply, authority: OrcidAuthority, orcid: StandIn, deadline: Deadline
) -> None:
    """They are left out."""
    orcid.answer(PERSON, MIRELA)
    orcid.answer(EMPLOYMENTS, reply)
    parts = authority.ask(ASKED, deadline=deadline)
    assert [part.name for part in parts] == ["person"]
    assert authority.read(ASKED, parts).state == "ok"


def test_a_redirect_is_not_followed(authority: OrcidAuthority, orcid: StandIn, deadline: Deadline) -> None:
    """The other record is not asked for, and nothing of it is kept under the old iD."""
    old = valid(IRI + DEPRECATED)
    moved = {"error-code": 9007, "developer-message": f"Please refer to account: {IRI}{LEAD}."}
    orcid.answer(PERSON, MIRELA)
    orcid.answer(
        f"v3.0/{DEPRECATED}/person",
        replies.document(moved, status=301, Location=f"{orcid.base}/v3.0/{LEAD}/person"),
    )
    parts = authority.ask(old, deadline=deadline)
    assert orcid.targets == [f"v3.0/{DEPRECATED}/person"]
    assert b"Quist" not in parts[0].body
    assert authority.read(old, parts).successors == (IRI + LEAD,)


@pytest.mark.parametrize(("status", "code", "state"), [(404, 9016, "not_found"), (409, 9018, "restricted")])
def test_after_a_refusal_nothing_more_is_asked(
    status: int, code: int, state: str, authority: OrcidAuthority, orcid: StandIn, deadline: Deadline
) -> None:
    """There are no employments to be had."""
    orcid.answer(PERSON, replies.document({"error-code": code}, status=status))
    assert authority.read(ASKED, authority.ask(ASKED, deadline=deadline)).state == state
    assert orcid.targets == [PERSON]


@pytest.mark.parametrize(
    "reply",
    [replies.text("<?xml version='1.0'?><record/>", media_type="application/xml"), replies.html(200), replies.html(503),
     replies.empty(503), replies.document({"error-code": 9008}, status=500), replies.misencoded({"path": "é"}),
     replies.text("Too Many Requests. You have exceeded the daily quota for anonymous usage.", status=429,
                  media_type="text/plain")],
    ids=["XML", "page", "503 page", "burst", "500", "encoding", "quota"],
)  # fmt: skip
def test_no_usable_answer_is_no_negative_one(
    reply: replies.Reply, authority: OrcidAuthority, orcid: StandIn, deadline: Deadline
) -> None:
    """It is `Unanswered`."""
    orcid.answer(PERSON, reply)
    with pytest.raises(Unanswered):
        authority.ask(ASKED, deadline=deadline)


def test_a_media_type_that_is_refused_is_unreadable(
    authority: OrcidAuthority, orcid: StandIn, deadline: Deadline
) -> None:
    """406 without a Content-Type: that would be our mistake."""
    orcid.answer(PERSON, replies.empty(406))
    with pytest.raises(UnreadableAnswer):
        authority.read(ASKED, authority.ask(ASKED, deadline=deadline))


def test_nobody_is_asked_where_the_settings_name_nobody(deadline: Deadline) -> None:
    """Reading still works, for what is kept."""
    nobody = OrcidAuthority({})
    assert (nobody.scheme, nobody.may_ask(ASKED)) == ("orcid", False)
    with pytest.raises(UnreadableAnswer, match="may not be asked"):
        nobody.ask(ASKED, deadline=deadline)
