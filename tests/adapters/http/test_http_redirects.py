"""Redirects are followed by hand: within the service, to hosts that it may lead to, or not at all; keys stay home."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests
from http_asking import GOOD, refusal
from requests.adapters import HTTPAdapter

from imagegraph.adapters.http import Answer, Clock, Deadline, HttpService
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.stand_in import StandIn

KEY = "secret-of-this-host"


class _Elsewhere(HTTPAdapter):
    """Takes the place of the network between here and another host, which a stand-in plays."""

    def __init__(self, place: StandIn) -> None:
        super().__init__()
        self._place = place

    def send(self, request: requests.PreparedRequest, *arguments: Any, **options: Any) -> requests.Response:
        """To the stand-in instead."""
        assert request.url is not None
        request.url = f"{self._place.base}/{request.url.split('/', 3)[3]}"
        return super().send(request, *arguments, **options)


@pytest.fixture(name="home")
def _home() -> Iterator[StandIn]:
    with StandIn() as service:
        yield service


@pytest.fixture(name="elsewhere")
def _elsewhere() -> Iterator[StandIn]:
    with StandIn() as service:
        yield service


@pytest.fixture(name="keyed")
def _keyed(home: StandIn, elsewhere: StandIn) -> Iterator[HttpService]:
    """A service with a key, which may redirect to one other host."""
    made = HttpService(
        home.base, agent="imagegraph-tests/1", rate=1000, headers={"Client-Id": KEY, "Authorization": f"Bearer {KEY}"},
        hosts=["registry.example"],
    )  # fmt: skip
    made._exchange._session.mount("https://", _Elsewhere(elsewhere))
    yield made
    made.close()


def get(service: HttpService, *, follow: bool = True) -> Answer:
    """What is answered at `term`."""
    return service.get("term", deadline=Deadline(10, clock=Clock()), follow=follow)


def test_keys_are_sent_to_the_host_itself(keyed: HttpService, home: StandIn) -> None:
    """Also when it redirects within itself."""
    home.answer("term", replies.redirect("/moved", status=307))
    home.answer("moved", replies.document(GOOD))
    assert get(keyed).document == GOOD
    assert [request.headers["client-id"] for request in home.requests] == [KEY, KEY]
    assert home.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_an_allowed_host_is_followed_without_the_keys(
    keyed: HttpService, home: StandIn, elsewhere: StandIn
) -> None:
    """It gets who asks and what for, nothing else; the answer says where it came from."""
    home.answer("term", replies.redirect("https://registry.example/works/1?full=true"))
    elsewhere.answer("works/1?full=true", replies.document(GOOD))
    assert get(keyed).document == GOOD
    (request,) = elsewhere.requests
    assert request.headers["user-agent"] == "imagegraph-tests/1"
    assert KEY not in str(request.headers)
    assert not {"client-id", "authorization", "cookie"} & set(request.headers)


@pytest.mark.parametrize(
    "location",
    ["https://elsewhere.example/works/1", "http://registry.example/works/1", "https://registry.example:8443/works/1",
     "https://registry.example.elsewhere.example/works/1", "https://registry.example@elsewhere.example/works/1",
     "//elsewhere.example/works/1"],
)  # fmt: skip
def test_other_hosts_get_nothing(
    location: str, keyed: HttpService, home: StandIn, elsewhere: StandIn, stepping: SteppingClock
) -> None:
    """Another name, another scheme, another port: refused before anything is sent."""
    home.answer("term", replies.redirect(location))
    assert refusal(keyed, stepping).reason.startswith("redirects to another place ('")
    assert (len(home.requests), elsewhere.requests) == (1, [])


def test_from_an_allowed_host_the_way_leads_back_home_only(
    keyed: HttpService, home: StandIn, elsewhere: StandIn, stepping: SteppingClock
) -> None:
    """A chain that leaves it for a third host ends there."""
    home.answer("term", replies.redirect("https://registry.example/a"))
    elsewhere.answer("a", replies.redirect("https://third.example/b"))
    assert "redirects to another place" in refusal(keyed, stepping).reason
    assert len(elsewhere.requests) == 1


def test_a_redirect_can_be_the_answer(keyed: HttpService, home: StandIn, elsewhere: StandIn) -> None:
    """With where it leads and what it says; nothing is sent there."""
    said = replies.document({"error-code": 9007}, status=301, Location="https://registry.example/other")
    home.answer("term", said)
    answer = get(keyed, follow=False)
    assert (answer.status, answer.document) == (301, {"error-code": 9007})
    assert answer.headers["location"] == "https://registry.example/other"
    assert elsewhere.requests == []


def test_a_redirect_without_json_can_be_the_answer_too(keyed: HttpService, home: StandIn) -> None:
    """A page, or nothing at all."""
    home.answer("term", replies.text("<h1>Moved</h1>", status=302, Location="/x"), replies.redirect("/y"))
    assert get(keyed, follow=False).headers["location"] == "/x"
    assert get(keyed, follow=False).document is None


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_loops_end(status: int, keyed: HttpService, home: StandIn, stepping: SteppingClock) -> None:
    """Whatever kind of redirect it is."""
    home.answer("term", replies.redirect_loop(status=status))
    assert refusal(keyed, stepping).reason == "redirects more than 5 times"
    assert len(home.requests) == 6


def test_a_loop_over_two_hosts_ends(
    keyed: HttpService, home: StandIn, elsewhere: StandIn, stepping: SteppingClock
) -> None:
    """It counts as one chain."""
    home.answer("term", replies.redirect("https://registry.example/a"))
    elsewhere.answer("a", replies.redirect("https://registry.example/a"))
    assert refusal(keyed, stepping).reason == "redirects more than 5 times"
    assert (len(home.requests), len(elsewhere.requests)) == (1, 5)
