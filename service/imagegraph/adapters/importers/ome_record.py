"""One OME-XML text as one record: what the record is about, and who reads which part of it."""

from __future__ import annotations

import re
from pathlib import PurePath

from imagegraph.adapters.importers.ome_annotation import describe_annotations, describe_regions
from imagegraph.adapters.importers.ome_document import Element, parse, schema_version
from imagegraph.adapters.importers.ome_graph import Node, OmeGraph
from imagegraph.adapters.importers.ome_image import ImageReader
from imagegraph.adapters.importers.ome_plate import COLLECTIONS, describe_collection, place_image
from imagegraph.adapters.importers.ome_vocabulary import element_rules
from imagegraph.adapters.importers.ome_walker import describe, lend
from imagegraph.errors import EmptyDocument, MalformedDocument
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, Literal, NamedNode
from imagegraph.model.records import RECORD_BASE, ImportedRecord

#: the last schema, the one the mapping is written for
CURRENT_SCHEMA = "2016-06"
_NAMESPACE = re.compile(r"(?:https?://)?(?:www\.)?openmicroscopy\.org/", re.IGNORECASE)
_UUID = re.compile(r"(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
_SUFFIX = re.compile(
    r"\.(?:ome\.xml|companion\.ome|ome\.tiff?|ome\.(?:tf[28]|btf)|ome|xml|tiff?|tf[28]|btf)$", re.IGNORECASE
)
_LAMPS = frozenset({"Laser", "Arc", "Filament", "LightEmittingDiode", "GenericExcitationSource"})
#: with one of these in a document its root is the collection, not an image
_WIDER = frozenset({"Plate", "Screen", "Dataset", "Project"})
_PEOPLE = ("Experimenter", "ExperimenterGroup", "Group")


def read_record(content: bytes, *, source: str, kind: str) -> ImportedRecord:
    """The record of an OME-XML text.

    Args:
        content: the XML.
        source: what reports call the document.
        kind: name of the importer.

    Raises:
        MalformedDocument: no well-formed XML, or XML that is not OME.
        EmptyDocument: nothing in it, or only the name of the file that holds the metadata.
        ForbiddenConstruct: a document type declaration or entities.
        DocumentTooDeep: nested deeper than OME-XML ever is.
    """
    root, namespace = parse(content, source=source)
    if root.tag != "OME" or (namespace and not _NAMESPACE.match(namespace)):
        raise MalformedDocument(
            f'{source} is XML, but not OME-XML: its root element is "{root.tag}"'
            f'{f" of {namespace}" if namespace else ""}, not "OME" of http://www.openmicroscopy.org/.',
            source=source,
            line=root.line,
            column=1,
        )
    _refuse_empty(root, source=source)
    _unwrap_lamps(root)
    graph = OmeGraph(source=source)
    _tell_schema(graph, namespace)
    graph.register(root)
    _Record(graph, root, source=source).read()
    about = _about(root)
    return ImportedRecord(
        triples=graph.triples, source=source, kind=kind, about=about, findings=graph.findings()
    )


def _about(root: Element) -> str | None:
    found = _UUID.fullmatch(root.attributes.get("UUID", "").strip())
    return f"urn:uuid:{found[1].lower()}" if found else None


def _refuse_empty(root: Element, *, source: str) -> None:
    binary_only = root.find("BinaryOnly")
    if binary_only is not None:
        companion = binary_only.attributes.get("MetadataFile", "").strip() or "another file"
        raise EmptyDocument(
            f"{source} holds no metadata of its own: they are in {companion}, which describes the whole set "
            "of files. "
            f"Import {companion} instead.",
            source=source,
            line=binary_only.line,
            companion=companion,
        )
    if not root.children:
        raise EmptyDocument(
            f"{source} is an OME document without any content. Write the metadata into it again.",
            source=source,
            line=1,
        )


def _unwrap_lamps(root: Element) -> None:
    """Until 2015-01 a LightSource element stood around the Laser, Arc, … that says its kind."""
    for instrument in root.findall("Instrument"):
        for place, wrapper in enumerate(instrument.children):
            lamp = next((child for child in wrapper.children if child.tag in _LAMPS), None)
            if wrapper.tag != "LightSource" or lamp is None:
                continue
            joined = Element(lamp.tag, wrapper.attributes | lamp.attributes, wrapper.line)
            joined.children = [child for child in wrapper.children if child is not lamp] + lamp.children
            joined.parts = wrapper.parts + lamp.parts
            both = {
                key: wrapper.attributes[key] for key in wrapper.attributes.keys() & lamp.attributes.keys()
            }
            if both:
                joined.children.append(Element("LightSource", both, wrapper.line))
            instrument.children[place] = joined


def _tell_schema(graph: OmeGraph, namespace: str) -> None:
    version = schema_version(namespace)
    if version is None:
        graph.tell(
            "warning",
            "no schema",
            f'The document names no version of the OME schema (namespace "{namespace}"); it is read as '
            f"{CURRENT_SCHEMA}.",
            value=namespace or None,
        )
    elif version != CURRENT_SCHEMA:
        graph.tell(
            "info",
            "another schema",
            f"The document is written in the OME schema {version}, not {CURRENT_SCHEMA}; what has no place "
            "in the "
            "model is kept as text.",
            value=version,
        )


class _Record:
    """Reads one document part by part."""

    def __init__(self, graph: OmeGraph, root: Element, *, source: str) -> None:
        self.graph = graph
        self.document = root
        self.stem = _SUFFIX.sub("", PurePath(source).name) or source
        self.iri = _about(root) or RECORD_BASE
        self.images = root.findall("Image")
        self.collections = [child for child in root.children if child.tag in COLLECTIONS]

    def read(self) -> None:
        """State everything that the document says."""
        graph, document = self.graph, self.document
        root = self._root()
        for element in document.children:
            if element.tag == "Instrument":
                self._instrument(element)
            elif element.tag in _PEOPLE:
                self._agent(element)
        reader = ImageReader(graph)
        for number, image in enumerate(self.images):
            node = graph.node_of(image, f"image-{number}")
            reader.read(image, node)
            for reference in image.findall("DatasetRef"):
                place_image(graph, reference, node)
        for number, element in enumerate(self.collections):
            node = graph.node_of(element, f"{element.tag.lower()}-{number}")
            describe_collection(graph, element, node)
            graph.add(root.iri, SCHEMA.hasPart, node.iri)
        for holder in document.findall("StructuredAnnotations"):
            describe_annotations(graph, holder, root=root)
        self._regions(root, used=reader.regions_used)
        for experiment in document.findall("Experiment"):
            if experiment.attributes.get("ID", "").strip() not in reader.experiments_used:
                graph.keep_rest(root, experiment, prefix="Experiment")
        self._document(root)

    def _root(self) -> Node:
        """The node that the record is about: the only image, the only instrument, or the collection."""
        wider = any(child.tag in _WIDER for child in self.document.children)
        instruments = self.document.findall("Instrument")
        if len(self.images) == 1 and not wider:
            root = self.graph.name_root(self.images[0], self.iri)
            if not self.images[0].attributes.get("Name", "").strip():
                self.graph.add(root.iri, SCHEMA.name, Literal(self.stem))
            return root
        if not self.images and not wider and len(instruments) == 1:
            return self.graph.name_root(instruments[0], self.iri)
        root = Node(NamedNode(self.iri), self.graph.node("document").stem, "StudyComponent")
        self.graph.add(root.iri, RDF_TYPE, IG.StudyComponent)
        self.graph.add(root.iri, SCHEMA.name, Literal(self.stem))
        content = f"The {len(self.images)} image(s) and their groups of an OME-XML document."
        self.graph.add(root.iri, SCHEMA.description, Literal(content))
        self.graph.add(root.iri, IG.imageCount, Literal(len(self.images)))
        for number, image in enumerate(self.images):
            node = self.graph.node_of(image, f"image-{number}")
            self.graph.add(root.iri, IG.image, node.iri)
            self.graph.add(node.iri, SCHEMA.isPartOf, root.iri)
        return root

    def _instrument(self, element: Element) -> None:
        """An instrument has no name in OME-XML: its stand lends its maker and model."""
        graph = self.graph
        node = graph.node_of(element, "instrument")
        describe(graph, element, node)
        stand = element.find("Microscope")
        if stand is not None:
            words = [stand.attributes.get(key, "").strip() for key in ("Manufacturer", "Model")]
            if any(words):
                graph.add(node.iri, SCHEMA.name, Literal(" ".join(word for word in words if word)))

    def _agent(self, element: Element) -> None:
        graph = self.graph
        node = graph.node_of(element, element.tag.lower())
        describe(graph, element, node)
        said = {child.tag: child.text for child in element.children} | element.attributes
        words = [said.get(key, "").strip() for key in ("FirstName", "MiddleName", "LastName")]
        name = (
            " ".join(word for word in words if word)
            or said.get("UserName", "")
            or said.get("DisplayName", "")
        )
        if element.tag == "Experimenter":
            if name.strip():
                graph.add(node.iri, SCHEMA.name, Literal(name.strip()))
            return
        for reference in element.findall("ExperimenterRef"):
            member = graph.find(reference.attributes.get("ID", ""))
            if member is not None and member.class_name == "Person":
                graph.add(member.iri, SCHEMA.affiliation, node.iri)
                graph.keep_surplus(node, reference)
            else:
                graph.keep_rest(node, reference, prefix=reference.tag)

    def _regions(self, root: Node, *, used: set[str]) -> None:
        regions = self.document.findall("ROI")
        describe_regions(self.graph, regions, used=used, owner=root)
        if regions and not used:
            if root.class_name == "Image":
                self.graph.add(root.iri, IG.roiCount, Literal(len(regions)))
            else:
                self.graph.keep(root, "ROI count", Literal(len(regions)))

    def _document(self, root: Node) -> None:
        """The attributes of the OME element and what the schema does not know below it."""
        attributes = dict(self.document.attributes)
        if _about(self.document) is not None:
            del attributes["UUID"]
        elif attributes.get("UUID", "").strip():
            self.graph.tell(
                "warning",
                "no UUID",
                f'Line {self.document.line}: UUID="{attributes["UUID"][:80]}" is no UUID; it is kept as '
                "text.",
                node=root,
                value=attributes["UUID"],
            )
        rest = Element("OME", attributes, self.document.line)
        rest.children = [child for child in self.document.children if child.tag not in COLLECTIONS]
        rest.parts = self.document.parts
        lend(self.graph, rest, root, rule=element_rules()["OME"])
