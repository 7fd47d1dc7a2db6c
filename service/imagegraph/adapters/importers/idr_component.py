"""A screen or experiment of an IDR study file as a study component."""

from __future__ import annotations

import re
from collections import Counter

from imagegraph.adapters.importers.idr_files import add_files, add_library, add_tables, term_of, terms
from imagegraph.adapters.importers.idr_graph import RecordGraph, predicate
from imagegraph.adapters.importers.idr_study import Section, mapping
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import DWCIRI, IG, RDFS, SCHEMA, XSD, Literal, NamedNode

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_FILES = ("feature level data", "processed data")


def add_component(
    graph: RecordGraph, section: Section, *, study: NamedNode, fragments: Counter[str]
) -> NamedNode:
    """State everything that one section says; returns the component's node.

    Args:
        graph: collects the statements.
        section: the rows of one screen or experiment.
        study: the node of the study.
        fragments: how often each name of a component is taken already.
    """
    stated = section.first("component name")
    number = next((cell.text for cell in section.cells("component number")), str(section.position))
    node = graph.local(_fragment(stated, section.kind, number, fragments), IG.StudyComponent)
    graph.name(node, stated or f"{section.kind.capitalize()} {number}")
    graph.add(node, SCHEMA.isPartOf, study)
    graph.add(study, SCHEMA.hasPart, node)
    for key, property in mapping("study")["component_texts"].items():
        for cell in section.cells(key):
            graph.add_text(node, predicate(property), cell.take())
    for method in terms(graph, section, "component imaging method"):
        graph.add(node, DWCIRI.measurementMethod, method)
        graph.add(study, DWCIRI.measurementMethod, method)
    for taxon in terms(graph, section, "component organism", taxon=True):
        graph.add(node, SCHEMA.taxonomicRange, taxon)
        graph.add(study, SCHEMA.taxonomicRange, taxon)
        graph.add(study, SCHEMA.about, taxon)
    _add_type(graph, section, node)
    _add_sizes(graph, section, node)
    add_doi(graph, section, node, key="component data doi")
    _add_protocols(graph, section, node)
    _add_phenotypes(graph, section, node)
    add_library(graph, section, node)
    for kind in _FILES:
        add_tables(graph, section, node, kind=kind)
    add_files(graph, section, node, name="component assay file", format="component assay file format")
    for key in ("library experimental conditions", "assay experimental conditions"):
        _add_term_properties(graph, section, node, key=key)
    add_rest(graph, section, node)
    return node


def _fragment(stated: str, kind: str, number: str, fragments: Counter[str]) -> str:
    """A readable name for the node: `screenA` from `idr0001-graml-sysgro/screenA`."""
    tail = re.sub(r"[^A-Za-z0-9._-]+", "-", stated.rsplit("/", 1)[-1]).strip("-")[:60]
    wanted = tail or f"{kind}-{re.sub(r'[^A-Za-z0-9]+', '-', number)}"
    fragments[wanted] += 1
    return wanted if fragments[wanted] == 1 else f"{wanted}--{fragments[wanted]}"


def _add_type(graph: RecordGraph, section: Section, node: NamedNode) -> None:
    """The technology is the component's type; the stage (primary, validation) is kept beside it."""
    kinds = terms(graph, section, "component technology type")
    for kind in kinds[:1]:
        graph.add(node, IG.componentType, kind)
    for key in (*(["component technology type"] if len(kinds) > 1 else []), "component type"):
        _add_term_properties(graph, section, node, key=key)


def _add_term_properties(graph: RecordGraph, section: Section, node: NamedNode, *, key: str) -> None:
    """Name-value pairs whose values may have a term."""
    names = {id(cell): row.key for row in section.rows if row.canonical == key for cell in row.cells}
    for label, source, accession in section.columns(key, f"{key} term source ref", f"{key} term accession"):
        name, text = names.get(id(label), key), label.text or accession.text
        if not text:
            continue
        term = graph.term(label.take(), accession.take(), source.take()) if accession.text else None
        label.take()
        graph.add(node, SCHEMA.additionalProperty, graph.property_value(name, text, term=term))


