"""A screen or experiment of an IDR study file as a study component."""

from __future__ import annotations

import re

from imagegraph.adapters.importers.idr_graph import RecordGraph, predicate
from imagegraph.adapters.importers.idr_study import Cell, Section, mapping
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import DWCIRI, IG, RDFS, SCHEMA, XSD, Literal, NamedNode

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_FILES = ("feature level data", "processed data")


def add_component(
    graph: RecordGraph, section: Section, *, study: NamedNode, fragments: set[str]
) -> NamedNode:
    """State everything that one section says; returns the component's node.

    Args:
        graph: collects the statements.
        section: the rows of one screen or experiment.
        study: the node of the study.
        fragments: names of components that are taken already.
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
    _add_library(graph, section, node)
    for kind in _FILES:
        _add_tables(graph, section, node, kind=kind)
    _add_files(graph, section, node, name="component assay file", format="component assay file format")
    for key in ("library experimental conditions", "assay experimental conditions"):
        _add_term_properties(graph, section, node, key=key)
    add_rest(graph, section, node)
    return node


def _fragment(stated: str, kind: str, number: str, fragments: set[str]) -> str:
    """A readable name for the node: `screenA` from `idr0001-graml-sysgro/screenA`."""
    tail = re.sub(r"[^A-Za-z0-9._-]+", "-", stated.rsplit("/", 1)[-1]).strip("-")[:60]
    wanted = tail or f"{kind}-{re.sub(r'[^A-Za-z0-9]+', '-', number)}"
    chosen, count = wanted, 1
    while chosen in fragments:
        count += 1
        chosen = f"{wanted}-{count}"
    fragments.add(chosen)
    return chosen


def terms(graph: RecordGraph, section: Section, key: str, *, taxon: bool = False) -> list[NamedNode]:
    """The terms of the parallel lists `key`, `key term source ref` and `key term accession`."""
    found = []
    for label, source, accession in section.columns(key, f"{key} term source ref", f"{key} term accession"):
        node = _term(graph, label, source, accession, taxon=taxon)
        if node is not None:
            found.append(node)
    return found


def _term(
    graph: RecordGraph, label: Cell, source: Cell, accession: Cell, *, taxon: bool = False
) -> NamedNode | None:
    if not label.text and not accession.text:
        return None
    return graph.term(label.take(), accession.take(), source.take(), taxon=taxon)


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
        term = _term(graph, kind, source, accession)
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
    keys = ("phenotype term name", "phenotype term source ref", "phenotype term accession")
    for cells in section.columns(*keys):
        column = max(cell.column for cell in cells)
        term = _term(graph, *cells)
        if term is not None:
            graph.add(phenotype(column), IG.phenotypeTerm, term)
            if not any(c.column == column and c.text for r in section.lists("phenotype name")[:1] for c in r):
                graph.name(phenotype(column), cells[0].text)


def _add_library(graph: RecordGraph, section: Section, node: NamedNode) -> None:
    kinds = terms(graph, section, "library type")
    manufacturer = section.first("library manufacturer")
    version = section.first("library version")
    names = [cell.text for cell in section.cells("library file name")]
    _add_files(graph, section, node, name="library file name", format="library file format")
    if not (kinds or manufacturer or names):
        _restore(section, "library version")
        return
    library = graph.local(f"{node.value.partition('#')[2]}-library", IG.Library)
    graph.add(node, IG.reagent, library)
    for name in names[:1]:
        graph.add_text(library, SCHEMA.name, name)
    for kind in kinds[:1]:
        graph.add(library, IG.libraryType, kind)
    for kind in kinds[1:]:
        graph.add(
            library, SCHEMA.additionalProperty, graph.property_value("Library Type", "see term", term=kind)
        )
    if manufacturer:
        maker = graph.shared("organisation", SCHEMA.Organization, [(SCHEMA.name, Literal(manufacturer))])
        graph.add(library, IG.vendor, maker)
    if version:
        graph.add(library, SCHEMA.additionalProperty, graph.property_value("Library Version", version))


def _restore(section: Section, key: str) -> None:
    """Count the cells of a key as unused again."""
    for cell in section.cells(key):
        cell.used = False


def _add_files(graph: RecordGraph, section: Section, node: NamedNode, *, name: str, format: str) -> None:
    """Files that are named in the study file and kept beside it."""
    for names, formats in section.columns(name, format):
        if names.text:
            pairs = [(SCHEMA.name, Literal(names.take()))]
            if formats.text:
                pairs.append((SCHEMA.encodingFormat, Literal(formats.take())))
            graph.add(node, IG.file, graph.shared("file", SCHEMA.MediaObject, pairs))


def _add_tables(graph: RecordGraph, section: Section, node: NamedNode, *, kind: str) -> None:
    """Tables of features or results with their columns; each `… File Name` row begins another table."""
    blocks: list[Section] = []
    for row in section.rows:
        if row.canonical.startswith(kind):
            if not blocks or row.canonical == f"{kind} file name":
                blocks.append(Section(section.kind))
            blocks[-1].rows.append(row)
    stem = f"{node.value.partition('#')[2]}-{kind.partition(' ')[0]}"
    for position, block in enumerate(blocks, 1):
        columns = _columns(graph, block, kind=kind)
        keys = [f"{kind} file {key}" for key in ("name", "format", "description")]
        entries = [cells for cells in block.columns(*keys) if cells[0].text]
        if not entries and columns:
            entries = [[Cell("", -1)] * 3]
        for count, (name, format, description) in enumerate(entries, 1):
            file = graph.local(f"{stem}-{position}-{count}", SCHEMA.MediaObject)
            graph.add_text(file, SCHEMA.name, name.take())
            graph.add_text(file, SCHEMA.encodingFormat, format.take())
            graph.add_text(file, SCHEMA.description, description.take())
            graph.add(node, IG.file, file)
            for column in columns:
                graph.add(file, SCHEMA.additionalProperty, column)


def _columns(graph: RecordGraph, block: Section, *, kind: str) -> list[NamedNode]:
    """The columns of a table: name, type as value, what it holds as description, level beside it."""
    keys = [f"{kind} column {key}" for key in ("name", "type", "description", "annotation level")]
    found = []
    for name, type, description, level in block.columns(*keys):
        if not name.text:
            continue
        pairs: list[tuple[NamedNode, NamedNode | Literal]] = [(SCHEMA.name, Literal(name.take()))]
        if type.text:
            pairs.append((SCHEMA.value, Literal(type.take())))
        if description.text:
            pairs.append((SCHEMA.description, Literal(description.take())))
        if level.text:
            annotation = graph.property_value("Annotation Level", level.take())
            pairs.append((SCHEMA.additionalProperty, annotation))
        found.append(graph.shared("column", SCHEMA.PropertyValue, pairs))
    return found


def add_rest(graph: RecordGraph, section: Section, node: NamedNode) -> None:
    """Keep every cell that nothing else used as a name-value pair."""
    for key, text in section.rest():
        graph.add(node, SCHEMA.additionalProperty, graph.property_value(key, text))
