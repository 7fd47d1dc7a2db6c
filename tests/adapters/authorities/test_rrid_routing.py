"""Which service is asked about an RRID, over real HTTP, and what happens when it cannot be."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from rrid_answers import antibodies, antibody, cell_line, cell_lines, hit, hits, no_cell_line, rrid
from rrid_asking import Asking, asking

from imagegraph.adapters.authorities.contract import Part, UnreadableAnswer
from imagegraph.adapters.authorities.rrid import RridAuthority
from imagegraph.adapters.http import Unanswered
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.stand_in import Reply

ALL = ("antibody-registry", "cellosaurus", "scicrunch")
ANTIBODY, CELL_LINE = rrid("AB_99001"), rrid("CVCL_Z9Z1")
AT_REGISTRY, AT_SCICRUNCH = "api/antibodies/99001", "resolver/RRID:AB_99001.json"
AT_CELLOSAURUS = "cell-line/CVCL_Z9Z1?format=json"
SEARCH = "search/cell-line?q=acas:CVCL_Z9Z1&format=json&rows=5"


@pytest.fixture(name="asked")
def _asked() -> Iterator[Asking]:
    with asking(*ALL) as asked:
        yield asked


def reply(part: Part) -> Reply:
    """An answer, as the service would send it."""
    return replies.document(json.loads(part.body), status=part.status)


def state_of(asked: Asking, identifier: object, *names: str) -> tuple[str, str]:
    """How asking ends, and who decided it."""
    authority = RridAuthority(asked.only(*(names or ALL)))
    parts = authority.ask(identifier, deadline=asked.deadline())  # type: ignore[arg-type]
    reading = authority.read(identifier, parts)  # type: ignore[arg-type]
    return reading.state, reading.authority


def test_antibodies_are_asked_for_at_the_registry(asked: Asking) -> None:
    """And nowhere else."""
    asked.stand_ins["antibody-registry"].answer(AT_REGISTRY, reply(antibodies(antibody(99001))))
    assert state_of(asked, ANTIBODY) == ("ok", "antibody-registry")
    assert asked.stand_ins["scicrunch"].targets == []


def test_cell_lines_are_asked_for_at_cellosaurus(asked: Asking) -> None:
    """And nowhere else."""
    asked.stand_ins["cellosaurus"].answer(AT_CELLOSAURUS, reply(cell_lines(cell_line("CVCL_Z9Z1"))))
    assert state_of(asked, CELL_LINE) == ("ok", "cellosaurus")
    assert asked.stand_ins["cellosaurus"].targets == [AT_CELLOSAURUS]


@pytest.mark.parametrize(
    ("local", "kind"),
    [
        ("SCR_990001", "Software"), ("Addgene_990001", "Reagent"), ("IMSR_JAX:990001", "Organism"),
        ("MMRRC_990001-UCD", "Organism"), ("BDSC_99001", "Organism"), ("MGI:9900001", "Organism"),
    ],
)  # fmt: skip
def test_everything_else_is_asked_for_at_scicrunch(asked: Asking, local: str, kind: str) -> None:
    """The family says what it names."""
    asked.stand_ins["scicrunch"].answer(f"resolver/RRID:{local}.json", reply(hits(hit(local))))
    authority = RridAuthority(asked.services)
    thing = authority.read(rrid(local), authority.ask(rrid(local), deadline=asked.deadline())).thing
    assert thing is not None
    assert thing.kind == kind
    assert asked.stand_ins["antibody-registry"].targets == []


def test_scicrunch_stands_in_for_a_service_that_is_not_allowed(asked: Asking) -> None:
    """What it says counts then, also that there is none."""
    asked.stand_ins["scicrunch"].answer(AT_SCICRUNCH, reply(hits(hit("AB_99001"))), reply(hits()))
    assert state_of(asked, ANTIBODY, "scicrunch") == ("ok", "scicrunch")
    assert state_of(asked, ANTIBODY, "scicrunch") == ("not_found", "scicrunch")


@pytest.mark.parametrize(
    "bad",
    [replies.html(503), replies.html(200), replies.html(404), replies.cut_off(b"["), reply(antibodies({}))],
)
def test_scicrunch_stands_in_for_a_service_without_an_answer(asked: Asking, bad: Reply) -> None:
    """Out of order, a page of HTML, half an answer, an answer about nothing."""
    asked.stand_ins["antibody-registry"].answer(AT_REGISTRY, bad)
    asked.stand_ins["scicrunch"].answer(AT_SCICRUNCH, reply(hits(hit("AB_99001"))))
    assert state_of(asked, ANTIBODY) == ("ok", "scicrunch")


def test_that_scicrunch_has_none_says_nothing_about_the_registry(asked: Asking) -> None:
    """The registry's own failure is what is told."""
    asked.stand_ins["antibody-registry"].answer(AT_REGISTRY, replies.html(503))
    asked.stand_ins["scicrunch"].answer(AT_SCICRUNCH, reply(hits()))
    with pytest.raises(Unanswered, match="answered 503"):
        state_of(asked, ANTIBODY)


