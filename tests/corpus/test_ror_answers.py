"""Records and recorded answers of ROR end in the state that is known of them, and say what stands in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from recorded_answers import document_in, recorded

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.ror import RorAuthority
from imagegraph.adapters.authorities.ror_matching import RorMatcher
from imagegraph.adapters.http import Clock, Deadline, HttpService
from imagegraph.model.identifiers import identify
from imagegraph.model.rdf import DCTERMS, ORG, RDFS, SCHEMA, SKOS, Literal, NamedNode
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.stand_in import StandIn

pytestmark = pytest.mark.corpus
IRI = "https://ror.org/"
#: id -> state and successors, where it is not `ok`
ENDED = {
    "00c8t7d47": ("replaced", ["00w7bw158"]), "03e0qa028": ("ambiguous", ["02mzvf848", "00ftv3450"]),
    "05gxnyn08": ("ambiguous", ["03eftgw80", "0482ksk80"]), "01evjjx71": ("obsolete", []),
    "017vwpy33": ("replaced", ["00my0j309"]), "007g5gk82": ("obsolete", []),
}  # fmt: skip


def answers(corpus: Path) -> list[tuple[str, Part]]:
    """Every answer about one organisation: its id, and the answer."""
    folder = corpus / "services" / "ror"
    files = [
        *sorted((folder / "records").glob("*.json")),
        *sorted((folder / "recorded").glob("ror_org_*.json")),
    ]
    return [(file.stem.removeprefix("ror_org_"), recorded(file, name="ror")) for file in files]


def read(id: str, part: Part) -> Reading:
    """What an answer means."""
    return RorAuthority({}).read(identify(IRI + id), [part])


def test_every_organisation_ends_in_its_state(corpus: Path) -> None:
    """Active ones are `ok`, the six that ended are told apart by their successors."""
    found = {id: read(id, part) for id, part in answers(corpus)}
    assert len(found) >= 27
    assert set(ENDED) <= set(found)
    for id, reading in found.items():
        state, successors = ENDED.get(id, ("ok", []))
        assert (id, reading.state, list(reading.successors)) == (id, state, [IRI + one for one in successors])
        assert (reading.detail == "") == (state == "ok")


def test_what_is_said_stands_in_the_record(corpus: Path) -> None:
    """Names, relations, numbers of other registries and places, by an independent reading."""
    for id, part in answers(corpus):
        thing = read(id, part).thing
        assert thing is not None
        record: dict[str, Any] = document_in(part)
        shown = [name["value"] for name in record["names"] if "ror_display" in name["types"]]
        assert [thing.label] == shown
        assert set(thing.names) == {" ".join(name["value"].split()) for name in record["names"]}
        stated: dict[tuple[str, str], set[str]] = {}
        for triple in thing.statements:
            assert isinstance(triple.subject, NamedNode)
            assert isinstance(triple.object, NamedNode | Literal)
            stated.setdefault((triple.subject.value, triple.predicate.value), set()).add(triple.object.value)
        iri = IRI + id
        assert stated[iri, RDFS.label.value] == stated[iri, SKOS.prefLabel.value] == {thing.label}
        for kind, property in (("parent", ORG.subOrganizationOf), ("child", ORG.hasSubOrganization),
                               ("related", DCTERMS.relation), ("predecessor", DCTERMS.replaces)):  # fmt: skip
            expected = {other["id"] for other in record["relationships"] if other["type"] == kind}
            assert stated.get((iri, property.value), set()) == expected
        for number in record["external_ids"]:
            assert stated[f"{iri}#{number['type']}", SCHEMA.value.value] == set(number["all"])
        places = {f"https://sws.geonames.org/{place['geonames_id']}/" for place in record["locations"]}
        assert stated[iri, SCHEMA.location.value] == places


def test_answers_are_read_as_they_come_over_http(corpus: Path) -> None:
    """Byte by byte, below the bare id."""
    with StandIn() as ror:
        service = HttpService(ror.base, agent="tests", rate=500)
        authority = RorAuthority({"ror": service})
        for id, part in answers(corpus):
            ror.answer(f"v2/organizations/{id}", replies.body(part.body, media_type="application/json"))
            asked = authority.ask(identify(IRI + id), deadline=Deadline(10, clock=Clock()))
            assert authority.read(identify(IRI + id), asked) == read(id, part)
        service.close()
        assert ror.unexpected == []


def test_an_answer_about_another_organisation_is_refused(corpus: Path) -> None:
    """Every one of them, for any other id."""
    for id, part in answers(corpus):
        with pytest.raises(UnreadableAnswer, match="instead of"):
            read("03yrm5c26" if id != "03yrm5c26" else "013meh722", part)


@pytest.mark.parametrize(
    ("name", "state"),
    [("404_unknown_id", "not_found"), ("404_invalid_id", "not_found"), ("200_errors_bad_filter", None),
     ("200_errors_bad_param", None), ("429_body_unknown", None), ("affiliation_pisa", None)],
)  # fmt: skip
def test_errors_are_told_apart(corpus: Path, name: str, state: str | None) -> None:
    """Only two of them are negative answers; lists are no organisation."""
    part = recorded(corpus / "services" / "ror" / "derived" / f"{name}.json", name="ror")
    if state is None:
        with pytest.raises(UnreadableAnswer):
            read("013meh722", part)
    else:
        assert read("013meh722", part).state == state


def test_lists_are_no_organisations(corpus: Path) -> None:
    """Recorded searches are refused."""
    files = [
        file
        for file in (corpus / "services" / "ror" / "recorded").glob("*.json")
        if not file.stem.startswith("ror_org_")
    ]
    assert files
    for file in files:
        with pytest.raises(UnreadableAnswer):
            read("013meh722", recorded(file, name="ror"))


def test_items_of_lists_are_organisations(corpus: Path) -> None:
    """Each item of a recorded search is a record like any other; the index lists active ones."""
    count = 0
    for file in sorted((corpus / "services" / "ror" / "recorded").glob("*.json")):
        for item in (document_in(recorded(file, name="ror")) or {}).get("items", []):
            part = Part(
                name="ror", status=200, media_type="application/json", body=json.dumps(item).encode(), url=""
            )
            reading = read(item["id"].removeprefix(IRI), part)
            assert (reading.state, item["status"]) == ("ok", "active")
            count += 1
    assert count > 100


def test_an_affiliation_is_matched_as_ror_has_chosen(corpus: Path) -> None:
    """Of the answer about an affiliation in Pisa the chosen organisation is the choice, and no other."""
    file = corpus / "services" / "ror" / "derived" / "affiliation_pisa.json"
    document = json.loads(json.loads(file.read_text("utf-8"))["response"]["body_text"])
    with StandIn() as stand_in:
        stand_in.answer_all(replies.document(document))
        service = HttpService(stand_in.base, agent="tests/1", rate=50)
        found = RorMatcher(service, seconds=5).match("University of Pisa")
    chosen = [item["organization"]["id"] for item in document["items"] if item["chosen"]]
    assert found.answered
    assert [one.iri for one in found.items if one.chosen] == chosen
    assert len(found.items) == len(document["items"])
