"""Proposals from real records, and decisions about them: links with PROV that can be undone, records that stay."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from imagegraph.bootstrap import open_services, rebuild
from imagegraph.errors import BadParameter, NotFound, Refusal
from imagegraph.model.records import Document
from imagegraph.operations.projection import verify
from imagegraph.operations.reconciliation.decisions import LONGEST_REASON, decide, undo
from imagegraph.operations.reconciliation.proposals import Proposal, get_proposal, proposals
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query
from imagegraph.settings import Settings

BASE = "http://localhost:8000/"
ADA, JAN = "https://orcid.org/0000-0000-0009-0000", "https://orcid.org/0000-0000-0009-0019"
SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"
STUDIES = {
    "first": f"""
type: Study
name: Microglia in zebrafish
author:
  - {{type: Person, id: "{ADA}", name: Ada Okafor, affiliation: [{{id: "https://ror.org/00exmp134", name: University of Northmere}}]}}
  - {{type: Person, id: "{JAN}", name: Jan Novák}}
reagent:
  - {{type: Antibody, id: "RRID:AB_9000001", name: anti-Iba1, catalog_number: 019-19741, vendor: {{name: Northmere Bio}}}}
instrument:
  - {{type: Instrument, id: "doi:10.5072/confocal", name: Confocal 1, manufacturer: {{name: Zeiss}}, serial_number: 3828-004711}}
""",
    "second": f"""
type: Study
name: Microglia again
author:
  - {{type: Person, id: "#p1", name: "Okafor, Ada", affiliation: [{{name: The University of Northmere}}]}}
  - {{type: Person, id: "{JAN}", name: Jan Novak}}
reagent:
  - {{type: Antibody, id: "#ab", name: Iba1 antibody, catalog_number: "01919741", vendor: {{name: "Northmere Bio, Inc."}}}}
instrument:
  - {{type: Instrument, id: "#i", name: Our confocal, manufacturer: {{name: Carl Zeiss}}, serial_number: "3828004711"}}
""",
    "third": """
type: Study
name: Something else
author:
  - {type: Person, id: "#p1", name: Ada Okafor}
  - {type: Person, id: "#p2", name: Wei Zhang}
