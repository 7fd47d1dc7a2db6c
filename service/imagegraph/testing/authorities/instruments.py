"""Handle.Net and B2INST as the stand-in plays them: instruments described in the handle, behind it, or not at all.

The forms are those of https://hdl.handle.net/api/handles/{handle}
(https://www.handle.net/hnr_documentation.html) and https://b2inst.gwdg.de/api/records/{id}; instruments are described
by PIDINST 1.0 (https://doi.org/10.15497/RDA00070).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.model.resolutions import ResolutionState
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities.asked import Asked
from imagegraph.testing.authorities.invented import chance_of, organisation_name, state_of
from imagegraph.testing.authorities.ror import UNIVERSITY
from imagegraph.testing.stand_in import Reply

IRI = "https://hdl.handle.net/"
#: described in the handle itself, with the types of 2021 and of 2019
TYPED, TYPED_2019 = "21.99999/Micro-0001-A", "21.99999/micro-0002-b"
#: described at B2INST, where it can be read, was deleted, or is unknown
AT_B2INST, DELETED, LOST = "21.99998/tide1-scope", "21.99998/gone1-scope", "21.99998/lost1-scope"
#: an address and nothing else; another name of a handle; nothing that was asked for
PLAIN, ALIAS = "21.99999/plain-page", "21.99999/old-name"
#: well formed, but nobody's; a prefix that lives elsewhere
NOBODY, ELSEWHERE = "21.99999/nobody", "99.99999/x"

_TYPES = {
    "Identifier": ("8eb858ee0b12e8e463a5",) * 2,
    "SchemaVersion": ("f5e68cc7718a6af2a96c", "aa24da8ba845c23ea75c"),
    "LandingPage": ("9a15a4735d4bda329d80", "e0efc41346cda4ba84ca"),
    "Name": ("709a23220f2c3d64d1e1", "ab8d232261b9b60ba559"),
    "Owner": ("4eaec4bc0f1df68ab2a7",) * 2,
    "Manufacturer": ("1f3e82ddf0697a497432",) * 2,
    "Model": ("c1a0ec5ad347427f25d6",) * 2,
    "Description": ("55f8ebc805e65b5b71dd", "f1627ce85386d8d75078"),
    "InstrumentType": ("f76ad9d0324302fc47dd", "c60c8da7fff2ef4f98ce"),
    "Date": ("22c62082a4d2d9ae2602",) * 2,
    "AlternateIdentifier": ("eb3c713572f681e6c4c3",) * 2,
}
_OWNER = {
    "ownerName": "University of Northmere", "ownerContact": "scopes@northmere.example",
    "ownerIdentifier": {"ownerIdentifierValue": f"https://ror.org/{UNIVERSITY}", "ownerIdentifierType": "Other"},
}  # fmt: skip


def handle_record(handle: str, values: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A handle with its values: type and content each; the administrator's value comes with every handle."""
    listed = [
        {
            "index": number, "type": kind, "data": {"format": "string", "value": said}, "ttl": 86_400,
            "timestamp": "2025-02-07T09:15:00Z",
        }
        for number, (kind, said) in enumerate(values, start=1)
    ]  # fmt: skip
    admin = {"handle": "21.99999/ADMIN", "index": 300, "permissions": "011111110011"}
    listed.append(
        {"index": 100, "type": "HS_ADMIN", "data": {"format": "admin", "value": admin}, "ttl": -1,
         "timestamp": "2025-02-07T09:15:00Z"}
    )  # fmt: skip
    return {"responseCode": 1, "handle": handle, "values": listed}


def typed(handle: str, *, name: str, model: str, serial: str, edition: int = 0) -> dict[str, Any]:
    """A handle that holds a PIDINST record, each property as JSON in a text.

    Args:
        edition: 0 for the types that are in use since 2021, 1 for those of 2019.
    """
    page = f"https://imaging.northmere.example/instruments/{handle.rpartition('/')[2].lower()}"
    said: dict[str, Any] = {
        "Identifier": {"identifierValue": IRI + handle, "identifierType": "Handle"},
        "SchemaVersion": "1.0",
        "LandingPage": page,
        "Name": name,
        "Owner": [{"Owner": _OWNER}],
        "Manufacturer": [{"Manufacturer": {"manufacturerName": "Meridian Optics"}}],
        "Model": [{"modelName": model}] if edition == 0 else {"modelName": model},
        "Description": "Looked after by the imaging facility.",
        "InstrumentType": [{"InstrumentType": {"instrumentTypeName": "single-spot confocal microscope"}}],
        "Date": [{"date": {"dateValue": "2021-09-01", "dateType": "Commissioned"}}],
        "AlternateIdentifier": [
            {
                "alternateIdentifier": {
                    "alternateIdentifierValue": serial,
                    "alternateIdentifierType": "serialNumber",
                }
            }
        ],
    }
    values = [
        (
            f"21.T11148/{_TYPES[property][edition]}",
            content if isinstance(content, str) else json.dumps(content),
        )
        for property, content in said.items()
    ]
    return handle_record(handle, [*values, ("URL", page)])


