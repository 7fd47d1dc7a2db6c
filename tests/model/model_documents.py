"""Small documents in the JSON form of the model, one for each part of it, and the way they become graphs."""

import json
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

ROOT = Path(__file__).parents[2]
CONTEXT = json.loads((ROOT / "ontologies/generated/context.jsonld").read_text("utf-8"))["@context"]
TABLE = json.loads((ROOT / "ontologies/generated/classes.json").read_text("utf-8"))
RECORD = "https://example.org/records/1"


def day(text, datatype="xsd:date"):
    """A date with its datatype, as the service writes it after reading the text."""
    return {"@value": text, "@type": datatype}


def quantity(value, unit):
    """A number with the local name of its QUDT unit."""
    return {"type": "Quantity", "value": value, "unit": f"unit:{unit}"}


STUDY = {
    "id": RECORD,
    "type": "Study",
    "name": "Vessel growth in the zebrafish trunk",
    "description": ["Light-sheet recordings of transgenic embryos between 24 and 48 hours."],
    "identifier": ["ZV-2024-07"],
    "study_type": ["EFO:0007550"],
    "author": [
        {
            "id": "orcid:0000-0002-1825-0097",
            "type": "Person",
            "given_name": "Josiah",
            "family_name": "Carberry",
            "affiliation": [{"id": "ror:02mhbdp94", "type": "Organisation", "name": "Example University"}],
        },
        {"type": "Organisation", "name": "Light-sheet unit"},
    ],
    "publisher": {"type": "Organisation", "name": "Example Image Archive"},
    "date_published": day("2024-05-17"),
    "date_created": day("2023-11", "xsd:gYearMonth"),
    "license": {"id": "https://creativecommons.org/licenses/by/4.0/"},
    "organism": [
        {
            "id": "NCBITaxon:7955",
            "type": "Taxon",
            "scientific_name": "Danio rerio",
            "vernacular_name": ["zebrafish"],
        }
    ],
    "imaging_method": [{"id": "FBbi:00000369", "type": "OntologyTerm", "name": "SPIM"}],
    "funder": [
        {
            "type": "Grant",
            "identifier": ["EX-123"],
            "funder": [{"type": "Organisation", "name": "Example Fund"}],
        }
    ],
    "publication": [
        {"id": "doi:10.5555/example", "type": "Publication", "date_published": day("2024", "xsd:gYear")}
    ],
    "size": [{"type": "DataSize", "value": 120, "unit_text": "GB"}],
    "component": [
        {
            "id": RECORD + "#component-1",
            "type": "StudyComponent",
            "name": "Time lapse",
            "description": ["One stack every two minutes."],
            "part_of": RECORD,
            "image_count": 24,
        }
    ],
}

BIOSAMPLE = {
    "id": RECORD,
    "type": "Biosample",
    "name": "Embryos, 24 hpf",
    "organism": ["NCBITaxon:7955"],
    "genotype": ["Tg(fli1:EGFP)"],
    "developmental_stage": "24 hours post fertilisation",
    "extrinsic_variable": ["SU5416, 1 µM"],
    "compound": [
        {
            "type": "Compound",
            "name": "SU5416",
            "term": "CHEBI:91083",
            "concentration": quantity(0.24, "MicroGM-PER-MilliL"),
        }
    ],
    "phenotype": [{"type": "Phenotype", "name": "fewer sprouts", "term": ["CMPO:0000170"]}],
    "growth_protocol": [{"type": "Protocol", "name": "Fish keeping", "equipment": ["incubator"]}],
    "property": [{"type": "PropertyValue", "name": "tank", "value": 12}],
}

SPECIMEN = {
    "id": RECORD,
    "type": "Specimen",
    "biosample": ["https://example.org/records/2"],
    "experimental_status": "test",
    "preparation": [{"type": "Protocol", "name": "Agarose mounting"}],
    "section_thickness": quantity(50, "MicroM"),
    "mounting_medium": "agarose",
    "mounting_refractive_index": 1.333,
    "labelling": [
        {
            "type": "Labelling",
            "channel_label": "vessels",
            "contrast_mechanism": "fluorescence",
            "fluorophore": "Alexa Fluor 488",
            "dilution": "1:200",
            "reagent": [
                {
                    "id": "RRID:AB_221570",
                    "type": "Antibody",
                    "name": "anti-GFP",
                    "host": "NCBITaxon:9986",
                    "clonality": "polyclonal",
                    "catalog_number": 6455,
                }
            ],
            "target": [{"type": "Gene", "name": "fli1"}],
        }
    ],
}

