"""Searches over real HTTP: what is sent, and which hits are offered."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest

from imagegraph.adapters.ols import OlsTermSource
from imagegraph.ports.terms import TermScope
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.ols import OlsStandIn
from imagegraph.testing.ols_answers import (
    OBO,
    entity_target,
    first_hits,
    first_term,
    missing,
    no_endpoint,
    second_entity,
    second_page,
    term_target,
)
from imagegraph.testing.stand_in import Reply

EVERYWHERE = TermScope()
UBERON = TermScope(ontologies=("uberon",))
OpenSource = Callable[..., OlsTermSource]


def second(text: str, *more: str, obsolete: str = "false", rows: int = 20) -> str:
    """The target of a search of the second version."""
    parts = [f"search={quote(text, safe='')}", f"size={rows}", f"includeObsoleteEntities={obsolete}", *more]
    return f"v2/entities?{'&'.join(parts)}"


def first(text: str, *more: str) -> str:
    """The target of a search of the first version."""
    parts = [f"q={quote(text, safe='')}", "rows=20", "start=0", "queryFields=label%2Csynonym", "type=class"]
    return f"search?{'&'.join([*parts, 'obsoletes=false', *more])}"


def labels(source: OlsTermSource, text: str, *, scope: TermScope = EVERYWHERE, limit: int = 10) -> list[str]:
    """The labels that are offered."""
    return [term.label for term in source.search(text, scope=scope, limit=limit).terms]


def test_hits_of_the_second_version_are_whole_terms(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """One request; the order is the service's; where it came from is told."""
    hits = [second_entity("UBERON_0002107", ["liver"]), second_entity("BTO_0000759", ["liver"])]
    stand_in.answer(second("liver"), replies.document(second_page(hits)))
    answer = source.search("liver", scope=EVERYWHERE, limit=10)
    assert [term.iri for term in answer.terms] == [OBO + "UBERON_0002107", OBO + "BTO_0000759"]
    assert (answer.state, answer.source, answer.stale, answer.detail) == ("ok", stand_in.name, False, "")
    assert answer.fetched == "2026-03-01T12:00:00Z"
    assert len(stand_in.requests) == 1


