"""What the tests of the OME importers share: reading a fixture and looking into its statements."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from imagegraph.adapters.importers.ome_xml import OmeXmlImporter
from imagegraph.model.rdf import QUDT, RDF_TYPE, SCHEMA, Literal, NamedNode
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord

FIXTURES = Path(__file__).parents[2] / "data" / "ome"
OME = '<OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">'


def local(fragment: str) -> NamedNode:
    """A local node by its fragment."""
    return NamedNode(f"{RECORD_BASE}#{fragment}")


@dataclass(frozen=True)
class Statements:
    """The statements of a record, for questions in tests."""

    record: ImportedRecord

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[str]:
        """The objects as text, sorted."""
        return sorted(
            triple.object.value
            for triple in self.record.triples
            if triple.subject == subject and triple.predicate == predicate
        )

    def objects(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        """The objects as terms."""
        return [
            triple.object
            for triple in self.record.triples
            if triple.subject == subject and triple.predicate == predicate
        ]

    def typed(self, kind: NamedNode) -> list[NamedNode]:
        """The nodes of a class."""
        return [t.subject for t in self.record.triples if t.predicate == RDF_TYPE and t.object == kind]

    def properties(self, subject: NamedNode) -> dict[str, str]:
        """The property values of a node by their names."""
        return {
            self.values(node, SCHEMA.name)[0]: self.values(node, SCHEMA.value)[0]
            for node in self.objects(subject, SCHEMA.additionalProperty)
        }

    def quantity(self, subject: NamedNode, predicate: NamedNode) -> tuple[float, str]:
        """Number and unit (local name) of a quantity."""
        (node,) = self.objects(subject, predicate)
        (number,) = self.values(node, QUDT.numericValue)
        (unit,) = self.values(node, QUDT.unit)
        return float(number), unit.rpartition("/")[2]

    def messages(self, severity: str) -> list[str]:
        """What the findings of a severity say."""
        return [finding.message for finding in self.record.findings if finding.severity == severity]


def read_text(text: str | bytes, *, name: str = "scan.ome.xml") -> Statements:
    """The one record of an OME-XML text."""
    content = text.encode() if isinstance(text, str) else text
    (record,) = OmeXmlImporter().read(Document(name=name, content=content))
    return Statements(record)


def read_fixture(name: str) -> Statements:
    """The one record of a fixture."""
    return read_text((FIXTURES / name).read_bytes(), name=name)
