"""Records of instruments and studies, and what stands around them, for the tests of PIDINST and DataCite."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from versions import version_from

from imagegraph.model.records import Version
from imagegraph.ports.exporting import Output

DOI = "https://doi.org/10.5072/scope-1"
HANDLE = "https://hdl.handle.net/21.T11148/scope-2"

INSTRUMENT = f"""
<{DOI}> a ig:Instrument ; schema:name "Gannet" ; schema:alternateName "Confocal 1" ;
  schema:description "A point-scanning confocal." ; schema:model "Scanline 900" ;
  schema:serialNumber "SL900-7" ; schema:sku "INV-3" ; schema:identifier "old-scope-1" ;
  schema:manufacturer <#maker> ; schema:owner <https://ror.org/00examp37> ; ig:locatedIn <https://ror.org/01examp43> ;
  ig:instrumentType <http://purl.obolibrary.org/obo/FBbi_00000252> ;
  ig:commissioned "2021-09-01T08:00:00Z"^^xsd:dateTime ; ig:decommissioned "2025-06"^^xsd:gYearMonth ;
  schema:url <https://scopes.example/gannet> ; schema:isPartOf <{HANDLE}> ;
  schema:hasPart <{DOI}#laser>, <#stage>, <https://doi.org/10.5072/camera-4> ;
  ig:software <https://doi.org/10.5072/driver-2> .
<#maker> a schema:Organization ; schema:name "Meridian Optics" .
<https://ror.org/01examp43> schema:name "Imaging Facility" .
<http://purl.obolibrary.org/obo/FBbi_00000252> schema:name "single-spot confocal microscopy" .
<{DOI}#laser> a ig:Laser ; schema:name "488 nm" .
<#stage> a ig:Stage .
<https://doi.org/10.5072/camera-4> a ig:Detector ; schema:name "Camera 4" .
"""

STUDY = """
<https://doi.org/10.5072/study> a ig:Study ; schema:name "Renal"@en, "Niere"@de ; schema:description "Phagocytes." ;
  schema:author <https://orcid.org/0000-0002-1825-0097>, <#lab> ; schema:contributor <#tomasz> ;
  schema:publisher <https://ror.org/03examp55> ; schema:datePublished "2025-11"^^xsd:gYearMonth ;
  schema:license "https://creativecommons.org/licenses/by/4.0/" ; schema:keywords "kidney" ;
  schema:identifier "OTIA-1" ; schema:taxonomicRange <http://purl.obolibrary.org/obo/NCBITaxon_10090> ;
  schema:funder <https://doi.org/10.5072/grant> ; ig:publication <https://doi.org/10.5072/paper> ;
  schema:hasPart <https://doi.org/10.5072/study.a> ; ig:instrument <https://doi.org/10.5072/scope-1> ;
  ig:acquisition <#session> ; ig:reagent <https://identifiers.org/RRID:AB_300798>, <#dye> ; schema:size <#size> .
<https://orcid.org/0000-0002-1825-0097> a schema:Person ; schema:name "Josiah Carberry" ; schema:givenName "Josiah" ;
  schema:familyName "Carberry" ; schema:email "josiah@northmere.example" ;
  schema:affiliation <https://ror.org/00examp37> .
<#lab> a schema:Organization ; schema:name "The lab" .
<#tomasz> a schema:Person ; schema:name "Tomasz Oyelaran" ; ig:role "data curator" .
<http://purl.obolibrary.org/obo/NCBITaxon_10090> dwc:scientificName "Mus musculus" .
<https://doi.org/10.5072/grant> a schema:Grant ; schema:name "Watching" ; schema:identifier "MT-1" ;
  schema:funder <https://ror.org/02examp49> .
<#session> a ig:ImageAcquisition ; ig:instrument <https://doi.org/10.5072/scope-1>, <#borrowed> ;
  prov:startedAtTime "2025-01-21T10:00:00Z"^^xsd:dateTime .
<#borrowed> a ig:Instrument ; schema:name "Borrowed" .
<#size> schema:value 12 ; schema:unitText "GB" .
"""


class Surrounded:
    """What other records say."""

    def names_of(self, iris: Collection[str]) -> Mapping[str, str]:
        """The names of the university, the archive and the trust."""
        known = {
            "https://ror.org/00examp37": "University of Northmere",
            "https://ror.org/03examp55": "Open Tissue Image Archive",
            "https://ror.org/02examp49": "Marlow Trust",
        }
        return {iri: known[iri] for iri in iris if iri in known}

    def outputs_of(self, instrument: str) -> Sequence[Output]:
        """One study and one dataset."""
        return (
            Output(iri="http://localhost:8000/records/other", type="StudyComponent"),
            Output(iri="https://doi.org/10.5072/study", type="Study"),
        )


def instrument_version(turtle: str = INSTRUMENT, *, about: str = DOI) -> Version:
    """The record of an instrument."""
    return replace(version_from(turtle, about=about), type="Instrument")


def study_version() -> Version:
    """The record of a study."""
    return replace(version_from(STUDY, about="https://doi.org/10.5072/study"), type="Study")
