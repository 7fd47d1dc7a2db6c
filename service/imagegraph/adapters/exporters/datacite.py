"""DataCite metadata as JSON, https://schema.datacite.org/meta/kernel-4.6/.

The members are those of DataCite's REST API and of its content negotiation, which the media type is from
(https://support.datacite.org/docs/datacite-content-resolver). Mandatory properties that nobody has stated are `:unav`,
DataCite's own word for what is not available; a year that nobody has stated is that of the version.

An instrument says what was made with it (`Collects`), a dataset what it was made with (`IsCollectedBy`): the two ends
of one join. `mappings/datacite/export.yaml` says which property becomes what.
"""

from __future__ import annotations

import json
from typing import Any

from imagegraph.adapters.exporters.datacite_contents import (
    dates,
    publication_year,
    rights,
    sizes,
    subjects,
    texts_with_language,
)
from imagegraph.adapters.exporters.datacite_parties import contributors, creators, funding, publisher
from imagegraph.adapters.exporters.datacite_relations import related_identifiers
from imagegraph.adapters.exporters.datacite_tables import table
from imagegraph.adapters.exporters.identifier_types import typed_identifier
from imagegraph.adapters.exporters.pidinst import instrument_record
from imagegraph.adapters.exporters.record_graph import RecordGraph
from imagegraph.errors import NotAcceptable
from imagegraph.model.rdf import SCHEMA
from imagegraph.model.records import Version
from imagegraph.ports.exporting import Surroundings, suits

#: https://datacite-metadata-schema.readthedocs.io/en/4.6/appendices/appendix-3/
_UNAVAILABLE = ":unav"
_KERNEL = "http://datacite.org/schema/kernel-4"
_INSTRUMENT = "Instrument"


class DataCiteJsonExporter:
    """Writes DataCite JSON.

    Args:
        surroundings: tells names that the record does not, and what was made with an instrument.
    """

    media_type = "application/vnd.datacite.datacite+json"
    suffix = "datacite.json"
    title = "DataCite JSON"
    classes = frozenset((_INSTRUMENT, "Study", "StudyComponent"))
    self_contained = False

    def __init__(self, *, surroundings: Surroundings) -> None:
        self._surroundings = surroundings

    def export(self, version: Version) -> bytes:
        """The instrument, study or dataset.

        Raises:
            NotAcceptable: the record is about something else.
        """
        if not suits(self, version.type):
            raise NotAcceptable(
                "DataCite metadata is written for studies, their components and instruments; this record is about "
                f"something else ({version.type}).",
                type=version.type,
            )
        graph = RecordGraph(version, surroundings=self._surroundings)
        members = _members(graph, version)
        if version.type == _INSTRUMENT:
            outputs = self._surroundings.outputs_of(graph.about)
            members |= _instrument_members(graph)
        else:
            outputs = ()
        members["relatedIdentifiers"] = related_identifiers(graph, outputs)
        written = {name: value for name, value in members.items() if value}
        return json.dumps(written, ensure_ascii=False, indent=1).encode() + b"\n"


def _members(graph: RecordGraph, version: Version) -> dict[str, Any]:
    """What is said about anything; empty members are left out in the end."""
    kind = version.type
    typed = typed_identifier(graph.about)
    titles = texts_with_language(graph, SCHEMA.name, member="title")
    others = texts_with_language(graph, SCHEMA.alternateName, member="title")
    return {
        "id": graph.about,
        "doi": typed[0] if typed is not None and typed[1] == "DOI" else "",
        "url": graph.record,
        "types": {
            "resourceTypeGeneral": table("types")[kind]["general"],
            "resourceType": table("types")[kind]["text"],
        },
        "creators": creators(graph, kind) or [{"name": _UNAVAILABLE}],
        "titles": [
            *(titles or [{"title": _UNAVAILABLE}]),
            *({**title, "titleType": "AlternativeTitle"} for title in others),
        ],
        "publisher": publisher(graph, kind) or {"name": _UNAVAILABLE},
        "publicationYear": publication_year(graph, otherwise=version.at),
        "contributors": contributors(graph, kind),
        "subjects": subjects(graph),
        "dates": dates(graph),
        "alternateIdentifiers": [
            {"alternateIdentifier": text, "alternateIdentifierType": "Local identifier"}
            for text in graph.texts(graph.about, SCHEMA.identifier)
        ],
        "relatedIdentifiers": [],
        "sizes": sizes(graph),
        "formats": graph.texts_anywhere(SCHEMA.encodingFormat),
        "rightsList": rights(graph),
        "descriptions": [
            {**text, "descriptionType": "Abstract"}
            for text in texts_with_language(graph, SCHEMA.description, member="description")
        ],
        "fundingReferences": funding(graph),
        "schemaVersion": _KERNEL,
    }


def _instrument_members(graph: RecordGraph) -> dict[str, Any]:
    """What PIDINST has properties for and DataCite says otherwise, in the form of DataCite's own example."""
    record = instrument_record(graph)
    kinds = [one.name for one in record.instrument_types if one.name]
    said = {
        "Model Name": record.model.name if record.model else "",
        "Instrument type": ", ".join(kinds),
        "Measured variables": ", ".join(record.measured_variables),
    }
    technical = " ".join(f"{name}: {text}." for name, text in said.items() if text)
    descriptions = (
        [{"description": record.description, "descriptionType": "Abstract"}] if record.description else []
    )
    if technical:
        descriptions.append({"description": technical, "descriptionType": "TechnicalInfo"})
    return {
        "types": {"resourceTypeGeneral": _INSTRUMENT, "resourceType": kinds[0] if kinds else _INSTRUMENT},
        "alternateIdentifiers": [
            {
                "alternateIdentifier": one.identifier,
                "alternateIdentifierType": one.identifier_type.replace("Other", "Local identifier"),
            }
            for one in record.alternate_identifiers
        ],
        "descriptions": descriptions,
    }
