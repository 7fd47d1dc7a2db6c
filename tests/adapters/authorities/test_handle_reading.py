"""What answers of the Handle system and of B2INST mean."""

from __future__ import annotations

from typing import Any

import pytest
from authority_parts import check_statements, said
from pidinst_answers import (
    HANDLE,
    IRI,
    RECORD,
    TYPES_2019,
    TYPES_2021,
    b2inst_part,
    b2inst_record,
    handle,
    handle_part,
    handle_record,
    typed_values,
)

from imagegraph.adapters.authorities.b2inst import record_id_in
from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.handle import HandleAuthority
from imagegraph.model.rdf import DCTERMS, OWL, SCHEMA

PAGE = "https://b2inst.gwdg.de/records/tide1-scope"
AT_B2INST = handle_part(handle_record(("URL", PAGE)))


def read(*parts: Part) -> Reading:
    """What the parts mean."""
    return HandleAuthority({}).read(handle(), parts)


@pytest.mark.parametrize("types", [TYPES_2019, TYPES_2021], ids=["2019", "2021"])
def test_a_handle_that_holds_a_record_names_an_instrument(types: dict[str, str]) -> None:
    """5.2: with either set of types; values of administrators and odd times to live do no harm (5.5(9))."""
    reading = read(handle_part(handle_record(*typed_values(types))))
    assert (reading.state, reading.authority) == ("ok", "handle")
    assert reading.thing is not None
    assert (reading.thing.kind, reading.thing.label, reading.thing.notes) == ("Instrument", RECORD.name, ())
    check_statements(reading.thing.statements)


def test_a_handle_that_leads_to_b2inst_names_its_instrument() -> None:
    """5.1(3)."""
    reading = read(AT_B2INST, b2inst_part(b2inst_record()))
    assert (reading.state, reading.authority) == ("ok", "b2inst")
    assert reading.thing is not None
    assert (reading.thing.iri, reading.thing.details["serial_number"]) == (IRI, ("LW7-0042",))


@pytest.mark.parametrize("named", [HANDLE.upper(), f"http://hdl.handle.net/{HANDLE}", f"hdl:{HANDLE}", None])
def test_a_record_may_name_its_handle_in_any_spelling(named: str | None) -> None:
    """Servers ignore capitals; a record that names none is not about another instrument."""
    identifier = {"identifierValue": named, "identifierType": "Handle"}
    reading = read(AT_B2INST, b2inst_part(b2inst_record(Identifier=identifier)))
    assert reading.authority == "b2inst"


def test_the_record_of_another_instrument_is_not_taken() -> None:
    """What it is of is said."""
    identifier = {"identifierValue": "21.99999/other", "identifierType": "Handle"}
    reading = read(AT_B2INST, b2inst_part(b2inst_record(Identifier=identifier)))
    assert reading.thing is not None
    assert (reading.authority, reading.thing.kind) == ("handle", "Thing")
    assert reading.thing.notes == (
        "Its handle leads to the record of another instrument, https://hdl.handle.net/21.99999/other.",
    )


def test_values_that_name_another_instrument_are_taken_and_told() -> None:
    """They are the handle's own."""
    values = [value for value in typed_values() if value[0] != f"21.T11148/{TYPES_2021['Identifier']}"]
    other = (
        f"21.T11148/{TYPES_2021['Identifier']}",
        '{"identifierValue": "10.99999/x", "identifierType": "DOI"}',
    )
    reading = read(handle_part(handle_record(*values, other)))
    assert reading.thing is not None
    assert reading.thing.kind == "Instrument"
    assert reading.thing.notes == ("The record names its instrument https://doi.org/10.99999/x.",)


def test_a_handle_of_something_else_is_kept_with_its_address() -> None:
    """5.5(2) and 5.1(5)."""
    reading = read(handle_part(handle_record(("URL", "https://boards.example/b/1"))))
    thing = reading.thing
    assert reading.state == "ok"
    assert thing is not None
    assert (thing.kind, thing.label) == ("Thing", HANDLE)
    assert thing.notes == ("Its handle does not describe an instrument.",)
    assert said(thing, SCHEMA.url) == ["https://boards.example/b/1"]


def test_a_handle_without_values_is_known_without_content() -> None:
    """5.5(1): response code 200."""
    reading = read(handle_part({"responseCode": 200, "handle": HANDLE, "values": []}))
    assert reading.state == "ok"
    assert reading.thing is not None
    assert reading.thing.statements == ()


