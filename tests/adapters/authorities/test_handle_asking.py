"""What is asked about a handle, over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pidinst_answers import HANDLE, b2inst_record, handle, handle_record, typed_values
from rrid_asking import Asking, asking

from imagegraph.adapters.authorities.contract import Part, UnreadableAnswer
from imagegraph.adapters.authorities.handle import HandleAuthority
from imagegraph.adapters.http import Unanswered
from imagegraph.testing import stand_in_replies as replies

TARGET = f"api/handles/{HANDLE}"
LEADS = handle_record(("URL", "https://b2inst.gwdg.de/records/tide1-scope"))


@pytest.fixture(name="asked")
def _asked() -> Iterator[Asking]:
    with asking("handle", "b2inst") as asked:
        yield asked


def ask(asked: Asking, *names: str) -> tuple[Part, ...]:
    """The parts of an answer."""
    return HandleAuthority(asked.only(*names)).ask(handle(), deadline=asked.deadline())


def test_a_handle_that_describes_its_instrument_is_enough(asked: Asking) -> None:
    """The slash after the prefix is sent as it is; B2INST is not asked, though the handle leads there."""
    record = handle_record(("URL", "https://b2inst.gwdg.de/records/tide1-scope"), *typed_values())
    asked.stand_ins["handle"].answer(TARGET, replies.document(record))
    assert [part.name for part in ask(asked, "handle", "b2inst")] == ["handle"]
    assert asked.stand_ins["handle"].targets == [TARGET]
    assert asked.stand_ins["b2inst"].targets == []


def test_b2inst_is_asked_for_the_record_that_the_handle_leads_to(asked: Asking) -> None:
    """5.1(3): the deciding part comes last."""
    asked.stand_ins["handle"].answer(TARGET, replies.document(LEADS))
    asked.stand_ins["b2inst"].answer("api/records/tide1-scope", replies.document(b2inst_record()))
    parts = ask(asked, "handle", "b2inst")
    assert [part.name for part in parts] == ["handle", "b2inst"]
    assert HandleAuthority({}).read(handle(), parts).authority == "b2inst"


def test_without_b2inst_the_handle_is_all(asked: Asking) -> None:
    """Its page is not fetched either."""
    asked.stand_ins["handle"].answer(TARGET, replies.document(LEADS))
    reading = HandleAuthority({}).read(handle(), ask(asked, "handle"))
    assert reading.thing is not None
    assert reading.thing.kind == "Thing"


def test_no_other_page_is_fetched(asked: Asking) -> None:
    """5.5(5): not even one at an address that a service has below another path."""
    elsewhere = f"{asked.stand_ins['b2inst'].base}/secrets"
    asked.stand_ins["handle"].answer(TARGET, replies.document(handle_record(("URL", elsewhere))))
    assert len(ask(asked, "handle", "b2inst")) == 1
    assert asked.stand_ins["b2inst"].targets == []


def test_an_alias_asks_for_nothing_more(asked: Asking) -> None:
    """What it stands for is resolved in its own right."""
    record = handle_record(
        ("HS_ALIAS", "21.99999/new"), ("URL", "https://b2inst.gwdg.de/records/tide1-scope")
    )
    asked.stand_ins["handle"].answer(TARGET, replies.document(record))
    assert len(ask(asked, "handle", "b2inst")) == 1


def test_mail_addresses_are_cut_out_of_what_is_kept(asked: Asking) -> None:
    """Contacts of owners stand in the values of handles and in records of B2INST."""
    asked.stand_ins["handle"].answer(
        TARGET, replies.document(handle_record(*typed_values())), replies.document(LEADS)
    )
    asked.stand_ins["b2inst"].answer("api/records/tide1-scope", replies.document(b2inst_record()))
    for part in (*ask(asked, "handle"), *ask(asked, "handle", "b2inst")):
        assert b"@" not in part.body


@pytest.mark.parametrize("bad", [replies.html(503), replies.html(200), replies.cut_off(b"{")])
def test_b2inst_without_an_answer_leaves_the_question_open(asked: Asking, bad: replies.Reply) -> None:
    """It is asked again later; a handle alone would be kept for a month."""
    asked.stand_ins["handle"].answer(TARGET, replies.document(LEADS))
    asked.stand_ins["b2inst"].answer("api/records/tide1-scope", bad)
    with pytest.raises(Unanswered):
        ask(asked, "handle", "b2inst")


def test_a_page_in_place_of_a_404_is_no_answer(asked: Asking) -> None:
    """Only the Handle system's own code says that there is no such handle."""
    asked.stand_ins["handle"].answer(TARGET, replies.html(404))
    with pytest.raises(UnreadableAnswer):
        ask(asked, "handle")


@pytest.mark.parametrize(
    ("local", "target"),
    [
        ("20.99999/a b?c#d", "api/handles/20.99999/a%20b%3Fc%23d"),
        ("20.99999/a%2Fb", "api/handles/20.99999/a%252Fb"),
        ("20.99999/100%", "api/handles/20.99999/100%25"),
        ("20.99999/a/b:c", "api/handles/20.99999/a/b:c"),
    ],
)
def test_handles_are_encoded_once(asked: Asking, local: str, target: str) -> None:
    """Slashes stay, everything that a path cannot hold does not."""
    asked.stand_ins["handle"].answer(target, replies.document({"responseCode": 100}, status=404))
    (part,) = HandleAuthority(asked.services).ask(handle(local), deadline=asked.deadline())
    assert part.status == 404
    assert asked.stand_ins["handle"].unexpected == []


def test_the_handle_system_must_be_allowed(asked: Asking) -> None:
    """B2INST alone does not know handles."""
    assert HandleAuthority(asked.only("handle")).may_ask(handle())
    assert not HandleAuthority(asked.only("b2inst")).may_ask(handle())
