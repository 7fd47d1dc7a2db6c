"""Whatever JSON comes about an instrument, reading it ends with a thing that can be kept, or with one refusal."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from any_json import MAIL, any_json
from authority_parts import check_statements
from hypothesis import given, settings
from hypothesis import strategies as st
from pidinst_answers import IRI, TYPES_2021, b2inst_part, handle, handle_part, handle_record

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.handle import HandleAuthority
from imagegraph.adapters.authorities.handle_values import record_in, values_of
from imagegraph.adapters.authorities.pidinst_datacite import instrument_of
from imagegraph.adapters.authorities.pidinst_json import read_record
from imagegraph.adapters.authorities.pidinst_statements import thing_of
from imagegraph.model.rdf import from_ntriples, to_ntriples
from imagegraph.model.resolutions import Thing
from imagegraph.testing.pidinst_xml import read_xml

KEYS = [
    "identifier", "Identifier", "identifierValue", "identifierType", "name", "Name", "landingPage", "LandingPage", "owners",
    "Owner", "owner", "ownerName", "ownerContact", "ownerIdentifier", "ownerIdentifierValue", "ownerIdentifierType",
    "Manufacturer", "manufacturer", "manufacturerName", "Model", "model", "modelName", "modelIdentifier", "Description",
    "instrumentTypes", "instrumentType", "instrumentTypeName", "instrumentTypeIdentifier", "MeasuredVariable",
    "measuredVariable", "variableMeasured", "Date", "date", "dateValue", "dateType", "relatedIdentifiers",
    "relatedIdentifier", "relatedIdentifierType", "relationType", "alternateIdentifiers", "alternateIdentifier",
    "alternateIdentifierType", "metadata", "responseCode", "handle", "values", "type", "data", "value", "parsed_data",
    "doi", "url", "titles", "title", "titleType", "creators", "contributors", "contributorType", "publisher", "types",
    "resourceType", "descriptions", "description", "descriptionType", "subjects", "subject", "valueUri", "dates",
    "dateInformation", "identifiers", "nameIdentifiers", "nameIdentifier", "nameIdentifierScheme",
]  # fmt: skip
WORDS = [
    "ROR", "02aj13c28", "Wikidata", "Q1", "Handle", "Commissioned", "2020-01-01", "HasComponent", "WasUsedIn", "Collects",
    "URL", "HS_ALIAS", "SerialNumber", "HostingInstitution", "TechnicalInfo", f"Model: {MAIL}", "21.99999/x",
    *(f"21.T11148/{kind}" for kind in TYPES_2021.values()),
]  # fmt: skip
JSON = any_json(KEYS, WORDS)
OBJECTS = st.dictionaries(st.sampled_from(KEYS), JSON, max_size=14)


def check(thing: Thing | None) -> None:
    """What it says can be written, and says nothing of mailboxes."""
    if thing is None:
        return
    check_statements(thing.statements)
    assert MAIL not in f"{thing.statements}{thing.label}{thing.names}{thing.details}{thing.notes}"
    list(from_ntriples(to_ntriples(thing.statements)))


@settings(max_examples=200, deadline=None)
@given(JSON | OBJECTS)
def test_any_json_is_a_record(document: Any) -> None:
    """Perhaps an empty one; as values of a handle too."""
    check(thing_of(read_record(document), iri=IRI))
    record = record_in(values_of(document))
    if record is not None:
        check(thing_of(record, iri=IRI))


@settings(max_examples=150, deadline=None)
@given(OBJECTS)
def test_any_attributes_are_an_instrument(attributes: dict[str, Any]) -> None:
    """Of DataCite."""
    check(instrument_of(IRI, attributes))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), JSON.map(json.dumps) | st.text(max_size=20)), max_size=6),
    JSON | OBJECTS.map(lambda metadata: {"metadata": metadata}),
    st.sampled_from([200, 403, 404, 410]),
)
def test_any_values_and_records_are_read_or_refused(
    values: list[tuple[str, str]], document: Any, status: int
) -> None:
    """Nothing but `UnreadableAnswer` is raised."""
    parts = [handle_part(handle_record(*values)), b2inst_part(document, status=status)]
    with contextlib.suppress(UnreadableAnswer):
        check(HandleAuthority({}).read(handle(), parts).thing)
    with contextlib.suppress(UnreadableAnswer):
        check(HandleAuthority({}).read(handle(), [handle_part(document, status=status)]).thing)


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=60)
    | st.sampled_from([b"<instrument/>", b"<instrument><name>x</name></instrument>", b"\xff\xfe<"])
)
def test_any_bytes_are_xml_or_refused(content: bytes) -> None:
    """Nothing but `UnreadableAnswer` is raised."""
    with contextlib.suppress(UnreadableAnswer):
        check(thing_of(read_xml(content), iri=IRI))
