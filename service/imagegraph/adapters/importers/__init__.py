"""Importers: one module per format, chosen by `operations.importing.choose`."""

from __future__ import annotations

from imagegraph.ports.importing import Importer


def all_importers() -> tuple[Importer, ...]:
    """Every importer, the more specific before the more general; their modules are loaded only now."""
    from imagegraph.adapters.importers.idr import IdrStudyImporter
    from imagegraph.adapters.importers.jsonld import JsonLdImporter
    from imagegraph.adapters.importers.native import NativeImporter
    from imagegraph.adapters.importers.ome_tiff import OmeTiffImporter
    from imagegraph.adapters.importers.ome_xml import OmeXmlImporter
    from imagegraph.adapters.importers.rdf import rdf_importers
    from imagegraph.adapters.importers.rocrate import RoCrateImporter

    return (
        RoCrateImporter(),
        OmeTiffImporter(),
        OmeXmlImporter(),
        IdrStudyImporter(),
        NativeImporter(),
        JsonLdImporter(),
        *rdf_importers(),
    )
