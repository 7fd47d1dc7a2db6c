"""One invented microscope in the serialisations of PIDINST, and answers of the Handle API and of B2INST."""

from __future__ import annotations

import json
from typing import Any

from imagegraph.adapters.authorities.contract import Part
from imagegraph.adapters.authorities.pidinst import (
    AlternateIdentifier,
    InstrumentDate,
    InstrumentRecord,
    NamedEntry,
    RelatedIdentifier,
)
from imagegraph.model.identifiers import Identifier

HANDLE = "21.99999/Scope-0001"
IRI = f"https://hdl.handle.net/{HANDLE}"
ROR = "https://ror.org/00examp37"
#: what all serialisations below say
RECORD = InstrumentRecord(
    identifier=HANDLE, identifier_type="Handle", schema_version="1.0",
    landing_page="https://scopes.example/1", name="Harbour light sheet",
    owners=(
        NamedEntry(name="Ada Rivers"),
        NamedEntry(name="Harbour Institute", identifier=ROR, identifier_type="Other"),
    ),
    manufacturers=(NamedEntry(name="Lumen Works", identifier="https://lumen.example", identifier_type="URL"),),
    model=NamedEntry(name="LW-7", identifier="https://lumen.example/lw7", identifier_type="URL"),
    description="Two-sided illumination.",
    instrument_types=(NamedEntry(name="light sheet microscope", identifier="http://purl.obolibrary.org/obo/FBbi_00000369", identifier_type="URL"),),
    measured_variables=("Fluorescence", "http://vocab.example/scattering"),
    dates=(
        InstrumentDate(value="2019-05-31", date_type="Commissioned"),
        InstrumentDate(value="2025", date_type="DeCommissioned"),
    ),
    related_identifiers=(
        RelatedIdentifier(identifier="10.99999/manual", identifier_type="DOI", relation="IsDescribedBy", name="Manual"),
        RelatedIdentifier(identifier="21.99999/camera-1", identifier_type="Handle", relation="HasComponent"),
    ),
    alternate_identifiers=(
        AlternateIdentifier(identifier="LW7-0042", identifier_type="SerialNumber"),
        AlternateIdentifier(identifier="INV 17", identifier_type="Other", name="inventory of the house"),
    ),
)  # fmt: skip


def _named(entry: NamedEntry, word: str, *, value: str) -> dict[str, Any]:
    found: dict[str, Any] = {f"{word}Name": entry.name}
    if word == "owner":
        found["ownerContact"] = "ada@example.org"
    if entry.identifier:
        found[f"{word}Identifier"] = {
            f"{word}Identifier{value}": entry.identifier, f"{word}IdentifierType": entry.identifier_type,
        }  # fmt: skip
    return found


def _related(related: RelatedIdentifier, *, value: str) -> dict[str, Any]:
    name = {"relatedIdentifierName": related.name} if related.name else {}
    return {
        f"relatedIdentifier{value}": related.identifier, "relatedIdentifierType": related.identifier_type,
        "relationType": f"{related.relation} ", **name,
    }  # fmt: skip


def _alternate(alternate: AlternateIdentifier, *, value: str) -> dict[str, Any]:
    name = {"alternateIdentifierName": alternate.name} if alternate.name else {}
    return {
        f"alternateIdentifier{value}": alternate.identifier,
        "alternateIdentifierType": alternate.identifier_type,
        **name,
    }


def _model() -> NamedEntry:
    assert RECORD.model is not None
    return RECORD.model


def schema_json() -> dict[str, Any]:
    """As the JSON Schema of the working group has it: camel case, plurals, plain objects."""
    return {
        "identifier": {"identifier": HANDLE, "identifierType": "Handle"},
        "schemaVersion": "1.0",
        "landingPage": RECORD.landing_page,
        "name": RECORD.name,
        "owners": [_named(one, "owner", value="") for one in RECORD.owners],
        "manufacturers": [_named(one, "manufacturer", value="") for one in RECORD.manufacturers],
        "model": _named(_model(), "model", value=""),
        "description": RECORD.description,
        "instrumentTypes": [_named(one, "instrumentType", value="") for one in RECORD.instrument_types],
        "measuredVariables": list(RECORD.measured_variables),
        "dates": [{"date": date.value, "dateType": date.date_type} for date in RECORD.dates],
        "relatedIdentifiers": [_related(one, value="") for one in RECORD.related_identifiers],
        "alternateIdentifiers": [_alternate(one, value="") for one in RECORD.alternate_identifiers],
    }


