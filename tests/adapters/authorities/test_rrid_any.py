"""Whatever JSON comes about an RRID, reading it ends with a reading that can be kept, or with one refusal."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from any_json import MAIL, any_json
from authority_parts import check_statements
from hypothesis import given, settings
from hypothesis import strategies as st
from rrid_answers import part, rrid

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.rrid import RridAuthority
from imagegraph.model.rdf import from_ntriples, to_ntriples

KEYS = [
    "abId", "accession", "abName", "abTarget", "targetSpecies", "sourceOrganism", "vendorName", "catalogNum", "catAlt",
    "cloneId", "clonality", "productIsotype", "applications", "comments", "discDate", "definingCitation", "url",
    "Cellosaurus", "cell-line-list", "accession-list", "name-list", "species-list", "disease-list", "xref-list", "site",
    "derived-from-site-list", "derived-from", "comment-list", "category", "type", "value", "iri", "label", "database",
    "hits", "_source", "item", "identifier", "curie", "name", "synonyms", "types", "description", "status", "rrid",
    "vendors", "vendor", "catalogNumber", "antibodies", "primary", "targets", "organisms", "related", "species",
    "distributions", "current", "uri", "alternateIdentifiers", "properCitation", "code", "message",
]  # fmt: skip
WORDS = [
    "AB_99001", "99001", "CVCL_Z9Z1", "primary", "secondary", "Problematic cell line", "SCR_990001", "RRID:SCR_990001",
    "Discontinued; x", "Consolidation on 1/2: AB_99001.", "THIS RESOURCE IS NO LONGER IN SERVICE", "PMID:1", "CLO",
]  # fmt: skip
JSON = any_json(KEYS, WORDS)
OBJECTS = st.dictionaries(st.sampled_from(KEYS), JSON, max_size=12)
ACCESSIONS = [{"type": "primary", "value": "CVCL_Z9Z1"}]
#: answers of each service whose envelope is right, about the thing that was asked for
ANSWERS = {
    "antibody-registry": OBJECTS.map(lambda found: [{**found, "abId": 99001}]),
    "cellosaurus": OBJECTS.map(
        lambda found: {"Cellosaurus": {"cell-line-list": [{**found, "accession-list": ACCESSIONS}]}}
    ),
    "scicrunch": st.tuples(OBJECTS, OBJECTS).map(
        lambda both: {
            "hits": {"hits": [{"_source": {**both[0], "item": {**both[1], "identifier": "SCR_990001"}}}]}
        }
    ),
}
#: the same about things that have another identifier now
MERGED = {
    "antibody-registry": st.integers(0, 10**12).map(lambda number: [{"abId": number, "accession": 99001}]),
    "cellosaurus": st.sampled_from(["CVCL_Z9Z2", "https://[", "x y", ""]).map(
        lambda primary: {
            "Cellosaurus": {
                "cell-line-list": [
                    {
                        "accession-list": [
                            {"type": "primary", "value": primary},
                            {"type": "secondary", "value": "CVCL_Z9Z1"},
                        ]
                    }
                ]
            }
        }
    ),
    "scicrunch": st.text(max_size=20).map(
        lambda local: {
            "hits": {
                "hits": [
                    {
                        "_source": {
                            "item": {
                                "identifier": local,
                                "alternateIdentifiers": [{"identifier": "SCR_990001"}],
                            }
                        }
                    }
                ]
            }
        }
    ),
}
ASKED = {"antibody-registry": "AB_99001", "cellosaurus": "CVCL_Z9Z1", "scicrunch": "SCR_990001"}


def check(name: str, document: Any, status: int) -> str:
    """The state of what was read; what it says can be written, and says nothing of mailboxes."""
    identifier = rrid(ASKED[name])
    reading = RridAuthority({}).read(identifier, [part(document, name=name, status=status)])
    if reading.thing is not None:
        thing = reading.thing
        check_statements(thing.statements)
        assert MAIL not in f"{thing.statements}{thing.label}{thing.names}{thing.details}{thing.notes}"
        assert thing.label
        assert list(from_ntriples(to_ntriples(thing.statements)))
    return reading.state


@pytest.mark.parametrize("name", sorted(ASKED))
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_json_is_read_or_refused(name: str, data: st.DataObject) -> None:
    """Nothing but `UnreadableAnswer` is raised."""
    with contextlib.suppress(UnreadableAnswer):
        check(name, data.draw(JSON), data.draw(st.sampled_from([200, 400, 404])))


@pytest.mark.parametrize("name", sorted(ASKED))
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_odd_records_in_a_right_envelope_are_read(name: str, data: st.DataObject) -> None:
    """Members of wrong types count as absent."""
    with contextlib.suppress(UnreadableAnswer):
        assert check(name, data.draw(ANSWERS[name]), 200) in ("ok", "replaced", "ambiguous", "obsolete")


@pytest.mark.parametrize("name", sorted(ASKED))
@settings(max_examples=100, deadline=None)
@given(st.data())
def test_whatever_a_successor_is_called_it_has_an_iri(name: str, data: st.DataObject) -> None:
    """Or there is none."""
    with contextlib.suppress(UnreadableAnswer):
        assert check(name, data.draw(MERGED[name]), 200) in ("ok", "replaced")
