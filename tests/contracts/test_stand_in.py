"""The stand-in for the authorities keeps to what is known of them, and its log tells who asked how."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import islice

import pytest
import requests

from imagegraph.adapters.authorities.opening import authorities_of
from imagegraph.adapters.http import Clock, Deadline, HttpService
from imagegraph.model.identifiers import identify
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities import (
    AUTHORITIES,
    STATES,
    AuthoritiesStandIn,
    expected_state,
    identifiers,
    instruments,
    invented_iris,
    orcid,
    state_of,
)
from imagegraph.testing.stand_in import Received, StandIn
from imagegraph.testing.stand_in_faults import FAULTS, FaultPlan
from imagegraph.testing.stand_in_log import asked_twice_at_once, most_at_once, most_begun_within


@pytest.fixture(name="world")
def _world() -> Iterator[AuthoritiesStandIn]:
    with AuthoritiesStandIn() as service:
        yield service


@pytest.fixture(name="asking", scope="module")
def _asking() -> Iterator[Callable[[str], str]]:
    """The state of an IRI, as the adapters read what the stand-in answers."""
    with AuthoritiesStandIn(generate=True) as world, ExitStack() as stack:
        services = {
            name: HttpService(f"{world.base}/{name}", agent="tests", rate=10_000) for name in AUTHORITIES
        }
        for service in services.values():
            stack.callback(service.close)
        authorities = authorities_of(services)

        def state(iri: str) -> str:
            identifier = identify(iri)
            authority = authorities[identifier.scheme]
            parts = authority.ask(identifier, deadline=Deadline(10, clock=Clock()))
            return authority.read(identifier, parts).state

        yield state
        assert world.unexpected == []


def get(
    service: StandIn, target: str, *, accept: str = "application/json", seconds: float = 5
) -> requests.Response:
    """What is answered; redirects are not followed."""
    return requests.get(
        f"{service.base}/{target}", headers={"Accept": accept}, allow_redirects=False, timeout=seconds
    )


def test_every_written_identifier_is_valid_and_canonical() -> None:
    """Checksums are right; what is expected is said about the canonical IRI."""
    for iri in STATES:
        found = identify(iri)
        assert (found.state, found.iri) == ("valid", iri)


def test_every_state_is_there_for_every_scheme_that_has_it() -> None:
    """Six states that an authority can decide."""
    schemes: dict[str, set[str]] = {}
    for iri, state in STATES.items():
        schemes.setdefault(identify(iri).scheme, set()).add(state)
    assert schemes == {
        "ror": {"ok", "replaced", "obsolete", "ambiguous", "not_found"},
        "orcid": {"ok", "replaced", "restricted", "not_found"},
        "rrid": {"ok", "replaced", "obsolete", "ambiguous", "not_found"},
        "handle": {"ok", "replaced", "not_found"},
        "doi": {"ok", "replaced", "obsolete", "not_found"},
    }


@pytest.mark.parametrize("kind", ["ror", "orcid", "antibody", "cell line", "resource", "handle", "doi"])
def test_invented_identifiers_are_valid_different_and_the_same_in_every_run(kind: str) -> None:
    """A thousand of each kind; most are `ok`."""
    found = list(islice(invented_iris(kind), 1000))
    assert found == list(islice(invented_iris(kind), 1000))
    assert len(set(found)) == 1000
    assert [(one.state, one.iri) for one in map(identify, found)] == [("valid", iri) for iri in found]
    states = Counter(map(expected_state, found))
    assert 700 < states["ok"] < 950


@pytest.mark.parametrize("iri", STATES)
def test_what_is_written_down_is_read_as_expected(iri: str, asking: Callable[[str], str]) -> None:
    """By the adapters that ask the authorities, over HTTP."""
    assert asking(iri) == STATES[iri]


@pytest.mark.parametrize("kind", ["ror", "orcid", "antibody", "cell line", "resource", "handle", "doi"])
def test_what_is_invented_is_read_as_expected(kind: str, asking: Callable[[str], str]) -> None:
    """Enough of each kind to meet each of its states."""
    iris = list(islice(invented_iris(kind, seed="read"), 80))
    assert {iri: asking(iri) for iri in iris} == {iri: expected_state(iri) for iri in iris}
    assert len(set(map(expected_state, iris))) > 1


def test_every_authority_is_below_its_name() -> None:
    """The names are those of the packaged table."""
    from imagegraph.model.authorities import packaged_authorities

    assert set(AUTHORITIES) == set(packaged_authorities().entries)


def test_orcid_answers_xml_unless_json_is_asked_for(world: AuthoritiesStandIn) -> None:
    """A wildcard gives XML; what it cannot give is 406 without a media type."""
    target = f"orcid/v3.0/{orcid.LEAD}/person"
    assert get(world, target).json()["name"]["family-name"]["value"] == "Quist"
    assert get(world, target, accept="application/vnd.orcid+json").status_code == 200
    assert get(world, target, accept="*/*").headers["content-type"].startswith("application/xml")
    refused = get(world, target, accept="text/csv")
    assert (refused.status_code, refused.headers.get("content-type")) == (406, None)


def test_orcid_leads_from_a_deprecated_id_to_another_person(world: AuthoritiesStandIn) -> None:
    """301 with a body that says why; whoever follows it silently gets somebody else's name."""
    answer = get(world, f"orcid/v3.0/{orcid.DEPRECATED}/person")
    assert (answer.status_code, answer.json()["error-code"]) == (301, 9007)
    followed = requests.get(answer.headers["location"], headers={"Accept": "application/json"}, timeout=5)
    assert followed.json()["path"] == f"/{orcid.LEAD}/person"


