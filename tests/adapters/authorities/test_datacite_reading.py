"""Descriptions of DataCite: in which state each leaves a DOI, and what is said about the work."""

from __future__ import annotations

from typing import Any

import pytest
from authority_parts import check_statements, part, said, valid

from imagegraph.adapters.authorities.contract import Reading, UnreadableAnswer
from imagegraph.adapters.authorities.doi import DoiAuthority
from imagegraph.adapters.authorities.doi_relations import CITO
from imagegraph.model.rdf import DCTERMS, IG, RDF_TYPE, RDFS, SCHEMA
from imagegraph.testing.authorities.datacite import (
    CONFOCAL,
    DATASET,
    OBJECTS,
    described,
    organisation,
    person,
)
from imagegraph.testing.authorities.orcid import LEAD
from imagegraph.testing.authorities.ror import ARCHIVE, FUNDER

IRI = f"https://doi.org/{DATASET}"
LEAD_IRI = f"https://orcid.org/{LEAD}"


def read(document: Any, *, doi: str = DATASET, status: int = 200) -> Reading:
    """What an answer means for a DOI."""
    return DoiAuthority({}).read(valid(doi), [part("datacite", document, status=status)])


def about(**attributes: Any) -> dict[str, Any]:
    """An answer about the dataset, with attributes of its own."""
    return {"data": {"id": DATASET, "type": "dois", "attributes": {**OBJECTS[DATASET], **attributes}}}


def test_a_dataset_is_described() -> None:
    """Title, type, creators with ORCID iDs, publisher with its ROR id, date, licence, relations."""
    reading = read(about())
    thing = reading.thing
    assert thing is not None
    assert (reading.state, reading.authority, reading.source_version) == ("ok", "datacite", "kernel-4")
    title = "Patrolling phagocytes and capillaries in the kidney of Cx3cr1-GFP mice"
    assert (thing.kind, thing.label, thing.names, thing.notes) == ("Dataset", title, (title,), ())
    assert dict(thing.details) == {
        "type": ("Dataset",), "creator": (LEAD_IRI,), "year": ("2025",),
        "publisher": (f"https://ror.org/{ARCHIVE}", "Open Tissue Image Archive"),
    }  # fmt: skip
    assert said(thing, RDF_TYPE) == [SCHEMA.Dataset.value]
    assert said(thing, RDFS.label) == said(thing, DCTERMS["title"]) == [title]
    assert said(thing, DCTERMS.creator) == [LEAD_IRI]
    assert said(thing, RDFS.label, about=LEAD_IRI) == ["Mirela Quist"]
    assert said(thing, DCTERMS.publisher) == [f"https://ror.org/{ARCHIVE}"]
    assert said(thing, DCTERMS.issued) == ["2025"]
    assert said(thing, DCTERMS.license) == ["https://creativecommons.org/licenses/by/4.0/legalcode"]
    assert said(thing, IG.isSupplementTo) == ["https://doi.org/10.5555/kidney.2025.31"]
    assert said(thing, IG.isCollectedBy) == [f"https://doi.org/{CONFOCAL}"]
    check_statements(thing.statements)


def test_the_entry_of_a_dump_is_read_like_an_answer() -> None:
    """It is the same without the envelope."""
    assert read(about()["data"]) == read(about())


@pytest.mark.parametrize(
    ("attributes", "state"),
    [({"state": "findable"}, "ok"), ({"state": "registered"}, "ok"), ({"state": None, "isActive": None}, "ok"),
     ({"isActive": False}, "obsolete"), ({"state": "tombstoned"}, "obsolete")],
)  # fmt: skip
def test_an_inactive_doi_is_obsolete(attributes: dict[str, Any], state: str) -> None:
    """With the reason where one is given."""
    reading = read(about(**attributes, reason="duplicate"))
    assert reading.thing is not None
    assert reading.state == state
    assert reading.detail == ("" if state == "ok" else "DataCite lists this DOI as inactive: duplicate.")
    assert reading.thing.notes == ((reading.detail,) if reading.detail else ())


def test_the_case_of_a_doi_does_not_matter() -> None:
    """It is the same DOI."""
    assert read(about(doi=DATASET.upper())).state == "ok"


def test_another_doi_replaces_an_alias() -> None:
    """What is said about the other one is not stated about this one."""
    reading = read(about(), doi="10.5072/old-name")
    assert (reading.state, reading.successors, reading.thing) == ("replaced", (IRI,), None)
    assert reading.detail == f"DataCite answers with {IRI} instead."


