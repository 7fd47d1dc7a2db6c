"""What answers of the SciCrunch resolver mean."""

from __future__ import annotations

from typing import Any

import pytest
from rrid_answers import RRID, hit, hits, page, part, rrid, said

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.scicrunch import read, target_of

ASKED = rrid("SCR_990001")


def test_a_tool_is_told_with_its_names() -> None:
    """Label, synonyms, types, citation; empty entries are none."""
    reading = read(ASKED, hits(hit("SCR_990001")), kind="Software")
    thing = reading.thing
    assert (reading.state, reading.authority) == ("ok", "scicrunch")
    assert thing is not None
    assert (thing.kind, thing.names) == ("Software", ("Mariner", "Mariner particle tracker"))
    assert thing.details == {"type": ("software application",)}
    assert said(thing, "identifier") == {"RRID:SCR_990001"}
    assert said(thing, "bibliographicCitation") == {"Mariner (RRID:SCR_990001)"}
    assert said(thing, "altLabel") == {"Mariner particle tracker"}


def test_a_facility_in_the_registry_of_software_is_no_software() -> None:
    """What SciCrunch calls it counts."""
    core = hit("SCR_990001", item={"types": [{"name": "core facility"}, {"name": "access service resource"}]})
    thing = read(ASKED, hits(core), kind="Software").thing
    assert thing is not None
    assert thing.kind == "Thing"


@pytest.mark.parametrize("curie", ["SCR:990001", "SCR_123456", "scr:990001", ""])
def test_the_curie_means_nothing(curie: str) -> None:
    """4.3(3): it is written in three ways."""
    assert read(ASKED, hits(hit("SCR_990001", item={"curie": curie}))).state == "ok"


def test_the_hit_that_was_asked_for_is_taken_in_any_order() -> None:
    """4.3(2)."""
    own, other = hit("SCR_990001"), hit("SCR_990002", "Other")
    assert read(ASKED, hits(own, other)) == read(ASKED, hits(other, own))
    thing = read(ASKED, hits(other, own)).thing
    assert thing is not None
    assert thing.label == "Mariner"


def test_hits_of_several_vendors_are_one_thing() -> None:
    """4.3(2): a cell line at two collections; the same whatever their order."""
    asked = rrid("CVCL_Z9Z1")
    first = hit("CVCL_Z9Z1", "Nebra-4", vendors=[{"name": "ZCC", "catalogNumber": "Z-4"}])
    second = hit(
        "CVCL_Z9Z1",
        "Nebra-4",
        vendors=[{"vendor": "BCC", "catalog_number": "B-9", "uri": "https://b.example/9"}],
    )
    thing = read(asked, hits(first, second), kind="CellLine").thing
    assert thing == read(asked, hits(second, first), kind="CellLine").thing
    assert thing is not None
    assert thing.details["vendor"] == ("BCC", "ZCC")
    assert said(thing, "url") == {"https://b.example/9"}


def test_hits_that_are_all_called_otherwise_are_for_a_person() -> None:
    """4.3(2)."""
    reading = read(ASKED, hits(hit("SCR_990003"), hit("SCR_990002")))
    assert (reading.state, reading.successors) == ("ambiguous", (RRID + "SCR_990002", RRID + "SCR_990003"))


def test_a_former_identifier_is_replaced() -> None:
    """When the one hit names it among its alternate identifiers."""
    merged = hit("SCR_990002", item={"alternateIdentifiers": [{"identifier": "SCR_990001"}]})
    reading = read(ASKED, hits(merged))
    assert (reading.state, reading.successors) == ("replaced", (RRID + "SCR_990002",))


@pytest.mark.parametrize(
    "item",
    [
        {"name": "Mariner - THIS RESOURCE IS NO LONGER IN SERVICE"},
        {"description": "THIS RESOURCE IS NO LONGER IN SERVCE, documented May 2016. Tracks particles."},
        {"description": "This resource is no longer in service. Documented on June 1, 2019."},
    ],
)
def test_a_tool_out_of_service_is_obsolete(item: dict[str, str]) -> None:
    """4.3(7): misspelt too; the words are no part of its name."""
    reading = read(ASKED, hits(hit("SCR_990001", item=item)), kind="Software")
    assert reading.state == "obsolete"
    assert reading.thing is not None
    assert reading.thing.label == "Mariner"
    assert reading.thing.details["status"] == ("out of service",)
    assert said(reading.thing, "deprecated") == {"true"}


