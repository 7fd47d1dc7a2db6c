"""Formats that a record can be read in."""

from __future__ import annotations

from collections.abc import Callable

from imagegraph.adapters.exporters.datacite import DataCiteJsonExporter
from imagegraph.adapters.exporters.jsonld import JsonLdExporter
from imagegraph.adapters.exporters.pidinst_formats import PidinstJsonExporter, PidinstXmlExporter
from imagegraph.adapters.exporters.rdf import NTriplesExporter, RdfXmlExporter, TurtleExporter
from imagegraph.adapters.exporters.report import report_as_jsonld, report_as_turtle
from imagegraph.adapters.exporters.report_text import report_as_text
from imagegraph.model.reports import Report
from imagegraph.ports.exporting import Exporter, NoSurroundings, Surroundings


def all_exporters(base: str, *, surroundings: Surroundings | None = None) -> dict[str, Exporter]:
    """Every exporter by its media type, the preferred one first.

    Args:
        base: IRI base of the service, whose `context/v1.jsonld` the documents name.
        surroundings: what else is known, for formats that tell more than one record says; None for nothing.
    """
    around = surroundings or NoSurroundings()
    exporters: list[Exporter] = [
        JsonLdExporter(context=f"{base}context/v1.jsonld"),
        TurtleExporter(),
        NTriplesExporter(),
        RdfXmlExporter(),
        DataCiteJsonExporter(surroundings=around),
        PidinstJsonExporter(surroundings=around),
        PidinstXmlExporter(surroundings=around),
    ]
    return {exporter.media_type: exporter for exporter in exporters}


def report_writers() -> dict[str, Callable[[Report], bytes]]:
    """What writes a validation report, by media type; JSON and pages are made by the API itself."""
    return {
        "text/plain": lambda report: report_as_text(report).encode(),
        "text/turtle": report_as_turtle,
        "application/ld+json": report_as_jsonld,
    }