def b2inst_metadata() -> dict[str, Any]:
    """As B2INST has it: capitals, singulars, not wrapped."""
    return {
        "Identifier": {"identifierValue": HANDLE, "identifierType": "Handle"},
        "SchemaVersion": "1.0",
        "LandingPage": RECORD.landing_page,
        "Name": RECORD.name,
        "Owner": [_named(one, "owner", value="Value") for one in RECORD.owners],
        "Manufacturer": [_named(one, "manufacturer", value="Value") for one in RECORD.manufacturers],
        "Model": _named(_model(), "model", value="Value"),
        "Description": RECORD.description,
        "InstrumentType": [_named(one, "instrumentType", value="Value") for one in RECORD.instrument_types],
        "MeasuredVariable": list(RECORD.measured_variables),
        "Date": [
            {"Date": "2019-05-31T04:00:00.000Z", "dateType": "Commissioned"},
            {"Date": "2025", "dateType": "DeCommissioned"},
        ],
        "RelatedIdentifier": [_related(one, value="Value") for one in RECORD.related_identifiers],
        "AlternateIdentifier": [_alternate(one, value="Value") for one in RECORD.alternate_identifiers],
    }


def actris_json() -> dict[str, Any]:
    """As landing pages of ACTRIS have it: plurals, wrapped, the variable named in its own way."""
    plain = b2inst_metadata()
    return {
        **{name: plain[name] for name in ("Identifier", "SchemaVersion", "LandingPage", "Name", "Model", "Description")},
        "Owners": [{"owner": one} for one in plain["Owner"]],
        "Manufacturers": [{"manufacturer": one} for one in plain["Manufacturer"]],
        "InstrumentType": [{"instrumentType": one} for one in plain["InstrumentType"]],
        "MeasuredVariables": [
            {"measuredVariable": {"variableMeasured": one}} for one in plain["MeasuredVariable"]
        ],
        "Dates": [{"date": {"date": one["Date"], "dateType": one["dateType"]}} for one in plain["Date"]],
        "RelatedIdentifiers": [{"relatedIdentifier": one} for one in plain["RelatedIdentifier"]],
        "AlternateIdentifiers": [{"alternateIdentifier": one} for one in plain["AlternateIdentifier"]],
    }  # fmt: skip


def flat_json() -> dict[str, Any]:
    """As a data base of devices writes it: identifiers beside the names."""
    found = b2inst_metadata()
    for word in ("Owner", "Manufacturer", "InstrumentType"):
        found[word] = [_flat(one) for one in found[word]]
    found["Model"] = _flat(found["Model"])
    return found


def _flat(entry: dict[str, Any]) -> dict[str, Any]:
    inner = [value for value in entry.values() if isinstance(value, dict)]
    kept = {key: value for key, value in entry.items() if not isinstance(value, dict)}
    return {**kept, **(inner[0] if inner else {})}


def epic_json() -> dict[str, Any]:
    """As the example of ePIC has it: wrapped with capitals, the model a list, dates with another name."""
    plain = b2inst_metadata()
    wrapped = {
        word: [{word: one} for one in plain[word]]
        for word in ("Owner", "Manufacturer", "InstrumentType", "MeasuredVariable", "RelatedIdentifier", "AlternateIdentifier")
    }  # fmt: skip
    dates = [{"date": {"dateValue": one["Date"], "dateType": one["dateType"]}} for one in plain["Date"]]
    return {**plain, **wrapped, "Model": [plain["Model"]], "Date": dates}


TYPES_2019 = {
    "Identifier": "8eb858ee0b12e8e463a5", "SchemaVersion": "aa24da8ba845c23ea75c", "LandingPage": "e0efc41346cda4ba84ca",
    "Name": "ab8d232261b9b60ba559", "Owner": "4eaec4bc0f1df68ab2a7", "Manufacturer": "1f3e82ddf0697a497432",
    "Model": "c1a0ec5ad347427f25d6", "Description": "f1627ce85386d8d75078", "InstrumentType": "c60c8da7fff2ef4f98ce",
    "MeasuredVariable": "72928b84e060d491ee41", "Date": "22c62082a4d2d9ae2602",
    "AlternateIdentifier": "eb3c713572f681e6c4c3", "RelatedIdentifier": "178fb558abc755ca7046",
}  # fmt: skip
TYPES_2021 = {
    **TYPES_2019, "SchemaVersion": "f5e68cc7718a6af2a96c", "LandingPage": "9a15a4735d4bda329d80",
    "Name": "709a23220f2c3d64d1e1", "Description": "55f8ebc805e65b5b71dd", "InstrumentType": "f76ad9d0324302fc47dd",
}  # fmt: skip


