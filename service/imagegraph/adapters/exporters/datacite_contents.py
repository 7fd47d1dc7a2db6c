"""What a dataset or study is about, when it was made and how large it is, in the words of DataCite."""

from __future__ import annotations

import re

from imagegraph.adapters.exporters.datacite_tables import subject_properties, table
from imagegraph.adapters.exporters.record_graph import RecordGraph
from imagegraph.model.rdf import IG, PROV, SCHEMA, NamedNode, Term

_ADDRESS = re.compile(r"https?://(?:www\.)?(?P<path>[^?#]+?)(?:/deed(?:\.\w+)?|/legalcode(?:\.\w+)?)?/*")
_YEAR = re.compile(r"\d{4}(?!\d)")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def subjects(graph: RecordGraph) -> list[dict[str, str]]:
    """Keywords, and terms with their vocabulary."""
    found = [{"subject": text} for text in graph.texts(graph.about, SCHEMA.keywords)]
    found += [
        {"subject": name, **_vocabulary(value, graph)}
        for value in graph.values(graph.about, *subject_properties())
        if (name := graph.name(value))
    ]
    return [one for place, one in enumerate(found) if one not in found[:place]]


def _vocabulary(value: Term, graph: RecordGraph) -> dict[str, str]:
    if not isinstance(value, NamedNode) or value.value.startswith(f"{graph.record}#"):
        return {}
    schemes: dict[str, str] = table("subject_schemes")
    scheme = next((title for base, title in schemes.items() if value.value.startswith(base)), "")
    return {**({"subjectScheme": scheme} if scheme else {}), "valueUri": value.value}


def dates(graph: RecordGraph) -> list[dict[str, str]]:
    """Publication, making and recording; of an instrument the time it was in use."""
    found = [
        {"date": text, "dateType": kind}
        for kind, property in (("Issued", SCHEMA.datePublished), ("Created", SCHEMA.dateCreated))
        for text in graph.texts(graph.about, property)[:1]
    ]
    recorded = sorted(
        day[0]
        for node in graph.nodes(graph.about, (IG.acquisition,))
        for text in graph.texts(node, PROV.startedAtTime)
        if (day := _DAY.match(text))
    )
    if recorded:
        period = recorded[0] if recorded[0] == recorded[-1] else f"{recorded[0]}/{recorded[-1]}"
        found.append({"date": period, "dateType": "Collected"})
    begin, end = (_day(graph.text(graph.about, one)) for one in (IG.commissioned, IG.decommissioned))
    if begin:
        found.append({"date": f"{begin}/{end}" if end else begin, "dateType": "Available"})
    elif end:
        found.append({"date": end, "dateType": "Withdrawn"})
    return found


def publication_year(graph: RecordGraph, *, otherwise: str) -> int:
    """When it was published, created or came into use.

    Args:
        otherwise: a date that counts when none of these is known.
    """
    for property in (SCHEMA.datePublished, SCHEMA.dateCreated, IG.commissioned):
        for text in graph.texts(graph.about, property):
            if year := _YEAR.match(text):
                return int(year[0])
    return int(otherwise[:4])


def sizes(graph: RecordGraph) -> list[str]:
    """How much data there is, and how many images."""
    found = []
    for node in graph.nodes(graph.about, (SCHEMA.size,)):
        if value := graph.text(node, SCHEMA.value):
            found.append(f"{value} {graph.text(node, SCHEMA.unitText)}".strip())
    count = graph.text(graph.about, IG.imageCount)
    return [*found, f"{count} images"] if count else found


def rights(graph: RecordGraph) -> list[dict[str, str]]:
    """Licences; a known one with its SPDX identifier."""
    found = []
    for value in graph.values(graph.about, SCHEMA.license):
        text = value.value.strip()
        address = _ADDRESS.fullmatch(text)
        if address is None:
            found.append({"rights": text})
            continue
        known = table("licences").get(address["path"])
        spdx = {
            "rightsIdentifier": known, "rightsIdentifierScheme": "SPDX", "schemeUri": "https://spdx.org/licenses/",
        }  # fmt: skip
        found.append({"rights": known or text, "rightsUri": text, **(spdx if known else {})})
    return found


def texts_with_language(graph: RecordGraph, property: NamedNode, *, member: str) -> list[dict[str, str]]:
    """The texts of a property, each with its language if it has one."""
    return [
        {member: value.value.strip(), **({"lang": value.language} if value.language else {})}
        for value in graph.literals(graph.about, property)
    ]


def _day(text: str) -> str:
    found = _DAY.match(text)
    return found[0] if found else ""
