"""Whatever JSON comes in place of a description of a DOI, it is read or refused."""

from __future__ import annotations

import contextlib
from typing import Any

from authority_any_json import values, with_members
from authority_parts import check_statements, part, valid
from hypothesis import given, settings
from hypothesis import strategies as st

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.doi import DoiAuthority
from imagegraph.model.rdf import to_ntriples
from imagegraph.testing.authorities.crossref import ARTICLE, PAPERS
from imagegraph.testing.authorities.datacite import CONFOCAL, DATASET, OBJECTS

DATACITE = ("doi", "titles", "title", "titleType", "creators", "name", "givenName", "familyName", "nameIdentifiers",
            "nameIdentifier", "publisher", "publisherIdentifier", "publicationYear", "dates", "date", "dateType", "types",
            "resourceTypeGeneral", "resourceType", "schemaOrg", "relatedIdentifiers", "relationType", "relatedIdentifier",
            "relatedIdentifierType", "rightsList", "rightsUri", "fundingReferences", "funderIdentifier", "funderName",
            "url", "state", "isActive", "reason", "version", "updated", "schemaVersion", "contributors", "descriptions",
            "description", "alternateIdentifiers", "subjects")  # fmt: skip
CROSSREF = ("DOI", "title", "type", "author", "given", "family", "name", "ORCID", "institution", "id", "funder",
            "issued", "date-parts", "deposited", "date-time", "version", "resource", "primary", "URL", "license",
            "updated-by", "update-to", "relation", "is-part-of", "id-type", "publisher", "literal")  # fmt: skip
REGISTRATION = (
    "DOI",
    "RA",
    "status",
    "responseCode",
    "handle",
    "values",
    "type",
    "data",
    "value",
    "errors",
    "title",
)


def check(name: str, doi: str, document: Any, *, status: int = 200) -> None:
    """It is read or refused; what is stated can be written, and holds no mail address."""
    with contextlib.suppress(UnreadableAnswer):
        thing = DoiAuthority({}).read(valid(doi), [part(name, document, status=status)]).thing
        if thing is not None:
            check_statements(thing.statements)
            assert to_ntriples(thing.statements)
            assert thing.label


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([DATASET, CONFOCAL]), st.data())
def test_any_json_of_datacite(doi: str, data: st.DataObject) -> None:
    """Of works and of instruments."""
    attributes = data.draw(values(*DATACITE) | with_members(OBJECTS[doi], *DATACITE))
    check("datacite", doi, {"data": {"attributes": attributes}})


@settings(max_examples=300, deadline=None)
@given(values(*CROSSREF) | with_members(PAPERS[ARTICLE], *CROSSREF))
def test_any_json_of_crossref_and_of_citations(message: Any) -> None:
    """In an envelope or without."""
    check("crossref", ARTICLE, {"status": "ok", "message-type": "work", "message": message})
    check("csl", ARTICLE, message)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["agency", "handle", "datacite", "crossref", "csl"]), st.sampled_from([200, 404]),
    values(*REGISTRATION) | st.lists(with_members({"DOI": DATASET}, *REGISTRATION), max_size=2)
    | with_members({"handle": DATASET, "responseCode": 1}, *REGISTRATION),
)  # fmt: skip
def test_any_json_in_place_of_any_answer(name: str, status: int, document: Any) -> None:
    """Whatever the question was."""
    check(name, DATASET, document, status=status)
