"""Real IDR studies, checked against a tiny reader that shares no code with the importer."""

from __future__ import annotations

import csv
import io
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from imagegraph.adapters.importers.idr import IdrStudyImporter
from imagegraph.errors import MalformedDocument
from imagegraph.model.rdf import IG, RDF_TYPE, Literal, NamedNode
from imagegraph.model.records import Document, ImportedRecord

pytestmark = pytest.mark.corpus

_DOI = re.compile(r"(?:https?://)?(?:dx\.)?(?:doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


def _studies(corpus: Path) -> list[Path]:
    found = sorted(corpus.glob("idr/*/*study*.txt"))
    assert found, "the corpus holds no IDR study"
    return found


def _document(path: Path) -> Document:
    return Document(name=path.name, content=path.read_bytes(), path=path)


def _records(path: Path) -> list[ImportedRecord]:
    return list(IdrStudyImporter().read(_document(path)))


def _tables(path: Path) -> list[Path]:
    return sorted(path.parent.rglob(f"{path.name[:7]}*annotation.csv"))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _table_rows(path: Path) -> Iterator[list[str]]:
    """Rows by the csv module of the standard library."""
    for row in csv.reader(io.StringIO(_text(path), newline="")):
        yield [cell.strip() for cell in row]


def _pieces(path: Path) -> Iterator[tuple[str, str]]:
    """What stands before the first tab of a line, and each piece behind it, without quotes."""
    for line in _text(path).split("\n"):
        key, *values = (piece.replace('"', "").strip() for piece in line.split("\t"))
        if not key.startswith("#"):
            yield from ((key, value) for value in values if value and not value.startswith("# "))
            if len(key) > 100 or not values:
                yield key, key


def _words(records: list[ImportedRecord]) -> tuple[set[str], str]:
    """Every literal, and all IRIs as one lower-case text."""
    literals: set[str] = set()
    iris: set[str] = set()
    for record in records:
        for triple in record.triples:
            if isinstance(triple.object, Literal):
                literals.add(triple.object.value.replace('"', ""))
            elif isinstance(triple.object, NamedNode):
                iris.add(triple.object.value)
            iris.add(triple.subject.value)  # type: ignore[union-attr]
    return literals, "\n".join(iris).lower()


def _kept(text: str, literals: set[str], iris: str) -> bool:
    text = text.replace('"', "")
    if text in literals or text.lower() in iris:
        return True
    if len(text) > 40 and any(text in literal for literal in literals):
        return True
    doi = _DOI.fullmatch(text)
    if doi and f"https://doi.org/{doi[1].lower()}" in iris:
        return True
    parts = [part.strip() for part in re.split(r"[,;/]", text) if part.strip()]
    if len(parts) > 1 and all(part in literals for part in parts):
        return True
    if re.fullmatch(r"\d{6,9}", text) and f"PMID:{text}" in literals:
        return True
    curie = re.fullmatch(r"([A-Za-z]+)[:_](\w+)", text)
    if curie and f"{curie[1]}_{curie[2]}".lower() in iris:
        return True
    if text.endswith(":"):
        return True  # the label of a size whose number stands in the next cell
    size = re.fullmatch(r"[^:]+:\s*([\d.,]*)(?:\s*[tgm]b)?", text, re.IGNORECASE)
    return bool(size and size[1].replace(",", "") in literals)


def _is_key(key: str, text: str) -> bool:
    """A line that is a key without values."""
    return text == key and bool(re.match(r"(Study|Experiment|Screen|Processed|Phenotype|Comment)\b", key))


def test_every_study_and_table_is_read(corpus: Path) -> None:
    """Each study gives one study record, each table as many images as it has rows; speed is printed."""
    for path in _studies(corpus):
        start = time.perf_counter()
        records = _records(path)
        seconds = time.perf_counter() - start
        assert records[0].kind == "idr-study"
        assert sum(record.kind == "idr-study" for record in records) == 1
        images = Counter(
            record.source
            for record in records[1:]
            for t in record.triples
            if t.predicate == RDF_TYPE and t.object == IG.Image
        )
        expected = {}
        for table in _tables(path):
            rows = [row for row in _table_rows(table) if any(row)]
            expected[str(table.relative_to(path.parent))] = len(rows) - 1
        assert dict(images) == expected, path.name
        total, triples = sum(images.values()), sum(len(record.triples) for record in records[1:])
        print(
            f"{path.name}: {len(records[0].triples)} triples, {len(records) - 1} groups, {total} rows, "
            f"{triples / max(total, 1):.1f} triples/row, {total / seconds:.0f} rows/s, "
            f"{sum(len(r.findings) for r in records)} findings"
        )


def test_no_cell_is_lost(corpus: Path) -> None:
    """Each filled cell of a study file or table is found again as a literal or in an IRI."""
    missing = []
    for path in _studies(corpus):
        records = _records(path)
        literals, iris = _words(records[:1])
        lines = "\n".join(sorted(literals)).split("\n")
        known = literals | set(lines)
        missing += [(path.name, key, text) for key, text in _pieces(path) if not _is_key(key, text)
                    and not _kept(text, known, iris)]  # fmt: skip
        literals, iris = _words(records[1:])
        seen: set[str] = set()
        for table in _tables(path):
            rows = _table_rows(table)
            next(rows)
            for row in rows:
                for column, cell in enumerate(row):
                    if cell and cell not in seen and not _kept(cell, literals, iris):
                        missing.append((table.name, str(column), cell))
                    seen.add(cell)
    assert missing == []


@pytest.mark.parametrize(
    ("prefix", "pattern"), [("NCBITaxon", r"NCBITaxon[_:](\d+)"), ("FBbi", r"(?i:fbbi)[_:](\d+)")]
)
def test_terms_are_those_of_a_plain_search(corpus: Path, prefix: str, pattern: str) -> None:
    """The term IRIs of a study are those that a regular expression finds in its file."""
    for path in _studies(corpus):
        text = _text(path)
        expected = set(re.findall(pattern, text))
        if prefix == "NCBITaxon":
            expected |= {text for key, text in _pieces(path) if key.endswith("Organism Term Accession")}
            expected = {text for text in expected if text.isdigit()}
        else:
            expected |= {text for key, text in _pieces(path) if "Method Term Acc" in key and text.isdigit()}
        base = f"http://purl.obolibrary.org/obo/{prefix}_"
        record = _records(path)[0]
        found = {
            t.object.value.removeprefix(base)
            for t in record.triples
            if isinstance(t.object, NamedNode) and t.object.value.startswith(base)
        }
        assert found == expected, path.name


def test_tables_belong_to_their_study_alone(corpus: Path) -> None:
    """Companions are the tables of the same accession; a table alone is recognised, to say why it is refused."""
    importer = IdrStudyImporter()
    for path in _studies(corpus):
        assert list(importer.companions(path)) == _tables(path)
        assert importer.recognises(_document(path))
        for table in _tables(path):
            assert importer.recognises(_document(table))
    for other in corpus.glob("idr/**/*"):
        if other.is_file() and re.search(r"library|assays", other.name):
            with pytest.raises(MalformedDocument, match="submitter"):
                list(importer.read(_document(other)))
