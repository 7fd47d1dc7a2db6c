"""Recorded answers of ORCID end in the state that is known of them, and no more is taken from them than names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from recorded_answers import document_in, recorded

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.orcid import OrcidAuthority
from imagegraph.adapters.authorities.orcid_person import minimal
from imagegraph.adapters.http import Clock, Deadline, HttpService
from imagegraph.model.identifiers import identify
from imagegraph.model.rdf import Literal, NamedNode
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.stand_in import StandIn

pytestmark = pytest.mark.corpus
IRI = "https://orcid.org/"


def people(corpus: Path) -> list[tuple[str, Part, Part]]:
    """iD, person and employments of everybody who was recorded with both."""
    found = []
    for file in sorted((corpus / "services" / "orcid" / "recorded").glob("*_person_200.json")):
        person = recorded(file, name="person")
        jobs = recorded(file.with_name(file.name.replace("person", "employments")), name="employments")
        found.append((person.url.split("/")[-2], person, jobs))
    assert len(found) >= 5
    return found


def read(id: str, *parts: Part) -> Reading:
    """What an answer means."""
    return OrcidAuthority({}).read(identify(IRI + id), parts)


def current_employers(jobs: Any) -> list[str]:
    """Names of the organisations without an end date, read without our code."""
    summaries = [
        one["employment-summary"] for group in jobs["affiliation-group"] for one in group["summaries"]
    ]
    return [summary["organization"]["name"] for summary in summaries if not summary["end-date"]]


def test_everybody_is_a_label_and_affiliations(corpus: Path) -> None:
    """By an independent reading; also from what is kept of an answer."""
    for id, person, jobs in people(corpus):
        reading = read(id, jobs, person)
        thing = reading.thing
        assert thing is not None
        name = document_in(person)["name"]
        credit, family = (name.get(key) or {} for key in ("credit-name", "family-name"))
        spoken = f"{name['given-names']['value']} {family.get('value', '')}".strip()
        assert (reading.state, thing.label) == ("ok", credit.get("value") or spoken)
        others = [other["content"] for other in document_in(person)["other-names"]["other-name"]]
        assert set(thing.names) == {thing.label, spoken, *others}
        assert list(thing.details.get("affiliation", ())) == current_employers(document_in(jobs))
        kept = [minimal(part, document_in(part)) for part in (jobs, person)]
        assert read(id, *kept) == reading


def test_answers_are_read_as_they_come_over_http(corpus: Path) -> None:
    """Byte by byte, the person and then the employments."""
    with StandIn() as orcid:
        service = HttpService(orcid.base, agent="tests", rate=500)
        authority = OrcidAuthority({"orcid": service})
        for id, person, jobs in people(corpus):
            for part in (person, jobs):
                reply = replies.body(part.body, media_type="application/json;charset=UTF-8")
                orcid.answer(f"v3.0/{id}/{part.name}", reply)
            asked = authority.ask(identify(IRI + id), deadline=Deadline(10, clock=Clock()))
            assert authority.read(identify(IRI + id), asked) == read(id, jobs, person)
        service.close()
        assert orcid.unexpected == []


def test_nothing_else_is_stated_or_kept(corpus: Path) -> None:
    """No biography, link, keyword, other number, country or past employer of anybody."""
    for id, person, jobs in people(corpus):
        thing = read(id, jobs, person).thing
        assert thing is not None
        allowed = {thing.label, *thing.details.get("affiliation", ())}
        for triple in thing.statements:
            assert isinstance(triple.object, NamedNode | Literal)
            if isinstance(triple.object, Literal):
                assert triple.object.value in allowed
        document = document_in(person)
        kept = minimal(person, document).body.decode()
        private = [(document["biography"] or {}).get("content"), *(
            entry.get("url", {}).get("value") for entry in document["researcher-urls"]["researcher-url"]
        )]  # fmt: skip
        assert not [text for text in private if text and json.dumps(text)[1:-1] in kept]
        assert "external-identifiers" not in kept
        assert "role-title" not in minimal(jobs, document_in(jobs)).body.decode()


def test_a_locked_record_is_restricted(corpus: Path) -> None:
    """409 with the code 9018."""
    part = recorded(corpus / "services/orcid/recorded/0000_0003_1315_5960_person_409.json", name="person")
    reading = read("0000-0003-1315-5960", part)
    assert (reading.state, reading.thing, reading.detail) == (
        "restricted",
        None,
        "ORCID has locked this record.",
    )


@pytest.mark.parametrize("name", ["XXXX_person_404", "XXXXX_person_404"])
def test_an_unknown_id_is_not_found(corpus: Path, name: str) -> None:
    """404 with the code 9016."""
    part = recorded(corpus / "services" / "orcid" / "recorded" / f"{name}.json", name="person")
    assert read("0000-0002-1825-0097", part).state == "not_found"


def test_what_was_derived_from_the_source_code(corpus: Path) -> None:
    """A merged record names its successor, a deactivated one is restricted; quota and burst are no answers."""
    folder = corpus / "services" / "orcid" / "derived"
    merged = read("0000-0001-5000-0007", recorded(folder / "301_9007_deprecated.json", name="person"))
    assert (merged.state, merged.successors) == ("replaced", (IRI + "0000-0002-1825-0097",))
    gone = read("0000-0001-5000-0007", recorded(folder / "409_9044_deactivated.json", name="person"))
    assert (gone.state, gone.detail) == ("restricted", "The person has deactivated this ORCID record.")
    for name in ("429_daily_quota", "503_burst"):
        with pytest.raises(UnreadableAnswer):
            read("0000-0001-5000-0007", recorded(folder / f"{name}.json", name="person"))


def test_an_answer_about_somebody_else_is_refused(corpus: Path) -> None:
    """Whoever it is about."""
    for _, person, jobs in people(corpus):
        with pytest.raises(UnreadableAnswer, match="instead of"):
            read("0000-0002-1825-0097", jobs, person)


def test_a_whole_record_is_no_person(corpus: Path) -> None:
    """The answers to other questions are not read in place of one."""
    for name in ("records/v3_record_0000-0002-0068-716X.json", "samples_v3/record-full-3.0.json"):
        with pytest.raises(UnreadableAnswer):
            read("0000-0002-1825-0097", recorded(corpus / "services" / "orcid" / name, name="person"))
    search = "recorded/expanded_search_q_container_identifier_2658_719X_rows_25_sta_500.json"
    with pytest.raises(UnreadableAnswer):
        read("0000-0002-1825-0097", recorded(corpus / "services" / "orcid" / search, name="person"))
