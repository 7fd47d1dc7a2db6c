"""What answers of Cellosaurus mean."""

from __future__ import annotations

from typing import Any

import pytest
from rrid_answers import RRID, cell_line, cell_lines, no_cell_line, page, part, rrid, said

from imagegraph.adapters.authorities.cellosaurus import read, search_target_of, target_of
from imagegraph.adapters.authorities.contract import UnreadableAnswer

OBO = "http://purl.obolibrary.org/obo/"
ASKED = rrid("CVCL_Z9Z1")


def test_a_cell_line_is_told_with_its_terms() -> None:
    """The recommended name first; species, disease and site by their IRIs."""
    reading = read(ASKED, cell_lines(cell_line("CVCL_Z9Z1")))
    thing = reading.thing
    assert (reading.state, reading.authority) == ("ok", "cellosaurus")
    assert thing is not None
    assert (thing.kind, thing.label, thing.names) == ("CellLine", "Nebra-4", ("Nebra-4", "Nbr 4"))
    assert thing.details == {
        "type": ("Cancer cell line",), "species": ("Homo sapiens (Human)",), "disease": ("Glioblastoma",),
    }  # fmt: skip
    assert said(thing, "taxonomicRange") == {OBO + "NCBITaxon_9606"}
    assert said(thing, "disease") == {OBO + "NCIT_C3058"}
    assert said(thing, "locationInBiosample") == {OBO + "UBERON_0000955"}
    assert (said(thing, "sex"), said(thing, "age")) == ({"Female"}, {"62Y"})


def test_terms_without_iris_are_recognised_by_their_accessions() -> None:
    """As dumps have them; what is not recognised stays a word."""
    line = cell_line(
        "CVCL_Z9Z1",
        **{
            "species-list": [
                {"database": "NCBI_TaxID", "accession": "10090", "label": "Mus musculus (Mouse)"}
            ],
            "disease-list": [{"label": "Odd disease"}],
        },
    )
    thing = read(ASKED, cell_lines(line)).thing
    assert said(thing, "taxonomicRange") == {OBO + "NCBITaxon_10090"}
    assert said(thing, "disease") == {"Odd disease"}


def test_a_second_identity_and_a_parent_are_linked() -> None:
    """Ontologies of cell lines, not catalogues; the cell line that it was made from."""
    line = cell_line(
        "CVCL_Z9Z1",
        **{
            "xref-list": [
                {"database": "CLO", "iri": OBO + "CLO_0099999"}, {"database": "ATCC", "iri": "https://a.example/1"},
                {"database": "Wikidata", "iri": None},
            ],
            "derived-from": [{"database": "Cellosaurus", "accession": "CVCL_Z9Z0", "label": "Nebra"}],
        },
    )  # fmt: skip
    thing = read(ASKED, cell_lines(line)).thing
    assert thing is not None
    assert said(thing, "seeAlso") == {OBO + "CLO_0099999"}
    assert thing.details["parent"] == (RRID + "CVCL_Z9Z0",)


def test_a_problematic_cell_line_says_so() -> None:
    """4.3(10): with the words of Cellosaurus."""
    quote = "Contaminated. Shown to be a Nebra derivative."
    line = cell_line("CVCL_Z9Z1", **{"comment-list": [{"category": "Problematic cell line", "value": quote}]})
    thing = read(ASKED, cell_lines(line)).thing
    assert thing is not None
    assert thing.notes == (f"Problematic cell line: {quote}",)
    assert thing.details["status"] == ("problematic",)
    assert said(thing, "problematic") == {"true"}


def _merged(primary: str) -> dict[str, Any]:
    accessions = [{"type": "primary", "value": primary}, {"type": "secondary", "value": "CVCL_Z9Z1"}]
    return cell_line(primary, **{"accession-list": accessions})


@pytest.mark.parametrize("name", ["cellosaurus", "cellosaurus-search"])
def test_a_secondary_accession_is_replaced_by_the_primary_one(name: str) -> None:
    """4.3(10): whether `cell-line/…` or the search tells it."""
    reading = read(ASKED, cell_lines(_merged("CVCL_Z9Z2"), name=name))
    assert (reading.state, reading.successors) == ("replaced", (RRID + "CVCL_Z9Z2",))
    assert said(reading.thing, "isReplacedBy") == {RRID + "CVCL_Z9Z2"}
    survivor = read(rrid("CVCL_Z9Z2"), cell_lines(_merged("CVCL_Z9Z2")))
    assert (survivor.state, said(survivor.thing, "replaces")) == ("ok", {ASKED.iri})


def test_two_primary_accessions_are_for_a_person_to_choose_from() -> None:
    """Both are told."""
    reading = read(ASKED, cell_lines(_merged("CVCL_Z9Z2"), _merged("CVCL_Z9Z3"), name="cellosaurus-search"))
    assert (reading.state, len(reading.successors)) == ("ambiguous", 2)


def test_the_hit_that_was_asked_for_is_taken() -> None:
    """A search may find others too."""
    reading = read(
        ASKED, cell_lines(cell_line("CVCL_Z9Z8"), cell_line("CVCL_Z9Z1"), name="cellosaurus-search")
    )
    assert reading.state == "ok"


def test_its_own_words_say_that_there_is_none() -> None:
    """4.3(10): 404 with its JSON, or a search that finds nothing."""
    assert read(ASKED, no_cell_line("CVCL_Z9Z1")).state == "not_found"
    assert read(ASKED, cell_lines(name="cellosaurus-search")).state == "not_found"


@pytest.mark.parametrize(
    "answer",
    [
        page("cellosaurus", status=404),
        page("cellosaurus"),
        part({"detail": "Not Found"}, name="cellosaurus", status=404),
        part({"code": 400, "message": "undefined field"}, name="cellosaurus-search", status=400),
        part({"Cellosaurus": {"header": {}}}, name="cellosaurus"),
        cell_lines(),
        cell_lines(7),
        cell_lines(cell_line("CVCL_Z9Z7")),
    ],
    ids=["html 404", "html", "404 of a proxy", "400", "no list", "empty list", "no objects", "another"],
)
def test_anything_else_is_no_answer(answer: Any) -> None:
    """Neither another service's 404 nor another cell line."""
    with pytest.raises(UnreadableAnswer):
        read(ASKED, answer)


def test_only_accessions_are_asked_for() -> None:
    """First for the cell line itself."""
    assert target_of(ASKED) == "cell-line/CVCL_Z9Z1?format=json"
    assert search_target_of(ASKED) == "search/cell-line?q=acas:CVCL_Z9Z1&format=json&rows=5"
    assert target_of(rrid("AB_1")) is None
