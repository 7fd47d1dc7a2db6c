"""Asking ROR over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from authority_parts import clock_of, valid

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.ror import RorAuthority
from imagegraph.adapters.http import Deadline, HttpService, Unanswered
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities.ror import FACILITY, IRI, organisation
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.stand_in import StandIn

TARGET = f"v2/organizations/{FACILITY}"
FOUND = replies.document(organisation(FACILITY, "Northmere BioImaging Facility"))
ASKED = valid(IRI + FACILITY)


@pytest.fixture(name="ror")
def _ror() -> Iterator[StandIn]:
    with StandIn("/ror/") as service:
        yield service
        assert service.unexpected == []


@pytest.fixture(name="stepping")
def _stepping() -> SteppingClock:
    return SteppingClock()


@pytest.fixture(name="authority")
def _authority(ror: StandIn, stepping: SteppingClock) -> Iterator[RorAuthority]:
    headers = {"Client-Id": "0123456789abcdef0123456789abcdef"}
    service = HttpService(ror.base, agent="t", rate=500, headers=headers, clock=clock_of(stepping))
    yield RorAuthority({"ror": service})
    service.close()


def test_the_bare_id_is_asked_for(authority: RorAuthority, ror: StandIn, stepping: SteppingClock) -> None:
    """Below /v2, with the Client-Id that raises the limit."""
    ror.answer(TARGET, FOUND)
    parts = authority.ask(ASKED, deadline=Deadline(10, clock=clock_of(stepping)))
    assert [(part.name, part.status, part.url) for part in parts] == [("ror", 200, f"{ror.base}/{TARGET}")]
    assert ror.requests[0].headers["client-id"] == "0123456789abcdef0123456789abcdef"
    assert authority.read(ASKED, parts).state == "ok"


def test_a_refusal_is_waited_for(authority: RorAuthority, ror: StandIn, stepping: SteppingClock) -> None:
    """429 without a body; the pause that is asked for is kept."""
    ror.answer(TARGET, replies.busy(7), FOUND)
    begun = stepping.monotonic()
    parts = authority.ask(ASKED, deadline=Deadline(30, clock=clock_of(stepping)))
    assert authority.read(ASKED, parts).state == "ok"
    assert stepping.monotonic() - begun >= 7


@pytest.mark.parametrize(
    "reply",
    [replies.empty(429), replies.html(503), replies.html(200), replies.cut_off(b'{"id": "https://ror'), replies.reset(),
     replies.redirect_loop(), replies.redirect("https://ror.org/elsewhere")],
    ids=["429", "503", "page", "cut off", "reset", "loop", "elsewhere"],
)  # fmt: skip
def test_no_usable_answer_is_no_negative_one(
    reply: replies.Reply, authority: RorAuthority, ror: StandIn, stepping: SteppingClock
) -> None:
    """It is `Unanswered`, never `not_found`."""
    ror.answer(TARGET, reply)
    with pytest.raises(Unanswered):
        authority.ask(ASKED, deadline=Deadline(10, clock=clock_of(stepping)))


def test_a_page_with_404_says_nothing(authority: RorAuthority, ror: StandIn, stepping: SteppingClock) -> None:
    """It is not ROR that speaks."""
    ror.answer(TARGET, replies.html(404))
    parts = authority.ask(ASKED, deadline=Deadline(10, clock=clock_of(stepping)))
    with pytest.raises(UnreadableAnswer, match="not JSON"):
        authority.read(ASKED, parts)


def test_nobody_is_asked_where_the_settings_name_nobody(stepping: SteppingClock) -> None:
    """Reading still works, for what is kept."""
    nobody = RorAuthority({})
    assert (nobody.scheme, nobody.may_ask(ASKED)) == ("ror", False)
    with pytest.raises(UnreadableAnswer, match="may not be asked"):
        nobody.ask(ASKED, deadline=Deadline(10, clock=clock_of(stepping)))