def test_what_the_registry_does_not_know_is_not_asked_for_elsewhere(asked: Asking) -> None:
    """It is the authority."""
    asked.stand_ins["antibody-registry"].answer(AT_REGISTRY, reply(antibodies()))
    assert state_of(asked, ANTIBODY) == ("not_found", "antibody-registry")
    assert asked.stand_ins["scicrunch"].targets == []


def test_nobody_answers(asked: Asking) -> None:
    """The first service's failure is told."""
    for name in ALL:
        asked.stand_ins[name].answer_all(replies.html(404))
    with pytest.raises(UnreadableAnswer):
        state_of(asked, ANTIBODY)


def test_an_unknown_cell_line_is_searched_for_among_merged_ones(asked: Asking) -> None:
    """Cellosaurus answers 404 for secondary accessions; only its search knows them."""
    merged = cell_line(
        "CVCL_Z9Z2",
        **{
            "accession-list": [
                {"type": "primary", "value": "CVCL_Z9Z2"}, {"type": "secondary", "value": "CVCL_Z9Z1"},
            ]
        },
    )  # fmt: skip
    cellosaurus = asked.stand_ins["cellosaurus"]
    cellosaurus.answer(AT_CELLOSAURUS, reply(no_cell_line("CVCL_Z9Z1")))
    cellosaurus.answer(
        SEARCH, reply(cell_lines(merged)), reply(cell_lines()), replies.document({}, status=400)
    )
    assert state_of(asked, CELL_LINE) == ("replaced", "cellosaurus")
    assert state_of(asked, CELL_LINE) == ("not_found", "cellosaurus")
    assert state_of(asked, CELL_LINE) == ("not_found", "cellosaurus")
    assert cellosaurus.targets == [AT_CELLOSAURUS, SEARCH] * 3


def test_who_may_be_asked_depends_on_what_is_allowed(asked: Asking) -> None:
    """Each service for its own families, SciCrunch for all."""
    registry = RridAuthority(asked.only("antibody-registry"))
    assert registry.may_ask(ANTIBODY)
    assert not registry.may_ask(CELL_LINE)
    assert not registry.may_ask(rrid("SCR_990001"))
    assert RridAuthority(asked.only("scicrunch")).may_ask(CELL_LINE)
    assert not RridAuthority({}).may_ask(ANTIBODY)
    with pytest.raises(Unanswered):
        RridAuthority({}).ask(ANTIBODY, deadline=asked.deadline())


def test_parts_of_nobody_are_no_answer() -> None:
    """Neither none, nor one of a service that is not asked about RRIDs."""
    for parts in ((), (Part(name="ror", status=200, media_type="", body=b"[]", url=""),)):
        with pytest.raises(UnreadableAnswer):
            RridAuthority({}).read(ANTIBODY, parts)