@pytest.mark.parametrize(("status", "code"), [(404, 100), (400, 102)])
def test_the_codes_of_no_such_handle(status: int, code: int) -> None:
    """5.5(1)."""
    assert read(handle_part({"responseCode": code, "handle": HANDLE}, status=status)).state == "not_found"


@pytest.mark.parametrize(
    ("document", "status"),
    [
        ({"responseCode": 2, "handle": HANDLE}, 200),
        ({"responseCode": 100, "handle": HANDLE}, 200),
        ({"responseCode": 301, "message": "That prefix doesn't live here", "handle": HANDLE}, 400),
        ({"responseCode": 201, "handle": HANDLE}, 400),
        ({"responseCode": 1, "handle": "21.99999/other", "values": []}, 200),
        ({"responseCode": True, "handle": HANDLE}, 200),
        ({"responseCode": "1", "handle": HANDLE}, 200),
        ({"handle": HANDLE, "values": []}, 200),
        ({}, 404),
        ([], 200),
    ],
)
def test_other_codes_are_no_answer(document: Any, status: int) -> None:
    """5.5(1): 200 with another code is no success; a foreign 404 says nothing; nor does another handle."""
    with pytest.raises(UnreadableAnswer):
        read(handle_part(document, status=status))


def test_html_is_no_answer() -> None:
    """Whatever its status."""
    for status in (200, 404):
        part = Part(name="handle", status=status, media_type="text/html", body=b"<p>404</p>", url="")
        with pytest.raises(UnreadableAnswer):
            read(part)
    with pytest.raises(UnreadableAnswer):
        read()


@pytest.mark.parametrize("written", ["21.99999/new-name", "hdl:21.99999/new-name"])
def test_an_alias_is_replaced_by_what_it_stands_for(written: str) -> None:
    """5.5(9): the next one is resolved in its own right."""
    reading = read(handle_part(handle_record(("HS_ALIAS", written), *typed_values())))
    assert (reading.state, reading.successors) == ("replaced", ("https://hdl.handle.net/21.99999/new-name",))
    assert said(reading.thing, DCTERMS.isReplacedBy) == ["https://hdl.handle.net/21.99999/new-name"]


@pytest.mark.parametrize("written", [HANDLE, "nothing", ""])
def test_an_alias_of_itself_is_none(written: str) -> None:
    """Nor is one that is no handle."""
    assert read(handle_part(handle_record(("HS_ALIAS", written), *typed_values()))).state == "ok"


def test_a_tombstone_is_obsolete() -> None:
    """5.5(6): B2INST answers 410 in JSON."""
    reading = read(AT_B2INST, b2inst_part({"status": 410, "tombstone": {}}, status=410))
    assert (reading.state, reading.authority) == ("obsolete", "b2inst")
    assert reading.thing is not None
    assert reading.thing.details == {"status": ("withdrawn",)}
    assert said(reading.thing, OWL.deprecated) == ["true"]


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_b2inst_does_not_show_leaves_the_handle(status: int) -> None:
    """5.5(6): drafts and closed records."""
    reading = read(AT_B2INST, b2inst_part({"status": status, "message": "…"}, status=status))
    assert reading.state == "ok"
    assert reading.thing is not None
    assert (reading.thing.kind, said(reading.thing, SCHEMA.url)) == ("Thing", [PAGE])


@pytest.mark.parametrize(
    "part",
    [
        b2inst_part({"hits": {}}),
        b2inst_part({"metadata": {"LandingPage": "https://x.example"}}),
        b2inst_part([]),
        b2inst_part([], status=410),
        b2inst_part([], status=404),
        b2inst_part({}, status=400),
    ],
    ids=["list", "no instrument", "array", "odd 410", "odd 404", "400"],
)
def test_other_answers_of_b2inst_are_none(part: Part) -> None:
    """The handle is tried again later."""
    with pytest.raises(UnreadableAnswer):
        read(AT_B2INST, part)


@pytest.mark.parametrize(
    ("address", "record"),
    [
        (PAGE, "tide1-scope"),
        ("http://b2inst.gwdg.de/records/tide1-scope/", "tide1-scope"),
        ("http://127.0.0.1:8/records/tide1-scope", "tide1-scope"),
        ("https://b2inst.gwdg.de/records/tide1-scope/../../x", ""),
        ("https://b2inst.gwdg.de.evil.example/records/tide1-scope", ""),
        ("https://evil.example@b2inst.gwdg.de/records/tide1-scope", ""),
        ("https://trello.example/b/1", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_only_records_of_b2inst_are_fetched(address: str, record: str) -> None:
    """5.5(5): a landing page may be anything."""
    assert record_id_in(address, base="http://127.0.0.1:8/b2inst") == record
