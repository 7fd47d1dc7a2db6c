"""DataCite metadata as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from instruments import DOI, Surrounded, instrument_version, study_version
from versions import RECORD, version_from

from imagegraph.adapters.authorities.pidinst_datacite import record_of
from imagegraph.adapters.exporters.datacite import DataCiteJsonExporter
from imagegraph.adapters.exporters.pidinst import instrument_record
from imagegraph.adapters.exporters.record_graph import RecordGraph
from imagegraph.errors import NotAcceptable
from imagegraph.model.records import Version
from imagegraph.ports.exporting import NoSurroundings

EXPORTER = DataCiteJsonExporter(surroundings=Surrounded())


def document(version: Version) -> dict[str, Any]:
    """The version as DataCite has it."""
    found: dict[str, Any] = json.loads(EXPORTER.export(version))
    return found


def relations(version: Version) -> list[tuple[str, str, str, str | None]]:
    """Relation, type, identifier, kind of the other end."""
    return [
        (one["relationType"], one["relatedIdentifierType"], one["relatedIdentifier"], one.get("resourceTypeGeneral"))
        for one in document(version)["relatedIdentifiers"]
    ]  # fmt: skip


def test_an_instrument() -> None:
    """Manufacturers are creators, owner and facility host it; the model stands in the technical description."""
    instrument = document(instrument_version())
    assert (instrument["id"], instrument["doi"], instrument["url"]) == (DOI, "10.5072/scope-1", RECORD)
    assert instrument["types"] == {
        "resourceTypeGeneral": "Instrument",
        "resourceType": "single-spot confocal microscopy",
    }
    assert instrument["creators"] == [{"name": "Meridian Optics", "nameType": "Organizational"}]
    assert [(one["name"], one["contributorType"]) for one in instrument["contributors"]] == [
        ("University of Northmere", "HostingInstitution"),
        ("Imaging Facility", "HostingInstitution"),
    ]
    assert instrument["publisher"]["publisherIdentifier"] == "https://ror.org/00examp37"
    assert instrument["publicationYear"] == 2021
    assert instrument["dates"] == [{"date": "2021-09-01/2025-06", "dateType": "Available"}]
    assert instrument["titles"][1] == {"title": "Confocal 1", "titleType": "AlternativeTitle"}
    assert [one["description"] for one in instrument["descriptions"]] == [
        "A point-scanning confocal.",
        "Model Name: Scanline 900. Instrument type: single-spot confocal microscopy.",
    ]


def test_an_instrument_collects_what_was_made_with_it() -> None:
    """Studies and datasets of other records stand at the end, parts without an identifier nowhere."""
    assert relations(instrument_version()) == [
        ("HasPart", "DOI", "10.5072/camera-4", None),
        ("IsPartOf", "Handle", "21.T11148/scope-2", None),
        ("References", "DOI", "10.5072/driver-2", "Software"),
        ("IsDescribedBy", "URL", "https://scopes.example/gannet", None),
        ("Collects", "URL", "http://localhost:8000/records/other", "Dataset"),
        ("Collects", "DOI", "10.5072/study", "Dataset"),
    ]


def test_a_study() -> None:
    """People with ORCID and ROR but without mail addresses, dates, terms with their vocabulary, licence, money."""
    study = document(study_version())
    assert study["types"] == {"resourceTypeGeneral": "Dataset", "resourceType": "Imaging study"}
    assert [creator["name"] for creator in study["creators"]] == ["The lab", "Carberry, Josiah"]
    assert study["creators"][1]["nameIdentifiers"] == [
        {
            "nameIdentifier": "https://orcid.org/0000-0002-1825-0097",
            "nameIdentifierScheme": "ORCID",
            "schemeUri": "https://orcid.org/",
        }
    ]
    assert study["creators"][1]["affiliation"][0]["name"] == "University of Northmere"
    assert "@" not in json.dumps(study)
    assert study["contributors"] == [
        {"name": "Tomasz Oyelaran", "nameType": "Personal", "contributorType": "DataCurator"}
    ]
    assert study["titles"] == [{"title": "Renal", "lang": "en"}, {"title": "Niere", "lang": "de"}]
    assert study["publisher"]["name"] == "Open Tissue Image Archive"
    assert study["publicationYear"] == 2025
    assert study["dates"] == [
        {"date": "2025-11", "dateType": "Issued"},
        {"date": "2025-01-21", "dateType": "Collected"},
    ]
    assert study["subjects"] == [
        {"subject": "kidney"},
        {
            "subject": "Mus musculus",
            "subjectScheme": "NCBI Taxonomy",
            "valueUri": "http://purl.obolibrary.org/obo/NCBITaxon_10090",
        },
    ]
    assert study["rightsList"][0]["rightsIdentifier"] == "CC-BY-4.0"
    assert study["sizes"] == ["12 GB"]
    assert study["fundingReferences"] == [
        {
            "funderName": "Marlow Trust",
            "funderIdentifier": "https://ror.org/02examp49",
            "funderIdentifierType": "ROR",
            "awardTitle": "Watching",
            "awardNumber": "MT-1",
            "awardUri": "https://doi.org/10.5072/grant",
        }
    ]


def test_a_study_is_collected_by_its_instruments() -> None:
    """Each instrument with an identifier once; antibodies as RRIDs; a dye without identifier not at all."""
    assert relations(study_version()) == [
        ("IsCollectedBy", "DOI", "10.5072/scope-1", "Instrument"),
        ("HasPart", "DOI", "10.5072/study.a", None),
        ("IsDocumentedBy", "DOI", "10.5072/paper", "JournalArticle"),
        ("References", "RRID", "RRID:AB_300798", "PhysicalObject"),
    ]


def test_what_nobody_has_said_is_unavailable() -> None:
    """Mandatory properties are there all the same; the year is that of the version."""
    version = replace(version_from("<> a ig:StudyComponent ."), type="StudyComponent")
    bare = json.loads(DataCiteJsonExporter(surroundings=NoSurroundings()).export(version))
    assert bare["creators"] == [{"name": ":unav"}]
    assert bare["titles"] == [{"title": ":unav"}]
    assert bare["publisher"] == {"name": ":unav"}
    assert bare["publicationYear"] == 2025
    assert "doi" not in bare
    assert "relatedIdentifiers" not in bare


def test_other_records_are_refused() -> None:
    """An organisation is neither study nor instrument."""
    version = replace(version_from("<> a schema:Organization ."), type="Organisation")
    with pytest.raises(NotAcceptable, match="Organisation"):
        EXPORTER.export(version)


def test_our_own_reader_finds_the_instrument_again() -> None:
    """What is read back as PIDINST is what PIDINST would have said, as far as DataCite has a place for it."""
    version = instrument_version()
    read = record_of(document(version))
    meant = instrument_record(RecordGraph(version, surroundings=Surrounded()))
    assert (read.identifier, read.identifier_type) == (meant.identifier, meant.identifier_type)
    for part in ("name", "landing_page", "owners", "manufacturers", "model", "description", "dates"):
        assert getattr(read, part) == getattr(meant, part), part
    assert read.numbers_of("SerialNumber") == meant.numbers_of("SerialNumber")
    assert {"HasComponent", "IsComponentOf", "Collects"} <= {one.relation for one in read.related_identifiers}


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        (
            '"http://creativecommons.org/publicdomain/zero/1.0/deed.en"',
            ("CC0-1.0", "http://creativecommons.org/publicdomain/zero/1.0/deed.en"),
        ),
        ("<https://licence.example/own>", ("https://licence.example/own", "https://licence.example/own")),
        ('"Ask us"', ("Ask us", None)),
    ],
)
def test_licences(licence: str, expected: tuple[str, str | None]) -> None:
    """A known licence has its SPDX identifier, another one its address, and text stays text."""
    version = replace(version_from(f"<> a ig:Study ; schema:license {licence} ."), type="Study")
    (rights,) = document(version)["rightsList"]
    assert (rights["rights"], rights.get("rightsUri")) == expected


def test_odd_records_do_not_stop_it() -> None:
    """Texts where things belong, and things that lead in circles."""
    version = version_from(
        '<> a ig:Study ; schema:author "Us", <> ; schema:funder "Ourselves", <#g> ; schema:hasPart <> ; '
        'schema:datePublished "soon" ; schema:license <> ; schema:size "much" ; ig:instrument "a scope" .\n'
        "<#g> a schema:Grant ; schema:funder <#g> ."
    )
    odd = document(replace(version, type="Study"))
    assert {"name": "Us", "nameType": "Organizational"} in odd["creators"]
    assert odd["publicationYear"] == 2025