@pytest.mark.parametrize(
    ("document", "status", "reason"),
    [(b"<html>", 404, "not JSON"), ({"errors": []}, 404, "answered 404"), ({}, 404, "answered 404"),
     ({"errors": [{"status": "403"}]}, 403, "answered 403"), ({"data": []}, 200, "no description"),
     ({"data": [about()["data"]]}, 200, "no description"), ({"data": None}, 200, "no description"),
     ([], 200, "no description"), ({"data": {"attributes": {"titles": []}}}, 200, "without its DOI"),
     ({"data": {"attributes": {"doi": "10.5072"}}}, 200, "without its DOI")],
)  # fmt: skip
def test_anything_else_is_unreadable(document: Any, status: int, reason: str) -> None:
    """Lists, pages and descriptions of nobody knows what."""
    with pytest.raises(UnreadableAnswer, match=reason):
        read(document, status=status)


def test_both_forms_of_publisher_and_affiliation_are_read() -> None:
    """Texts without `publisher=true` and `affiliation=true`, objects with them."""
    creators = [{**person("Mirela", "Quist", orcid=LEAD), "affiliation": ["University of Northmere"]}]
    thing = read(about(publisher="Open Tissue Image Archive", creators=creators, container={})).thing
    assert said(thing, DCTERMS.publisher) == ["Open Tissue Image Archive"]
    assert said(thing, DCTERMS.creator) == [LEAD_IRI]


def test_people_are_named_by_their_orcid_ids_alone() -> None:
    """Others are left out; what an identifier is shows in its value, not in the scheme that is named."""
    scheme = "nameIdentifierScheme"
    creators = [
        {
            "name": "Quist, Mirela",
            "nameIdentifiers": [{"nameIdentifier": LEAD, scheme: "https://orcid.org/"}],
        },
        {
            "name": "Ada (ada@example.org)",
            "nameIdentifiers": [{"nameIdentifier": "https://orcid.org/NA", scheme: "ORCID"}],
        },
        {"name": "Nobody", "nameIdentifiers": [{"nameIdentifier": "0000-0003-9000-0103", scheme: "ORCID"}]},
        organisation("Open Tissue Image Archive", ror=ARCHIVE),
        person("Tomasz", "Oyelaran"),
    ]
    thing = read(about(creators=creators)).thing
    assert thing is not None
    assert said(thing, DCTERMS.creator) == [LEAD_IRI, f"https://ror.org/{ARCHIVE}"]
    assert thing.details["creator"] == (LEAD_IRI,)
    assert said(thing, RDFS.label, about=LEAD_IRI) == ["Quist, Mirela"]


def test_funders_are_named_by_their_ror_ids() -> None:
    """Funder DOIs are left out."""
    funders = [
        {"funderName": "Marlow Trust", "funderIdentifier": f"https://ror.org/{FUNDER}", "funderIdentifierType": "ROR"},
        {"funderName": "Other", "funderIdentifier": "https://doi.org/10.13039/100000001"}, {"funderName": "Third"},
    ]  # fmt: skip
    thing = read(about(fundingReferences=funders)).thing
    assert said(thing, SCHEMA.funder) == [f"https://ror.org/{FUNDER}"]


def test_the_main_title_is_the_label() -> None:
    """The one without a type, wherever it stands; marks are taken out."""
    titles = [
        {"title": "Other", "titleType": "AlternativeTitle"},
        {"title": "The <i>main</i> one", "titleType": None},
    ]
    thing = read(about(titles=titles)).thing
    assert thing is not None
    assert (thing.label, thing.names) == ("The main one", ("The main one", "Other"))


def test_relations_are_stated_with_the_closest_property() -> None:
    """To DOIs, Handles, RRIDs and web addresses; not to itself, and not to numbers without an address."""

    def related(relation: str, id: str, kind: str = "DOI") -> dict[str, str]:
        return {"relationType": relation, "relatedIdentifier": id, "relatedIdentifierType": kind}

    thing = read(about(relatedIdentifiers=[
        related("IsVersionOf", "10.5072/CONCEPT"), related("HasPart", "https://doi.org/10.5072/part"),
        related("Cites", "10.5555/cited"), related("IsIdenticalTo", "10.5072/twin"),
        related("References", "https://otia.example/page", "URL"), related("IsDerivedFrom", "21.11157/Abc-1", "Handle"),
        related("Requires", "AB_90755", "RRID"), related("IsPartOf", "1553-7374", "ISSN"),
        related("HasPart", DATASET), related("HasPart", "http://[broken", "URL"),
        related("HasPart", "mailto:ada@example.org", "URL"), related("HasPart", ""),
    ])).thing  # fmt: skip
    assert said(thing, DCTERMS.isVersionOf) == ["https://doi.org/10.5072/concept"]
    assert said(thing, DCTERMS.hasPart) == ["https://doi.org/10.5072/part"]
    assert said(thing, CITO.cites) == ["https://doi.org/10.5555/cited"]
    assert said(thing, DCTERMS.relation) == ["https://doi.org/10.5072/twin"]
    assert said(thing, DCTERMS.references) == ["https://otia.example/page"]
    assert said(thing, DCTERMS.requires) == ["https://identifiers.org/RRID:AB_90755"]
    assert said(thing, DCTERMS.isPartOf) == []


