"""One plate or dataset of an annotation table as a record: a study component with an image per row."""

from __future__ import annotations

import hashlib

from imagegraph.adapters.importers.idr_field import FieldReader, Statements
from imagegraph.adapters.importers.idr_graph import Pair, RecordGraph, predicate
from imagegraph.adapters.importers.idr_study import mapping
from imagegraph.adapters.importers.idr_table import Group, Table, cells_of
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, XSD, Literal, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE


class GroupRecord:
    """Turns the rows of one group into statements; equal cells are worked out once.

    Args:
        graph: collects the statements.
        table: the columns.
        study: the node of the study, when it has an accession.
    """

    def __init__(self, graph: RecordGraph, table: Table, *, study: NamedNode | None) -> None:
        self.graph = graph
        self.table = table
        self.study = study
        self.root = NamedNode(RECORD_BASE)
        self._known: dict[tuple[int, tuple[str, ...]], Statements] = {}
        self._counts: dict[str, int] = {}
        self._reader = FieldReader(graph, table.header)
        self._fields = [(index, entry, entry.positions) for index, entry in enumerate(table.fields)]

    def add(self, group: Group, *, name: str, description: str, counted: bool) -> None:
        """State the component and every image of it.

        Args:
            group: the rows.
            name: of the plate or dataset.
            description: a sentence about it.
            counted: each row is an image; rows about wells may be about empty ones.
        """
        graph = self.graph
        graph.add(self.root, RDF_TYPE, IG.StudyComponent)
        graph.add_text(self.root, SCHEMA.name, name)
        graph.add_text(self.root, SCHEMA.description, description)
        if counted:
            graph.add(self.root, IG.imageCount, Literal(str(len(group.rows)), datatype=XSD.integer))
        if self.study is not None:
            graph.add(self.root, SCHEMA.isPartOf, self.study)
        for line, cells in group.rows:
            self._add_image(cells, line=line)
        organisms = {t.object: None for t in graph.triples if t.predicate == SCHEMA.taxonomicRange}
        for organism in organisms:
            graph.add(self.root, SCHEMA.taxonomicRange, organism)  # type: ignore[arg-type]

    def _add_image(self, cells: list[str], *, line: int) -> None:
        image = self._image(cells, line=line)
        triples = self.graph.triples
        about = Statements()
        for index, entry, positions in self._fields:
            values = cells_of(cells, positions)
            if not any(values):
                continue
            said = self._known.get((index, values))
            if said is None:
                said = self._known[(index, values)] = self._reader.read(entry, values)
            triples.extend([Triple(image, property, value) for property, value in said.image])
            about.sample += said.sample
            about.specimen += said.specimen
            about.words += said.words
        for position, text in enumerate(cells[len(self.table.header) :], len(self.table.header) + 1):
            if text:
                surplus = self.graph.property_value(f"Column {position}", text)
                self.graph.add(image, SCHEMA.additionalProperty, surplus)
        self._add_specimen(image, about)

    def _image(self, cells: list[str], *, line: int) -> NamedNode:
        """The node of a row, named after its image or well, so that other rows do not change it."""
        keys = {key: cells[at] if at < len(cells) else "" for key, at in self.table.keys.items()}
        plate, well = keys.get("plate", ""), keys.get("well", "")
        name = keys.get("image") or f"{plate} {well}".strip() or f"Row {line}"
        stem = hashlib.blake2b("\n".join((name, plate, well)).encode(), digest_size=6).hexdigest()
        count = self._counts[stem] = self._counts.get(stem, 0) + 1
        image = self.graph.local(f"image-{stem}" + (f"-{count}" if count > 1 else ""), IG.Image)
        self.graph.add(image, SCHEMA.isPartOf, self.root)
        self.graph.add_text(image, SCHEMA.name, name)
        self.graph.add_text(image, IG.plate, plate)
        self.graph.add_text(image, IG.well, well)
        if keys.get("dataset") and not self.table.by_dataset:
            column = self.table.header[self.table.keys["dataset"]]
            dataset = self.graph.property_value(column, keys["dataset"])
            self.graph.add(image, SCHEMA.additionalProperty, dataset)
        return image

    def _add_specimen(self, image: NamedNode, about: Statements) -> None:
        """What lay on the microscope, when the row says more of it than its species and cell line."""
        specimen = dict.fromkeys(about.specimen)
        if any(property.value.startswith(IG) for property, _ in about.sample):
            words = dict.fromkeys(about.words)
            pairs: list[Pair] = [
                (SCHEMA.name, Literal(", ".join(dict.fromkeys(text for _, text in words)))),
                (SCHEMA.description, Literal("; ".join(f"{what}: {text}" for what, text in words))),
                *self._unique(about.sample),
            ]
            sample = self.graph.shared("biosample", IG.Biosample, pairs)
            specimen = {(IG.biosample, sample): None, **specimen}
        if specimen:
            self.graph.add(image, IG.specimen, self.graph.shared("specimen", IG.Specimen, specimen))

    def _unique(self, pairs: list[Pair]) -> list[Pair]:
        """Each statement once; a second sex, age or stage becomes a name-value pair."""
        single = {predicate(slot) for slot in mapping("table")["sample_single"]}
        stated: dict[NamedNode, NamedNode | Literal] = {}
        kept: dict[Pair, None] = {}
        for property, value in pairs:
            if property in single and stated.setdefault(property, value) != value:
                other = self.graph.property_value(property.value.rpartition("/")[2], value.value)
                kept[(SCHEMA.additionalProperty, other)] = None
            else:
                kept[(property, value)] = None
        return list(kept)
