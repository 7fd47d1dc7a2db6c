"""Asking about DOIs over real HTTP: who is asked, in which order, and what happens when somebody is down."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from authority_parts import clock_of, said, valid

from imagegraph.adapters.authorities.contract import Reading, UnreadableAnswer
from imagegraph.adapters.authorities.doi import CITATION, DoiAuthority
from imagegraph.adapters.http import Deadline, HttpService, Unanswered
from imagegraph.model.rdf import DCTERMS
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities import AuthoritiesStandIn
from imagegraph.testing.authorities.crossref import ARTICLE, PAPERS
from imagegraph.testing.authorities.datacite import DATASET, OBJECTS, described
from imagegraph.testing.authorities.doi import ALIAS, NO_PREFIX, NOBODY, OF_A_NEW_AGENCY, OF_MEDRA
from imagegraph.testing.clock import SteppingClock

ALL = ("doi", "datacite", "crossref")
QUERY = "?affiliation=true&publisher=true"
DOWN = replies.html(503)
MISSING = {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}
Make = Callable[..., DoiAuthority]


@pytest.fixture(name="world")
def _world() -> Iterator[AuthoritiesStandIn]:
    with AuthoritiesStandIn() as service:
        yield service
        assert service.unexpected == []


@pytest.fixture(name="stepping")
def _stepping() -> SteppingClock:
    return SteppingClock()


@pytest.fixture(name="make")
def _make(world: AuthoritiesStandIn, stepping: SteppingClock) -> Iterator[Make]:
    opened: list[HttpService] = []

    def make(*names: str, contact: str = "") -> DoiAuthority:
        services = {
            name: HttpService(f"{world.base}/{name}", agent="t", rate=500, clock=clock_of(stepping))
            for name in names or ALL
        }
        opened.extend(services.values())
        return DoiAuthority(services, contact=contact)

    yield make
    for service in opened:
        service.close()


@pytest.fixture(name="deadline")
def _deadline(stepping: SteppingClock) -> Deadline:
    return Deadline(60, clock=clock_of(stepping))


def ask(authority: DoiAuthority, doi: str, deadline: Deadline) -> Reading:
    """What is read from what is answered."""
    identifier = valid(doi)
    return authority.read(identifier, authority.ask(identifier, deadline=deadline))


def agency(doi: str, name: str) -> replies.Reply:
    """What doi.org says about the agency."""
    return replies.document([{"DOI": doi, "RA": name}])


def no_doi(doi: str) -> replies.Reply:
    """What doi.org says about what is none."""
    return replies.document([{"DOI": doi, "status": "DOI does not exist"}])


def test_the_agency_is_asked_for_once_a_prefix(
    make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """Then it is remembered."""
    authority = make(contact="mailto:ada@example.org")
    for doi in (DATASET, DATASET, ARTICLE, ARTICLE):
        assert ask(authority, doi, deadline).state == "ok"
    datacite, crossref = (
        f"datacite/dois/{DATASET}{QUERY}",
        f"crossref/v1/works/{ARTICLE}?mailto=ada@example.org",
    )
    assert world.targets == [f"doi/ra/{DATASET}", datacite, datacite, f"doi/ra/{ARTICLE}", crossref, crossref]


def test_without_a_contact_none_is_told(make: Make, world: AuthoritiesStandIn, deadline: Deadline) -> None:
    """Crossref then serves from another pool."""
    ask(make(), ARTICLE, deadline)
    assert world.targets[-1] == f"crossref/v1/works/{ARTICLE}"


@pytest.mark.parametrize("doi", [OF_MEDRA, OF_A_NEW_AGENCY])
def test_for_other_agencies_a_citation_is_negotiated(
    doi: str, make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """Also for one that nobody has heard of."""
    reading = ask(make(), doi, deadline)
    assert reading.thing is not None
    assert (reading.state, reading.authority, reading.thing.kind) == ("ok", "doi", "Publication")
    assert world.requests[-1].headers["accept"] == CITATION


@pytest.mark.parametrize("doi", [NO_PREFIX, NOBODY])
def test_what_doi_org_does_not_know_is_not_found(
    doi: str, make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """No agency need be asked."""
    assert ask(make(), doi, deadline).state == "not_found"
    assert world.targets == [f"doi/ra/{doi}"]


@pytest.mark.parametrize(
    ("known", "missing"), [(DATASET, NOBODY), (ARTICLE, "10.5555/notarealdoi")], ids=["DataCite", "Crossref"]
)
def test_a_remembered_agency_that_knows_nothing_is_not_believed(
    known: str, missing: str, make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """doi.org is asked for the whole DOI; only its word is `not_found`."""
    authority = make()
    ask(authority, known, deadline)
    reading = ask(authority, missing, deadline)
    assert (reading.state, reading.authority) == ("not_found", "doi")
    assert world.targets[-1] == f"doi/ra/{missing}"


def test_a_doi_that_moved_is_found_at_its_new_agency(
    make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """The prefix's agency is remembered anew."""
    authority, moved = make(), "10.5072/moved"
    ask(authority, DATASET, deadline)
    world.answer(f"doi/ra/{moved}", agency(moved, "Crossref"))
    paper = {"status": "ok", "message-type": "work", "message": {**PAPERS[ARTICLE], "DOI": moved}}
    world.answer(f"crossref/v1/works/{moved}", replies.document(paper))
    reading = ask(authority, moved, deadline)
    assert (reading.state, reading.authority) == ("ok", "crossref")
    assert world.targets[-3:] == [
        f"datacite/dois/{moved}{QUERY}", f"doi/ra/{moved}", f"crossref/v1/works/{moved}",
    ]  # fmt: skip


