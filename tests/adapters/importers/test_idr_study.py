"""What an IDR study file becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from imagegraph.adapters.importers.idr import IdrStudyImporter
from imagegraph.adapters.importers.idr_graph import find_term
from imagegraph.adapters.importers.idr_study import accession_in, canonical_key
from imagegraph.model.rdf import (
    DWC,
    DWCIRI,
    IG,
    OBO,
    RDF_TYPE,
    RDFS,
    SCHEMA,
    XSD,
    Literal,
    NamedNode,
    Triple,
)
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord

FIXTURE = Path(__file__).parents[2] / "data" / "idr" / "idr9001-river-spindle" / "idr9001-study.txt"
STUDY = NamedNode("https://idr.openmicroscopy.org/study/idr9001/")
EXPERIMENT = NamedNode(f"{RECORD_BASE}#experimentA")
SCREEN = NamedNode(f"{RECORD_BASE}#screenB")


class Reading:
    """The statements of a record, easy to ask."""

    def __init__(self, record: ImportedRecord) -> None:
        self.record = record
        self.triples: set[Triple] = set(record.triples)

    def values(self, subject: NamedNode, property: NamedNode) -> set[str]:
        """All values of a property as text."""
        return {t.object.value for t in self.triples if t.subject == subject and t.predicate == property}

    def value(self, subject: NamedNode, property: NamedNode) -> str:
        """The only value of a property."""
        (only,) = self.values(subject, property)
        return only

    def node(self, property: NamedNode, text: str) -> NamedNode:
        """The only node with this value."""
        (only,) = {t.subject for t in self.triples if t.predicate == property and t.object.value == text}
        return only

    def pairs(self, subject: NamedNode) -> set[tuple[str, str]]:
        """Name-value pairs of a node."""
        return {
            (self.value(NamedNode(node), SCHEMA.name), self.value(NamedNode(node), SCHEMA.value))
            for node in self.values(subject, SCHEMA.additionalProperty)
            if self.values(NamedNode(node), SCHEMA.value)
        }

    def messages(self) -> list[str]:
        """What the importer had to tell."""
        return [finding.message for finding in self.record.findings]


def study_of(text: str | bytes) -> Reading:
    """The study record of a text."""
    content = text.encode() if isinstance(text, str) else text
    return Reading(next(iter(IdrStudyImporter().read(Document(name="idr9001-study.txt", content=content)))))


@pytest.fixture(name="fixture", scope="module")
def _fixture() -> Reading:
    return study_of(FIXTURE.read_bytes())


def test_study_is_named_after_its_accession(fixture: Reading) -> None:
    """The record is about the page of the study and states its title, description and keywords."""
    assert fixture.record.about == STUDY.value
    assert fixture.record.kind == "idr-study"
    assert fixture.value(STUDY, RDF_TYPE) == IG.Study.value
    assert fixture.value(STUDY, SCHEMA.name) == "Spindle length in two fish cell lines"
    assert fixture.value(STUDY, SCHEMA.description).endswith('call them "short" and "long".')
    assert fixture.values(STUDY, SCHEMA.keywords) == {"spindle", "mitosis"}
    assert fixture.value(STUDY, IG.studyType) == "http://www.ebi.ac.uk/efo/EFO_0007550"
    assert Triple(STUDY, SCHEMA.datePublished, Literal("2021-03-04", datatype=XSD.date)) in fixture.triples


def test_organisms_and_methods_of_components_reach_the_study(fixture: Reading) -> None:
    """Taxa and imaging methods stand on the component and on the study, whatever their spelling."""
    fish, human = OBO["NCBITaxon_7955"].value, OBO["NCBITaxon_9606"].value
    assert fixture.values(STUDY, SCHEMA.taxonomicRange) == {fish, human}
    assert fixture.values(STUDY, SCHEMA.about) == {fish, human}
    assert fixture.values(EXPERIMENT, SCHEMA.taxonomicRange) == {human}
    assert fixture.value(OBO["NCBITaxon_7955"], DWC.scientificName) == "Danio rerio"
    methods = {OBO["FBbi_00000253"].value, OBO["FBbi_00000369"].value}
    assert fixture.values(EXPERIMENT, DWCIRI.measurementMethod) == methods
    assert fixture.values(STUDY, DWCIRI.measurementMethod) == methods | {OBO["FBbi_00000246"].value}


def test_people_are_named_by_valid_orcids_only(fixture: Reading) -> None:
    """A valid ORCID iD names the person; one with a wrong checksum is kept as text with a warning."""
    ana = NamedNode("https://orcid.org/0000-0002-1825-0097")
    bo = NamedNode(f"{RECORD_BASE}#person-2")
    assert fixture.values(STUDY, SCHEMA.author) == {ana.value, bo.value}
    assert fixture.value(ana, SCHEMA.name) == "Ana River"
    assert fixture.values(ana, IG.role) == {"submitter", "study lead"}
    assert fixture.value(bo, SCHEMA.identifier) == "0000-0002-1825-0098"
    assert any("no valid ORCID" in message for message in fixture.messages())


def test_publications_are_read_by_column(fixture: Reading) -> None:
    """Gaps in the parallel lists do not shift a paper's numbers to its neighbour."""
    first = NamedNode("https://doi.org/10.1234/fish.1")
    second = NamedNode("https://doi.org/10.1101/2020.01.01.123456")
    third = NamedNode(f"{RECORD_BASE}#publication-3")
    assert fixture.values(STUDY, IG.publication) == {first.value, second.value, third.value}
    assert fixture.values(first, SCHEMA.identifier) == {"PMID:31000001", "PMC6000001"}
    assert fixture.values(second, SCHEMA.identifier) == set()
    assert fixture.values(third, SCHEMA.identifier) == {"PMID:31000003"}
    assert fixture.value(third, SCHEMA.name) == "Fish cells revisited"
    assert fixture.value(second, IG.authorText) == "River A"


