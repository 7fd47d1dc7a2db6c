"""The starter vocabulary compared with the ontologies' own files, read without the package."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import OWL, RDFS

from imagegraph.model.starter import starter_entries
from imagegraph.model.vocabularies import packaged_registry

pytestmark = pytest.mark.corpus

REGISTRY = packaged_registry()
OBO = "http://purl.obolibrary.org/obo/"
PART_OF = OBO + "BFO_0000050"
OBO_FILES = [
    "UBERON/efo-slim.obo", "CL/general_cell_types_upper_slim.obo", "GO/go-nucleus.obo", "UO/uo.obo",
    "CHMO/chmo.obo", "PATO/pato-simple.obo", "CMPO/cmpo.obo", "PSI-MS/psi-ms.obo",
]  # fmt: skip
RDF_FILES = [
    "FBbi_CRBS_2019/fbbi.owl", "FBbi_EDAM_mapping/edam_bioimaging_microscopy.ttl", "COB/cob.owl", "IAO/iao.owl",
    "QUDT/VOCAB_QUDT-UNITS-ALL.ttl", "OBI/CL_imports.owl", "OBI/CLO_imports.owl", "OBI/ChEBI_imports.owl",
    "OBI/GO_imports.owl", "OBI/NCBITaxon_imports.owl", "OBI/NIAID-GSC-BRC.owl", "OBI/UBERON_imports.owl",
    "OBI/devices.owl", "../gide/gide_ncbitaxon_hierarchy_subset.ttl",
]  # fmt: skip


@dataclass
class Known:
    """What the files say: labels, direct parents and the deprecated terms."""

    labels: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    above: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    current: set[str] = field(default_factory=set)

    def ancestors(self, iri: str, *, part_of: bool) -> set[str]:
        """Everything above a term in any of the files."""
        seen: set[str] = set()
        left = [iri]
        while left:
            for parent in self.above[left[0]] | (self.parts[left[0]] if part_of else set()):
                if parent not in seen:
                    seen.add(parent)
                    left.append(parent)
            del left[0]
        return seen


def _iri(curie: str) -> str:
    """The IRI of an id in an OBO file."""
    prefix, _, local = curie.partition(":")
    return f"http://www.ebi.ac.uk/cmpo/CMPO_{local}" if prefix == "CMPO" else f"{OBO}{prefix}_{local}"


def _read_obo(text: str, known: Known) -> None:
    for stanza in text.split("\n[Term]\n")[1:]:
        lines = stanza.split("\n\n")[0].splitlines()
        pairs = [line.partition(": ")[::2] for line in lines]
        iri = _iri(next(value for key, value in pairs if key == "id"))
        obsolete = ("is_obsolete", "true") in pairs
        for key, value in pairs:
            if key == "name":
                known.labels[iri].add(value)
                known.current |= set() if obsolete else {iri}
            elif key == "is_a":
                known.above[iri].add(_iri(value.split()[0]))
            elif key == "relationship" and value.split()[0] in ("part_of", "BFO:0000050"):
                known.parts[iri].add(_iri(value.split()[1]))


def _read_rdf(path: Path, known: Known) -> None:
    graph = rdflib.Graph().parse(path, format="turtle" if path.suffix == ".ttl" else "xml")
    for subject, label in graph.subject_objects(RDFS.label):
        known.labels[str(subject)].add(str(label))
        if (subject, OWL.deprecated, rdflib.Literal(True)) not in graph:
            known.current.add(str(subject))
    for subject, parent in graph.subject_objects(RDFS.subClassOf):
        if isinstance(parent, rdflib.URIRef):
            known.above[str(subject)].add(str(parent))
        elif (parent, OWL.onProperty, rdflib.URIRef(PART_OF)) in graph:
            known.parts[str(subject)] |= {str(whole) for whole in graph.objects(parent, OWL.someValuesFrom)}


def _read_functional(text: str, known: Known) -> None:
    """Labels and named parents of OWL functional syntax, line by line."""
    deprecated = set(re.findall(r"AnnotationAssertion\(owl:deprecated <([^>]+)>", text))
    for iri, label in re.findall(r'AnnotationAssertion\(rdfs:label <([^>]+)> "((?:[^"\\]|\\.)*)"', text):
        known.labels[iri].add(label.replace('\\"', '"'))
        known.current |= set() if iri in deprecated else {iri}
    for child, parent in re.findall(r"SubClassOf\(<([^>]+)> <([^>]+)>\)", text):
        known.above[child].add(parent)


@pytest.fixture(scope="module", name="known")
def _known(corpus: Path) -> Known:
    known = Known()
    folder = corpus / "ontologies"
    for name in OBO_FILES:
        _read_obo((folder / name).read_text(encoding="utf-8"), known)
    for name in RDF_FILES:
        _read_rdf(folder / name, known)
    edited = folder / "FBbi_foundingGIDE_2026" / "fbbi-edit.owl"
    _read_functional(edited.read_text(encoding="utf-8"), known)
    return known


def _entries(*, verified: bool) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for _, entry in starter_entries():
        if entry.get("verified", True) is verified:
            yield REGISTRY.expand(entry["id"]), entry


def test_ids_and_labels_are_the_ontologies(known: Known) -> None:
    """Every term that is said to be verified is in a file, is in use, and is called so there."""
    entries = list(_entries(verified=True))
    assert len(entries) > 300
    for iri, entry in entries:
        assert iri in known.labels, (
            f"{entry['id']} is in none of the files: correct it or write verified: false"
        )
        assert entry["label"] in known.labels[iri], f"{entry['id']} is called {known.labels[iri]}"
        assert iri in known.current, f"{entry['id']} is obsolete: take its replacement"


def test_unverified_terms_cannot_be_verified(known: Known) -> None:
    """`verified: false` stands only where the files say nothing, so that the list stays short."""
    for iri, entry in _entries(verified=False):
        assert iri not in known.labels, f"{entry['id']} is in the files: remove verified: false"


def test_parents_are_above(known: Known) -> None:
    """Each parent of a verified term is above it in the files, directly or not."""
    for iri, entry in _entries(verified=True):
        if entry["id"].startswith("CHEBI:"):
            continue  # the slices of ChEBI at hand have no hierarchy; "chemical entity" is above all
        above = known.ancestors(iri, part_of=False)
        for curie in entry.get("parents", ()):
            assert REGISTRY.expand(curie) in above, f"{entry['id']} is not below {curie}: remove the parent"
        around = known.ancestors(iri, part_of=True)
        for curie in entry.get("part_of", ()):
            assert REGISTRY.expand(curie) in around, f"{entry['id']} is not part of {curie}: remove it"
