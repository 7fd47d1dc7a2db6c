"""What becomes of the parts of an OME-XML document."""

from __future__ import annotations

from ome_reading import OME, local, read_fixture, read_text

from imagegraph.model.rdf import DWCIRI, IG, OBO, PROV, QUDT, RDF_TYPE, SCHEMA, NamedNode
from imagegraph.model.records import RECORD_BASE

ROOT = NamedNode("urn:uuid:3d1b6a52-8f0e-4c7b-9a54-6b1f0c2d7e91")


def test_a_single_image_is_the_thing_itself() -> None:
    """With one image the record is about that image, named by the document's UUID."""
    read = read_fixture("confocal.ome.xml")
    assert read.record.about == ROOT.value
    assert read.record.kind == "ome-xml"
    assert read.typed(IG.Image) == [ROOT]
    assert read.values(ROOT, SCHEMA.name) == ["HeLa H2B-GFP, well 3"]
    assert read.values(ROOT, SCHEMA.identifier) == ["Image:0", "Pixels:0"]
    assert read.properties(ROOT)["Creator"] == "Harbour Acquire 4.2"
    assert read.record.findings == ()


def test_instrument_has_its_components() -> None:
    """Every component is a part of the instrument and keeps the source's ID."""
    read = read_fixture("confocal.ome.xml")
    parts = read.values(local("Instrument-0"), SCHEMA.hasPart)
    assert len(parts) == 12
    assert read.values(local("Instrument-0"), SCHEMA.name) == ["Northlight Fjord C2"]
    assert read.typed(IG.Stand) == [local("Instrument-0/Microscope")]
    assert read.values(local("Objective-63"), SCHEMA.identifier) == ["Objective:63"]
    assert read.values(local("Objective-63"), SCHEMA.isPartOf) == [local("Instrument-0").value]
    assert read.values(local("LightSource-488"), IG.pump) == [local("LightSource-pump").value]
    assert read.typed(IG.ArcLamp) == [local("LightSource-pump")]
    assert read.values(local("FilterSet-green"), IG.emissionFilter) == [local("Filter-em525").value]


def test_a_manufacturer_is_one_organisation() -> None:
    """Components of one maker share one organisation node."""
    read = read_fixture("confocal.ome.xml")
    makers = {
        read.values(local(part), SCHEMA.manufacturer)[0]
        for part in ("Instrument-0/Microscope", "Detector-0", "Objective-63")
    }
    assert makers == {local("organisation/Northlight").value}


def test_quantities_are_brought_to_the_units_of_the_model() -> None:
    """Numbers are converted exactly, defaults are written out, and another unit's spelling is kept."""
    read = read_fixture("confocal.ome.xml")
    assert read.quantity(ROOT, IG.physicalSizeX) == (0.1, "MicroM")
    assert read.quantity(ROOT, IG.physicalSizeY) == (0.1, "MicroM")
    assert read.quantity(ROOT, IG.timeIncrement) == (30.0, "SEC")
    assert read.quantity(local("LightSource-488"), IG.wavelength) == (488.0, "NanoM")
    assert read.quantity(local("LightSource-488"), IG.power) == (50.0, "MilliW")
    assert read.quantity(local("Detector-0"), IG.voltage) == (650.0, "V")
    assert read.quantity(local("Objective-63"), IG.workingDistance) == (190.0, "MicroM")
    environment = local("Image-0/acquisition/imagingEnvironment")
    assert read.quantity(environment, IG.temperature) == (37.0, "DEG_C")
    assert read.quantity(environment, IG.airPressure) == (1013.0, "HectoPA")
    assert read.values(local("LightSource-488/wavelength"), IG.originalValue) == ["4880 Å"]
    assert read.values(local("Image-0/physicalSizeX"), IG.originalValue) == []
    assert read.typed(QUDT.QuantityValue)


def test_acquisition_says_who_when_and_how() -> None:
    """Date, operator, instrument, objective, climate and stage belong to the acquisition."""
    read = read_fixture("confocal.ome.xml")
    acquisition = local("Image-0/acquisition")
    assert read.values(ROOT, PROV.wasGeneratedBy) == [acquisition.value]
    assert read.values(acquisition, PROV.startedAtTime) == ["2024-05-17T09:30:00Z"]
    assert read.values(acquisition, IG.operator) == [local("Experimenter-0").value]
    assert read.values(acquisition, IG.instrument) == [local("Instrument-0").value]
    assert read.values(acquisition, IG.experimentType) == ["FourDPlus", "TimeLapse"]
    assert read.values(acquisition, IG.stageLabel) == ["pos 3"]
    assert read.properties(acquisition)["StageLabel X"] == "12.5"
    settings = local("Image-0/acquisition/objectiveSettings")
    assert read.values(settings, IG.objective) == [local("Objective-63").value]
    environment = local("Image-0/acquisition/imagingEnvironment")
    assert read.values(environment, IG.co2Fraction) == ["0.05"]
    assert read.properties(environment) == {"stage top incubator": "Tide 2"}