def test_links_of_a_study(fixture: Reading) -> None:
    """Accession, DOI, licence, publisher and pages are kept, links as IRIs where they are ones."""
    assert fixture.values(STUDY, SCHEMA.identifier) == {
        "idr9001", "S-BSST9001", "https://doi.org/10.17867/9001"
    }  # fmt: skip
    assert "https://www.ebi.ac.uk/biostudies/studies/S-BSST9001" in fixture.values(STUDY, RDFS.seeAlso)
    assert fixture.value(STUDY, SCHEMA.license) == "https://creativecommons.org/licenses/by/4.0/"
    assert fixture.value(STUDY, SCHEMA.url) == "www.example.org/spindles"
    assert (
        fixture.value(NamedNode(fixture.value(STUDY, SCHEMA.publisher)), SCHEMA.name)
        == "University of Dundee"
    )


def test_unknown_keys_become_name_value_pairs(fixture: Reading) -> None:
    """What the mapping does not know is kept under the key as written."""
    assert ("Study Funding", "Water Board, grant 7") in fixture.pairs(STUDY)
    assert ("Study License", "CC BY 4.0") in fixture.pairs(STUDY)
    assert ("Experiment Sample Type", "cell") in fixture.pairs(EXPERIMENT)
    assert ("Raw Image Data Format", "OME-TIFF") in fixture.pairs(SCREEN)


def test_components_are_parts_of_the_study(fixture: Reading) -> None:
    """Each screen or experiment is a component with its type, counts and library."""
    assert fixture.values(STUDY, SCHEMA.hasPart) == {EXPERIMENT.value, SCREEN.value}
    assert fixture.value(EXPERIMENT, SCHEMA.isPartOf) == STUDY.value
    assert fixture.value(SCREEN, IG.componentType) == "http://www.ebi.ac.uk/efo/EFO_0007551"
    assert ("Screen Type", "primary screen") in fixture.pairs(SCREEN)
    assert fixture.value(EXPERIMENT, IG.imageCount) == "1204"
    sizes = {
        (fixture.value(NamedNode(node), SCHEMA.unitText), fixture.value(NamedNode(node), SCHEMA.value))
        for node in fixture.values(EXPERIMENT, SCHEMA.size)
    }
    assert sizes == {("planes", "48160"), ("TB", "0.02")}
    library = NamedNode(fixture.value(SCREEN, IG.reagent))
    assert fixture.value(library, RDF_TYPE) == IG.Library.value
    assert fixture.value(library, IG.libraryType) == "http://www.ebi.ac.uk/efo/EFO_0007564"
    assert fixture.value(NamedNode(fixture.value(library, IG.vendor)), SCHEMA.name) == "Silence Inc."


