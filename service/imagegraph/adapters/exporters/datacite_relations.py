"""Relations of a record to other things that have identifiers, in the words of DataCite."""

from __future__ import annotations

from collections.abc import Sequence

from imagegraph.adapters.exporters.datacite_tables import relation_paths, table
from imagegraph.adapters.exporters.identifier_types import addressed_identifier
from imagegraph.adapters.exporters.record_graph import RecordGraph
from imagegraph.ports.exporting import Output

#: types that a related identifier may have (https://schema.datacite.org/meta/kernel-4.6/)
_ALLOWED = frozenset(("ARK", "arXiv", "DOI", "Handle", "PMID", "RRID", "URL", "URN"))


def related_identifiers(graph: RecordGraph, outputs: Sequence[Output]) -> list[dict[str, str]]:
    """What the record is related to, each pair of relation and thing once; then what was made with it.

    Args:
        outputs: what was made with the instrument that the record is about.
    """
    found: dict[tuple[str, str], dict[str, str]] = {}
    general = {name: entry["general"] for name, entry in table("types").items()}
    ends = [
        (relation, iri, kind)
        for relation, path, kind in relation_paths()
        for iri in graph.nodes(graph.about, *path)
    ]
    ends += [("Collects", output.iri, general.get(output.type, "")) for output in outputs]
    for relation, iri, kind in ends:
        identifier = addressed_identifier(iri, record=graph.record, allowed=_ALLOWED)
        if identifier is None or iri in (graph.about, graph.record):
            continue
        related = {
            "relatedIdentifier": identifier[0],
            "relatedIdentifierType": identifier[1],
            "relationType": relation,
        }
        found.setdefault(
            (relation, identifier[0]), {**related, **({"resourceTypeGeneral": kind} if kind else {})}
        )
    return list(found.values())
