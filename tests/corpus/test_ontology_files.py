"""Every real ontology file is read: counts as published, names as plain readers find them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef

from imagegraph.adapters.ontologies import all_readers
from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.adapters.sqlite.terms.bodies import joined
from imagegraph.errors import EmptyDocument, MalformedDocument
from imagegraph.model.ontology import PART_OF, ReadProblem, Term, TermName
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.loading import choose, load_file

pytestmark = pytest.mark.corpus
OBO = "http://purl.obolibrary.org/obo/"
BUILT_IN = (
    "http://www.w3.org/2002/07/owl#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")

#: file -> reader, vocabulary, classes (without former ids), obsolete ones among them, former ids, problems
FILES: dict[str, tuple[str, str, int, int, int, int]] = {
    "CHMO/chmo.obo": ("obo", "chmo", 3199, 8, 123, 2),
    "CL/general_cell_types_upper_slim.obo": ("obo", "cl", 713, 0, 0, 8),
    "CMPO/cmpo.obo": ("obo", "cmpo", 399, 0, 0, 0),
    "COB/cob.owl": ("rdf-xml", "cob", 69, 9, 0, 0),
    "FBbi_CRBS_2019/fbbi.owl": ("rdf-xml", "fbbi", 648, 107, 0, 0),
    "FBbi_foundingGIDE_2026/fbbi-edit.owl": ("owl-functional", "fbbi", 647, 107, 0, 1),
    "FBbi_EDAM_mapping/edam_bioimaging_microscopy.ttl": ("turtle", "edam", 68, 0, 0, 0),
    "FBbi_EDAM_mapping/fbbi_microscopy.ttl": ("turtle", "fbbi", 46, 0, 0, 0),
    "FBbi_EDAM_mapping/new_taxonomy.ttl": ("turtle", "edam", 96, 0, 0, 0),
    "GO/go-nucleus.obo": ("obo", "go", 176, 0, 28, 0),
    "HRA/hravs.owl": ("rdf-xml", "hravs", 532, 0, 0, 0),
    "HRA/ro.owl": ("rdf-xml", "ro", 14, 0, 0, 0),
    "IAO/iao.owl": ("rdf-xml", "iao", 263, 16, 0, 0),
    "IMS/imagingMS.obo": ("obo", "ims", 182, 6, 0, 1),
    "M4I/metadata4ing.ttl": ("turtle", "m4i", 43, 4, 0, 0),
    "OBI/CL_imports.owl": ("rdf-xml", "cl", 51, 0, 0, 0),
    "OBI/CLO_imports.owl": ("rdf-xml", "clo", 8, 0, 0, 0),
    "OBI/ChEBI_imports.owl": ("rdf-xml", "chebi", 123, 0, 0, 0),
    "OBI/GO_imports.owl": ("rdf-xml", "go", 225, 1, 0, 0),
    "OBI/NCBITaxon_imports.owl": ("rdf-xml", "ncbitaxon", 56, 0, 0, 0),
    "OBI/NIAID-GSC-BRC.owl": ("rdf-xml", "obi", 211, 1, 0, 0),
    "OBI/PR_imports.owl": ("rdf-xml", "pr", 43, 0, 0, 0),
    "OBI/UBERON_imports.owl": ("rdf-xml", "uberon", 145, 0, 0, 0),
    "OBI/devices.owl": ("rdf-xml", "obi", 656, 0, 0, 0),
    "OM/om-2.0.rdf": ("rdf-xml", "om", 813, 0, 0, 0),
    "PATO/pato-simple.obo": ("obo", "pato", 2785, 898, 84, 0),
    "PSI-MS/psi-ms.obo": ("obo", "ms", 4113, 284, 2, 0),
    "QUDT/VOCAB_QUDT-UNITS-ALL.ttl": ("turtle", "qudt", 0, 0, 0, 4),
    "UBERON/efo-slim.obo": ("obo", "uberon", 613, 2, 34, 0),
    "UO/uo.obo": ("obo", "uo", 574, 1, 0, 0),
    "UO/uo.owl": ("rdf-xml", "uo", 574, 1, 0, 0),
    "W3C/dcat3.ttl": ("turtle", "dcat", 9, 0, 0, 3),
    "W3C/prov-o.ttl": ("turtle", "prov", 30, 0, 0, 0),
    "W3C/shacl.ttl": ("turtle", "shacl", 40, 0, 0, 0),
    "../gide/gide_fbbi_hierarchy_subset.ttl": ("turtle", "fbbi", 106, 0, 0, 0),
    "../gide/gide_ncbitaxon_hierarchy_subset.ttl": ("turtle", "ncbitaxon", 853, 0, 0, 0),
}  # fmt: skip


def read(path: Path) -> tuple[str, dict[str, Term], list[ReadProblem]]:
    """Name of the reader, terms by IRI with their parts joined, and problems."""
    reader = choose(path, readers=all_readers())
    file = reader.open(path)
    found: dict[str, Term] = {}
    for term in file.terms:
        found[term.iri] = joined([found[term.iri], term]) if term.iri in found else term
    return reader.name, found, file.problems


def _is_former(term: Term) -> bool:
    return term.obsolete and not term.names and len(term.replaced_by) == 1


@pytest.mark.parametrize("name", list(FILES))
def test_counts(corpus: Path, name: str, tmp_path: Path) -> None:
    """Reader, vocabulary, classes, obsolete classes, former ids and problems are those of the file."""
    path = corpus / "ontologies" / name
    reader, terms, problems = read(path)
    classes = [term for term in terms.values() if term.kind == "class"]
    former = [term for term in classes if _is_former(term)] if reader == "obo" else []
    counted = (len(classes) - len(former), sum(term.obsolete for term in classes) - len(former), len(former))
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    loaded = load_file(path, readers=all_readers(), archive=index, registry=packaged_registry())
    index.close()
    assert (reader, loaded.release.ontology, *counted, len(problems)) == FILES[name]
    assert loaded.release.terms == len(terms)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".obo")])
def test_names_are_those_of_the_lines(corpus: Path, name: str) -> None:
    """Every `[Term]` with its `name:`, its `is_a:` and its `is_obsolete:`, as a reader of plain lines finds them."""
    path = corpus / "ontologies" / name
    _, terms, _ = read(path)
    plain: Counter[str] = Counter()
    for stanza in re.split(r"\n\[(?=\w+\])", path.read_text("utf-8"))[1:]:
        if stanza.startswith("Term]"):
            plain["terms"] += 1
            plain["names"] += bool(re.search(r"^name: *\S", stanza, re.M))
            plain["is_a"] += len(set(re.findall(r"^is_a:? +(\S+)", stanza, re.M)))
            plain["obsolete"] += "\nis_obsolete: true" in stanza
    ours = [term for term in terms.values() if term.kind == "class" and not _is_former(term)]
    assert len(ours) == plain["terms"]
    assert sum(any(found.kind == "label" for found in term.names) for term in ours) == plain["names"]
    steps = sum(parent.relation.endswith("subClassOf") for term in ours for parent in term.parents)
    assert steps >= plain["is_a"]
    assert sum(term.obsolete for term in ours) >= plain["obsolete"]


@pytest.mark.parametrize(
    "name", [name for name, row in FILES.items() if row[0] in ("rdf-xml", "turtle") and "OM/" not in name]
)
def test_labels_and_parents_are_those_of_another_parser(corpus: Path, name: str) -> None:
    """rdflib finds the same named classes and concepts with the same labels and named parents."""
    path = corpus / "ontologies" / name
    _, terms, _ = read(path)
    graph = Graph().parse(path, format="xml" if path.suffix == ".owl" else "turtle")
    kinds = (OWL.Class, RDFS.Class, SKOS.Concept, URIRef("http://schema.org/Taxon"))
    named = {
        str(subject)
        for kind in kinds
        for subject in graph.subjects(RDF.type, kind)
        if isinstance(subject, URIRef) and not str(subject).startswith(BUILT_IN)
    }
    properties = {
        str(subject)
        for kind in (RDF.Property, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
        for subject in graph.subjects(RDF.type, kind)
    }
    assert named - {iri for iri, term in terms.items() if term.kind == "class"} <= properties
    for iri in named:
        labels = {
            " ".join(label.split())
            for predicate in (RDFS.label, SKOS.prefLabel)
            for label in graph.objects(URIRef(iri), predicate)
        }
        assert {found.text for found in terms[iri].names if found.kind == "label"} == labels
        deprecated = any(str(value) in ("true", "1") for value in graph.objects(URIRef(iri), OWL.deprecated))
        assert terms[iri].obsolete == (
            deprecated or any(label.lower().startswith("obsolete") for label in labels)
        )
        parents = {
            str(parent)
            for predicate in (RDFS.subClassOf, SKOS.broader)
            for parent in graph.objects(URIRef(iri), predicate)
            if isinstance(parent, URIRef) and not str(parent).startswith(BUILT_IN)
        }
        assert {parent.iri for parent in terms[iri].parents} >= parents - {iri}


def test_known_terms(corpus: Path) -> None:
    """Terms that image records use are there with the names, parents and replacements that their files state."""
    folder = corpus / "ontologies"
    _, fbbi, _ = read(folder / "FBbi_CRBS_2019" / "fbbi.owl")
    assert fbbi[f"{OBO}FBbi_00000246"].label == "fluorescence microscopy"
    _, edit, _ = read(folder / "FBbi_foundingGIDE_2026" / "fbbi-edit.owl")
    assert f"{OBO}FBbi_00050000" in edit
    assert f"{OBO}FBbi_00050000" not in fbbi
    _, uberon, _ = read(folder / "UBERON" / "efo-slim.obo")
    brain = uberon[f"{OBO}UBERON_0000955"]
    assert PART_OF in {parent.relation for parent in brain.parents}
    _, qudt, _ = read(folder / "QUDT" / "VOCAB_QUDT-UNITS-ALL.ttl")
    micrometre = qudt["http://qudt.org/vocab/unit/MicroM"]
    assert TermName(text="\u03bcm", kind="abbreviation") in micrometre.names
    assert "UCUM:um" in micrometre.xrefs
    _, cmpo, _ = read(folder / "CMPO" / "cmpo.obo")
    assert all(
        iri.startswith("http://www.ebi.ac.uk/cmpo/CMPO_")
        for iri, term in cmpo.items()
        if term.kind == "class"
    )
    _, ims, _ = read(folder / "IMS" / "imagingMS.obo")
    assert f"{OBO}IMS_1000001" in ims


def test_both_editions_of_uo_say_the_same(corpus: Path) -> None:
    """The OBO and the OWL edition of one release make the same terms."""
    _, obo, _ = read(corpus / "ontologies" / "UO" / "uo.obo")
    _, owl, _ = read(corpus / "ontologies" / "UO" / "uo.owl")
    for iri, term in obo.items():
        other = owl[iri]
        assert (term.label, term.definition, term.obsolete, set(term.parents)) == (
            other.label, other.definition, other.obsolete, set(other.parents),
        )  # fmt: skip
        assert {found.text for found in term.names} == {found.text for found in other.names}


def test_files_that_are_no_ontologies_are_refused(corpus: Path) -> None:
    """A table of ID ranges and a mapping of codes hold no term."""
    folder = corpus / "ontologies"
    with pytest.raises(MalformedDocument) as caught:
        read(folder / "FBbi_foundingGIDE_2026" / "fbbi-idranges.owl")
    assert caught.value.extra["line"] == 11
    _, terms, _ = read(folder / "OM" / "om-2-ucum.ttl")
    assert terms == {}


def test_empty_mapping_is_refused_as_a_release(corpus: Path, tmp_path: Path) -> None:
    """Loading a file without terms changes nothing."""
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    with pytest.raises(EmptyDocument):
        load_file(
            corpus / "ontologies" / "OM" / "om-2-ucum.ttl", readers=all_readers(), archive=index,
            registry=packaged_registry(),
        )  # fmt: skip
    assert list(index.releases()) == []
    index.close()
