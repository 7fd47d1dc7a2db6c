"""What the annotation tables beside an IDR study file become."""

from __future__ import annotations

from pathlib import Path

import pytest

from imagegraph.adapters.importers.idr import IdrStudyImporter
from imagegraph.model.rdf import DWC, DWCIRI, IG, OBO, RDF_TYPE, SCHEMA, NamedNode
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord

FOLDER = Path(__file__).parents[2] / "data" / "idr" / "idr9001-river-spindle"
ROOT = NamedNode(RECORD_BASE)
STUDY = "https://idr.openmicroscopy.org/study/idr9001/"
HEADER = "Dataset Name,Image Name,Characteristics [Organism]"


def document(path: Path) -> Document:
    """A file as a document whose neighbours may be read."""
    return Document(name=f"given/{path.name}", content=path.read_bytes(), path=path)


def values(record: ImportedRecord, subject: NamedNode | str, property: NamedNode) -> set[str]:
    """All values of a property as text."""
    node = NamedNode(subject) if isinstance(subject, str) else subject
    return {t.object.value for t in record.triples if t.subject == node and t.predicate == property}


def value(record: ImportedRecord, subject: NamedNode | str, property: NamedNode) -> str:
    """The only value of a property."""
    (only,) = values(record, subject, property)
    return only


def named(record: ImportedRecord, name: str) -> str:
    """The only node with this name."""
    (only,) = {
        t.subject.value for t in record.triples if t.predicate == SCHEMA.name and t.object.value == name
    }
    return only


def images(record: ImportedRecord) -> set[str]:
    """The nodes of images."""
    return {t.subject.value for t in record.triples if t.predicate == RDF_TYPE and t.object == IG.Image}


def pairs(record: ImportedRecord, subject: str) -> set[tuple[str, str]]:
    """Name-value pairs of a node."""
    return {
        (value(record, node, SCHEMA.name), value(record, node, SCHEMA.value))
        for node in values(record, subject, SCHEMA.additionalProperty)
    }


def read(
    folder: Path, table: str | bytes, *, name: str = "idr9001-experimentA-annotation.csv"
) -> list[ImportedRecord]:
    """The records of a table beside a small study."""
    study = folder / "idr9001-study.txt"
    study.write_text("Comment[IDR Study Accession]\tidr9001\nStudy Title\tT\nExperiment Number\t1\n")
    (folder / name).write_bytes(table.encode() if isinstance(table, str) else table)
    return list(IdrStudyImporter().read(document(study)))[1:]


@pytest.fixture(name="records", scope="module")
def _records() -> dict[str, ImportedRecord]:
    records = list(IdrStudyImporter().read(document(FOLDER / "idr9001-study.txt")))
    return {record.key or "study": record for record in records}


def test_one_record_for_each_dataset_and_plate(records: dict[str, ImportedRecord]) -> None:
    """Rows are grouped by dataset or plate, sorted or not; keys and sources name them."""
    assert list(records) == [
        "study", "idr9001/experimentA/short", "idr9001/experimentA/long", "idr9001/screenB/P1",
        "idr9001/screenB/P2",
    ]  # fmt: skip
    assert {key: len(images(record)) for key, record in records.items()} == {
        "study": 0, "idr9001/experimentA/short": 2, "idr9001/experimentA/long": 1,
        "idr9001/screenB/P1": 2, "idr9001/screenB/P2": 1,
    }  # fmt: skip
    short = records["idr9001/experimentA/short"]
    assert (short.kind, short.about) == ("idr-annotation", None)
    assert short.source == "given/experimentA/idr9001-experimentA-annotation.csv"


def test_the_root_is_a_component_of_the_study(records: dict[str, ImportedRecord]) -> None:
    """The record itself is the dataset, a part of the study, with the organisms of its images."""
    short = records["idr9001/experimentA/short"]
    assert value(short, ROOT, RDF_TYPE) == IG.StudyComponent.value
    assert value(short, ROOT, SCHEMA.name) == "short"
    assert value(short, ROOT, SCHEMA.isPartOf) == STUDY
    assert value(short, ROOT, IG.imageCount) == "2"
    assert values(short, ROOT, SCHEMA.taxonomicRange) == {OBO["NCBITaxon_7955"].value}
    assert values(short, ROOT, DWCIRI.measurementMethod) == {
        OBO["FBbi_00000253"].value, OBO["FBbi_00000369"].value
    }  # fmt: skip
    assert ("Component", "idr9001-river-spindle/experimentA") in pairs(short, ROOT.value)
    assert values(records["idr9001/screenB/P1"], ROOT, IG.imageCount) == set()