def test_protocols_and_phenotypes_are_read_by_column(fixture: Reading) -> None:
    """Names, types, descriptions and every block of terms stay with their column."""
    growth = NamedNode(f"{RECORD_BASE}#experimentA-protocol-1")
    assert fixture.value(growth, SCHEMA.description) == "Cells grew in"
    assert fixture.value(growth, IG.protocolType) == "http://www.ebi.ac.uk/efo/EFO_0003789"
    long = fixture.node(SCHEMA.name, "long spindle")
    assert fixture.values(long, IG.phenotypeTerm) == {
        "http://www.ebi.ac.uk/cmpo/CMPO_0000123", OBO["GO_0007067"].value
    }  # fmt: skip
    missing = fixture.node(SCHEMA.name, "no spindle")
    assert fixture.values(missing, IG.phenotypeTerm) == {"https://fish.example.org/terms/FISHO_12"}
    assert fixture.value(missing, IG.scoreType) == "automatic"


def test_result_tables_keep_their_columns(fixture: Reading) -> None:
    """Each file name begins another table; columns keep type, meaning and level."""
    table = fixture.node(SCHEMA.name, "spindles.csv")
    assert {"length", "cell"} == {
        fixture.value(NamedNode(node), SCHEMA.name)
        for node in fixture.values(table, SCHEMA.additionalProperty)
    }
    length = fixture.node(SCHEMA.name, "length")
    assert fixture.value(length, SCHEMA.description) == "spindle length in um"
    assert fixture.node(SCHEMA.name, "poles.csv").value in fixture.values(EXPERIMENT, IG.file)


def test_hints_of_the_template_are_told_and_left_out(fixture: Reading) -> None:
    """A cell that begins with a hash is a hint: no statement, one finding."""
    assert not any("brief description of the kind" in t.object.value for t in fixture.triples)
    hints = [finding for finding in fixture.record.findings if "hint of the template" in finding.message]
    assert [finding.severity for finding in hints] == ["info"]


def test_reading_twice_gives_the_same_statements() -> None:
    """Node names depend on the content alone."""
    assert study_of(FIXTURE.read_bytes()).triples == study_of(FIXTURE.read_bytes()).triples


@pytest.mark.parametrize(
    ("accession", "source", "iri"),
    [
        ("NCBITaxon_9606", "NCBITaxon", "http://purl.obolibrary.org/obo/NCBITaxon_9606"),
        ("NCBITaxon:9606", "", "http://purl.obolibrary.org/obo/NCBITaxon_9606"),
        ("9606", "NCBITaxon", "http://purl.obolibrary.org/obo/NCBITaxon_9606"),
        ("NCBI:txid9606", "NCBITaxon", "http://purl.obolibrary.org/obo/NCBITaxon_9606"),
        ("EFO:0001185", "EFO", "http://www.ebi.ac.uk/efo/EFO_0001185"),
        ("CMPO_0000426", "CMPO", "http://www.ebi.ac.uk/cmpo/CMPO_0000426"),
        ("Fbbi_00000332", "Fbbi", "http://purl.obolibrary.org/obo/FBbi_00000332"),
        ("00000251", "Fbbi", "http://purl.obolibrary.org/obo/FBbi_00000251"),
        ("GO_0051318", "CMPO", "http://purl.obolibrary.org/obo/GO_0051318"),
        ("OMIT_0027490", "OMIT", "http://purl.obolibrary.org/obo/OMIT_0027490"),
        ("NCIT:C80146", "NCIT", "http://purl.obolibrary.org/obo/NCIT_C80146"),
        ("http://www.ifomis.org/bfo/1.1/snap#MaterialEntity", "EFO",
         "http://www.ifomis.org/bfo/1.1/snap#MaterialEntity"),
        ("FBbi_12", "FBbi", None),
        ("spindle", "CMPO", None),
        ("9606", "", None),
        ("FOO_1", "BAR", None),
    ],
)  # fmt: skip
def test_accession_spellings(accession: str, source: str, iri: str | None) -> None:
    """Every spelling seen in the wild gives the ontology's own IRI; nothing is made up for the others."""
    declared = {"omit": "http://purl.obolibrary.org/obo/", "fbbi": "http://purl.obolibrary.org/obo/"}
    assert find_term(accession, source=source, declared=declared) == iri


