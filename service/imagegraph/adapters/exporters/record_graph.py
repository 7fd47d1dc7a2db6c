"""The statements of one record, and the names of what it mentions, for formats that pick what they need."""

from __future__ import annotations

from functools import cached_property

from imagegraph.model.rdf import DWC, DWCIRI, IG, RDF_TYPE, RDFS, SCHEMA, Literal, NamedNode, Term
from imagegraph.model.records import Version
from imagegraph.operations.arrangement import arrange
from imagegraph.ports.exporting import Surroundings

_NAMES = (SCHEMA.name, DWC.scientificName, RDFS.label)
#: properties whose values are told by their names
_TOLD_BY_NAME = (
    SCHEMA.owner, IG.locatedIn, SCHEMA.manufacturer, SCHEMA.author, SCHEMA.contributor, SCHEMA.affiliation,
    SCHEMA.publisher, SCHEMA.funder, SCHEMA.taxonomicRange, DWCIRI.measurementMethod, IG.instrumentType,
    IG.studyType, IG.biologicalEntity,
)  # fmt: skip


class RecordGraph:
    """Looks up what a record says.

    Args:
        version: the record.
        surroundings: tells names that the record does not.
    """

    def __init__(self, version: Version, *, surroundings: Surroundings) -> None:
        arrangement = arrange(version)
        self.about = arrangement.root
        self.record = version.iri
        self._statements = arrangement.statements
        self._surroundings = surroundings

    def values(self, node: str, *properties: NamedNode) -> list[Term]:
        """The values of some properties, in the order of the properties, each once."""
        found = self._statements.get(node, {})
        return list(dict.fromkeys(value for one in properties for value in found.get(one.value, ())))

    def nodes(self, node: str, *path: tuple[NamedNode, ...]) -> list[str]:
        """The IRIs at the end of a path, each once; every step is one of several properties."""
        reached = [node]
        for step in path:
            values = [value for one in reached for value in self.values(one, *step)]
            reached = list(dict.fromkeys(value.value for value in values if isinstance(value, NamedNode)))
        return reached

    def literals(self, node: str, *properties: NamedNode) -> list[Literal]:
        """The texts among the values: those without language first, then English ones, then others; no empty ones."""
        values = self.values(node, *properties)
        literals = [value for value in values if isinstance(value, Literal) and value.value.strip()]
        return sorted(literals, key=lambda value: _distance(value.language))

    def texts(self, node: str, *properties: NamedNode) -> list[str]:
        """The same without their languages and the blanks around them."""
        return list(dict.fromkeys(value.value.strip() for value in self.literals(node, *properties)))

    def text(self, node: str, *properties: NamedNode) -> str:
        """The first text of the first property that has one, empty when none has."""
        return next((text for one in properties for text in self.texts(node, one)), "")

    def texts_anywhere(self, property: NamedNode) -> list[str]:
        """The texts that any node of the record has for a property, sorted."""
        return sorted({text for node in self._statements for text in self.texts(node, property)})

    def name(self, value: Term) -> str:
        """What a thing is called, by this record or by others; a literal is its own name."""
        if isinstance(value, Literal):
            return value.value.strip()
        return self.text(value.value, *_NAMES) or self._other_names.get(value.value, "")

    def is_a(self, node: str, kind: NamedNode) -> bool:
        """Whether a node has this class."""
        return kind in self.values(node, RDF_TYPE)

    @cached_property
    def _other_names(self) -> dict[str, str]:
        """Names that others give to what this record mentions and does not name; asked for once."""
        nameless = {
            value.value
            for node in self._statements
            for value in self.values(node, *_TOLD_BY_NAME)
            if isinstance(value, NamedNode) and not self.text(value.value, *_NAMES)
        }
        return dict(self._surroundings.names_of(nameless)) if nameless else {}


def _distance(language: str | None) -> int:
    return 0 if not language else 1 if language.lower().partition("-")[0] == "en" else 2