@pytest.mark.parametrize("remembered", [False, True])
def test_a_doi_that_its_agency_hides_is_restricted(
    remembered: bool, make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """doi.org says it is DataCite's, DataCite says nothing about it; it is asked once."""
    authority, hidden = make(), "10.5072/hidden"
    if remembered:
        ask(authority, DATASET, deadline)
    world.answer(f"doi/ra/{hidden}", agency(hidden, "DataCite"))
    world.answer(f"datacite/dois/{hidden}{QUERY}", replies.document(MISSING, status=404))
    reading = ask(authority, hidden, deadline)
    assert (reading.state, reading.authority) == ("restricted", "datacite")
    assert world.targets.count(f"datacite/dois/{hidden}{QUERY}") == 1


def test_an_alias_is_replaced_by_what_its_agency_answers(make: Make, deadline: Deadline) -> None:
    """The agency answers with the primary DOI."""
    reading = ask(make(), ALIAS, deadline)
    assert (reading.state, reading.successors) == ("replaced", (f"https://doi.org/{DATASET}",))


def test_strange_characters_arrive_as_they_are(
    make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """Everything is encoded but the first slash, once."""
    doi = "10.5072/(sici)10;2-p<a+b>/c:d"
    sent = "10.5072/%28sici%2910%3B2-p%3Ca%2Bb%3E%2Fc%3Ad"
    world.answer(f"doi/ra/{sent}", agency(doi, "DataCite"))
    found = {"data": {"attributes": described(doi, "Strange", general="Dataset")}}
    world.answer(f"datacite/dois/{sent}{QUERY}", replies.document(found))
    reading = ask(make(), doi, deadline)
    assert reading.thing is not None
    assert (reading.state, reading.thing.label) == ("ok", "Strange")


def test_a_final_dot_is_left_out_when_nothing_is_found(
    make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """The DOI without it is its successor; what both do not name is not found."""
    authority = make()
    reading = ask(authority, f"{DATASET}.", deadline)
    assert (reading.state, reading.successors) == ("replaced", (f"https://doi.org/{DATASET}",))
    assert ask(authority, f"{NOBODY}.", deadline).state == "not_found"


def test_a_doi_that_ends_with_a_dot_is_itself(
    make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """Some do."""
    doi = "10.5072/ends-with-one."
    world.answer(f"doi/ra/{doi}", agency(doi, "DataCite"))
    found = {"data": {"attributes": {**OBJECTS[DATASET], "doi": doi}}}
    world.answer(f"datacite/dois/{doi}{QUERY}", replies.document(found))
    assert ask(make(), doi, deadline).state == "ok"


@pytest.mark.parametrize(
    "reply",
    [DOWN, replies.html(200), replies.document([{"DOI": "10.5072/a", "status": "Unknown"}]), replies.reset(),
     replies.document([{"DOI": "10.5072/other", "status": "DOI does not exist"}])],
    ids=["503", "page", "unknown", "reset", "another"],
)  # fmt: skip
@pytest.mark.parametrize("doi", [DATASET, ARTICLE, OF_MEDRA])
def test_without_the_agencys_name_every_agency_is_tried(
    reply: replies.Reply, doi: str, make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """One after the other, then doi.org negotiates."""
    world.answer(f"doi/ra/{doi}", reply)
    assert ask(make(), doi, deadline).state == "ok"


def test_without_the_agencys_name_the_handle_tells_what_does_not_exist(
    make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """After both agencies and the negotiation, which answers with a page."""
    world.answer(f"doi/ra/{NOBODY}", DOWN)
    assert ask(make(), NOBODY, deadline).state == "not_found"
    assert world.targets[-4:] == [
        f"datacite/dois/{NOBODY}{QUERY}", f"crossref/v1/works/{NOBODY}", f"doi/{NOBODY}", f"doi/api/handles/{NOBODY}",
    ]  # fmt: skip


def test_without_the_agencys_name_an_agency_that_is_down_leaves_it_open(
    make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """The other one does not know the DOI; that says nothing."""
    world.answer(f"doi/ra/{ARTICLE}", DOWN)
    world.answer(f"crossref/v1/works/{ARTICLE}", DOWN)
    with pytest.raises(Unanswered, match="answered 503"):
        ask(make(), ARTICLE, deadline)


@pytest.mark.parametrize("doi", [DATASET, ARTICLE])
def test_an_agency_that_is_down_leaves_it_open(
    doi: str, make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """Nobody else is asked in its place."""
    world.answer(f"datacite/dois/{doi}{QUERY}", DOWN)
    world.answer(f"crossref/v1/works/{doi}", DOWN)
    with pytest.raises(Unanswered, match="answered 503"):
        ask(make(), doi, deadline)


@pytest.mark.parametrize("reply", [replies.html(404), replies.html(403), replies.empty(404)])
@pytest.mark.parametrize("doi", [DATASET, ARTICLE])
def test_a_page_says_nothing(
    reply: replies.Reply, doi: str, make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """A proxy's 404 is not the agency's."""
    world.answer(f"datacite/dois/{doi}{QUERY}", reply)
    world.answer(f"crossref/v1/works/{doi}", reply)
    with pytest.raises(UnreadableAnswer):
        ask(make(), doi, deadline)


@pytest.mark.parametrize(
    ("reply", "state"),
    [(replies.redirect("https://elsewhere.example/data"), "ok"), (replies.html(200), "ok"), (replies.html(404), "ok"),
     (replies.html(406), "ok"), (replies.redirect_loop(), "ok")],
    ids=["elsewhere", "page", "404", "406", "loop"],
)  # fmt: skip
def test_without_a_citation_the_handle_tells_that_a_doi_exists(
    reply: replies.Reply, state: str, make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """Agencies' own hosts are not followed; what it names is not known then."""
    world.answer(f"doi/{OF_MEDRA}", reply)
    reading = ask(make(), OF_MEDRA, deadline)
    assert (reading.state, reading.authority, reading.thing) == (state, "doi", None)
    assert world.targets[-1] == f"doi/api/handles/{OF_MEDRA}"


def test_a_negotiation_that_fails_for_now_leaves_it_open(
    make: Make, world: AuthoritiesStandIn, deadline: Deadline
) -> None:
    """It may succeed later."""
    world.answer(f"doi/{OF_MEDRA}", DOWN)
    with pytest.raises(Unanswered, match="answered 503"):
        ask(make(), OF_MEDRA, deadline)


@pytest.mark.parametrize(
    ("names", "doi", "states"),
    [(("doi",), DATASET, "ok"), (("doi",), ARTICLE, "ok"), (("doi",), NOBODY, "not_found"), (("doi",), OF_MEDRA, "ok"),
     (("datacite",), DATASET, "ok"), (("crossref",), ARTICLE, "ok"), (("doi", "datacite"), ARTICLE, "ok"),
     (("doi", "crossref"), DATASET, "ok"), (("datacite", "crossref"), ARTICLE, "ok"),
     (("datacite", "crossref"), DATASET, "ok"), (("datacite",), ALIAS, "replaced")],
)  # fmt: skip
def test_any_of_the_services_is_enough(
    names: tuple[str, ...], doi: str, states: str, make: Make, deadline: Deadline
) -> None:
    """doi.org alone negotiates everything; an agency alone knows its own."""
    assert ask(make(*names), doi, deadline).state == states


@pytest.mark.parametrize("names", [("datacite",), ("crossref",), ("datacite", "crossref")])
def test_without_doi_org_nothing_is_not_found(names: tuple[str, ...], make: Make, deadline: Deadline) -> None:
    """It may be the DOI of another agency, or a draft."""
    with pytest.raises(UnreadableAnswer, match="no other registration agency could be asked"):
        ask(make(*names), NOBODY, deadline)


def test_doi_org_leads_to_what_the_agency_calls_it(make: Make, deadline: Deadline) -> None:
    """The citation may write the DOI in capitals; case is no difference."""
    reading = ask(make("doi"), DATASET, deadline)
    assert said(reading.thing, DCTERMS["title"]) == [OBJECTS[DATASET]["titles"][0]["title"]]


def test_nobody_is_asked_where_the_settings_name_nobody(deadline: Deadline) -> None:
    """Reading still works, for what is kept."""
    nobody = DoiAuthority({})
    assert (nobody.scheme, nobody.may_ask(valid(DATASET))) == ("doi", False)
    with pytest.raises(UnreadableAnswer, match="may not be asked"):
        nobody.ask(valid(DATASET), deadline=deadline)