def test_ror_says_errors_with_200_and_404(world: AuthoritiesStandIn) -> None:
    """Lists with 200, single organisations with 404."""
    listed = get(world, "ror/v2/organizations?foo=1")
    assert (listed.status_code, listed.json()["errors"]) == (200, ["query parameter 'foo' is illegal"])
    assert get(world, "ror/v2/organizations/00examp38").json()["errors"] == [
        "'00examp38' is not a valid ROR ID"
    ]
    found = get(world, "ror/v2/organizations/https%3A%2F%2Fror.org%2F00examp37").json()
    assert [one["type"] for one in found["relationships"]] == ["child", "child"]


def test_what_is_missing_is_said_in_the_words_of_each_service(world: AuthoritiesStandIn) -> None:
    """Text at Crossref, an empty list or no hits elsewhere, a code in a handle, 200 with a status at doi.org."""
    crossref = get(world, "crossref/v1/works/10.5072%2Fkidney-patrol")
    assert (crossref.status_code, crossref.text) == (404, "Resource not found.")
    assert crossref.headers["content-type"] == "text/plain"
    assert crossref.headers["x-rate-limit-limit"] == "5"
    assert get(world, "datacite/dois/10.5555/kidney.2025.31").status_code == 404
    assert get(world, "antibody-registry/api/antibodies/9900000099").json() == []
    assert get(world, "scicrunch/resolver/RRID:SCR_990099.json").json()["hits"]["hits"] == []
    assert get(world, "handle/api/handles/21.99999/nobody").json()["responseCode"] == 100
    assert get(world, "doi/ra/10.99999/x").json() == [{"DOI": "10.99999/x", "status": "DOI does not exist"}]


def test_paths_are_compared_as_they_arrive(world: AuthoritiesStandIn) -> None:
    """An encoded slash after the prefix of a handle is another handle; at DataCite it is the same DOI."""
    handle = instruments.TYPED
    assert get(world, f"handle/api/handles/{handle}").status_code == 200
    assert get(world, f"handle/api/handles/{handle.replace('/', '%2F')}").status_code == 404
    assert get(world, "datacite/dois/10.5072%2FKidney-Patrol").json()["data"]["id"] == "10.5072/kidney-patrol"


def test_affiliations_and_publisher_are_objects_when_asked_for(world: AuthoritiesStandIn) -> None:
    """Texts otherwise."""
    plain = get(world, "datacite/dois/10.5072/kidney-patrol").json()["data"]["attributes"]
    full = get(world, "datacite/dois/10.5072/kidney-patrol?affiliation=true&publisher=true").json()
    assert plain["publisher"] == "Open Tissue Image Archive"
    assert plain["creators"][0]["affiliation"] == ["University of Northmere"]
    attributes = full["data"]["attributes"]
    assert attributes["publisher"]["publisherIdentifier"] == "https://ror.org/03examp55"
    assert attributes["creators"][0]["affiliation"][0]["affiliationIdentifier"] == "https://ror.org/00examp37"