INSTRUMENT = {
    "id": "doi:10.5555/microscope",
    "type": "Instrument",
    "name": "Confocal 2",
    "manufacturer": {"type": "Organisation", "name": "Example Optics"},
    "model": "EO 900",
    "serial_number": 4711,
    "commissioned": day("2021-03", "xsd:gYearMonth"),
    "located_in": {"type": "Facility", "name": "Imaging unit"},
    "software": [{"type": "Software", "name": "AcquireIt", "version": "3.2"}],
    "component": [
        {"type": "Stand", "stand_type": "Inverted"},
        {
            "type": "Laser",
            "laser_type": "Semiconductor",
            "wavelength": quantity(488, "NanoM"),
            "power": quantity(20, "MilliW"),
        },
        {
            "type": "Objective",
            "lens_na": 1.4,
            "nominal_magnification": 63,
            "immersion": "Oil",
            "working_distance": quantity(140, "MicroM"),
        },
        {
            "type": "Filter",
            "cut_in": quantity(500, "NanoM"),
            "cut_out": quantity(550, "NanoM"),
            "transmittance": 0.93,
        },
        {
            "type": "Detector",
            "detector_type": "sCMOS",
            "pixel_width": quantity(6.5, "MicroM"),
            "quantum_efficiency": 0.82,
        },
        {"type": "Stage", "motorised": True, "xy_repeatability": quantity(0.7, "MicroM")},
        {"type": "EnvironmentalController", "controls": ["temperature", "CO2"]},
    ],
}

ACQUISITION = {
    "id": RECORD,
    "type": "ImageAcquisition",
    "imaging_method": ["FBbi:00000251"],
    "instrument": ["doi:10.5555/microscope"],
    "acquisition_date": day("2024-05-17T09:30:00Z", "xsd:dateTime"),
    "operator": ["orcid:0000-0002-1825-0097"],
    "software": ["https://example.org/records/acquireit"],
    "objective_settings": [
        {
            "type": "ObjectiveSettings",
            "objective": "https://example.org/o",
            "medium": "Oil",
            "refractive_index": 1.518,
        }
    ],
    "imaging_environment": {
        "type": "ImagingEnvironment",
        "temperature": quantity(28.5, "DEG_C"),
        "co2_fraction": 0.05,
    },
    "channel": [
        {
            "type": "Channel",
            "name": "GFP",
            "channel_index": 0,
            "emission_wavelength": quantity(509, "NanoM"),
            "color": "#00FF00",
            "light_source_settings": [
                {"type": "LightSourceSettings", "light_source": "https://example.org/l", "attenuation": 0.2}
            ],
            "detector_settings": [
                {"type": "DetectorSettings", "detector": "https://example.org/d", "gain": 2, "binning": "2x2"}
            ],
            "light_path": {"type": "LightPath", "emission_filter": ["https://example.org/f"]},
        }
    ],
}

IMAGE = {
    "id": RECORD,
    "type": "Image",
    "name": "embryo-3.ome.tiff",
    "image_type": "primary",
    "acquisition": {"id": "https://example.org/records/3", "type": "ImageAcquisition"},
    "size_x": 2048,
    "size_y": 2048,
    "size_z": 90,
    "physical_size_x": quantity(0.325, "MicroM"),
    "big_endian": False,
    "format": "image/tiff",
    "file": [
        {
            "type": "File",
            "location": ["images/embryo 3.ome.tiff"],
            "size_bytes": 754974720,
            "checksum": "9f86d081",
        }
    ],
    "plane": [{"type": "Plane", "the_z": 0, "the_c": 0, "the_t": 0, "delta_t": 0, "exposure_time": 0.05}],
    "annotation": [
        {"type": "Annotation", "annotation_type": ["tracks"], "value": ["good"], "term": ["GO:0001525"]}
    ],
}

ANALYSIS = {
    "id": RECORD,
    "type": "ImageAnalysis",
    "name": "Vessel segmentation",
    "software": [{"type": "Software", "name": "SegmentIt", "version": "1.4.2"}],
    "parameter": [{"type": "PropertyValue", "name": "threshold", "value": 0.4}],
    "input": ["https://example.org/records/4"],
    "output": [{"id": "https://example.org/records/5", "type": "Image", "image_type": "segmentation"}],
    "environment": {
        "type": "ComputationalEnvironment",
        "container_digest": "sha256:12ab",
        "dependency": ["numpy 2.1.0"],
    },
    "random_seed": 42,
}

CORRELATION = {
    "id": RECORD,
    "type": "ImageCorrelation",
    "image": ["https://example.org/records/4", "https://example.org/records/5"],
    "fiducials": "gold beads",
}

QUALITY_CONTROL = {
    "id": RECORD,
    "type": "QualityControl",
    "feature": ["doi:10.5555/microscope"],
    "metric": "lateral resolution",
    "result": quantity(0.24, "MicroM"),
    "date": day("2024-05-02"),
    "upper_limit": 0.3,
    "passed": True,
}

ALL = {
    "study": STUDY,
    "biosample": BIOSAMPLE,
    "specimen": SPECIMEN,
    "instrument": INSTRUMENT,
    "acquisition": ACQUISITION,
    "image": IMAGE,
    "analysis": ANALYSIS,
    "correlation": CORRELATION,
    "quality control": QUALITY_CONTROL,
}


def quads_of(document):
    """The statements of a document, read with the generated context."""
    text = json.dumps({"@context": CONTEXT, **document}).encode()
    return list(ox.parse(text, format=ox.RdfFormat.JSON_LD))


def graph_of(document):
    """The document as a graph in which every broader type is stated, as after arrival."""
    triples = {q.triple for q in quads_of(document)}
    rdf_type = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for triple in list(triples):
        row = TABLE["classes"].get(triple.object.value) if triple.predicate == rdf_type else None
        for broader in (row["ancestors"] + row["also"]) if row else ():
            triples.add(ox.Triple(triple.subject, rdf_type, ox.NamedNode(broader)))
    return Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