def b2inst_record(id: str, handle: str, *, name: str, model: str, serial: str) -> dict[str, Any]:
    """A record of B2INST."""
    return {
        "id": id,
        "created": "2024-02-07T18:19:24.443130+00:00",
        "updated": "2026-03-06T02:37:01.411557+00:00",
        "is_published": True,
        "status": "published",
        "links": {"self_html": f"https://b2inst.gwdg.de/records/{id}"},
        "metadata": {
            "Name": name,
            "Identifier": {"identifierType": "Handle", "identifierValue": handle},
            "SchemaVersion": "1.0",
            "Description": "Light sheet for cleared organs.",
            "Owner": [_OWNER],
            "Manufacturer": [{"manufacturerName": "Halcyon Lasers"}],
            "Model": {"modelName": model},
            "InstrumentType": [{"instrumentTypeName": "light sheet microscope"}],
            "MeasuredVariable": ["Fluorescent light"],
            "Date": [{"Date": "2019-05-31T04:00:00.000Z", "dateType": "Commissioned"}],
            "LandingPage": "https://imaging.northmere.example/instruments/light-sheet-1",
            "AlternateIdentifier": [
                {"alternateIdentifierType": "SerialNumber", "alternateIdentifierValue": serial}
            ],
        },
    }


def _at_b2inst(handle: str) -> dict[str, Any]:
    return handle_record(handle, [("URL", f"https://b2inst.gwdg.de/records/{handle.partition('/')[2]}")])


HANDLES: Mapping[str, dict[str, Any]] = {
    TYPED: typed(TYPED, name="NMBIF Confocal 2", model="Scanline 880", serial="SL880-20417"),
    TYPED_2019: typed(
        TYPED_2019, name="NMBIF Confocal 1", model="Scanline 710", serial="SL710-1102", edition=1
    ),
    **{handle: _at_b2inst(handle) for handle in (AT_B2INST, DELETED, LOST)},
    PLAIN: handle_record(PLAIN, [("URL", "https://boards.example/the-old-microscope")]),
    ALIAS: handle_record(ALIAS, [("HS_ALIAS", TYPED)]),
}
RECORDS: Mapping[str, dict[str, Any]] = {
    "tide1-scope": b2inst_record(
        "tide1-scope", AT_B2INST, name="NMBIF Light Sheet 1", model="Planar 3", serial="PL3-0071"
    )
}

#: IRI -> how asking about it ends
STATES: Mapping[str, ResolutionState] = {
    **{IRI + handle: "ok" for handle in (TYPED, TYPED_2019, AT_B2INST, PLAIN)},
    IRI + ALIAS: "replaced",
    IRI + NOBODY: "not_found",
}


def answer(asked: Asked) -> Reply | None:
    """What Handle.Net answers; the slash after the prefix must not be encoded."""
    handle = asked.below("api/handles")
    if handle is None:
        return None
    if "%2F" in asked.path.upper().removeprefix("API/HANDLES/").partition("/")[0]:
        return replies.document({"responseCode": 100, "handle": handle}, status=404)
    asked.about(IRI + handle)
    if handle == ELSEWHERE:
        said = {"responseCode": 301, "message": "That prefix doesn't live here", "handle": handle}
        return replies.document(said, status=400)
    return handle_reply(HANDLES.get(handle) or _invented(asked, handle), handle, asked)


def handle_reply(record: Mapping[str, Any] | None, handle: str, asked: Asked) -> Reply:
    """A handle as its server answers it, whole or only the values of `?type=`."""
    if record is None:
        return replies.document({"responseCode": 100, "handle": handle}, status=404)
    kind = asked.query.get("type")
    values = [value for value in record["values"] if kind in (None, value["type"])]
    code = 1 if values else 200
    return replies.document(
        {**record, "responseCode": code, "values": values}, media_type="application/json;charset=UTF-8"
    )


def answer_b2inst(asked: Asked) -> Reply | None:
    """What B2INST answers."""
    id = asked.below("api/records")
    if id is None:
        return None
    asked.about(f"https://b2inst.gwdg.de/records/{id}")
    if id in RECORDS:
        return replies.document(RECORDS[id])
    if id == DELETED.partition("/")[2]:
        tombstone = {
            "status": 410,
            "message": "The record has been deleted.",
            "tombstone": {"is_visible": True},
        }
        return replies.document(tombstone, status=410)
    return replies.document(
        {"status": 404, "message": "The persistent identifier does not exist."}, status=404
    )


def _invented(asked: Asked, handle: str) -> dict[str, Any] | None:
    if not asked.generate or handle == NOBODY or state_of("handle", handle) == "not_found":
        return None
    chance = chance_of("handle", handle)
    serial = f"SL-{chance.randrange(10_000, 99_999)}"
    return typed(
        handle, name=f"Microscope of the {organisation_name(chance)}", model="Scanline 900", serial=serial
    )
