"""What DataCite describes in the stand-in: a dataset, an instrument, software, something withdrawn, and invented ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.testing.authorities.invented import chance_of, identifiers, person_name, title
from imagegraph.testing.authorities.orcid import LEAD
from imagegraph.testing.authorities.ror import FACILITY, UNIVERSITY

#: of the example study
DATASET, CONFOCAL = "10.5072/kidney-patrol", "10.5072/nmbif-confocal-2"
SOFTWARE, WITHDRAWN = "10.5072/tidal-deconvolution-1.4.0", "10.5072/withdrawn-tiles"
_ROR = {"schemeUri": "https://ror.org", "nameIdentifierScheme": "ROR"}


def person(
    given: str, family: str, *, orcid: str = "", employer: str = "University of Northmere"
) -> dict[str, Any]:
    """A creator."""
    named = {
        "schemeUri": "https://orcid.org", "nameIdentifier": f"https://orcid.org/{orcid}",
        "nameIdentifierScheme": "ORCID",
    }  # fmt: skip
    affiliation = {
        "name": employer, "schemeUri": "https://ror.org", "affiliationIdentifierScheme": "ROR",
        "affiliationIdentifier": f"https://ror.org/{UNIVERSITY}",
    }  # fmt: skip
    return {
        "name": f"{family}, {given}", "nameType": "Personal", "givenName": given, "familyName": family,
        "affiliation": [affiliation], "nameIdentifiers": [named] if orcid else [],
    }  # fmt: skip


def organisation(name: str, *, ror: str = "", role: str = "") -> dict[str, Any]:
    """A creator or contributor that is no person."""
    named = [{**_ROR, "nameIdentifier": f"https://ror.org/{ror}"}] if ror else []
    found: dict[str, Any] = {
        "name": name,
        "nameType": "Organizational",
        "affiliation": [],
        "nameIdentifiers": named,
    }
    return {**found, "contributorType": role} if role else found


def described(
    doi: str, name: str, *, general: str, resource_type: str = "", creators: Sequence[Mapping[str, Any]] = (),
    contributors: Sequence[Mapping[str, Any]] = (), related: Sequence[tuple[str, str]] = (),
    serial: str = "", descriptions: Mapping[str, str] | None = None, year: int = 2025, active: bool = True,
    dates: Mapping[str, str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The attributes of an object, with affiliations and publisher as objects.

    Args:
        general: `resourceTypeGeneral`.
        related: relation and DOI.
        descriptions: kind -> text.
        dates: kind -> date.
    """
    prefix, _, suffix = doi.partition("/")
    serials = [{"alternateIdentifierType": "SerialNumber", "alternateIdentifier": serial}] if serial else []
    return {
        "doi": doi, "prefix": prefix, "suffix": suffix, "identifiers": [], "alternateIdentifiers": serials,
        "creators": list(creators),
        "titles": [{"lang": "en", "title": name}],
        "publisher": {"name": "Open Tissue Image Archive", "publisherIdentifier": "https://ror.org/03examp55",
                      "publisherIdentifierScheme": "ROR", "schemeUri": "https://ror.org"},
        "container": {}, "publicationYear": year, "subjects": [],
        "contributors": list(contributors),
        "dates": [{"date": date, "dateType": kind} for kind, date in (dates or {"Issued": str(year)}).items()],
        "language": "en",
        "types": {"resourceTypeGeneral": general, "resourceType": resource_type or general, "schemaOrg": general},
        "relatedIdentifiers": [
            {"relationType": relation, "relatedIdentifier": other, "relatedIdentifierType": "DOI"}
            for relation, other in related
        ],
        "relatedItems": [], "sizes": [], "formats": [], "version": None,
        "rightsList": [
            {"rights": "Creative Commons Attribution 4.0 International", "rightsIdentifier": "cc-by-4.0",
             "rightsUri": "https://creativecommons.org/licenses/by/4.0/legalcode"}
        ],
        "descriptions": [
            {"lang": "en", "description": text, "descriptionType": kind}
            for kind, text in (descriptions or {}).items()
        ],
        "geoLocations": [], "fundingReferences": [],
        "url": f"https://otia.example/{suffix}" if active else "https://otia.example/tombstone",
        "contentUrl": None, "metadataVersion": 1, "schemaVersion": "http://datacite.org/schema/kernel-4",
        "source": "api", "isActive": active, "state": "findable" if active else "registered", "reason": None,
        "created": "2025-11-04T09:00:00.000Z", "registered": "2025-11-04T09:00:01.000Z",
        "published": str(year), "updated": "2026-01-15T10:20:30.000Z",
    }  # fmt: skip


OBJECTS: Mapping[str, dict[str, Any]] = {
    DATASET: described(
        DATASET, "Patrolling phagocytes and capillaries in the kidney of Cx3cr1-GFP mice", general="Dataset",
        creators=[person("Mirela", "Quist", orcid=LEAD)],
        related=[("IsSupplementTo", "10.5555/kidney.2025.31"), ("IsCollectedBy", CONFOCAL)],
        descriptions={"Abstract": "Sections and cleared organs."},
    ),
    CONFOCAL: described(
        CONFOCAL, "NMBIF Confocal 2", general="Instrument", resource_type="single-spot confocal microscope",
        creators=[organisation("Meridian Optics")], serial="SL880-20417", year=2021,
        contributors=[organisation("University of Northmere", ror=UNIVERSITY, role="HostingInstitution"),
                      organisation("Northmere BioImaging Facility", ror=FACILITY, role="ContactPerson")],
        dates={"Available": "2021-09-01"},
        descriptions={"Abstract": "Point-scanning confocal on an inverted stand.",
                      "TechnicalInfo": "Model Name: Scanline 880. Measured variables: fluorescent light."},
    ),
    SOFTWARE: described(
        SOFTWARE, "Tidal Deconvolution 1.4.0", general="Software", creators=[person("Ines", "Varga-Lund")],
    ),
    WITHDRAWN: described(
        WITHDRAWN, "Tiles that were withdrawn", general="Dataset", creators=[person("Emeka", "Roth")], active=False,
    ),
}  # fmt: skip


def invented(doi: str) -> dict[str, Any]:
    """An object that nobody wrote down."""
    chance = chance_of("doi", doi)
    given, family = person_name(chance)
    author = person(given, family, orcid=next(identifiers("orcid", seed=f"author of {doi}")))
    return described(
        doi, title(chance), general="Dataset", creators=[author], year=chance.randrange(2012, 2026)
    )