def test_an_image_with_its_biology(records: dict[str, ImportedRecord]) -> None:
    """Organism, cell line, gene, compound, sample and labelling of a row stand on its image."""
    short = records["idr9001/experimentA/short"]
    image = named(short, "short_1.tif")
    assert value(short, image, SCHEMA.isPartOf) == ROOT.value
    assert value(short, OBO["NCBITaxon_7955"], DWC.scientificName) == "Danio rerio"
    assert value(short, image, NamedNode("http://www.bioassayontology.org/bao#BAO_0002004")) == (
        "http://www.ebi.ac.uk/efo/EFO_0001185"
    )
    gene = value(short, image, IG.gene)
    assert (value(short, gene, SCHEMA.identifier), value(short, gene, SCHEMA.name)) == (
        "ENSDARG00000000001",
        "tubb1",
    )
    compound = value(short, image, IG.compound)
    assert (value(short, compound, SCHEMA.name), value(short, compound, IG.dose)) == ("taxol", "2 millimolar")
    assert value(short, image, IG.imageType) == "primary"
    specimen = value(short, image, IG.specimen)
    sample = value(short, specimen, IG.biosample)
    assert (value(short, sample, IG.strain), value(short, sample, IG.sex)) == ("AB", "female")
    assert value(short, sample, SCHEMA.name) == "Danio rerio, ZF4, AB, female"
    assert value(short, sample, IG.experimentalVariable) == "sex: female"
    labelling = value(short, specimen, IG.labelling)
    assert value(short, labelling, IG.reagent) == "https://identifiers.org/RRID:AB_2892754"
    assert value(short, labelling, IG.dilution) == "1:50"
    sex = {(name, text) for name, text in pairs(short, image) if "Sex" in name}
    assert sex == {("Characteristics [Sex]", "female"), ("Experimental Condition [Sex]", "female")}
    assert ("Channels", "green:tubulin; blue:DNA") in pairs(short, image)


def test_an_antibody_without_identifier_is_kept_by_column(records: dict[str, ImportedRecord]) -> None:
    """A label without RRID stays a name-value pair."""
    short = records["idr9001/experimentA/short"]
    image = named(short, "short_2.tif")
    assert ("Experimental Condition [Primary Antibody 1]", "tubulin") in pairs(short, image)


def test_several_genes_in_a_cell(records: dict[str, ImportedRecord]) -> None:
    """Lists of identifiers and symbols of one length are read side by side."""
    long = records["idr9001/experimentA/long"]
    genes = {
        (value(long, gene, SCHEMA.identifier), value(long, gene, SCHEMA.name))
        for gene in values(long, named(long, "long_1.tif"), IG.gene)
    }
    assert genes == {("ENSDARG00000000001", "tubb1"), ("ENSDARG00000000002", "tubb2")}


def test_wells_controls_and_phenotypes(records: dict[str, ImportedRecord]) -> None:
    """Wells are named by plate and well; controls have a status; phenotypes have their terms."""
    first, second = records["idr9001/screenB/P1"], records["idr9001/screenB/P2"]
    image = named(first, "P1 A1")
    assert (value(first, image, IG.plate), value(first, image, IG.well)) == ("P1", "A1")
    phenotype = value(first, image, IG.phenotype)
    assert value(first, phenotype, SCHEMA.name) == "no spindle"
    assert value(first, phenotype, IG.phenotypeTerm) == "https://fish.example.org/terms/FISHO_12"
    assert value(second, named(second, "P2 A1"), IG.experimentalStatus) == "control"
    empty = named(first, "P1 A2")
    assert values(first, empty, IG.experimentalStatus) == set()
    assert pairs(first, empty) == {("Well Number", "2"), ("Control Type", "empty well")}


def test_equal_cells_share_their_nodes(records: dict[str, ImportedRecord]) -> None:
    """The same name and value in two rows is one node."""
    short = records["idr9001/experimentA/short"]
    shared = values(short, named(short, "short_1.tif"), SCHEMA.additionalProperty)
    shared &= values(short, named(short, "short_2.tif"), SCHEMA.additionalProperty)
    assert {"Channels", "Comment [Image File Type]"} <= {value(short, node, SCHEMA.name) for node in shared}