def test_what_nobody_prepared_is_listed(world: AuthoritiesStandIn) -> None:
    """599, for an unknown authority and for an unknown question."""
    assert get(world, "ror/v1/organizations/00examp37").status_code == 599
    assert get(world, "else/x").status_code == 599
    assert world.unexpected == ["ror/v1/organizations/00examp37", "else/x"]


def test_a_prepared_target_comes_first(world: AuthoritiesStandIn) -> None:
    """A test can put anything in place of the world."""
    world.answer("ror/v2/organizations/00examp37", replies.html(503))
    assert get(world, "ror/v2/organizations/00examp37").status_code == 503
    assert [request.target for request in world.requests_of("ror")] == ["ror/v2/organizations/00examp37"]


def test_faults_are_the_same_in_every_run_and_pass() -> None:
    """A fifth goes wrong, in every way; asking again is another throw of the dice."""
    first, second = FaultPlan(0.2, seed=1), FaultPlan(0.2, seed=1)
    targets = [f"ror/v2/organizations/{value}" for value in islice(identifiers("ror"), 2000)]
    wrong = [target for target in targets if first.fault(target) is not None]
    assert wrong == [target for target in targets if second.fault(target) is not None]
    assert 300 < len(wrong) < 500
    assert set(first.dealt) == set(FAULTS)
    assert sum(first.fault(target) is not None for target in wrong) < len(wrong) / 3


def test_a_server_with_faults_still_answers_in_the_end() -> None:
    """Every request ends in an answer, a refused one or a broken connection; the true answer comes with patience."""
    plan = FaultPlan(0.5, seed=3, seconds=0.05)
    with AuthoritiesStandIn(generate=True, faults=plan) as service:
        for value in islice(identifiers("ror"), 20):
            for _ in range(60):
                try:
                    answer = get(service, f"ror/v2/organizations/{value}")
                    document = answer.json()
                    break
                except (requests.RequestException, ValueError):
                    continue
            else:
                pytest.fail("no answer")
            assert ("errors" in document) == (state_of("ror", value) == "not_found")
    assert service.unexpected == []


def test_the_log_tells_how_many_asked_at_once() -> None:
    """Intervals are within those of whoever asked: what overlaps there did overlap."""
    with StandIn() as service:
        service.answer_all(replies.after(0.1, replies.document({})))
        with ThreadPoolExecutor(3) as pool:
            list(pool.map(lambda number: get(service, f"thing/{number % 2}"), range(6)))
        assert most_at_once(service.requests) == 3
        assert asked_twice_at_once(service.requests) == {"thing/0", "thing/1"}
        assert most_begun_within(service.requests, 0.05) == 3
        assert most_begun_within(service.requests, 5) == 6


def test_requests_one_after_the_other_never_overlap() -> None:
    """A request ends before its answer is complete; the next cannot begin earlier."""
    with StandIn() as service:
        service.answer_all(replies.document({"filler": "x" * 50_000}))
        with requests.Session() as session:
            for number in range(100):
                session.get(f"{service.base}/{number}", timeout=5)
    assert most_at_once(service.requests) == 1


def test_who_leaves_is_noticed() -> None:
    """A request that is given up ends then, not when the stand-in would have answered."""
    with StandIn() as service:
        service.answer_all(replies.after(3, replies.document({})))
        with pytest.raises(requests.Timeout):
            get(service, "thing", seconds=0.1)
        _until(lambda: service.requests[0].ended is not None)
        (request,) = service.requests
        assert request.ended is not None
        assert request.ended - request.begun < 1


def test_slack_lets_a_request_end_earlier() -> None:
    """For what is noticed late."""
    log = [Received("a", begun=0.0, ended=1.0), Received("a", begun=0.99, ended=2.0)]
    assert most_at_once(log) == 2
    assert most_at_once(log, slack=0.02) == 1
    assert asked_twice_at_once(log, slack=0.02) == set()


def _until(done: Callable[[], bool], *, seconds: float = 2.0) -> None:
    end = time.monotonic() + seconds
    pause = threading.Event()
    while not done() and time.monotonic() < end:
        pause.wait(0.01)
