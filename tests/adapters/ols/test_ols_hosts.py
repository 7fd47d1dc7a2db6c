"""Several hosts, what they said before, and what is said when none of them answers."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from imagegraph.adapters.ols import OlsTermSource
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.ols import OlsStandIn
from imagegraph.testing.ols_answers import (
    OBO,
    entity_target,
    first_page,
    list_target,
    missing,
    second_entity,
)
from imagegraph.testing.stand_in import Reply, StandInHandler

LIVER = OBO + "UBERON_0002107"
TARGET = entity_target("uberon", LIVER)
DOWN = replies.text("<html>503 Service Temporarily Unavailable</html>", status=503)
OpenSource = Callable[..., OlsTermSource]


def liver(label: str = "liver", **members: Any) -> Reply:
    """The answer about the liver."""
    return replies.document(second_entity("UBERON_0002107", [label], **members))


def say_missing(host: OlsStandIn) -> None:
    """Let a host say that there is no liver."""
    host.answer(TARGET, replies.document(missing(), status=404))
    host.answer(list_target(LIVER), replies.document(first_page([])))


def test_the_first_host_that_answers_wins(
    open_source: OpenSource, stand_in: OlsStandIn, other: OlsStandIn
) -> None:
    """The others are not asked."""
    stand_in.answer(TARGET, liver())
    found = open_source(stand_in, other).resolve(LIVER)
    assert (found.state, found.source) == ("ok", stand_in.name)
    assert other.requests == []


def test_a_host_that_fails_leaves_it_to_the_next(
    open_source: OpenSource, stand_in: OlsStandIn, other: OlsStandIn
) -> None:
    """The answer says who gave it, and who did not."""
    stand_in.answer(TARGET, DOWN)
    other.answer(TARGET, liver())
    found = open_source(stand_in, other).resolve(LIVER)
    assert (found.state, found.source, found.stale) == ("ok", other.name, False)
    assert found.detail == f"{stand_in.name} answered 503."


def test_a_host_without_the_term_leaves_it_to_the_next(
    open_source: OpenSource, stand_in: OlsStandIn, other: OlsStandIn
) -> None:
    """They do not carry the same ontologies."""
    say_missing(stand_in)
    other.answer(TARGET, liver())
    assert open_source(stand_in, other).resolve(LIVER).source == other.name


def test_missing_everywhere_is_not_found(
    open_source: OpenSource, stand_in: OlsStandIn, other: OlsStandIn
) -> None:
    """Also when one of them could not be asked, which is said."""
    stand_in.answer(TARGET, DOWN)
    say_missing(other)
    found = open_source(stand_in, other).resolve(LIVER)
    assert (found.state, found.source) == ("not_found", other.name)
    assert stand_in.name in found.detail


def test_a_slow_host_leaves_time_for_the_next(
    open_source: OpenSource, stand_in: OlsStandIn, other: OlsStandIn, stepping: SteppingClock
) -> None:
    """It has two thirds of the time at most."""

    def slowly(handler: StandInHandler) -> None:
        stepping.advance(seconds=7)
        DOWN(handler)

    stand_in.answer(TARGET, slowly)
    other.answer(TARGET, liver())
    found = open_source(stand_in, other, seconds=9).resolve(LIVER)
    assert (found.state, found.source) == ("ok", other.name)
    assert len(stand_in.requests) == 1


def test_an_answer_is_kept_for_a_week(
    open_source: OpenSource, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Over restarts, with its date; then the service is asked again."""
    stand_in.answer(TARGET, liver(), liver("liver, new"))
    open_source(stand_in).resolve(LIVER)
    stepping.advance(days=6)
    kept = open_source(stand_in).resolve(LIVER)
    assert (kept.fetched, kept.stale, kept.detail) == ("2026-03-01T12:00:00Z", False, "")
    assert len(stand_in.requests) == 1
    stepping.advance(days=2)
    again = open_source(stand_in).resolve(LIVER)
    assert again.term is not None
    assert (again.term.label, again.fetched) == ("liver, new", "2026-03-09T12:00:00Z")


