"""What groups images in OME-XML: projects, datasets, folders, screens, plates and wells."""

from __future__ import annotations

import re

from imagegraph.adapters.importers.ome_document import Element
from imagegraph.adapters.importers.ome_graph import Node, OmeGraph
from imagegraph.adapters.importers.ome_walker import describe
from imagegraph.model.rdf import IG, SCHEMA, Literal

#: elements that group images or other groups
COLLECTIONS = ("Project", "Dataset", "Folder", "Screen", "Plate")
_PARTS = frozenset({"DatasetRef", "FolderRef", "PlateRef"})
_WHOLES = frozenset({"ProjectRef", "ScreenRef"})
_LETTERS = 26
_INDEX = re.compile(r"[0-9]{1,6}")
#: attributes of Well and WellSample that say where an image lies, read by code
_PLACE = frozenset({"Row", "Column"})


def well_name(row: int, column: int) -> str:
    """The name people give a well, from zero-based indices: letters for its row, a number for its column.

    >>> well_name(0, 0), well_name(7, 11), well_name(26, 0)
    ('A1', 'H12', 'AA1')
    """
    letters = ""
    row += 1
    while row:
        row, remainder = divmod(row - 1, _LETTERS)
        letters = chr(ord("A") + remainder) + letters
    return f"{letters}{column + 1}"


def describe_collection(graph: OmeGraph, element: Element, node: Node) -> None:
    """State a project, dataset, folder, screen or plate with the images in it."""
    describe(graph, element, node)
    _complete(graph, element, node)
    for child in element.children:
        if child.tag == "ImageRef":
            _image(graph, child, node)
        elif child.tag in _PARTS:
            _link(graph, child, node, backwards=False)
        elif child.tag in _WHOLES:
            _link(graph, child, node, backwards=True)
    if element.tag == "Plate":
        _Plate(graph, element, node).read()


def place_image(graph: OmeGraph, reference: Element, image: Node) -> None:
    """State that an image belongs to the dataset it names, as schemas before 2012 wrote it."""
    target = graph.find(reference.attributes.get("ID", ""))
    if target is None:
        _dangling(graph, reference, image)
        return
    graph.add(target.iri, IG.image, image.iri)
    graph.add(image.iri, SCHEMA.isPartOf, target.iri)


def _complete(graph: OmeGraph, element: Element, node: Node) -> None:
    """Name and describe a group that the source leaves without: the model asks both of a study component."""
    identifier = element.attributes.get("ID", "").strip()
    if not element.attributes.get("Name", "").strip():
        graph.add(node.iri, SCHEMA.name, Literal(identifier or element.tag))
    if not any(child.tag == "Description" and child.text for child in element.children):
        words = f"{element.tag} {identifier}".strip()
        graph.add(node.iri, SCHEMA.description, Literal(f"{words} of an OME-XML document."))


def _image(graph: OmeGraph, reference: Element, node: Node) -> Node | None:
    target = graph.find(reference.attributes.get("ID", ""))
    if target is None or target.class_name != "Image":
        _dangling(graph, reference, node)
        return None
    graph.add(node.iri, IG.image, target.iri)
    graph.add(target.iri, SCHEMA.isPartOf, node.iri)
    graph.keep_surplus(node, reference)
    return target


def _link(graph: OmeGraph, reference: Element, node: Node, *, backwards: bool) -> None:
    target = graph.find(reference.attributes.get("ID", ""))
    if target is None or target.class_name != "StudyComponent":
        _dangling(graph, reference, node)
        return
    whole, part = (target, node) if backwards else (node, target)
    graph.add(whole.iri, SCHEMA.hasPart, part.iri)
    graph.keep_surplus(node, reference)


def _dangling(graph: OmeGraph, reference: Element, node: Node) -> None:
    identifier = reference.attributes.get("ID", "")
    graph.tell(
        "warning",
        f"{reference.tag} leads nowhere",
        f'Line {reference.line}: {reference.tag} names "{identifier}", which the document does not have; the '
        "reference "
        "is kept as text.",
        node=node,
        value=identifier,
    )
    graph.keep_rest(node, reference, prefix=reference.tag)