@pytest.mark.parametrize(
    ("key", "canonical", "kind"),
    [
        ("Study Title", "study title", ""),
        ("STUDY  TITLE:", "study title", ""),
        ("Comment[IDR Study Accession]", "idr study accession", ""),
        ("Comment [ IDR Study Accession ]", "idr study accession", ""),
        ("Comment[IDR Screen Name]", "component name", "screen"),
        ("Comment[IDR Experiment Name]", "component name", "experiment"),
        ("Screen Technology Term Source REF", "component technology type term source ref", "screen"),
        ("Study Key Words", "study keywords", ""),
        ("Experimenter", "experimenter", ""),
    ],
)
def test_key_spellings(key: str, canonical: str, kind: str) -> None:
    """Case, blanks, colons and comment brackets do not change a key."""
    assert canonical_key(key) == (canonical, kind)


def test_accession_in_a_name() -> None:
    """The accession is found in file names and folder names."""
    assert accession_in("idr0158-experimentA-annotation.csv") == "idr0158"
    assert accession_in("IDR0001-graml-sysgro/screenA") == "idr0001"
    assert accession_in("hidr01") is None


@pytest.mark.parametrize(
    ("rows", "expected", "literal"),
    [
        ("Study License\tCC-BY 4.0", "https://creativecommons.org/licenses/by/4.0/", False),
        ("Study License\tCC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/", False),
        ("Study License\thttps://example.org/l", "https://example.org/l", False),
        ("Study License\tAsk us", "Ask us", True),
        ("Study License\tAsk us\nStudy License URL\tnone", "Ask us", True),
    ],
)
def test_licences(rows: str, expected: str, literal: bool) -> None:
    """A licence is an IRI when its address is given or its name is well known, else text."""
    reading = study_of(f"Study Title\tT\n{rows}\n")
    (found,) = [t.object for t in reading.triples if t.predicate == SCHEMA.license]
    assert found.value == expected
    assert isinstance(found, Literal) == literal


@pytest.mark.parametrize("stated", ["2021-02-30", "March 2021", "2021-13", "20210304"])
def test_dates_that_do_not_exist_are_text(stated: str) -> None:
    """A release date that is no ISO date is kept as text with a warning."""
    reading = study_of(f"Study Title\tT\nStudy Public Release Date\t{stated}\n")
    assert ("Study Public Release Date", stated) in reading.pairs(NamedNode(RECORD_BASE))
    assert any(stated in message for message in reading.messages())


def test_a_study_without_accession_is_about_its_record() -> None:
    """Without an accession the record itself is the study."""
    reading = study_of("Study Title\tT\nScreen Number\t1\n")
    assert reading.record.about is None
    assert reading.value(NamedNode(RECORD_BASE), SCHEMA.name) == "T"
    assert reading.value(NamedNode(f"{RECORD_BASE}#screen-1"), SCHEMA.name) == "Screen 1"


def test_repeated_components_get_names_of_their_own() -> None:
    """Two sections with one name are two components."""
    section = "Experiment Number\t1\nComment[IDR Experiment Name]\tidr9001-a-b/experimentA\n"
    reading = study_of("Study Title\tT\n" + section + section)
    assert reading.values(NamedNode(RECORD_BASE), SCHEMA.hasPart) == {
        f"{RECORD_BASE}#experimentA", f"{RECORD_BASE}#experimentA--2"
    }  # fmt: skip


def test_two_labels_of_one_term_are_name_and_alternate_name() -> None:
    """A term keeps one name; what it is called elsewhere in the file is an alternate name."""
    reading = study_of(
        "Study Title\tT\nStudy Organism\tHomo sapiens\thuman\nStudy Organism Term Accession\t9606\t9606\n"
    )
    assert reading.value(OBO["NCBITaxon_9606"], DWC.scientificName) == "Homo sapiens"
    assert reading.value(OBO["NCBITaxon_9606"], SCHEMA.alternateName) == "human"


def test_unknown_accession_is_kept_as_text() -> None:
    """A term without a usable accession is a local node with all that was written, and a warning."""
    reading = study_of(
        "Study Title\tT\nStudy Type\todd\nStudy Type Term Source REF\tODD\nStudy Type Term Accession\tODD_1\n"
    )
    term = NamedNode(reading.value(NamedNode(RECORD_BASE), IG.studyType))
    assert reading.value(term, SCHEMA.termCode) == "ODD_1"
    assert reading.value(term, SCHEMA.inDefinedTermSet) == "ODD"
    assert any("ODD_1" in message for message in reading.messages())