def test_what_an_ontology_imports_does_not_count_for_it(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """`ontology=efo` also lists terms of others; they are left out, by their IRIs."""
    efo = "http://www.ebi.ac.uk/efo/"
    hits = [
        second_entity("UBERON_0002107", ["liver"], ontologyId="efo", isDefiningOntology=False),
        second_entity("EFO_0000887", ["liver sample"], base=efo),
    ]
    stand_in.answer(second("liver", "ontologyId=efo"), replies.document(second_page(hits)))
    assert labels(source, "liver", scope=TermScope(ontologies=("efo",))) == ["liver sample"]


def test_a_term_is_offered_once_as_its_defining_copy(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Copies elsewhere may carry old labels."""
    hits = [
        second_entity("UBERON_0002107", ["liver (old)"], ontologyId="efo", isDefiningOntology=False),
        second_entity("UBERON_0002107", ["liver"]),
    ]
    stand_in.answer(second("liver"), replies.document(second_page(hits)))
    assert labels(source, "liver") == ["liver"]


def test_obsolete_hits_and_properties_are_left_out(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Whatever the service was asked for; by the flag or by the label."""
    hits = [
        second_entity("UBERON_0000001", ["liver one"], isObsolete=True),
        second_entity("UBERON_0000002", ["obsolete liver"]),
        second_entity("UBERON_0000003", ["has liver"], type=["property", "entity"]),
        second_entity("UBERON_0000004", ["liver four"], type=["individual", "entity"]),
        second_entity("UBERON_0000005", ["Liver ontology"], type=["ontology", "entity"]),
    ]
    stand_in.answer(second("liver"), replies.document(second_page(hits)))
    stand_in.answer(second("liver", obsolete="true"), replies.document(second_page(hits)))
    assert labels(source, "liver") == ["liver four"]
    assert labels(source, "liver", scope=TermScope(obsolete=True)) == [
        "liver one",
        "obsolete liver",
        "liver four",
    ]


def test_only_terms_below_the_root_are_offered(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """The service is asked for them, and what it says about ancestors is compared."""
    root = OBO + "UBERON_0002365"
    hits = [
        second_entity("UBERON_0000001", ["liver a"], hierarchicalAncestor=[root]),
        second_entity("UBERON_0000002", ["liver b"], hierarchicalAncestor=[OBO + "UBERON_0000000"]),
        second_entity("UBERON_0002365", ["liver root"]),
    ]
    target = second("liver", "ontologyId=uberon", f"hierarchicalAncestor={quote(root, safe='')}")
    stand_in.answer(target, replies.document(second_page(hits)))
    scope = TermScope(ontologies=("uberon",), under=(root,))
    assert labels(source, "liver", scope=scope) == ["liver a", "liver root"]


def test_hits_of_the_first_version_are_looked_up(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """They do not say whether they are obsolete: the first five are looked up, the others left out, which is said."""
    terms = [first_term(f"UBERON_{n:07d}", f"liver {n}", is_obsolete=n == 2) for n in range(8)]
    stand_in.answer(second("liver", "ontologyId=uberon"), replies.document(no_endpoint(), status=404))
    stand_in.answer(first("liver", "ontology=uberon"), replies.document(first_hits(terms)))
    for term in terms[:5]:
        stand_in.answer(term_target("uberon", term["iri"]), replies.document(term))
    answer = source.search("liver", scope=UBERON, limit=10)
    assert [term.label for term in answer.terms] == ["liver 0", "liver 1", "liver 3", "liver 4"]
    assert answer.detail == "3 more hits were not looked up, and may be obsolete; they are left out."
    assert len(stand_in.requests) == 7
    source.search("liver", scope=UBERON, limit=10)
    assert len(stand_in.requests) == 7


def test_the_first_version_is_never_asked_for_obsolete_terms(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """It would offer nothing else: `obsoletes=true` is a filter there."""
    stand_in.answer(second("liver", obsolete="true"), replies.empty(404))
    stand_in.answer(first("liver"), replies.document(first_hits([])))
    assert source.search("liver", scope=TermScope(obsolete=True), limit=10).state == "ok"


def test_nothing_found_here_is_looked_for_at_the_next_host(
    open_source: OpenSource, stand_in: OlsStandIn, other: OlsStandIn
) -> None:
    """And nothing anywhere is an empty answer, not a failure."""
    stand_in.answer(second("liver"), replies.document(second_page([])))
    other.answer(second("liver"), replies.document(second_page([second_entity("UBERON_0002107", ["liver"])])))
    assert labels(open_source(stand_in, other), "liver") == ["liver"]
    stand_in.answer(second("qqq"), replies.document(second_page([])))
    answer = open_source(stand_in).search("qqq", scope=EVERYWHERE, limit=10)
    assert (answer.state, answer.terms, answer.source) == ("ok", (), stand_in.name)


def test_hits_are_kept_for_an_hour_and_used_longer_when_nobody_answers(
    open_source: OpenSource, stand_in: OlsStandIn, stepping: SteppingClock
) -> None:
    """Then with their age."""
    page = replies.document(second_page([second_entity("UBERON_0002107", ["liver"])]))
    stand_in.answer(second("liver"), page, replies.text("<html>", status=502))
    source = open_source(stand_in)
    source.search("liver", scope=EVERYWHERE, limit=10)
    source.search("liver", scope=EVERYWHERE, limit=10)
    assert len(stand_in.requests) == 1
    stepping.advance(minutes=121)
    answer = source.search("liver", scope=EVERYWHERE, limit=10)
    assert (len(answer.terms), answer.stale) == (1, True)
    assert "2 hours ago" in answer.detail


def test_no_more_hits_than_asked_for(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """The first ones; never more than fifty are fetched."""
    hits = [second_entity(f"UBERON_{n:07d}", [f"liver {n}"]) for n in range(60)]
    stand_in.answer(second("liver", rows=50), replies.document(second_page(hits)))
    stand_in.answer(second("liver"), replies.document(second_page(hits)))
    assert len(labels(source, "liver", limit=2)) == 2
    assert len(labels(source, "liver", limit=1000)) == 60


@pytest.mark.parametrize("spelling", ["UBERON:0002107", OBO + "UBERON_0002107", "obo:UBERON_0002107"])
def test_an_id_is_resolved_not_searched_for(
    spelling: str, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """Searching for an IRI gives hits at random."""
    target = entity_target("uberon", OBO + "UBERON_0002107")
    stand_in.answer(target, replies.document(second_entity("UBERON_0002107", ["liver"])))
    assert labels(source, spelling) == ["liver"]
    assert stand_in.targets == [target]


def test_an_obsolete_term_is_not_offered_for_its_id(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """But the state tells."""
    target = entity_target("uberon", OBO + "UBERON_0000001")
    stand_in.answer(target, replies.document(second_entity("UBERON_0000001", ["x"], isObsolete=True)))
    answer = source.search("UBERON:0000001", scope=EVERYWHERE, limit=10)
    assert (answer.state, answer.terms) == ("obsolete", ())


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ('"liver" AND (kidney OR *)', "liver AND kidney OR"),
        ("label:liver^5 ~ -heart +lung", "label liver 5 heart lung"),
        ("cryo-EM", "cryo-EM"),
        ("H&E", "H&E"),
        ("  liver \t\n lobule\x00 ", "liver lobule"),
        ("肝臓", "肝臓"),
        ("l\u202eiver", "l iver"),
    ],
)
def test_syntax_of_the_search_engine_is_not_sent(
    typed: str, sent: str, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """Words and signs inside words are."""
    stand_in.answer(second(sent), replies.document(second_page([])))
    assert source.search(typed, scope=EVERYWHERE, limit=10).state == "ok"


@pytest.mark.parametrize(
    "text",
    ["http://localhost:8000/records/secret", "https://orcid.org/0000-0002-1825-0097", "10.1000/unpublished.7",
     "doi:10.1000/unpublished.7", "0000-0002-1825-0097", "smb://share/secret"],
)  # fmt: skip
def test_ids_of_other_things_are_not_sent(text: str, source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """Nobody elsewhere needs to know them."""
    assert source.search(text, scope=EVERYWHERE, limit=10).state == "invalid"
    assert stand_in.requests == []


def test_hits_with_and_without_obsolete_terms_are_kept_apart(
    source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """And those of other vocabularies."""
    old = second_entity("UBERON_0000001", ["liver"], isObsolete=True)
    stand_in.answer(second("liver"), replies.document(second_page([])))
    stand_in.answer(second("liver", obsolete="true"), replies.document(second_page([old])))
    stand_in.answer(second("liver", "ontologyId=uberon"), replies.document(second_page([])))
    assert labels(source, "liver") == []
    assert labels(source, "liver", scope=TermScope(obsolete=True)) == ["liver"]
    assert labels(source, "liver", scope=UBERON) == []
    assert len(stand_in.requests) == 3


@pytest.mark.parametrize("text", ["", "   ", "***", "\x00", "x" * 10_000, "?!", "\u202e"])
def test_what_cannot_be_searched_for_is_not_sent(
    text: str, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """It is invalid, with the reason."""
    answer = source.search(text, scope=EVERYWHERE, limit=10)
    assert (answer.state, answer.terms) == ("invalid", ())
    assert answer.detail.startswith("The text ")
    assert stand_in.requests == []


def test_lone_surrogates_do_no_harm(source: OlsTermSource, stand_in: OlsStandIn) -> None:
    """They are no characters; the rest is searched for."""
    stand_in.answer(second("liver"), replies.document(second_page([])))
    assert source.search("\ud800liver", scope=EVERYWHERE, limit=10).state == "ok"


@pytest.mark.parametrize(
    "reply",
    [replies.text("<html>"), replies.document(missing(), status=404), replies.empty(404), replies.document([1, "x", None]),
     replies.document({"status": 400, "message": "q"}, status=400), replies.body(b"{"), replies.reset()],
)  # fmt: skip
def test_a_search_that_fails_offers_nothing_and_raises_nothing(
    reply: Reply, source: OlsTermSource, stand_in: OlsStandIn
) -> None:
    """A 404 to a search says nothing about terms."""
    stand_in.answer_all(reply)
    answer = source.search("liver", scope=UBERON, limit=10)
    assert answer.terms == ()
    assert answer.state in ("unavailable", "ok")
