"""Formats that a record can be read in."""

from __future__ import annotations

from imagegraph.adapters.exporters.jsonld import JsonLdExporter
from imagegraph.adapters.exporters.rdf import NTriplesExporter, RdfXmlExporter, TurtleExporter
from imagegraph.ports.exporting import Exporter


def all_exporters(base: str) -> dict[str, Exporter]:
    """Every exporter by its media type, the preferred one first.

    Args:
        base: IRI base of the service, whose `context/v1.jsonld` the documents name.
    """
    exporters: list[Exporter] = [
        JsonLdExporter(context=f"{base}context/v1.jsonld"),
        TurtleExporter(),
        NTriplesExporter(),
        RdfXmlExporter(),
    ]
    return {exporter.media_type: exporter for exporter in exporters}
