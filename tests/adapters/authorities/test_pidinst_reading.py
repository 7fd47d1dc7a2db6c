"""Every serialisation of PIDINST is read into the same record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pidinst_answers import (
    RECORD,
    TYPES_2019,
    TYPES_2021,
    XML,
    actris_json,
    b2inst_metadata,
    epic_json,
    flat_json,
    handle_record,
    schema_json,
    typed_values,
)

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.handle_values import record_in, values_of
from imagegraph.adapters.authorities.pidinst import (
    AlternateIdentifier,
    InstrumentDate,
    InstrumentRecord,
    NamedEntry,
    day_of,
)
from imagegraph.adapters.authorities.pidinst_json import read_record
from imagegraph.testing.pidinst_xml import read_xml


@pytest.mark.parametrize("form", [schema_json, b2inst_metadata, actris_json, epic_json, flat_json])
def test_all_forms_of_json_say_the_same(form: Callable[[], dict[str, Any]]) -> None:
    """5.3: names, wrapping, capitals and the shape of identifiers differ; contact addresses are dropped."""
    assert read_record(form()) == RECORD


def test_xml_says_the_same() -> None:
    """White space is that of one line."""
    assert read_xml(XML.encode()) == RECORD


@pytest.mark.parametrize("types", [TYPES_2019, TYPES_2021], ids=["2019", "2021"])
@pytest.mark.parametrize("quoted", [False, True])
def test_both_sets_of_handle_types_say_the_same(types: dict[str, str], quoted: bool) -> None:
    """5.2: properties are JSON in texts; plain texts may be quoted."""
    values = values_of(handle_record(*typed_values(types, quoted=quoted)))
    assert record_in(values) == RECORD


def test_values_of_epic_and_of_payloads_say_the_same() -> None:
    """Where the text of a value stands differs."""
    values = typed_values()
    epic = [{"type": kind, "parsed_data": text} for kind, text in values]
    payload = {"data": [{"type": kind, "value": text} for kind, text in values], "type": "instrument"}
    assert record_in(values_of(epic)) == record_in(values_of(payload)) == RECORD


def test_a_property_may_be_spread_over_several_values() -> None:
    """Two owners in two values are two owners; of two names the first counts."""
    owner, name = "21.T11148/4eaec4bc0f1df68ab2a7", "21.T11148/709A23220f2c3d64d1e1"
    values = values_of(
        handle_record((owner, '{"ownerName": "A"}'), (owner, '[{"owner": {"ownerName": "B"}}]'), (name, "N"), (name, "M"))
    )  # fmt: skip
    record = record_in(values)
    assert record is not None
    assert [one.name for one in record.owners] == ["A", "B"]
    assert record.name == "N"


def test_values_that_describe_no_instrument_hold_no_record() -> None:
    """An identifier and a page are none; nor are values of other types."""
    only_page = (f"21.T11148/{TYPES_2021['LandingPage']}", "https://scopes.example/1")
    assert (
        record_in(values_of(handle_record(only_page, ("URL", "https://x.example"), ("EMAIL", "a@b.example"))))
        is None
    )


def test_text_that_only_looks_like_json_is_text() -> None:
    """A name may begin with a bracket or a quotation mark."""
    kind = f"21.T11148/{TYPES_2021['Name']}"
    for name in ("[Test] rig", '"Old" rig', "{"):
        record = record_in(values_of(handle_record((kind, name))))
        assert record is not None
        assert record.name == name


@pytest.mark.parametrize("key", ["serialNumber", "SerialNumber", "Serial number", "serial_number "])
def test_types_are_compared_without_capitals_and_spaces(key: str) -> None:
    """5.5(7)."""
    record = read_record(
        {"ALTERNATEIDENTIFIER": {"alternateIdentifierVALUE": " 7 ", "alternateidentifiertype ": key}}
    )
    assert record.numbers_of("SerialNumber") == ("7",)


def test_a_single_value_need_not_be_a_list() -> None:
    """Owners, types and variables as single objects or texts."""
    record = read_record(
        {"owner": "A lab", "instrumentType": {"instrumentTypeName": "T"}, "measuredVariable": "V"}
    )
    assert record.owners == (NamedEntry(name="A lab"),)
    assert record.instrument_types == (NamedEntry(name="T"),)
    assert record.measured_variables == ("V",)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2011-09-30T04:00:00.000Z", "2011-09-30"),
        ("2025-01-15", "2025-01-15"),
        ("2008", "2008"),
        ("May 2008", "May 2008"),
    ],
)
def test_times_of_day_are_cut_off(written: str, kept: str) -> None:
    """5.5(4)."""
    assert day_of(written) == kept
    assert read_record({"Date": [{"dateValue": written}]}).dates == (InstrumentDate(value=kept),)


def test_the_first_of_two_spellings_of_a_key_counts() -> None:
    """Keys differ in capitals only."""
    assert read_record({"Name": "A", "name": "B"}).name == "A"


def test_what_is_nothing_is_empty() -> None:
    """Values of wrong types count as absent."""
    wrong = {
        "owners": [7, None, [], {"ownerName": []}],
        "name": {"a": 1},
        "model": [],
        "dates": "x",
        "identifier": 5,
    }
    record = read_record(wrong)
    assert record == InstrumentRecord(
        identifier="5", owners=(NamedEntry(name="7"),), dates=(InstrumentDate(value="x"),)
    )
    assert read_record([1]) == InstrumentRecord()


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE instrument [<!ENTITY a "aaaa">]><instrument><name>&a;</name></instrument>',
        b'<!DOCTYPE instrument SYSTEM "file:///etc/passwd"><instrument/>',
        b"<instrument><name>",
        b"<resource/>",
        b"",
        b"{}",
        b"<a>" * 100 + b"</a>" * 100,
    ],
    ids=["entity", "external", "cut", "other", "empty", "json", "deep"],
)
def test_xml_that_is_not_safe_or_not_it_is_refused(content: bytes) -> None:
    """No document types, no entities, nothing but an instrument."""
    with pytest.raises(UnreadableAnswer):
        read_xml(content)


def test_numbers_are_found_by_their_type() -> None:
    """Each once, and dates by theirs."""
    assert RECORD.numbers_of("Serial Number") == ("LW7-0042",)
    assert RECORD.numbers_of("InventoryNumber") == ()
    assert RECORD.date_of("decommissioned") == "2025"
    twice = InstrumentRecord(
        alternate_identifiers=(AlternateIdentifier(identifier="1", identifier_type="Other"),) * 2
    )
    assert twice.numbers_of("Other") == ("1",)


def test_of_endless_lists_the_beginning_is_read() -> None:
    """An answer may be megabytes of owners."""
    record = read_record({"Owner": [{"ownerName": str(number)} for number in range(100_000)]})
    assert len(record.owners) == 1_000