def test_imaging_method_is_stated_only_where_it_is_sure() -> None:
    """An acquisition mode with an FBbi term gives the method; every mode stays as the channel's text."""
    read = read_fixture("confocal.ome.xml")
    assert read.objects(local("Image-0/acquisition"), DWCIRI.measurementMethod) == [OBO.FBbi_00000251]
    assert read.values(local("Channel-1"), IG.acquisitionMode) == ["WideField"]


def test_channels_point_to_what_they_set() -> None:
    """Settings, light path and filter set of a channel lead to the components of the instrument."""
    read = read_fixture("confocal.ome.xml")
    channel = local("Channel-0")
    assert read.values(ROOT, IG.channel) == [channel.value, local("Channel-1").value]
    assert read.values(channel, IG.channelIndex) == ["0"]
    assert read.quantity(channel, IG.emissionWavelength) == (525.0, "NanoM")
    assert read.values(channel, IG.filterSet) == [local("FilterSet-green").value]
    assert read.values(local("Channel-0/lightSourceSettings"), IG.lightSource) == [
        local("LightSource-488").value
    ]
    assert read.quantity(local("Channel-0/detectorSettings"), IG.readOutRate) == (0.5, "MegaHZ")
    assert read.values(local("Channel-0/lightPath"), IG.dichroic) == [local("Dichroic-0").value]
    assert read.values(channel, IG.annotation) == [local("Annotation-tag").value]


def test_planes_are_in_seconds_and_one_unit_of_length() -> None:
    """Times become seconds, lengths micrometres, and the reference frame stays what it is."""
    read = read_fixture("confocal.ome.xml")
    first, second = local("Image-0/plane/0"), local("Image-0/plane/1")
    assert read.values(ROOT, IG.planeCount) == ["2"]
    assert read.values(first, IG.exposureTime) == ["0.02"]
    assert read.values(first, IG.positionX) == ["1500"]
    assert read.values(first, IG.positionUnit) == ["µm"]
    assert read.properties(first) == {"HashSHA1": "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"}
    assert read.values(second, IG.theC) == ["1"]
    assert read.values(second, IG.deltaT) == ["0.25"]
    assert read.values(second, IG.positionUnit) == ["reference frame"]


def test_annotations_have_typed_values() -> None:
    """Each kind of annotation gives a value of its datatype, and maps give property values."""
    read = read_fixture("confocal.ome.xml")
    values = {
        name: [str(value) for value in read.objects(local(f"Annotation-{name}"), IG.annotationValue)]
        for name in ("tag", "long", "double", "boolean", "time", "comment", "map")
    }
    xsd = "^^<http://www.w3.org/2001/XMLSchema#"
    assert values == {
        "tag": ['"mitosis"'],
        "long": [f'"42"{xsd}integer>'],
        "double": [f'"0.5"{xsd}double>'],
        "boolean": [f'"true"{xsd}boolean>'],
        "time": [f'"2024-05-17T10:00:00Z"{xsd}dateTime>'],
        "comment": ['"refocused once"'],
        "map": [],
    }
    assert read.properties(local("Annotation-map")) == {"cell line": "HeLa", "passage": "12"}
    assert read.values(local("Annotation-map"), IG.annotationNamespace) == ["https://example.org/sample"]
    assert read.values(local("Annotation-tag"), SCHEMA.author) == [local("Experimenter-0").value]
    assert read.values(local("Annotation-list"), IG.annotation) == [local("Annotation-tag").value]
    assert read.values(local("Annotation-xml"), IG.annotationValue) == [
        '<vendor:Scan xmlns:vendor="https://example.org/scan" speed="7"/>'
    ]
    (file,) = read.objects(local("Annotation-file"), IG.file)
    assert read.values(file, SCHEMA.name) == ["settings.json"]
    assert read.values(file, SCHEMA.contentSize) == ["1204"]


def test_regions_are_counted_and_kept() -> None:
    """A region is an annotation of the image whose value is the XML of its shapes."""
    read = read_fixture("confocal.ome.xml")
    assert read.values(ROOT, IG.roiCount) == ["1"]
    assert local("ROI-0").value in read.values(ROOT, IG.annotation)
    assert read.values(local("ROI-0"), IG.annotationType) == ["ROI", "Rectangle"]
    assert 'Width="80"' in read.values(local("ROI-0"), IG.annotationValue)[0]