""",
}


def settings(folder: Path) -> Settings:
    """A small service over a folder."""
    return Settings(data=folder, base=BASE, query_workers=1, intake_workers=1)


def put(services: Services, id: str, text: str) -> None:
    """Keep a study."""
    document = Document(name=f"{id}.yaml", content=text.encode(), format="imagegraph")
    known = services.journal.find(id)
    services.ingest.put(
        document,
        id=id,
        iri=f"{BASE}records/{id}",
        if_match="*" if known and not known.deleted else None,
        agent="test",
        reason="test",
    )


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(name="services")
def _services(folder: Path) -> Iterator[Services]:
    """A service with the three studies."""
    with open_services(settings(folder)) as services:
        for id, text in STUDIES.items():
            put(services, id, text)
        yield services


def links(services: Services) -> set[tuple[str, str, str]]:
    """Every owl:sameAs statement, with its graph, by SPARQL."""
    text = f"SELECT ?graph ?left ?right WHERE {{ GRAPH ?graph {{ ?left <{SAME_AS}> ?right }} }}"
    answer = services.query_runner.run(Query(text=text, accept="application/sparql-results+json"))
    rows = json.loads(answer.body)["results"]["bindings"]
    return {(row["graph"]["value"], row["left"]["value"], row["right"]["value"]) for row in rows}


def about(services: Services, right: str) -> Proposal:
    """The open proposal about a node of a record."""
    return next(one for one in proposals(services) if one.right.iri == f"{BASE}records/{right}")


def test_each_kind_is_proposed_once_for_each_node(services: Services) -> None:
    """One proposal for each node without identifier, best first, with reasons and records; Wei Zhang has none."""
    found = proposals(services)
    local = [
        (one.kind, one.right.iri.removeprefix(f"{BASE}records/").partition("#")[0], one.score)
        for one in found
    ]
    assert sorted(local[:2]) == [("antibody", "second", 0.95), ("instrument", "second", 0.95)]
    assert local[2][:2] == ("person", "second")
    assert sorted(local[3:]) == [
        ("organisation", "second", 0.6), ("organisation", "second", 0.8), ("person", "third", 0.6),
    ]  # fmt: skip
    person = about(services, "second#p1")
    assert person.reasons == (
        "“Ada Okafor” and “Okafor, Ada” are the same name, written in different ways.",
        f"Both published with Jan Novák ({JAN}).",
        "Both are affiliated with University of Northmere.",
    )
    assert (person.left.records, person.right.records) == (("first",), ("second",))
    assert [one.kind for one in proposals(services, kind="instrument")] == ["instrument"]
    page = proposals(services, limit=2)
    assert [*page, *proposals(services, after=page[-1].place)] == found


def test_accepting_links_and_undoing_takes_the_link_away(services: Services) -> None:
    """The link stands in a graph of its own with who and when; no other record changes; undoing removes it."""
    before = {version.id: version.ntriples for version in services.journal.since(0)}
    proposal = about(services, "second#p1")
    decided = decide(services, proposal.id, "accepted", agent="Jana Steward", reason="Same paper.")
    assert decided.status == "accepted"
    graph = f"{BASE}records/{proposal.id}"
    assert links(services) == {(graph, ADA, f"{BASE}records/second#p1")}
    ask = f"""PREFIX prov: <http://www.w3.org/ns/prov#> ASK {{ GRAPH <{graph}> {{
      <{graph}> a prov:Entity ; prov:wasAttributedTo/<http://schema.org/name> "Jana Steward" ;
        prov:generatedAtTime ?at . FILTER(datatype(?at) = <http://www.w3.org/2001/XMLSchema#dateTime>) }} }}"""
    assert b"true" in services.query_runner.run(Query(text=ask)).body
    assert proposal.id not in {one.id for one in proposals(services)}
    kept = get_proposal(services, proposal.id)
    assert kept.decision is not None
    assert (kept.decision.agent, kept.decision.reasons) == ("Jana Steward", ("Same paper.",))
    assert set(kept.reasons) == set(proposal.reasons)
    assert [one.id for one in proposals(services, status="accepted")] == [proposal.id]

    undone = undo(services, proposal.id, agent="Jana Steward", reason="Two people after all.")
    assert (undone.status, undone.id) == ("open", proposal.id)
    assert links(services) == set()
    assert about(services, "second#p1").id == proposal.id
    history = [services.journal.version(proposal.id, number) for number in (1, 2)]
    assert [(one.agent, one.reason, one.deleted) for one in history] == [
        ("Jana Steward", "accepted: Same paper.", False),
        ("Jana Steward", "undone: Two people after all.", True),
    ]
    after = {version.id: version.ntriples for version in services.journal.since(0)}
    assert {id: after[id] for id in before} == before

    decide(services, proposal.id, "accepted", agent="Jana Steward")
    assert len(links(services)) == 1
    assert services.journal.version(proposal.id).number == 3


def test_the_decision_is_a_conforming_record(services: Services) -> None:
    """It is of the class Reconciliation, no rule is broken by it, and its title says what was decided."""
    proposal = about(services, "second#i")
    decide(services, proposal.id, "accepted", agent="test")
    version = services.journal.version(proposal.id)
    assert (version.type, version.title) == ("Reconciliation", "Same instrument: Confocal 1 and Our confocal")
    assert version.report.findings == ()


def test_rejecting_links_nothing_and_is_remembered(services: Services) -> None:
    """A rejected pair is not proposed again, nor is what would imply it; the other way to join the group is."""
    first, second = about(services, "second#p1"), about(services, "third#p1")
    decide(services, first.id, "rejected", agent="test", reason="Another Ada.")
    assert links(services) == set()
    people = {(one.left.iri, one.right.iri) for one in proposals(services, kind="person")}
    local = f"{BASE}records/second#p1", f"{BASE}records/third#p1"
    assert people == {(ADA, local[1]), local}
    decide(services, second.id, "accepted", agent="test")
    assert proposals(services, kind="person") == []
    implied = next(iter(proposals(services, status="rejected")))
    assert implied.id == first.id


def test_deciding_again_changes_nothing_and_otherwise_changes_the_record(services: Services) -> None:
    """The same decision twice is one version; the other decision is the next version."""
    proposal = about(services, "second#ab")
    for _ in range(2):
        decide(services, proposal.id, "accepted", agent="test")
    head = services.journal.head
    assert decide(services, proposal.id, "accepted", agent="other", reason="again").status == "accepted"
    assert services.journal.head == head
    decide(services, proposal.id, "rejected", agent="test")
    assert (services.journal.version(proposal.id).number, links(services)) == (2, set())
    undo(services, proposal.id, agent="test")
    head = services.journal.head
    assert undo(services, proposal.id, agent="test").status == "open"
    assert services.journal.head == head


def test_decisions_that_cannot_hold_together_are_refused(services: Services) -> None:
    """What follows from two accepted links cannot be rejected; the refusal names the decision to undo."""
    first, second = about(services, "second#p1"), about(services, "third#p1")
    decide(services, first.id, "rejected", agent="test")
    between = about(services, "third#p1")
    locals_ = next(one for one in proposals(services, kind="person") if one.left.iri != ADA)
    assert between.id == second.id
    decide(services, second.id, "accepted", agent="test")
    with pytest.raises(Refusal) as refused:
        decide(services, locals_.id, "accepted", agent="test")
    assert refused.value.extra["contradicts"] == first.id
    undo(services, first.id, agent="test")
    decide(services, first.id, "accepted", agent="test")
    with pytest.raises(Refusal, match="Undo that decision first"):
        decide(services, locals_.id, "rejected", agent="test")


def test_unknown_proposals_and_unusable_reasons(services: Services) -> None:
    """An unknown id is not found; a reason that is too long, or no text, is refused and nothing is kept."""
    for unknown in ("reconciliation-0000000000000000", "first", "", "x" * 10_000):
        with pytest.raises(NotFound):
            decide(services, unknown, "accepted", agent="test")
        with pytest.raises(NotFound):
            undo(services, unknown, agent="test")
    proposal = about(services, "second#p1")
    for reason in ("x" * (LONGEST_REASON + 1), "a\x00b", "\ud800"):
        with pytest.raises(BadParameter):
            decide(services, proposal.id, "accepted", agent="test", reason=reason)
    assert get_proposal(services, proposal.id).status == "open"


def test_a_changed_record_changes_the_proposals(services: Services) -> None:
    """What is proposed follows the records; a decision stays, though its thing has gone."""
    proposal = about(services, "second#p1")
    decide(services, proposal.id, "accepted", agent="test")
    put(services, "second", STUDIES["second"].replace("Okafor, Ada", "Brandt, Lena"))
    assert get_proposal(services, proposal.id).status == "accepted"
    undo(services, proposal.id, agent="test")
    with pytest.raises(NotFound):
        get_proposal(services, proposal.id)
    services.ingest.bury("first", if_match="*", agent="test", reason="test")
    assert ADA not in {one.left.iri for one in proposals(services)}


def test_decisions_that_were_handed_in_like_other_records(services: Services) -> None:
    """A decision under another id is in force too; undoing it deletes that record, and nonsense is passed over."""
    proposal = about(services, "second#p1")
    text = f"""
type: Reconciliation
kind_of_thing: person
left: {{type: LinkedThing, id: "{ADA}", same_as: "{BASE}records/second#p1"}}
right: "{BASE}records/second#p1"
decision: accepted
"""
    put(services, "by-hand", text)
    put(
        services,
        "odd",
        f'type: Reconciliation\nleft: "{ADA}"\nright: "{JAN}"\ndecision: accepted\nkind_of_thing: cat\n',
    )
    found = get_proposal(services, proposal.id)
    assert found.decision is not None
    assert found.decision.record == "by-hand"
    undo(services, proposal.id, agent="test")
    assert links(services) == set()
    put(services, "by-hand", text)
    decide(services, proposal.id, "rejected", agent="test")
    assert get_proposal(services, proposal.id).status == "rejected"
    assert links(services) == set()


def test_a_rebuilt_graph_is_equal(folder: Path) -> None:
    """The journal alone holds every decision: rebuilding gives the same graph, and verifying finds nothing."""
    with open_services(settings(folder)) as services:
        for id, text in STUDIES.items():
            put(services, id, text)
        found = proposals(services)
        for proposal in found[:3]:
            decide(services, proposal.id, "accepted", agent="test", reason="ok")
        decide(services, found[3].id, "rejected", agent="test")
        undo(services, found[0].id, agent="test")
        assert list(verify(services.journal, services.linking.graph, base=BASE)) == []
    before, after = rebuild(settings(folder))
    assert before == after != ""
    with open_services(settings(folder)) as services:
        assert len(links(services)) == 2
        assert len(proposals(services, status="rejected")) == 1
