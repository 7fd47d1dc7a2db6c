"""The vocabularies of the corpus in an index of their own, for tests and benchmarks of look-up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from imagegraph.adapters.ontologies import all_readers
from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.model.ontology import STARTER, Term
from imagegraph.model.starter import starter_digest, starter_header, starter_terms
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.ports.terms import OntologyFile

#: vocabulary, file, whether its release is the current one
FILES = (
    ("fbbi", "ontologies/FBbi_CRBS_2019/fbbi.owl", False),
    ("fbbi", "ontologies/FBbi_foundingGIDE_2026/fbbi-edit.owl", True),
    ("ncbitaxon", "ontologies/OBI/NCBITaxon_imports.owl", False),
    ("ncbitaxon", "gide/gide_ncbitaxon_hierarchy_subset.ttl", True),
    ("uo", "ontologies/UO/uo.obo", True),
    ("pato", "ontologies/PATO/pato-simple.obo", True),
    ("chmo", "ontologies/CHMO/chmo.obo", True),
    ("ms", "ontologies/PSI-MS/psi-ms.obo", True),
    ("cl", "ontologies/CL/general_cell_types_upper_slim.obo", True),
    ("uberon", "ontologies/UBERON/efo-slim.obo", True),
)


def open_file(path: Path) -> OntologyFile:
    """The terms of an ontology file, by whichever reader knows its kind."""
    with path.open("rb") as file:
        head = file.read(8192)
    reader = next(reader for reader in all_readers() if reader.recognises(head, name=path.name))
    return reader.open(path)


def load_starter(index: SqliteTermIndex) -> None:
    """The starter vocabulary, as a data folder gets it."""
    for vocabulary, terms in starter_terms().items():
        index.add(
            vocabulary,
            header=starter_header(vocabulary),
            terms=terms,
            base=packaged_registry().vocabularies[vocabulary].base,
            source=STARTER,
            digest=starter_digest(),
        )


def load_corpus(index: SqliteTermIndex, corpus: Path) -> None:
    """The starter vocabulary and all of `FILES`."""
    load_starter(index)
    for vocabulary, name, current in FILES:
        file = open_file(corpus / name)
        index.add(
            vocabulary,
            header=file.header,
            terms=file.terms,
            base=packaged_registry().vocabularies[vocabulary].base,
            source=name,
            digest=name,
            current=current,
        )


def terms_of_releases(corpus: Path, vocabulary: str) -> Iterator[Term]:
    """Every term of every release of a vocabulary, straight from the files; parts of a term come one by one."""
    for owner, name, _ in FILES:
        if owner == vocabulary:
            yield from open_file(corpus / name).terms