def test_a_failed_link_check_is_only_a_status() -> None:
    """4.3(7): `Last checked down` says nothing about the tool."""
    reading = read(ASKED, hits(hit("SCR_990001", item={"status": "Last checked down"})))
    assert reading.state == "ok"
    assert reading.thing is not None
    assert reading.thing.details["status"] == ("Last checked down",)
    assert reading.thing.notes == ()


def test_an_antibody_has_targets_and_vendors() -> None:
    """4.3(8): words for nothing are left out, and a product's title is no target."""
    found = hit(
        "AB_99001", "Septin 2 antibody",
        antibodies={"primary": [{"clonality": {"name": "unknown"},
                                 "targets": [{"name": "SEPTIN2"}, {"name": "Septin 2 antibody"}]}]},
        vendors=[{"vendor": "Halyard Bio", "catalogNumber": "HB-1", "url": "no"}, {"vendor": "no", "catalogNumber": ""}],
    )  # fmt: skip
    thing = read(rrid("AB_99001"), hits(found), kind="Antibody").thing
    assert thing is not None
    assert thing.details == {
        "catalog_number": ("HB-1",), "vendor": ("Halyard Bio",), "type": ("software application",),
        "target": ("SEPTIN2",),
    }  # fmt: skip
    assert said(thing, "offers") == {f"{RRID}AB_99001#offer-1"}


def test_species_and_pages_are_read() -> None:
    """Those of the origin; the current landing page only."""
    found = hit(
        "IMSR_JAX:990001", "STOCK Nbr",
        organisms={"origin": [{"species": {"name": "Mus musculus"}}], "related": [{"role": "Related Species"}]},
        distributions={"current": [{"uri": "https://x.example/"}, {"uri": ""}], "deprecated": [{"uri": "https://y.example/"}]},
    )  # fmt: skip
    thing = read(rrid("IMSR_JAX:990001"), hits(found), kind="Organism").thing
    assert thing is not None
    assert (thing.kind, thing.details["species"]) == ("Organism", ("Mus musculus",))
    assert said(thing, "url") == {"https://x.example/"}


def test_no_hits_or_a_documented_404_say_that_there_is_none() -> None:
    """4.3(1)."""
    assert read(ASKED, hits()).state == "not_found"
    assert read(ASKED, hits(status=404)).state == "not_found"
    assert read(ASKED, part({"message": "not found"}, name="scicrunch", status=404)).state == "not_found"


def _failed(kind: str, status: int) -> Any:
    error = {"root_cause": [{"type": kind, "reason": "…"}], "type": kind, "reason": "…"}
    return part({"error": error, "status": status}, name="scicrunch", status=status)


@pytest.mark.parametrize(
    "answer",
    [
        _failed("security_exception", 401),
        _failed("illegal_argument_exception", 400),
        _failed("index_not_found_exception", 404),
        _failed("json_parse_exception", 200),
        page("scicrunch"),
        page("scicrunch", status=404),
        part([], name="scicrunch"),
        part({"hits": {"hits": "none"}}, name="scicrunch"),
        hits({"_source": "text"}),
        hits(hit("SCR_990009")),
    ],
    ids=[
        "401",
        "400",
        "no index",
        "error with 200",
        "html",
        "html 404",
        "list",
        "text",
        "no source",
        "another",
    ],
)
def test_anything_else_is_no_answer(answer: Any) -> None:
    """4.3(11) and (13), and one hit about something else."""
    with pytest.raises(UnreadableAnswer):
        read(ASKED, answer)


@pytest.mark.parametrize(
    ("local", "target"),
    [
        ("SCR_990001", "resolver/RRID:SCR_990001.json"),
        ("IMSR_JAX:990001", "resolver/RRID:IMSR_JAX:990001.json"),
        ("ZFIN_a/../b?c#d", "resolver/RRID:ZFIN_a%2F..%2Fb%3Fc%23d.json"),
    ],
)
def test_the_resolver_is_asked_with_a_plain_colon(local: str, target: str) -> None:
    """Nothing in an RRID leads to another place of the service."""
    assert target_of(rrid(local)) == target
