"""The real RO-Crates: image archives, notebooks, examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset

from imagegraph.adapters.importers.jsonld import triples_of
from imagegraph.adapters.importers.jsonld_contexts import NeedsProcessor, TermTable, inlined
from imagegraph.adapters.importers.rocrate import RoCrateImporter
from imagegraph.adapters.importers.rocrate_flat import Expansion, expand
from imagegraph.errors import Refusal
from imagegraph.model.rdf import IG, RDF_TYPE, NamedNode, Quad, Triple
from imagegraph.model.records import RECORD_BASE, Document

pytestmark = pytest.mark.corpus


def crates(corpus: Path) -> list[Path]:
    """Every file that the importer takes for a crate."""
    folders = [corpus / name for name in ("gide", "bia_rocrate", "ngff", "eln")]
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path for path in files if RoCrateImporter().recognises(document(path))]


def document(path: Path) -> Document:
    """The document of a file."""
    return Document(name=path.name, content=path.read_bytes(), path=path)


def canonical(triples: list[Triple]) -> Dataset:
    """Statements so that blank nodes compare."""
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def test_every_crate_is_read(corpus: Path) -> None:
    """Every crate gives one study, but for the one that describes a person twice and differently."""
    refused = []
    paths = crates(corpus)
    assert len(paths) > 270
    for path in paths:
        try:
            (record,) = RoCrateImporter().read(document(path))
        except Refusal as refusal:
            refused.append((path.parent.name, refusal.slug))
            continue
        main = NamedNode(record.about or RECORD_BASE)
        assert Triple(main, RDF_TYPE, IG.Study) in record.triples, path
    assert refused == [("test_duplicate_entity_id", "duplicate-identifier")]


def test_flat_reading_equals_json_ld(corpus: Path) -> None:
    """Read flat or by a JSON-LD processor, every crate makes the same statements."""
    compared = 0
    for path in crates(corpus):
        if path.suffix != ".json":
            continue
        value = json.loads(path.read_bytes())
        table = TermTable()
        try:
            table.apply(value["@context"], source=path.name)
            flat = expand(value["@graph"], table, source=path.name)
        except NeedsProcessor:
            continue
        expected = [
            triple
            for triple in triples_of(inlined(value, source=""), source="")
            if not _relative_type(triple)
        ]
        assert canonical(_expressible(flat)) == canonical(expected), path
        compared += 1
    assert compared > 260


def _relative_type(triple: Triple) -> bool:
    """Whether JSON-LD made a relative IRI of a type that no context defines."""
    value = triple.object
    return (
        triple.predicate == RDF_TYPE and isinstance(value, NamedNode) and value.value.startswith(RECORD_BASE)
    )


def _expressible(flat: Expansion) -> list[Triple]:
    """The statements without ids that JSON-LD drops because they are no IRIs."""
    encoded = {NamedNode(iri) for iri in flat.spellings}
    return [t for t in flat.triples if t.subject not in encoded and t.object not in encoded]