def test_files_of_the_pixels_are_named() -> None:
    """The files that hold the planes are files of the image, with their UUID."""
    read = read_fixture("confocal.ome.xml")
    (file,) = read.objects(ROOT, IG.file)
    assert read.values(file, SCHEMA.name) == ["hela_t000.ome.tif"]
    assert read.values(file, SCHEMA.identifier) == ["urn:uuid:5c0a1f7e-27a4-4c38-8c0b-1d9a3c1f2ab4"]
    assert "IFD=0 PlaneCount=2" in read.properties(ROOT)["TiffData"]


def test_people_and_groups() -> None:
    """An experimenter is a person of their institution and of their group."""
    read = read_fixture("confocal.ome.xml")
    person = local("Experimenter-0")
    assert read.values(person, SCHEMA.name) == ["Ines Okafor"]
    assert read.values(person, SCHEMA.email) == ["ines.okafor@example.org"]
    affiliations = read.values(person, SCHEMA.affiliation)
    assert affiliations == sorted(
        [local("ExperimenterGroup-0").value, local("organisation/Harbour-Institute").value]
    )


def test_a_plate_is_a_study_component_with_named_wells() -> None:
    """With plates the document is a study component, and images know their plate and well."""
    read = read_fixture("plate.ome.xml")
    root = NamedNode(RECORD_BASE)
    assert read.record.about is None
    assert read.values(root, RDF_TYPE) == [IG.StudyComponent.value]
    assert read.values(root, SCHEMA.name) == ["plate"]
    assert read.values(root, IG.imageCount) == ["2"]
    assert read.values(local("Image-0"), IG.well) == ["A1"]
    assert read.values(local("Image-1"), IG.well) == ["H12"]
    assert read.values(local("Image-1"), IG.plate) == ["P01"]
    assert read.values(local("Image-0"), IG.reagent) == [local("Reagent-0").value]
    assert read.values(local("Reagent-0"), SCHEMA.identifier) == ["Reagent:0", "SI-0042"]
    assert read.values(local("PlateAcquisition-0"), IG.image) == [local("Image-0").value]
    assert read.values(local("Project-0"), SCHEMA.hasPart) == [local("Dataset-0").value]
    assert local("Dataset-0").value in read.values(local("Image-1"), SCHEMA.isPartOf)
    assert read.properties(local("Plate-0"))["Well A1 ExternalIdentifier"] == "LIB-1"


def test_a_plate_tells_what_does_not_fit() -> None:
    """A second well of an image, a well without place and a missing plate are told and kept."""
    read = read_fixture("plate.ome.xml")
    told = " ".join(read.messages("warning") + read.messages("info"))
    assert "more than one well" in told
    assert 'Row="x"' in told
    assert '"Plate:9"' in told
    assert "pixel data not kept" in told
    assert read.properties(local("Image-0"))["Well"] == "P01 H12"
    assert read.properties(local("Screen-0"))["PlateRef ID"] == "Plate:9"
    assert not any("AAAA" in str(triple.object) for triple in read.record.triples)


def test_an_old_schema_is_read() -> None:
    """Child elements, wrapped light sources and logical channels of 2008 give the same statements."""
    read = read_fixture("legacy-2008.ome")
    root = NamedNode(RECORD_BASE)
    assert read.values(local("Experimenter-0"), SCHEMA.name) == ["Jörn Brandt"]
    assert read.typed(IG.Laser) == [local("LightSource-0")]
    assert read.quantity(local("LightSource-0"), IG.wavelength) == (514.0, "NanoM")
    assert read.values(local("Objective-0"), IG.lensNA) == ["0.75"]
    assert read.quantity(root, IG.physicalSizeX) == (0.25, "MicroM")
    assert read.quantity(local("LogicalChannel-0"), IG.emissionWavelength) == (545.0, "NanoM")
    assert read.values(local("Image-0/acquisition"), PROV.startedAtTime) == ["2008-03-01T12:00:00"]
    assert read.properties(root) == {"CustomScan": "bidirectional", "CustomScan speed": "9"}
    assert "2008-09" in read.messages("info")[0]


def test_a_lone_instrument_is_the_thing_itself() -> None:
    """A document with one instrument and no image is a record about the instrument."""
    read = read_text(f'{OME}<Instrument ID="Instrument:0"><Microscope Model="M1"/></Instrument></OME>')
    assert read.values(NamedNode(RECORD_BASE), RDF_TYPE) == [IG.Instrument.value]
    assert read.values(NamedNode(RECORD_BASE), SCHEMA.name) == ["M1"]


def test_two_readings_give_the_same_statements() -> None:
    """Reading is deterministic, node names included."""
    first, second = read_fixture("plate.ome.xml"), read_fixture("plate.ome.xml")
    assert list(first.record.triples) == list(second.record.triples)