class _Plate:
    """Reads the wells of one plate."""

    def __init__(self, graph: OmeGraph, element: Element, node: Node) -> None:
        self.graph = graph
        self.element = element
        self.node = node
        self.name = element.attributes.get("Name", "").strip() or element.attributes.get("ID", "").strip()
        self.samples: dict[str, Node] = {}

    def read(self) -> None:
        """State every well and every run of the plate."""
        for well in self.element.findall("Well"):
            self._well(well)
        for run in self.element.findall("PlateAcquisition"):
            self._run(run)

    def _well(self, well: Element) -> None:
        graph = self.graph
        place = self._place(well)
        own = Element("Well", {k: v for k, v in well.attributes.items() if k not in _PLACE}, well.line)
        own.children = [
            child for child in well.children if child.tag not in ("WellSample", "ReagentRef", "AnnotationRef")
        ]
        own.parts = well.parts
        graph.keep_rest(self.node, own, prefix=f"Well {place}")
        annotations = well.findall("AnnotationRef")
        images = [image for sample in well.findall("WellSample") if (image := self._sample(sample, place))]
        for image in images or [self.node]:
            for reference in annotations:
                self._refer(reference, image, place=place)
            for reference in well.findall("ReagentRef"):
                self._refer(reference, image, place=place)

    def _refer(self, reference: Element, owner: Node, *, place: str) -> None:
        target = self.graph.find(reference.attributes.get("ID", ""))
        wanted = {"AnnotationRef": ("Annotation", IG.annotation), "ReagentRef": ("Reagent", IG.reagent)}
        class_name, slot = wanted[reference.tag]
        if target is None or target.class_name != class_name:
            _dangling(self.graph, reference, owner)
            return
        self.graph.add(owner.iri, slot, target.iri)
        self.graph.keep_surplus(owner, reference)
        if owner is self.node:
            self.graph.keep(owner, f"Well {place} {class_name}", reference.attributes["ID"])

    def _place(self, well: Element) -> str:
        row, column = (well.attributes.get(key, "").strip() for key in ("Row", "Column"))
        if _INDEX.fullmatch(row) and _INDEX.fullmatch(column):
            return well_name(int(row), int(column))
        self.graph.tell(
            "warning",
            "a well without its place",
            f'Line {well.line}: Row="{row}" Column="{column}" of Well are no indices from 0 upwards; they '
            "are kept as "
            "written.",
            node=self.node,
        )
        return f"row {row} column {column}"

    def _sample(self, sample: Element, place: str) -> Node | None:
        graph = self.graph
        identifier = sample.attributes.get("ID", "").strip()
        image: Node | None = None
        for reference in sample.findall("ImageRef"):
            image = _image(graph, reference, self.node)
        owner = image or self.node
        rest = Element("WellSample", sample.attributes, sample.line)
        rest.children = [child for child in sample.children if child.tag != "ImageRef"]
        rest.parts = sample.parts
        graph.keep_rest(owner, rest, prefix="WellSample" if image else f"Well {place} WellSample")
        if image is None:
            return None
        self.samples[identifier] = image
        if not graph.claim(image, "well"):
            graph.keep(image, "Well", f"{self.name} {place}")
            graph.tell(
                "info",
                "an image of two wells",
                f"Line {sample.line}: the image lies in more than one well; the first one is its well, the "
                "others are "
                "kept as text.",
                node=image,
                value=place,
            )
            return image
        graph.add(image.iri, IG.well, Literal(place))
        if self.name:
            graph.add(image.iri, IG.plate, Literal(self.name))
        return image

    def _run(self, run: Element) -> None:
        graph = self.graph
        node = graph.node_of(run, f"{self.node.stem}/run")
        _complete(graph, run, node)
        for reference in run.findall("WellSampleRef"):
            image = self.samples.get(reference.attributes.get("ID", "").strip())
            if image is not None:
                graph.add(node.iri, IG.image, image.iri)
                graph.keep_surplus(node, reference)
            elif graph.find(reference.attributes.get("ID", "")) is None:
                _dangling(graph, reference, node)
