"""Images of OME-XML: how they were recorded, their channels, files and regions."""

from __future__ import annotations

from imagegraph.adapters.importers.ome_document import Element
from imagegraph.adapters.importers.ome_graph import WORDS, Node, OmeGraph
from imagegraph.adapters.importers.ome_plane import describe_planes
from imagegraph.adapters.importers.ome_vocabulary import element_rules, imaging_methods
from imagegraph.adapters.importers.ome_walker import describe, refer
from imagegraph.model.rdf import DWCIRI, IG, PROV, RDF_TYPE, SCHEMA, Literal, NamedNode

_LONGEST_COUNT = 9


class ImageReader:
    """Reads the images of one document; a file that several images share becomes one node."""

    def __init__(self, graph: OmeGraph) -> None:
        self.graph = graph
        self.experiments_used: set[str] = set()
        self.regions_used: set[str] = set()
        self._files: dict[tuple[str, str], NamedNode] = {}
        self._terms: set[str] = set()

    def read(self, element: Element, node: Node) -> None:
        """State everything that an Image element says."""
        graph = self.graph
        pixels = element.findall("Pixels")
        for number, other in enumerate(pixels[1:], start=2):
            other.tag = f"Pixels {number}"
            graph.tell(
                "warning",
                "a second set of pixels",
                f"Line {other.line}: the image has a second Pixels element; the model has room for one, the "
                "other is "
                "kept as text.",
                node=node,
            )
        describe(graph, element, node)
        acquisition = graph.node(f"{node.stem}/acquisition", class_name="ImageAcquisition")
        graph.add(node.iri, PROV.wasGeneratedBy, acquisition.iri)
        self._acquisition(element, acquisition)
        channels = element.findall("LogicalChannel")
        for one in pixels[:1]:
            channels += one.findall("Channel")
            describe_planes(graph, one.findall("Plane"), image=node)
            self._tiff_data(one.findall("TiffData"), node)
            self._binary_data(one, node)
        for index, channel in enumerate(channels):
            self._channel(channel, node, acquisition, index=index)
        if pixels and channels:
            self._count_channels(pixels[0], channels, node)
        self._regions(element.findall("ROIRef"), node)

    def _acquisition(self, element: Element, acquisition: Node) -> None:
        graph = self.graph
        rule = element_rules()["ImageAcquisition"]
        recording = Element("ImageAcquisition", {}, element.line)
        own = element_rules()["Image"].children
        recording.children = [
            child
            for child in element.children
            if child.tag in rule.children or (child.tag.endswith("GroupRef") and child.tag in own)
        ]
        describe(graph, recording, acquisition, rule=rule)
        for reference in element.findall("ExperimentRef"):
            self._experiment(reference, acquisition)
        for reference in element.findall("MicrobeamManipulationRef"):
            target = graph.find_element(reference.attributes.get("ID", ""))
            graph.keep_rest(acquisition, target or reference, prefix=(target or reference).tag)

    def _experiment(self, reference: Element, acquisition: Node) -> None:
        """The types of the experiment that an image was made for; Type is a list with blanks between."""
        graph = self.graph
        identifier = reference.attributes.get("ID", "").strip()
        experiment = graph.find_element(identifier)
        if experiment is None or experiment.tag != "Experiment":
            graph.keep_rest(acquisition, reference, prefix=reference.tag)
            graph.tell(
                "warning",
                "ExperimentRef leads nowhere",
                f'Line {reference.line}: ExperimentRef names "{identifier}", but the document has no '
                "Experiment with "
                "that ID; the reference is kept as text.",
                node=acquisition,
                value=identifier,
            )
            return
        self.experiments_used.add(identifier)
        for kind in experiment.attributes.get("Type", "").split():
            graph.add(acquisition.iri, IG.experimentType, Literal(kind))
        graph.keep_surplus(acquisition, experiment, said=("Type",))
        graph.keep_surplus(acquisition, reference)

    def _channel(self, channel: Element, image: Node, acquisition: Node, *, index: int) -> None:
        graph = self.graph
        node = graph.node_of(channel, f"{image.stem}/channel-{index}")
        graph.add(image.iri, IG.channel, node.iri)
        graph.add(acquisition.iri, IG.channel, node.iri)
        graph.add(node.iri, IG.channelIndex, Literal(index))
        describe(graph, channel, node)
        mode = channel.attributes.get("AcquisitionMode") or channel.attributes.get("Mode", "")
        method = imaging_methods().get(mode)
        if method is not None:
            term, label = method
            graph.add(acquisition.iri, DWCIRI.measurementMethod, term)
            if term.value not in self._terms:
                self._terms.add(term.value)
                graph.add(term, RDF_TYPE, SCHEMA.DefinedTerm)
                graph.add(term, SCHEMA.name, Literal(label))

    def _count_channels(self, pixels: Element, channels: list[Element], image: Node) -> None:
        """Tell when the channels do not add up to SizeC, samples (as of RGB) counted one by one."""
        stated = pixels.attributes.get("SizeC", "")
        samples = [channel.attributes.get("SamplesPerPixel", "1") for channel in channels]
        if not all(
            text.isascii() and text.isdigit() and len(text) <= _LONGEST_COUNT for text in (stated, *samples)
        ):
            return
        found = sum(int(text) for text in samples)
        if found != int(stated):
            self.graph.tell(
                "warning",
                "channels do not add up",
                f"Line {pixels.line}: SizeC is {stated}, but the channels described have {found} sample(s) "
                "per pixel; "
                "both are kept as they are.",
                node=image,
                value=stated,
            )

    def _tiff_data(self, blocks: list[Element], image: Node) -> None:
        """The files that hold the pixels, and which plane lies where, as one text for each image."""
        lines = []
        for block in blocks:
            self.graph.keep_surplus(image, block, said=block.attributes, children=("UUID",))
            name_of_file = block.find("UUID")
            words = [f"{key}={value}" for key, value in block.attributes.items()]
            if name_of_file is not None:
                self.graph.keep_surplus(image, name_of_file, said=("FileName", WORDS))
                file_name = name_of_file.attributes.get("FileName", "").strip()
                words += [f"FileName={file_name}"] if file_name else []
                words += [f"UUID={name_of_file.text}"] if name_of_file.text else []
                if file_name:
                    self._file(file_name, name_of_file.text, image)
            if words:
                lines.append(" ".join(words))
        if lines:
            self.graph.keep(image, "TiffData", "\n".join(lines))

    def _file(self, name: str, identifier: str, image: Node) -> None:
        graph = self.graph
        iri = self._files.get((name, identifier))
        if iri is None:
            iri = self._files[name, identifier] = graph.node(f"file/{graph.safe(name)}").iri
            graph.add(iri, RDF_TYPE, SCHEMA.MediaObject)
            graph.add(iri, SCHEMA.name, Literal(name))
            graph.add(iri, SCHEMA.encodingFormat, Literal("image/tiff"))
            if identifier:
                graph.add(iri, SCHEMA.identifier, Literal(identifier))
        graph.add(image.iri, IG.file, iri)

    def _binary_data(self, pixels: Element, image: Node) -> None:
        """Say that pixel data were left out, and keep how they were written."""
        blocks = pixels.findall("BinData")
        if not blocks:
            return
        self.graph.tell(
            "info",
            "pixel data not kept",
            f"Line {blocks[0].line}: pixel data not kept: {len(blocks)} BinData element(s) of the image were "
            "passed "
            "over, only metadata are read.",
            node=image,
        )
        for compression in sorted(
            {block.attributes.get("Compression", "none") for block in blocks} - {"none", ""}
        ):
            self.graph.add(image.iri, IG.compression, Literal(compression))
        orders = {block.attributes.get("BigEndian", "").lower() for block in blocks} & {"true", "false"}
        if len(orders) == 1 and "BigEndian" not in pixels.attributes:
            self.graph.add(image.iri, IG.bigEndian, Literal("true" in orders))

    def _regions(self, references: list[Element], image: Node) -> None:
        rule = element_rules()["Folder"].children["ROIRef"]
        for reference in references:
            refer(self.graph, reference, image, how=rule)
            self.regions_used.add(reference.attributes.get("ID", "").strip())
        if references:
            self.graph.add(image.iri, IG.roiCount, Literal(len(references)))
