"""Records are handed in, their identifiers are asked about, and the graph says what was learnt."""

from __future__ import annotations

from pathlib import Path

import pytest
from handing_in import BASE, hand_in, rows, settings_of, study

from imagegraph.bootstrap import open_services, rebuild
from imagegraph.model.identifiers import identify
from imagegraph.operations.linking.refilling import queue_all
from imagegraph.operations.projection import verify
from imagegraph.operations.services import Services
from imagegraph.testing.authorities import ror
from imagegraph.testing.authorities.stand_in import AuthoritiesStandIn

PERSON = f"{BASE}resolved/orcid/0000-0003-9000-0102"
UNIVERSITY, FACILITY = f"{BASE}resolved/ror/{ror.UNIVERSITY}", f"{BASE}resolved/ror/{ror.FACILITY}"


def resolved(services: Services) -> list[str]:
    """The names of the graphs of authorities."""
    return sorted(name for name in services.graph.graphs() if name.startswith(f"{BASE}resolved/"))


def test_what_an_authority_says_stands_in_a_graph_of_its_own(services: Services) -> None:
    """The graph names source, time, licence and authority; the record keeps every byte."""
    outcome = hand_in(services, study())
    before = services.journal.version(str(outcome.id))
    services.linking.linker.work_off()
    (row,) = rows(
        services,
        f"""SELECT * WHERE {{ GRAPH <{PERSON}> {{
          <{PERSON}> foaf:primaryTopic ?thing ; ig:resolutionState ?state ; dcterms:license ?licence ;
            prov:generatedAtTime ?time ; prov:wasDerivedFrom ?source ; dcterms:source ?authority ; ig:sha256 ?digest .
          ?thing rdfs:label ?label }} }}""",
    )
    assert (row["thing"], row["state"], row["label"]) == (
        "https://orcid.org/0000-0003-9000-0102", "ok", "Mirela Quist",
    )  # fmt: skip
    assert row["licence"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert row["source"].endswith("/orcid/v3.0/0000-0003-9000-0102/person")
    assert row["authority"] == "ORCID"
    assert len(row["digest"]) == 64
    after = services.journal.version(str(outcome.id))
    assert (after.number, after.ntriples) == (before.number, before.ntriples)
    assert services.graph.matches(before.iri, before.ntriples)


def test_names_of_authorities_do_not_mix_with_those_of_records(services: Services) -> None:
    """`schema:name` is what records say; an authority's name is `rdfs:label`."""
    hand_in(services, study(author_name="M. Quist"))
    services.linking.linker.work_off()
    (row,) = rows(
        services,
        "SELECT ?name ?label WHERE { <https://orcid.org/0000-0003-9000-0102> schema:name ?name ; rdfs:label ?label }",
    )
    assert row == {"name": "M. Quist", "label": "Mirela Quist"}


def test_people_are_known_by_label_and_affiliation_alone(services: Services) -> None:
    """Nothing else that ORCID tells about a person is in the graph."""
    hand_in(services, study())
    services.linking.linker.work_off()
    said = rows(
        services,
        f"SELECT DISTINCT ?p WHERE {{ GRAPH <{PERSON}> {{ <https://orcid.org/0000-0003-9000-0102> ?p ?o }} }}",
    )
    assert {row["p"].rsplit("/", 1)[-1].rsplit("#", 1)[-1] for row in said} == {
        "type", "label", "prefLabel", "affiliation",
    }  # fmt: skip


def test_an_institute_is_found_below_its_university(services: Services) -> None:
    """Organisations that a mentioned one is part of are asked about too, and leave with it."""
    outcome = hand_in(
        services,
        study(
            organisation=f"https://ror.org/{ror.FACILITY}", organisation_name="Northmere BioImaging Facility"
        ),
    )
    services.linking.linker.work_off()
    assert {UNIVERSITY, FACILITY} <= set(resolved(services))
    (row,) = rows(
        services,
        f"SELECT ?part WHERE {{ ?part org:subOrganizationOf+ <https://ror.org/{ror.UNIVERSITY}> . "
        "?person schema:affiliation ?part }",
    )
    assert row["part"] == f"https://ror.org/{ror.FACILITY}"
    summary = services.journal.find(str(outcome.id))
    assert summary is not None
    services.ingest.bury(summary.id, if_match="*", agent="tests", reason="test")
    assert resolved(services) == []


def test_the_graph_of_an_identifier_leaves_with_its_last_record(services: Services) -> None:
    """While another record mentions it, it stays; the kept answer serves the next record at once."""
    first, second = hand_in(services, study()), hand_in(services, study("wave", name="Waves"))
    services.linking.linker.work_off()
    services.ingest.bury(str(first.id), if_match="*", agent="tests", reason="test")
    assert PERSON in resolved(services)
    services.ingest.bury(str(second.id), if_match="*", agent="tests", reason="test")
    assert PERSON not in resolved(services)
    hand_in(services, study("spray", name="Spray"))
    assert PERSON in resolved(services)
    assert [one.scheme for one in services.linking.queue.waiting()] == ["doi"]


def test_a_corrected_record_takes_the_old_identifier_along(services: Services) -> None:
    """Replacing an author's iD shows the new person and drops the other."""
    hand_in(services, study())
    services.linking.linker.work_off()
    hand_in(services, study(author="0000-0003-9000-0372", author_name="Somebody Else"))
    services.linking.linker.work_off()
    shown = resolved(services)
    assert PERSON not in shown
    assert f"{BASE}resolved/orcid/0000-0003-9000-0372" in shown


def test_rebuilding_gives_an_equal_graph(stand_in: AuthoritiesStandIn, tmp_path: Path) -> None:
    """The graphs of authorities follow from the journal and the kept answers."""
    settings = settings_of(tmp_path / "data", resolvers=stand_in.setting)
    with open_services(settings) as services:
        hand_in(services, study(organisation=f"https://ror.org/{ror.FACILITY}", organisation_name="Facility"))
        services.linking.linker.work_off()
        names = resolved(services)
    before, after = rebuild(settings)
    assert before == after
    with open_services(settings) as services:
        assert resolved(services) == names


def test_a_graph_that_a_crash_lost_is_shown_again(stand_in: AuthoritiesStandIn, tmp_path: Path) -> None:
    """An answer that was kept after the last checkpoint is shown at the next start."""
    settings = settings_of(tmp_path / "data", resolvers=stand_in.setting)
    with open_services(settings) as services:
        hand_in(services, study())
    checkpoint = tmp_path / "data" / "imagegraph.json"
    before = checkpoint.read_bytes()
    with open_services(settings) as services:
        services.linking.linker.work_off()
        services.linking.graph.replace(PERSON, b"", new=False)  # what a crash may do to the newest writes
    checkpoint.write_bytes(before)
    with open_services(settings) as services:
        assert PERSON in resolved(services)
        assert b"Mirela Quist" in services.graph.statements(PERSON)


def test_verifying_looks_at_the_graphs_of_authorities(services: Services) -> None:
    """A graph that does not say what its authority answered is told."""
    hand_in(services, study())
    services.linking.linker.work_off()

    def problems() -> list[str]:
        found = verify(
            services.journal, services.linking.graph, base=BASE, resolved=services.linking.graph.expected()
        )
        return [problem.where for problem in found]

    assert problems() == []
    services.linking.graph.add(
        PERSON, b'<https://orcid.org/0000-0003-9000-0102> <http://x.test/p> "forged" .\n'
    )
    assert problems() == [f"graph {PERSON}"]


def test_graphs_go_when_the_kept_answers_are_lost(stand_in: AuthoritiesStandIn, tmp_path: Path) -> None:
    """Without `resolved.sqlite` nothing is claimed, and everything can be queued anew."""
    settings = settings_of(tmp_path / "data", resolvers=stand_in.setting)
    with open_services(settings) as services:
        hand_in(services, study())
        services.linking.linker.work_off()
    for file in (tmp_path / "data").glob("resolved.sqlite*"):
        file.unlink()
    with open_services(settings) as services:
        assert resolved(services) == []
        assert queue_all(services) == 3
        services.linking.linker.work_off()
        assert PERSON in resolved(services)


def test_the_queue_survives_a_restart(stand_in: AuthoritiesStandIn, tmp_path: Path) -> None:
    """What nobody may be asked about waits; a later start that may ask works it off."""
    with open_services(settings_of(tmp_path / "data")) as services:
        hand_in(services, study())
        assert not services.linking.linker.work_off()
        assert services.linking.queue.counts() == {"doi": 1, "orcid": 1, "ror": 1}
    with open_services(settings_of(tmp_path / "data", resolvers=stand_in.setting)) as services:
        assert services.linking.linker.work_off().total() == 3
        assert services.linking.queue.counts() == {}


def test_the_queue_is_worked_off_in_the_background(services: Services) -> None:
    """Once started, the threads ask about what comes in."""
    services.linking.linker.start(workers=2)
    hand_in(services, study())
    for _ in range(400):
        if not services.linking.queue.counts():
            break
        services.linking.linker._threads[0].join(0.05)
    services.linking.linker.stop()
    assert PERSON in resolved(services)


def test_what_no_record_mentions_any_more_is_not_asked_about(
    services: Services, stand_in: AuthoritiesStandIn
) -> None:
    """An identifier whose record was deleted before its turn leaves the queue without a request."""
    outcome = hand_in(services, study("gone", author="0000-0003-9000-0233", author_name="Nobody"))
    services.ingest.bury(str(outcome.id), if_match="*", agent="tests", reason="test")
    asked = len(stand_in.requests)
    services.linking.linker.work_off()
    assert services.linking.queue.counts() == {}
    assert len(stand_in.requests) == asked


def test_forgetting_a_person(services: Services) -> None:
    """The answer and the graph are gone, the record is not, and nobody is asked of our own accord."""
    hand_in(services, study())
    services.linking.linker.work_off()
    person = identify("0000-0003-9000-0102")
    assert services.linking.known.forget(person)
    services.linking.graph.hide(person)
    assert PERSON not in resolved(services)
    hand_in(services, study("wave", name="Waves"))
    assert all(one.scheme != "orcid" for one in services.linking.queue.waiting())
    assert services.linking.known.known(person) is None
    assert services.linking.resolver.resolve(person).state == "ok"  # somebody wishes so
    assert not services.linking.known.is_forgotten(person)


def test_an_authority_that_does_not_answer(tmp_path: Path) -> None:
    """The state is `unavailable` with the reason, and the identifier waits for another attempt."""
    with AuthoritiesStandIn() as gone:
        setting = gone.setting
    with open_services(settings_of(tmp_path / "data", resolvers=setting, seconds=0.5)) as services:
        hand_in(services, study())
        ended = services.linking.linker.work_off()
        assert set(ended) == {"unavailable"}
        waiting = services.linking.queue.waiting()
        assert [one.attempts for one in waiting] == [1, 1, 1]
        assert all("reached" in one.detail or "time" in one.detail for one in waiting)
        assert all(one.due > one.since for one in waiting)
        assert resolved(services) == []


@pytest.mark.parametrize("again", [False, True])
def test_a_kept_answer_serves_with_its_age_while_nobody_answers(tmp_path: Path, again: bool) -> None:
    """With the network off a kept answer is given; asking again marks it as old and says why."""
    person = identify("0000-0003-9000-0102")
    with AuthoritiesStandIn() as service:
        settings = settings_of(tmp_path / "data", resolvers=service.setting, seconds=0.5)
        with open_services(settings) as services:
            first = services.linking.resolver.resolve(person)
    with open_services(settings) as services:
        found = services.linking.resolver.resolve(person, refresh=again)
    assert found.thing is not None
    assert (found.state, found.thing.label, found.fetched) == ("ok", "Mirela Quist", first.fetched)
    assert found.stale is again
    assert bool(found.detail) is again