def test_missing_terms_are_asked_for_again_after_a_day(
    open_source: OpenSource, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """A new release may bring them."""
    say_missing(stand_in)
    source = open_source(stand_in)
    assert source.resolve(LIVER).state == "not_found"
    stepping.advance(hours=25)
    stand_in.answer(TARGET, liver())
    assert source.resolve(LIVER).state == "ok"


def test_an_old_answer_is_better_than_none(
    open_source: OpenSource, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """It says how old it is and why."""
    stand_in.answer(TARGET, liver(), DOWN)
    source = open_source(stand_in)
    source.resolve(LIVER)
    stepping.advance(days=40)
    found = source.resolve(LIVER)
    assert found.term is not None
    assert (found.state, found.stale, found.term.label) == ("ok", True, "liver")
    assert found.detail == (
        f"{stand_in.name} answered 503. This is what {stand_in.name} answered on 2026-03-01, 40 days ago."
    )


def test_the_next_host_comes_before_an_old_answer(
    open_source: OpenSource, stand_in: OlsStandIn, other: OlsStandIn, stepping: SteppingClock
) -> None:
    """What is new elsewhere is better than what is old here; what is old here is better than nothing elsewhere."""
    stand_in.answer(TARGET, liver("old liver"), DOWN)
    source = open_source(stand_in, other)
    source.resolve(LIVER)
    stepping.advance(days=8)
    say_missing(other)
    kept = source.resolve(LIVER)
    assert kept.term is not None
    assert (kept.term.label, kept.stale) == ("old liver", True)
    stepping.advance(days=2)
    other.answer(TARGET, liver("new liver"))
    fresh = source.resolve(LIVER)
    assert fresh.term is not None
    assert (fresh.term.label, fresh.stale, fresh.source) == ("new liver", False, other.name)


def test_a_dead_host_is_not_waited_for_again_and_again(
    open_source: OpenSource, stand_in: OlsStandIn, other: OlsStandIn, stepping: SteppingClock
) -> None:
    """After five failures it is left alone for a minute while the other one answers."""
    stand_in.answer_all(DOWN)
    source = open_source(stand_in, other)
    for number in range(1, 9):
        iri = f"{OBO}UBERON_{number:07d}"
        other.answer(
            entity_target("uberon", iri), replies.document(second_entity(iri.removeprefix(OBO), ["x"]))
        )
        assert source.resolve(iri).state == "ok"
    assert len(stand_in.requests) == 15
    assert len(other.requests) == 8


def test_nothing_at_all_is_unavailable(open_source: OpenSource, stand_in: OlsStandIn) -> None:
    """With every host's reason."""
    stand_in.stop()
    found = open_source(stand_in).resolve(LIVER)
    assert (found.state, found.source) == ("unavailable", "")
    assert found.detail == f"{stand_in.name} cannot be reached, or broke the connection."


def test_without_hosts_nobody_is_asked(open_source: OpenSource) -> None:
    """It is unavailable, not missing."""
    found = open_source().resolve(LIVER)
    assert (found.state, found.detail) == ("unavailable", "No host is set.")


def test_a_closed_source_is_unavailable(open_source: OpenSource, stand_in: OlsStandIn) -> None:
    """Closing twice does no harm; asking afterwards neither raises nor sends anything."""
    stand_in.answer(TARGET, liver())
    source = open_source(stand_in)
    source.close()
    source.close()
    assert source.resolve(LIVER).state == "unavailable"
    assert stand_in.requests == []


def test_many_threads_ask_at_once(open_source: OpenSource, stand_in: OlsStandIn) -> None:
    """Each gets the answer to its own question."""
    for number in range(40):
        name = f"UBERON_{number:07d}"
        stand_in.answer(
            entity_target("uberon", OBO + name), replies.document(second_entity(name, [f"part {number}"]))
        )
    source = open_source(stand_in)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: source.resolve(f"UBERON:{n % 40:07d}"), range(160)))
    assert [answer.term and answer.term.label for answer in found] == [f"part {n % 40}" for n in range(160)]
    assert 40 <= len(stand_in.requests) <= 80