def typed_values(types: dict[str, str] = TYPES_2021, *, quoted: bool = False) -> list[tuple[str, str]]:
    """Types and texts of the values that hold the record."""
    return [
        (f"21.T11148/{types[name]}", json.dumps(value) if quoted or not isinstance(value, str) else value)
        for name, value in epic_json().items()
    ]


def handle_record(*values: tuple[str, str], handle: str = HANDLE, code: int = 1) -> dict[str, Any]:
    """An answer of the Handle API; an administrator's value comes with every handle."""
    listed: list[dict[str, Any]] = [
        {"index": place, "type": kind, "data": {"format": "string", "value": said}, "ttl": 86400}
        for place, (kind, said) in enumerate(values, start=1)
    ]
    admin = {"handle": "21.99999/ADMIN", "index": 300, "permissions": "011111110011"}
    listed.append({"index": 100, "type": "HS_ADMIN", "data": {"format": "admin", "value": admin}, "ttl": -1})
    return {"responseCode": code, "handle": handle, "values": listed}


def handle_part(document: Any, *, status: int = 200) -> Part:
    """It as a part."""
    return _part("handle", document, status=status)


def b2inst_part(document: Any, *, status: int = 200) -> Part:
    """An answer of B2INST as a part."""
    return _part("b2inst", document, status=status)


def b2inst_record(**members: Any) -> dict[str, Any]:
    """A published record."""
    return {"id": "tide1-scope", "is_published": True, "metadata": {**b2inst_metadata(), **members}}


def _part(name: str, document: Any, *, status: int) -> Part:
    return Part(
        name=name, status=status, media_type="application/json", body=json.dumps(document).encode(),
        url=f"https://{name}.example/",
    )  # fmt: skip


def handle(local: str = HANDLE) -> Identifier:
    """A valid handle."""
    return Identifier(local, "handle", local, f"https://hdl.handle.net/{local}", "valid")


XML = f"""<?xml version="1.0" encoding="UTF-8"?>
<instrument>
  <identifier identifierType="Handle">{HANDLE}</identifier>
  <schemaVersion>1.0</schemaVersion>
  <landingPage>https://scopes.example/1</landingPage>
  <name>Harbour light sheet</name>
  <owners>
    <owner><ownerName>Ada Rivers</ownerName><ownerContact>ada@example.org</ownerContact></owner>
    <owner>
      <ownerName>Harbour Institute</ownerName>
      <ownerIdentifier ownerIdentifierType="Other">{ROR}</ownerIdentifier>
    </owner>
  </owners>
  <manufacturers>
    <manufacturer>
      <manufacturerName>Lumen Works</manufacturerName>
      <manufacturerIdentifier manufacturerIdentifierType="URL">https://lumen.example</manufacturerIdentifier>
    </manufacturer>
  </manufacturers>
  <model>
    <modelName>LW-7</modelName>
    <modelIdentifier modelIdentifierType="URL">https://lumen.example/lw7</modelIdentifier>
  </model>
  <description>Two-sided
    illumination.</description>
  <instrumentTypes>
    <instrumentType>
      <instrumentTypeName>light sheet microscope</instrumentTypeName>
      <instrumentTypeIdentifier instrumentTypeIdentifierType="URL">http://purl.obolibrary.org/obo/FBbi_00000369</instrumentTypeIdentifier>
    </instrumentType>
  </instrumentTypes>
  <measuredVariables>
    <measuredVariable>Fluorescence</measuredVariable>
    <measuredVariable>http://vocab.example/scattering</measuredVariable>
  </measuredVariables>
  <dates>
    <date dateType="Commissioned">2019-05-31</date>
    <date dateType="DeCommissioned">2025</date>
  </dates>
  <relatedIdentifiers>
    <relatedIdentifier relatedIdentifierType="DOI" relationType="IsDescribedBy" relatedIdentifierName="Manual">10.99999/manual</relatedIdentifier>
    <relatedIdentifier relatedIdentifierType="Handle" relationType="HasComponent">21.99999/camera-1</relatedIdentifier>
  </relatedIdentifiers>
  <alternateIdentifiers>
    <alternateIdentifier alternateIdentifierType="SerialNumber">LW7-0042</alternateIdentifier>
    <alternateIdentifier alternateIdentifierType="Other" alternateIdentifierName="inventory of the house">INV 17</alternateIdentifier>
  </alternateIdentifiers>
</instrument>
"""