def test_a_long_list_of_relations_is_cut() -> None:
    """Two hundred are enough."""
    many = [
        {"relationType": "HasPart", "relatedIdentifier": f"10.5072/{number}", "relatedIdentifierType": "DOI"}
        for number in range(1_200)
    ]
    assert len(said(read(about(relatedIdentifiers=many)).thing, DCTERMS.hasPart)) == 200


@pytest.mark.parametrize(
    ("types", "kind", "of_class"),
    [({"resourceTypeGeneral": "Image"}, "Dataset", SCHEMA.Dataset),
     ({"resourceTypeGeneral": "Software"}, "Software", SCHEMA.SoftwareSourceCode),
     ({"resourceTypeGeneral": "JournalArticle"}, "Publication", SCHEMA.ScholarlyArticle),
     ({"resourceTypeGeneral": "Book"}, "Publication", SCHEMA.CreativeWork),
     ({"resourceTypeGeneral": "Text", "resourceType": "Instrument"}, "Publication", SCHEMA.CreativeWork),
     ({"resourceTypeGeneral": "Other", "resourceType": "Software"}, "Software", SCHEMA.SoftwareSourceCode),
     ({"schemaOrg": "Dataset"}, "Dataset", SCHEMA.Dataset)],
)  # fmt: skip
def test_kinds_are_told_by_the_general_type_first(types: dict[str, str], kind: str, of_class: Any) -> None:
    """The other words help where that one says nothing."""
    thing = read(about(types=types)).thing
    assert thing is not None
    assert thing.kind == kind
    assert said(thing, RDF_TYPE) == [of_class.value]


@pytest.mark.parametrize("types", [None, {}, {"resourceTypeGeneral": "Event"}, {"resourceTypeGeneral": 7}])
def test_what_is_of_no_known_kind_is_a_thing(types: Any) -> None:
    """Without a class."""
    thing = read(about(types=types)).thing
    assert thing is not None
    assert (thing.kind, said(thing, RDF_TYPE)) == ("Thing", [])


def test_the_date_of_issue_comes_before_the_year() -> None:
    """It may be a moment; without either there is no year."""
    dates = [
        {"date": "2024-12-01", "dateType": "Created"},
        {"date": "2025-01-02T03:04:05Z", "dateType": "Issued"},
    ]
    thing = read(about(dates=dates)).thing
    assert thing is not None
    assert (said(thing, DCTERMS.issued), thing.details["year"]) == (["2025-01-02T03:04:05Z"], ("2025",))
    bare = read(about(dates=[], publicationYear=None)).thing
    assert bare is not None
    assert (said(bare, DCTERMS.issued), "year" in bare.details) == ([], False)


def test_a_work_without_a_title_is_called_by_its_doi() -> None:
    """Which is stated nowhere."""
    thing = read(about(titles=[])).thing
    assert thing is not None
    assert (thing.label, thing.names, said(thing, RDFS.label)) == (DATASET, (), [])


def test_an_instrument_is_an_instrument() -> None:
    """Described as such, also when it is withdrawn."""
    described_as = {"data": {"attributes": OBJECTS[CONFOCAL]}}
    reading = read(described_as, doi=CONFOCAL)
    assert reading.thing is not None
    assert (reading.state, reading.thing.kind, reading.thing.label) == (
        "ok",
        "Instrument",
        "NMBIF Confocal 2",
    )
    gone = read({"data": {"attributes": {**OBJECTS[CONFOCAL], "isActive": False}}}, doi=CONFOCAL)
    assert gone.thing is not None
    assert (gone.state, gone.thing.kind) == ("obsolete", "Instrument")
    assert "DataCite lists this DOI as inactive." in gone.thing.notes


def test_software_has_a_version() -> None:
    """As a text."""
    attributes = {**described("10.5072/s", "Tidal", general="Software"), "version": "v1.4.0"}
    thing = read({"data": {"attributes": attributes}}, doi="10.5072/s").thing
    assert said(thing, SCHEMA.version) == ["v1.4.0"]