def _add_sizes(graph: RecordGraph, section: Section, node: NamedNode) -> None:
    """Counts and volumes such as `5D Images: 6,175` or `Total Tb: 0.27`."""
    cells = section.cells("component size")
    table = mapping("study")
    counted = False
    for index, cell in enumerate(cells):
        label, colon, text = (part.strip() for part in cell.text.partition(":"))
        following = cells[index + 1] if index + 1 < len(cells) else None
        stray = colon and not text and following is not None and _NUMBER.match(following.text)
        if stray and following is not None:
            text = following.text
        number = _NUMBER.fullmatch(re.sub(r"\s*[kmgt]b$", "", text, flags=re.IGNORECASE))
        if not colon or number is None:
            continue
        value = number[0].replace(",", "")
        unit = table["sizes"].get(label.lower())
        if label.lower() in table["image_count"] and not counted and "." not in value:
            graph.add(node, IG.imageCount, Literal(value, datatype=XSD.integer))
            counted = True
        elif unit:
            typed = Literal(value, datatype=XSD.decimal if "." in value else XSD.integer)
            pairs = [(SCHEMA.value, typed), (SCHEMA.unitText, Literal(unit))]
            graph.add(node, SCHEMA.size, graph.shared("size", SCHEMA.QuantitativeValue, pairs))
        else:
            continue
        cell.take()
        if stray and following is not None:
            following.take()


def add_doi(graph: RecordGraph, section: Section, node: NamedNode, *, key: str) -> None:
    """The DOI of the data as identifier and link."""
    for cell in section.cells(key):
        doi = normalise_iri(cell.text)
        if doi.kind == "doi" and doi.problem is None:
            cell.take()
            graph.add_text(node, SCHEMA.identifier, doi.iri)
            graph.add(node, RDFS.seeAlso, NamedNode(doi.iri))
        else:
            graph.warn(f"“{cell.text}” is no DOI; it was kept as text.", value=cell.text)


def _add_protocols(graph: RecordGraph, section: Section, node: NamedNode) -> None:
    keys = ("name", "type", "type term source ref", "type term accession", "description")
    for position, cells in enumerate(section.columns(*(f"protocol {key}" for key in keys)), 1):
        name, kind, source, accession, description = cells
        if not any(cell.text for cell in (name, kind, accession, description)):
            continue
        protocol = graph.local(f"{node.value.partition('#')[2]}-protocol-{position}", IG.Protocol)
        graph.add_text(protocol, SCHEMA.name, name.take() or kind.text)
        graph.add_text(protocol, SCHEMA.description, description.take())
        term = term_of(graph, kind, source, accession)
        if term is not None:
            graph.add(protocol, IG.protocolType, term)
        graph.add(node, IG.protocol, protocol)


def _add_phenotypes(graph: RecordGraph, section: Section, node: NamedNode) -> None:
    """Phenotypes by column; every further block of term rows adds another term to the same column."""
    phenotypes: dict[int, NamedNode] = {}
    stem = f"{node.value.partition('#')[2]}-phenotype"

    def phenotype(column: int) -> NamedNode:
        if column not in phenotypes:
            phenotypes[column] = graph.local(f"{stem}-{column}", IG.Phenotype)
            graph.add(node, IG.phenotype, phenotypes[column])
        return phenotypes[column]

    texts = {"name": SCHEMA.name, "description": SCHEMA.description, "score type": IG.scoreType}
    for key, property in texts.items():
        for cells in section.lists(f"phenotype {key}")[:1]:
            for cell in cells:
                graph.add_text(phenotype(cell.column), property, cell.take()) if cell.text else None
    named = {cell.column for cells in section.lists("phenotype name")[:1] for cell in cells if cell.text}
    keys = ("phenotype term name", "phenotype term source ref", "phenotype term accession")
    for cells in section.columns(*keys):
        column = max(cell.column for cell in cells)
        term = term_of(graph, *cells)
        if term is not None:
            graph.add(phenotype(column), IG.phenotypeTerm, term)
            if column not in named:
                graph.name(phenotype(column), cells[0].text)


def add_rest(graph: RecordGraph, section: Section, node: NamedNode) -> None:
    """Keep every cell that nothing else used as a name-value pair."""
    for key, text in section.rest():
        graph.add(node, SCHEMA.additionalProperty, graph.property_value(key, text))
