"""Terms, libraries, files and tables that the rows of a section name."""

from __future__ import annotations

from imagegraph.adapters.importers.idr_graph import RecordGraph
from imagegraph.adapters.importers.idr_study import Cell, Section
from imagegraph.model.rdf import IG, SCHEMA, Literal, NamedNode


def terms(graph: RecordGraph, section: Section, key: str, *, taxon: bool = False) -> list[NamedNode]:
    """The terms of the parallel lists `key`, `key term source ref` and `key term accession`."""
    found = []
    for label, source, accession in section.columns(key, f"{key} term source ref", f"{key} term accession"):
        node = term_of(graph, label, source, accession, taxon=taxon)
        if node is not None:
            found.append(node)
    return found


def term_of(
    graph: RecordGraph, label: Cell, source: Cell, accession: Cell, *, taxon: bool = False
) -> NamedNode | None:
    """The term of one column; None when neither label nor accession is filled."""
    if not label.text and not accession.text:
        return None
    return graph.term(label.take(), accession.take(), source.take(), taxon=taxon)


def add_library(graph: RecordGraph, section: Section, node: NamedNode) -> None:
    """The library of a screen with its type, maker, version and file."""
    kinds = terms(graph, section, "library type")
    manufacturer = section.first("library manufacturer")
    version = section.first("library version")
    names = [cell.text for cell in section.cells("library file name")]
    add_files(graph, section, node, name="library file name", format="library file format")
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


def add_files(graph: RecordGraph, section: Section, node: NamedNode, *, name: str, format: str) -> None:
    """Files that are named in the study file and kept beside it."""
    for names, formats in section.columns(name, format):
        if names.text:
            pairs = [(SCHEMA.name, Literal(names.take()))]
            if formats.text:
                pairs.append((SCHEMA.encodingFormat, Literal(formats.take())))
            graph.add(node, IG.file, graph.shared("file", SCHEMA.MediaObject, pairs))


def add_tables(graph: RecordGraph, section: Section, node: NamedNode, *, kind: str) -> None:
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
