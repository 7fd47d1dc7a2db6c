"""The ids and labels that real studies use, looked up with the network off."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from corpus_vocabularies import load_corpus, terms_of_releases

from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.model.starter import starter_terms
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.names import label_belongs
from imagegraph.operations.terms.questions import TermSearch

pytestmark = pytest.mark.corpus
_ID = re.compile(r"(fbbi|ncbitaxon)[_:]0*(\d+)$", re.IGNORECASE)
_ROW = re.compile(r"(?:Study|Screen|Experiment) (Organism|Imaging Method)( Term Accession)?")
_FIELDS = {"Organism": "organism", "Imaging Method": "imaging-method"}


@dataclass(frozen=True, order=True)
class Pair:
    """An id and a label that some study puts side by side."""

    field: str
    id: str
    label: str


@dataclass
class Corpus:
    """The pairs whose term is in a file that is loaded, split by the rule below; and the look-up to be judged."""

    good: list[Pair]
    bad: list[Pair]
    lookup: TermLookup


def _iri(id: str) -> str | None:
    """The IRI of an id, made here without the code under test."""
    found = _ID.search(id.strip())
    if found is None:
        return None
    if found[1].lower() == "fbbi":
        return f"http://purl.obolibrary.org/obo/FBbi_{found[2]:0>8}"
    return f"http://purl.obolibrary.org/obo/NCBITaxon_{found[2]}"


def _plain(text: str) -> str:
    """Letters and digits without case and accents, made here without the code under test."""
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)
    )
    return " ".join(re.findall(r"[^\W_]+", letters))


def _pairs_of_crates(folder: Path) -> Iterator[Pair]:
    for file in sorted(folder.glob("*.json")):
        for node in json.loads(file.read_bytes())["@graph"]:
            label = node.get("name") or node.get("scientificName")
            if isinstance(label, str) and _iri(node.get("@id", "")):
                field = "organism" if "taxon" in node["@id"].lower() else "imaging-method"
                yield Pair(field, node["@id"], label)


def _pairs_of_studies(folder: Path) -> Iterator[Pair]:
    for file in sorted(folder.glob("*/*.txt")):
        labels: list[str] = []
        for row in csv.reader(
            file.read_text(encoding="utf-8", errors="replace").splitlines(), delimiter="\t"
        ):
            found = _ROW.fullmatch(row[0]) if row else None
            if found is None:
                continue
            if found[2] is None:
                labels = [cell.strip() for cell in row[1:]]
                continue
            for label, cell in zip(labels, row[1:], strict=False):
                bare = found[1] == "Organism" and cell.strip().isdigit()
                id = f"NCBITaxon_{cell.strip()}" if bare else cell.strip()
                if label and _iri(id):
                    yield Pair(_FIELDS[found[1]], id, label)


@pytest.fixture(scope="module", name="judged")
def _judged(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Good: a release that is loaded gives the id's term this name. Bad: none does."""
    names: dict[str, set[str]] = defaultdict(set)
    for vocabulary in ("fbbi", "ncbitaxon"):
        for term in terms_of_releases(corpus, vocabulary):
            names[term.iri] |= {_plain(name.text) for name in term.names}
    for terms in starter_terms().values():
        for term in terms:
            names[term.iri] |= {_plain(name.text) for name in term.names}
    pairs = {*_pairs_of_crates(corpus / "gide" / "crates"), *_pairs_of_studies(corpus / "idr")}
    known = sorted(pair for pair in pairs if names[str(_iri(pair.id))])
    good = [pair for pair in known if _plain(pair.label) in names[str(_iri(pair.id))]]
    bad = [pair for pair in known if pair not in good]
    index = SqliteTermIndex(tmp_path_factory.mktemp("terms") / "terms.sqlite")
    load_corpus(index, corpus)
    yield Corpus(good, bad, TermLookup(index, packaged_registry()))
    index.close()


@pytest.mark.parametrize("with_field", ["no field", "its field"])
def test_labels_find_their_term_first(judged: Corpus, with_field: str) -> None:
    """At least 99 in 100 labels that real studies use for a term find that very term first."""
    missed = []
    for pair in judged.good:
        field = pair.field if with_field == "its field" else None
        items = judged.lookup.search(TermSearch(q=pair.label, field=field)).items
        if not items or items[0].iri != _iri(pair.id):
            missed.append((pair, [(hit.curie, hit.reason) for hit in items[:2]]))
    print(f"\n{with_field}: {len(judged.good) - len(missed)} of {len(judged.good)} first; missed: {missed}")
    assert len(judged.good) > 90
    assert len(missed) <= len(judged.good) // 100


def test_ids_find_their_term_first(judged: Corpus) -> None:
    """Every spelling of an id that real studies use finds that very term, and nothing else, first."""
    for pair in [*judged.good, *judged.bad]:
        items = judged.lookup.search(TermSearch(q=pair.id)).items
        hits = [hit for hit in items if not hit.obsolete] or list(items)
        assert _iri(pair.id) in (hits[0].iri, hits[0].replaces), pair


def test_labels_of_other_terms_are_never_accepted(judged: Corpus) -> None:
    """No label that belongs to another term, or to none, passes as a name of the term whose id stands next to it."""
    accepted = []
    print(f"\n{len(judged.good)} good pairs, {len(judged.bad)} bad ones:")
    for pair in judged.bad:
        verdict = judged.lookup.check_label(str(_iri(pair.id)), pair.label)
        print(f"  {pair.id} {pair.label!r}: {verdict.belongs}; is {verdict.label!r}; owners {verdict.owners}")
        if verdict.belongs == "yes":
            accepted.append(pair)
    assert not accepted
    known = {(str(_iri(pair.id)).rpartition("/")[2], pair.label) for pair in judged.bad}
    assert ("FBbi_00000256", "photoacoustic microscopy") in known
    assert ("FBbi_00000241", "Nomarski differential interference contrast (DIC) microscopy") in known
    assert ("NCBITaxon_4853", "Schizosaccharomyces pombe") in known


def test_labels_of_the_term_itself_are_accepted(judged: Corpus) -> None:
    """A good label is not complained about."""
    refused = [
        pair
        for pair in judged.good
        if label_belongs(judged.lookup.copies(str(_iri(pair.id))), pair.label) not in ("yes", "nearly")
    ]
    assert not refused
