"""Whatever JSON comes in place of a person, it is read or refused."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from authority_any_json import values, with_members
from authority_parts import check_statements, part, valid
from hypothesis import given, settings
from hypothesis import strategies as st

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.orcid import OrcidAuthority
from imagegraph.adapters.authorities.orcid_person import minimal
from imagegraph.model.rdf import RDF_TYPE, RDFS, SCHEMA, SKOS, to_ntriples
from imagegraph.testing.authorities.orcid import IRI, LEAD, employments, person
from imagegraph.testing.authorities.ror import UNIVERSITY

MEMBERS = ("path", "name", "other-names", "other-name", "content", "visibility", "given-names", "family-name",
           "credit-name", "value", "affiliation-group", "summaries", "employment-summary", "end-date", "organization",
           "disambiguated-organization", "disambiguation-source", "disambiguated-organization-identifier",
           "error-code", "developer-message")  # fmt: skip
STATED = {RDF_TYPE, RDFS.label, SKOS.prefLabel, SCHEMA.affiliation}
JOBS = employments(LEAD, [("University of Northmere", UNIVERSITY, True)])


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([200, 200, 301, 403, 404, 409]),
    values(*MEMBERS) | with_members(person(LEAD, "Mirela", "Quist"), *MEMBERS),
    values(*MEMBERS) | with_members(JOBS, *MEMBERS),
)
def test_any_json_is_read_or_refused(status: int, document: Any, jobs: Any) -> None:
    """Nothing else is raised, and nothing but labels and affiliations is stated; also from what is kept of it."""
    parts = [part("employments", jobs), part("person", document, status=status)]
    kept = [minimal(answer, json.loads(answer.body)) for answer in parts]
    readings = []
    for asked in (parts, kept):
        with contextlib.suppress(UnreadableAnswer):
            reading = OrcidAuthority({}).read(valid(IRI + LEAD), asked)
            readings.append((reading.state, reading.thing) if status == 200 else None)
            if reading.thing is not None:
                check_statements(reading.thing.statements)
                assert to_ntriples(reading.thing.statements)
                assert {triple.predicate for triple in reading.thing.statements} <= STATED
                assert "@example.org" not in "".join(reading.thing.names)
    if status == 200 and readings:
        assert len(readings) == 2
        assert readings[0] == readings[1]