def test_image_names_do_not_depend_on_other_rows(tmp_path: Path) -> None:
    """Adding a row leaves the nodes of the others as they are; twins are told apart by number."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (first,) = read(tmp_path / "a", f"{HEADER}\nd,one,x\nd,two,x\n")
    (second,) = read(tmp_path / "b", f"{HEADER}\nd,zero,x\nd,one,x\nd,two,x\nd,two,x\n")
    assert images(first) < images(second)
    assert len(images(second)) == 4


def test_tab_separated_table_without_sources(tmp_path: Path) -> None:
    """Tabs separate as well as commas; an organism without accession is a local taxon."""
    (record,) = read(tmp_path, "Dataset Name\tImage Name\tCharacteristics [Organism]\nd\ti\tyeast\n")
    taxon = value(record, named(record, "i"), SCHEMA.taxonomicRange)
    assert value(record, taxon, DWC.scientificName) == "yeast"


def test_surplus_and_missing_cells(tmp_path: Path) -> None:
    """Cells beyond the header are kept under their number with one warning; short rows are just short."""
    (record,) = read(tmp_path, f"{HEADER}\nd,one,x,more\nd,two\n")
    assert ("Column 4", "more") in pairs(record, named(record, "one"))
    assert len(images(record)) == 2
    (finding,) = record.findings
    assert "1 row(s) have more cells" in finding.message
    assert finding.severity == "warning"


def test_columns_with_one_name(tmp_path: Path) -> None:
    """Two columns with the same name both keep their values, and a warning tells so."""
    (record,) = read(tmp_path, f"{HEADER},Comments,Comments\nd,one,x,a,b\n")
    assert {("Comments", "a"), ("Comments", "b")} <= pairs(record, named(record, "one"))
    assert any("occurs more than once" in finding.message for finding in record.findings)


def test_rows_without_a_dataset(tmp_path: Path) -> None:
    """Rows without a dataset name are put together under the component, with a warning."""
    (record,) = read(tmp_path, f"{HEADER}\n,one,x\n,two,x\n")
    assert value(record, ROOT, SCHEMA.name) == "experimentA"
    assert any("no value in “Dataset Name”" in finding.message for finding in record.findings)


def test_a_table_of_an_unknown_component(tmp_path: Path) -> None:
    """A table whose component the study file does not describe is read with a warning."""
    (record,) = read(tmp_path, f"{HEADER}\nd,one,x\n", name="idr9001-screenQ-annotation.csv")
    assert any("no component “screenQ”" in finding.message for finding in record.findings)


def test_unknown_accession_warns_and_stays(tmp_path: Path) -> None:
    """An accession that no ontology has is kept as text with a warning."""
    header = "Dataset Name,Image Name,Characteristics [Cell Line],Term Source 1 REF,Term Source 1 Accession"
    (record,) = read(tmp_path, f"{header}\nd,one,HeLa,CLX,CLX_1\n")
    assert [finding.value for finding in record.findings] == ["CLX_1"]
    assert any(t.object.value == "CLX_1" for t in record.triples)


def test_phenotype_columns_with_several_terms(tmp_path: Path) -> None:
    """A phenotype with two pairs of term columns has two terms; orphan term names name the phenotype."""
    header = (
        "Plate,Well,Phenotype 1,Phenotype 1 Term Name,Phenotype 1 Term Accession,"
        "Phenotype 1 Term Name,Phenotype 1 Term Accession,Phenotype 2 Term Name"
    )
    (record,) = read(tmp_path, f"{header}\nP,A1,big,cell size,CMPO_0000001,cell shape,CMPO_0000002,small\n")
    found = values(record, named(record, "P A1"), IG.phenotype)
    assert {value(record, node, SCHEMA.name) for node in found} == {"big", "small"}
    (big,) = [node for node in found if value(record, node, SCHEMA.name) == "big"]
    assert values(record, big, IG.phenotypeTerm) == {
        "http://www.ebi.ac.uk/cmpo/CMPO_0000001", "http://www.ebi.ac.uk/cmpo/CMPO_0000002"
    }  # fmt: skip


def test_compound_columns(tmp_path: Path) -> None:
    """Compounds keep InChIKey and SMILES; the unit in the name of a concentration column goes to the dose."""
    header = "Plate,Well,Compound Name,Compound InChIKey,Compound SMILES,Compound Concentration (microMolar)"
    (record,) = read(tmp_path, f"{header}\nP,A1,taxol,RCINICONZNJXQF-MZXODVADSA-N,CCO,3.0\nP,A2,,,,1.0\n")
    compound = value(record, named(record, "P A1"), IG.compound)
    assert value(record, compound, IG.inchiKey) == "RCINICONZNJXQF-MZXODVADSA-N"
    assert value(record, compound, IG.smiles) == "CCO"
    assert value(record, compound, IG.dose) == "3.0 microMolar"
    assert pairs(record, named(record, "P A2")) == {("Compound Concentration (microMolar)", "1.0")}


def test_a_term_source_without_a_value(tmp_path: Path) -> None:
    """A term source that stands alone is kept by its column and makes no organism."""
    header = "Dataset Name,Image Name,Characteristics [Organism],Term Source 1 REF,Term Source 1 Accession"
    (record,) = read(tmp_path, f"{header}\nd,one,,NCBITaxon,\n")
    assert values(record, named(record, "one"), SCHEMA.taxonomicRange) == set()
    assert pairs(record, named(record, "one")) == {("Term Source 1 REF", "NCBITaxon")}


def test_two_tables_of_one_component(tmp_path: Path) -> None:
    """A dataset that occurs in two tables of a component gives two records with keys of their own."""
    (tmp_path / "idr9001-experimentA-extra-annotation.csv").write_text(f"{HEADER}\nd,two,x\n")
    records = read(tmp_path, f"{HEADER}\nd,one,x\n")
    assert [record.key for record in records] == [
        "idr9001/experimentA/d", "idr9001/experimentA/d/idr9001-experimentA-extra-annotation.csv"
    ]  # fmt: skip
