"""What the fields of an annotation table say about an image and about the sample it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from imagegraph.adapters.importers.idr_channel import listed_channels
from imagegraph.adapters.importers.idr_graph import Pair, RecordGraph, predicate
from imagegraph.adapters.importers.idr_study import mapping
from imagegraph.adapters.importers.idr_table import Field, parts_of
from imagegraph.model.identifiers import identifier_of, normalise_iri
from imagegraph.model.rdf import IG, SCHEMA, Literal, NamedNode

_IDENTIFIERS = re.compile(r"[A-Za-z0-9_.-]+(?:\s*[,;/|]\s*[A-Za-z0-9_.-]+)+")
_UNIT = re.compile(r"\(([^()]+)\)\s*$")


@dataclass
class Statements:
    """What one field says in one row: about the image, its sample and its specimen.

    `words` are the parts of a name and description of the sample.
    """

    image: list[Pair] = field(default_factory=list)
    sample: list[Pair] = field(default_factory=list)
    specimen: list[Pair] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)


class FieldReader:
    """Turns the cells of one field into statements.

    Args:
        graph: collects the nodes that the statements point to.
        header: names of the columns as written.
    """

    def __init__(self, graph: RecordGraph, header: list[str]) -> None:
        self.graph = graph
        self.header = header
        self._readers: dict[str, Callable[[Field, tuple[str, ...], Statements], None]] = {
            "organism": self._organism, "term": self._term, "sample": self._sample, "gene": self._gene,
            "compound": self._compound, "phenotype": self._phenotype, "antibody": self._antibody,
            "channels": self._channels, "file": self._file, "control": self._control, "image_type": self._image_type, "property": self._property,
            "properties": self._properties,
        }  # fmt: skip

    def read(self, entry: Field, values: tuple[str, ...]) -> Statements:
        """The statements of a field whose cells, in the order of its positions, have these values."""
        said = Statements()
        self._readers[entry.role](entry, values, said)
        said.image = list(dict.fromkeys(said.image))
        return said

    def _described(
        self, entry: Field, values: tuple[str, ...], *, taxon: bool = False
    ) -> tuple[str, NamedNode | None]:
        """The text of a field and its term, when an accession stands behind it."""
        parts = parts_of(entry, values)
        label, source, accession = (
            next(iter(parts.get(part, [])), "") for part in ("name", "ref", "accession")
        )
        if not (label or accession):
            return "", None
        if not (accession or taxon):
            if source:
                self.graph.warn(
                    f"“{entry.header}” names the term source {source} without an accession.", value=source
                )
            return label, self.graph.term(label, "", source) if source else None
        return label or accession, self.graph.term(label, accession, source, taxon=taxon)

    def _pair(self, entry: Field, text: str, term: NamedNode | None, said: Statements) -> None:
        node = self.graph.property_value(entry.header, text, term=term)
        said.image.append((SCHEMA.additionalProperty, node))

    def _organism(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        text, taxon = self._described(entry, values, taxon=True)
        if taxon is None:
            self._properties(entry, values, said)
            return
        said.image.append((SCHEMA.taxonomicRange, taxon))
        said.sample.append((SCHEMA.taxonomicRange, taxon))
        said.words.append(("organism", text))
        if entry.condition:
            self._vary(entry, text, None, said)

    def _term(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        text, term = self._described(entry, values)
        if not text:
            self._property(entry, values, said)
            return
        node = term if term is not None else self.graph.term(text)
        said.image.append((predicate(entry.slot), node))
        said.sample.append((predicate(entry.slot), node))
        said.words.append((entry.subject, text))
        if entry.condition:
            self._vary(entry, text, term, said)

    def _sample(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        text, term = self._described(entry, values)
        if not text:
            self._properties(entry, values, said)
            return
        said.sample.append((predicate(entry.slot), Literal(text)))
        said.words.append((entry.subject, text))
        if entry.condition:
            self._vary(entry, text, term, said)
        elif term is not None:
            self._pair(entry, text, term, said)

    def _vary(self, entry: Field, text: str, term: NamedNode | None, said: Statements) -> None:
        """An experimental condition: a name-value pair of the image, a variable of the sample."""
        self._pair(entry, text, term, said)
        said.sample.append((IG.experimentalVariable, Literal(f"{entry.subject}: {text}")))
        said.words.append((entry.subject, text))

    def _property(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        text, term = self._described(entry, values)
        if not text:
            self._properties(entry, values, said)
        elif entry.condition:
            self._vary(entry, text, term, said)
        else:
            self._pair(entry, text, term, said)

    def _properties(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        """Every cell for itself, under the name of its column."""
        for position, text in zip(entry.positions, values, strict=True):
            if text:
                node = self.graph.property_value(self.header[position], text)
                said.image.append((SCHEMA.additionalProperty, node))

    def _gene(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        parts = parts_of(entry, values)
        identifiers, symbols = parts.get("identifier", []), parts.get("symbol", [])
        for index in range(max(len(identifiers), len(symbols))):
            identifier = identifiers[index] if index < len(identifiers) else ""
            symbol = symbols[index] if index < len(symbols) else ""
            for one, label in _paired(identifier, symbol):
                pairs: list[Pair] = [(SCHEMA.identifier, Literal(one))] if one else []
                pairs += [(SCHEMA.name, Literal(label))] if label else []
                if pairs:
                    said.image.append((IG.gene, self.graph.shared("gene", SCHEMA.Gene, pairs)))

    def _compound(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        parts = parts_of(entry, values)
        names, keys, smiles, doses = (
            [text for text in parts.get(part, []) if text] for part in ("name", "inchi_key", "smiles", "dose")
        )
        if not (names or keys or smiles):
            self._properties(entry, values, said)
            return
        unit = next(
            (found[1] for at in entry.columns.get("dose", []) if (found := _UNIT.search(self.header[at]))),
            "",
        )
        pairs: list[Pair] = [(SCHEMA.name, Literal(text)) for text in names[:1]]
        pairs += [(SCHEMA.alternateName, Literal(text)) for text in names[1:]]
        pairs += [(IG.inchiKey, Literal(text)) for text in keys[:1]]
        pairs += [(IG.smiles, Literal(text)) for text in smiles[:1]]
        pairs += [(IG.dose, Literal(f"{text} {unit}".strip())) for text in doses[:1]]
        for header, text in zip(
            ("InChIKey", "SMILES", "dose"), (keys[1:], smiles[1:], doses[1:]), strict=True
        ):
            pairs += [(SCHEMA.additionalProperty, self.graph.property_value(header, more)) for more in text]
        accession = next(iter(parts.get("accession", [])), "")
        source = next(iter(parts.get("ref", [])), "")
        if accession or source:
            pairs.append((IG.compoundTerm, self.graph.term(names[0] if names else "", accession, source)))
        said.image.append((IG.compound, self.graph.shared("compound", IG.Compound, pairs)))

    def _phenotype(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        """A phenotype with any number of terms; a row of terms without a phenotype names one, too."""
        parts = parts_of(entry, values)
        names = [text for text in parts.get("name", []) if text]
        labels, accessions, sources = (parts.get(part, []) for part in ("label", "accession", "ref"))
        terms: list[Pair] = []
        for index in range(max(len(labels), len(accessions))):
            label, accession, source = (
                texts[index] if index < len(texts) else "" for texts in (labels, accessions, sources)
            )
            if label or accession:
                terms.append((IG.phenotypeTerm, self.graph.term(label, accession, source)))
        if not names and not terms:
            self._properties(entry, values, said)
            return
        shown = names or [text for text in labels if text][:1]
        pairs: list[Pair] = [(SCHEMA.name, Literal(text)) for text in shown[:1]]
        pairs += [(SCHEMA.alternateName, Literal(text)) for text in shown[1:]]
        said.image.append((IG.phenotype, self.graph.shared("phenotype", IG.Phenotype, pairs + terms)))

    def _antibody(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        """An antibody by its RRID, and the labelling it was used in."""
        parts = parts_of(entry, values)
        names, identifiers, dilutions = (
            [text for text in parts.get(part, []) if text] for part in ("name", "identifier", "dilution")
        )
        found = normalise_iri(identifiers[0]) if identifiers else None
        if (
            found is None
            or (rrid := identifier_of(found.iri)) is None
            or rrid.scheme != "rrid"
            or len(identifiers) > 1
            or len(names) > 1
            or len(dilutions) > 1
        ):
            self._properties(entry, values, said)
            return
        antibody = self.graph.global_node(found.iri, IG.Antibody)
        if identifiers[0] not in found.iri:
            self.graph.add(antibody, IG.originalSpelling, Literal(identifiers[0]))
        for name in names:
            self.graph.name(antibody, name)
        kind = re.sub(r"\W*\d*\W*$", "", re.sub(r"^.*\[", "", entry.header)).lower()
        pairs: list[Pair] = [(IG.reagent, antibody), (SCHEMA.description, Literal(kind))]
        pairs += [(SCHEMA.name, Literal(text)) for text in names]
        pairs += [(IG.dilution, Literal(text)) for text in dilutions]
        said.specimen.append((IG.labelling, self.graph.shared("labelling", IG.Labelling, pairs)))

    def _channels(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        """The channels of the image, each with what it shows; the text stays beside them."""
        for listed in listed_channels(values[0]):
            pairs: list[Pair] = [(SCHEMA.name, Literal(listed.name))]
            pairs += [(IG.fluorophore, Literal(listed.fluorophore))] if listed.fluorophore else []
            if listed.content:
                shown: list[Pair] = [
                    (SCHEMA.name, Literal(listed.content)),
                    (IG.channelLabel, Literal(listed.name)),
                ]
                shown += [(IG.fluorophore, Literal(listed.fluorophore))] if listed.fluorophore else []
                pairs.append((IG.labelling, self.graph.shared("labelling", IG.Labelling, shown)))
            said.image.append((IG.channel, self.graph.shared("channel", IG.Channel, pairs)))
        self._properties(entry, values, said)

    def _file(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        """The file of the image with its place in the submission."""
        path = values[0]
        name = re.split(r"[/\\]", path.rstrip("/\\"))[-1] or path
        pairs: list[Pair] = [(SCHEMA.name, Literal(name))]
        pairs += [(SCHEMA.contentUrl, Literal(path))] if path != name else []
        said.image.append((IG.file, self.graph.shared("file", SCHEMA.MediaObject, pairs)))

    def _control(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        status = mapping("table")["controls"].get(values[0].lower())
        if status:
            said.image.append((IG.experimentalStatus, Literal(status)))
        self._property(entry, values, said)

    def _image_type(self, entry: Field, values: tuple[str, ...], said: Statements) -> None:
        kind = mapping("table")["image_types"].get(values[0].lower())
        if kind:
            said.image.append((IG.imageType, Literal(kind)))
        self._property(entry, values, said)


def _paired(identifier: str, symbol: str) -> list[tuple[str, str]]:
    """Genes of a cell that lists several identifiers, each with its symbol when there are as many."""
    if not _IDENTIFIERS.fullmatch(identifier):
        return [(identifier, symbol)]
    identifiers = re.split(r"\s*[,;/|]\s*", identifier)
    symbols = re.split(r"\s*[,;/|]\s*", symbol) if symbol else []
    if len(symbols) == len(identifiers):
        return list(zip(identifiers, symbols, strict=True))
    return [(one, "") for one in identifiers] + ([("", symbol)] if symbol else [])
