"""What answers of the Antibody Registry mean."""

from __future__ import annotations

from typing import Any

import pytest
from rrid_answers import RRID, antibodies, antibody, page, part, rrid, said

from imagegraph.adapters.authorities.antibody_registry import read, target_of
from imagegraph.adapters.authorities.contract import UnreadableAnswer

ASKED = rrid("AB_99001")


def test_an_antibody_is_told_with_its_catalogue_number_and_vendor() -> None:
    """Label, names and what records are compared by."""
    reading = read(ASKED, antibodies(antibody(99001)))
    thing = reading.thing
    assert (reading.state, reading.authority) == ("ok", "antibody-registry")
    assert thing is not None
    assert (thing.kind, thing.iri, thing.label) == (
        "Antibody", ASKED.iri, "Rabbit Anti-Septin 2 Polyclonal Antibody",
    )  # fmt: skip
    assert thing.details == {
        "catalog_number": ("HB-2201", "HB-2201-50"), "vendor": ("Halyard Bio",), "clonality": ("polyclonal",),
        "target": ("Septin 2",), "host": ("rabbit",), "species": ("human", "mouse"),
    }  # fmt: skip
    assert thing.notes == ()


def test_what_is_known_is_said_as_statements() -> None:
    """The identifier, the vendor's offer, the paper that is evidence; the placeholder address is not."""
    thing = read(ASKED, antibodies(antibody(99001))).thing
    assert said(thing, "identifier") == {"RRID:AB_99001"}
    assert said(thing, "offers") == {f"{ASKED.iri}#offer-1"}
    assert said(thing, "sku") == said(thing, "catalogNumber") == {"HB-2201", "HB-2201-50"}
    assert said(thing, "conjugate") == {"Alexa Fluor 488"}
    assert said(thing, "citesAsEvidence") == {"https://pubmed.ncbi.nlm.nih.gov/12345678"}
    assert said(thing, "url") == set()


def test_several_vendors_are_offers_of_one_antibody() -> None:
    """4.3(4): the record that the number was made for comes first, however the registry orders them."""
    other = antibody(
        99001,
        accession=99002,
        vendorName="Capstan Ltd",
        catalogNum="C-7",
        catAlt="",
        url="https://c.example/7",
    )
    first = read(ASKED, antibodies(other, antibody(99001))).thing
    second = read(ASKED, antibodies(antibody(99001), other)).thing
    assert first == second
    assert first is not None
    assert first.details["vendor"] == ("Halyard Bio", "Capstan Ltd")
    assert said(first, "offers") == {f"{ASKED.iri}#offer-1", f"{ASKED.iri}#offer-2"}
    assert said(first, "url") == {"https://c.example/7"}


def test_an_empty_list_says_that_there_is_none() -> None:
    """4.3(4): 200 with an empty array is the registry's own negative answer."""
    assert read(ASKED, antibodies()).state == "not_found"


def test_a_merged_number_is_replaced() -> None:
    """4.3(5): another number came back, and this one is where the record was made."""
    reading = read(ASKED, antibodies(antibody(99777, accession=99001)))
    assert (reading.state, reading.successors) == ("replaced", (f"{RRID}AB_99777",))
    assert reading.thing is not None
    assert reading.thing.iri == ASKED.iri
    assert said(reading.thing, "isReplacedBy") == {f"{RRID}AB_99777"}


def test_a_comment_may_tell_of_the_merger() -> None:
    """4.3(5): the numbers that were consolidated are named there; the survivor replaces them."""
    comments = "seller recommendations: IF. Consolidation on 8/2020: AB_99001, AB_99002."
    assert read(ASKED, antibodies(antibody(99777, comments=comments))).state == "replaced"
    survivor = read(rrid("AB_99777"), antibodies(antibody(99777, comments=comments)))
    assert said(survivor.thing, "replaces") == {f"{RRID}AB_99001", f"{RRID}AB_99002"}


def test_two_survivors_are_for_a_person_to_choose_from() -> None:
    """Both are told."""
    reading = read(ASKED, antibodies(antibody(99777, accession=99001), antibody(99666, accession=99001)))
    assert (reading.state, reading.successors) == ("ambiguous", (f"{RRID}AB_99666", f"{RRID}AB_99777"))


@pytest.mark.parametrize(
    ("members", "note"),
    [
        ({"comments": "Discontinued; manufacturer recommendations: IF"}, "Discontinued by the vendor."),
        ({"discDate": "2021-03-01T00:00:00Z"}, "Discontinued by the vendor on 2021-03-01."),
    ],
)
def test_a_discontinued_antibody_is_still_good_to_cite(members: dict[str, Any], note: str) -> None:
    """4.3(6): never refused, but said."""
    reading = read(ASKED, antibodies(antibody(99001, **members)))
    assert reading.state == "ok"
    assert reading.thing is not None
    assert reading.thing.notes == (note,)
    assert reading.thing.details["status"] == ("discontinued",)
    assert said(reading.thing, "discontinued") == {"true"}


def test_one_vendor_that_goes_on_keeps_it_going() -> None:
    """It is discontinued when every vendor has stopped."""
    stopped = antibody(99001, accession=99002, vendorName="Capstan Ltd", discDate="2020")
    thing = read(ASKED, antibodies(stopped, antibody(99001))).thing
    assert thing is not None
    assert "status" not in thing.details


@pytest.mark.parametrize("word", ["", "no", "unknown", "N/A", None])
def test_words_for_nothing_are_left_out(word: str | None) -> None:
    """4.3(8)."""
    record = antibody(99001, clonality=word, cloneId=word, catalogNum=word, catAlt=word, vendorName=word)
    thing = read(ASKED, antibodies(record)).thing
    assert thing is not None
    assert set(thing.details) == {"target", "host", "species"}
    assert said(thing, "offers") == set()


def test_mail_addresses_are_cut_out() -> None:
    """Wherever they stand."""
    record = antibody(
        99001,
        comments="Ask ada@example.org for aliquots",
        vendorName="lab@example.org",
        url="mailto:a@b.example",
    )
    thing = read(ASKED, antibodies(record)).thing
    assert said(thing, "comment") == {"Ask for aliquots"}
    assert not any("@" in str(triple) for triple in thing.statements) if thing else False


@pytest.mark.parametrize(
    "answer",
    [
        part({"detail": "Request not allowed"}, name="antibody-registry", status=401),
        part({"detail": "Pages start at 1"}, name="antibody-registry", status=400),
        part({"detail": "Not Found"}, name="antibody-registry", status=404),
        part({"items": []}, name="antibody-registry"),
        page("antibody-registry"),
        page("antibody-registry", status=404),
        antibodies("text", 7),
        antibodies({"abName": "nameless"}),
        antibodies(antibody(1234)),
    ],
    ids=["401", "400", "404", "page of a list", "html", "html 404", "no objects", "no number", "another"],
)
def test_anything_else_is_no_answer(answer: Any) -> None:
    """4.3(9) and (13), and records about another antibody."""
    with pytest.raises(UnreadableAnswer):
        read(ASKED, answer)


def test_only_numbers_of_antibodies_are_asked_for() -> None:
    """Without the prefix and leading zeros."""
    assert target_of(rrid("AB_0099001")) == "api/antibodies/99001"
    assert target_of(rrid("SCR_000001")) is None
