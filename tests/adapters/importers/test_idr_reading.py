"""Encodings, broken files, companions and recognition of IDR files."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imagegraph.adapters.importers.idr import IdrStudyImporter
from imagegraph.adapters.importers.idr_text import Notes, rows
from imagegraph.errors import EmptyDocument, ImagegraphError, MalformedDocument
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA
from imagegraph.model.records import Document, ImportedRecord

FOLDER = Path(__file__).parents[2] / "data" / "idr" / "idr9001-river-spindle"
STUDY = "Comment[IDR Study Accession]\tidr9001\nStudy Title\tGrün\nExperiment Number\t1\n"
HEADER = "Dataset Name,Image Name,Characteristics [Organism]"


def read(content: bytes, *, path: Path | None = None) -> list[ImportedRecord]:
    """The records of a document."""
    return list(IdrStudyImporter().read(Document(name="idr9001-study.txt", content=content, path=path)))


def texts(record: ImportedRecord) -> set[str]:
    """Every value of a record."""
    return {triple.object.value for triple in record.triples}


def messages(record: ImportedRecord) -> str:
    """What the importer had to tell, a line each."""
    return "\n".join(finding.message for finding in record.findings)


@pytest.mark.parametrize(
    "content",
    [
        STUDY.encode(),
        STUDY.encode("utf-8-sig"),
        STUDY.encode("utf-16"),
        STUDY.replace("\n", "\r\n").encode(),
        STUDY.replace("\n", "\r").encode(),
        STUDY.replace("\n", "\t\t\t\r\r\n").encode(),
        STUDY.replace("Grün", '"Grün"').encode(),
    ],
)
def test_encodings_and_line_ends(content: bytes) -> None:
    """Byte order marks, UTF-16, every kind of line end and trailing tabs read alike, without a finding."""
    (record,) = read(content)
    assert "Grün" in texts(record)
    assert record.findings == ()


def test_latin_1_is_read_with_a_warning() -> None:
    """A file that is not UTF-8 is read as Latin-1, and the first bad line is named."""
    (record,) = read(STUDY.encode("latin-1"))
    assert "Grün" in texts(record)
    assert "Line 2 is not UTF-8" in messages(record)


def test_quoted_cells() -> None:
    """Quoted cells may hold tabs, line ends and doubled quotes; quotes inside a cell are characters."""
    text = 'a\t"b\tc"\t"d ""e""\nf"\tg "h"\n"i" j\tk\n'
    assert list(rows(text, delimiter="\t", notes=Notes())) == [
        (1, ["a", "b\tc", 'd "e"\nf', 'g "h"']),
        (3, ['"i" j', "k"]),
    ]


def test_an_open_quote_does_not_swallow_the_file() -> None:
    """A quote that is never closed is a character; the rows below it are read, and a warning says where."""
    (record,) = read(
        (STUDY + 'Experiment Description\t"open\nExperiment Comments\tstill here "x"\n').encode()
    )
    assert {'"open', 'still here "x"'} <= texts(record)
    assert "Line 4 has a quote" in messages(record)


def test_text_that_was_broken_into_lines() -> None:
    """A line without a key continues the text above it, and its further cells the further columns."""
    long = "and then " * 20
    (record,) = read((STUDY + f"Protocol Description\tFirst\n{long}end\tSecond\n").encode())
    assert f"First\n{long}end" in texts(record)
    assert "Second" in texts(record)
    assert "read as part of “Protocol Description”" in messages(record)


def test_a_list_that_is_written_downwards() -> None:
    """Lone words below a key without values are its values, in order."""
    (record,) = read((STUDY + "Processed Data Column Name\t\narea\nlength\nwidth\n").encode())
    names = {t.object.value for t in record.triples if t.predicate == SCHEMA.name}
    assert {"area", "length", "width"} <= names


def test_cells_without_a_key_above_are_kept() -> None:
    """A first line without a key is kept with a warning."""
    (record,) = read(b"\torphan\n" + STUDY.encode())
    assert "orphan" in texts(record)
    assert "Line 1 does not begin with a key" in messages(record)


def test_huge_cells() -> None:
    """A cell of 2 MB is a cell like any other."""
    (record,) = read((STUDY + f'Study Description\t"{"x" * 2_000_000}"\n').encode())
    assert max(len(text) for text in texts(record)) == 2_000_000


def test_an_empty_template_is_read_without_a_title() -> None:
    """A template with hints only gives a study without a name, which the core shapes will refuse."""
    (record,) = read(
        b"Comment[IDR Study Accession]\t# leave blank\nStudy Title\t# fill in\nStudy Type\thistology\n"
    )
    assert record.about is None
    assert not any(t.predicate == SCHEMA.name and t.object.value != "histology" for t in record.triples)


@pytest.mark.parametrize(
    ("content", "error", "line"),
    [
        (b"Study Title\tT\nStudy \0Type\tx\n", MalformedDocument, 2),
        (b"some\ttext\n", MalformedDocument, None),
        (b" \n\t\n", EmptyDocument, None),
        (b"\xff\xfe", EmptyDocument, None),
    ],
)
def test_what_is_no_study_is_refused(content: bytes, error: type[ImagegraphError], line: int | None) -> None:
    """NUL characters, foreign texts and blank files are refused by name, with the line where there is one."""
    with pytest.raises(error) as refusal:
        read(content)
    assert refusal.value.extra.get("line") == line
    assert refusal.value.extra["source"] == "idr9001-study.txt"


def test_a_table_alone_is_recognised_and_refused() -> None:
    """A table without its study is refused; the message names the study file to hand in."""
    path = FOLDER / "experimentA" / "idr9001-experimentA-annotation.csv"
    document = Document(name=path.name, content=path.read_bytes())
    importer = IdrStudyImporter()
    assert importer.recognises(document)
    with pytest.raises(MalformedDocument, match=r"idr9001-study\.txt"):
        list(importer.read(document))


@pytest.mark.parametrize(
    ("name", "reason"),
    [("idr9001-screenB-library.txt", "submitter"), ("idr9001-screenB-processed.txt", "results")],
)
def test_other_tables_are_refused_for_what_they_are(name: str, reason: str) -> None:
    """Tables of the submitter and of results are known, and the refusal says why they are not read."""
    content = b"Plate\tWell\tCharacteristics [X]\tGene Identifier\nP\tA1\tx\ty\n"
    with pytest.raises(MalformedDocument, match=reason):
        list(IdrStudyImporter().read(Document(name=name, content=content)))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("idr9001-experimentA-assays.txt", b"Source Name\tCharacteristics [X]\tTerm Source 1 REF\nx\ty\tz\n"),
        ("idr9001-screenB-processed.txt", b"Plate\tWell\tScore\nP\tA1\t3\n"),
        ("i_investigation.txt", b"INVESTIGATION\nStudy Title\tT\nStudy License\tx\nStudy Copyright\tx\n"),
        ("cells.csv", b"cell,area\n1,2\n"),
        ("image.tif", b"II*\x00\x08\x00\x00\x00"),
        ("empty", b""),
    ],
)  # fmt: skip
def test_other_files_are_not_recognised(name: str, content: bytes) -> None:
    """Library, assay and result tables, ISA-Tab and foreign files belong to others."""
    assert not IdrStudyImporter().recognises(Document(name=name, content=content))


def test_recognised_by_content_alone() -> None:
    """A study file is recognised without its name, and from its path when no content is given."""
    importer = IdrStudyImporter()
    assert importer.recognises(Document(name="request body", content=STUDY.encode()))
    assert importer.recognises(Document(name="x", path=FOLDER / "idr9001-study.txt"))
    assert not importer.recognises(Document(name="x", path=FOLDER / "missing.txt"))


def test_companions_are_the_tables_of_the_study(tmp_path: Path) -> None:
    """Tables of the same accession below the folder; not those of others, behind links, or of a non-study."""
    importer = IdrStudyImporter()
    study = tmp_path / "idr9001-study.txt"
    study.write_text(STUDY)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    wanted = [below / "idr9001-experimentB-annotation.csv", tmp_path / "idr9001-screenA-annotation.csv"]
    for path in [
        *wanted,
        tmp_path / "idr9002-screenA-annotation.csv",
        tmp_path / "idr9001-screenA-library.txt",
    ]:
        path.write_text(f"{HEADER}\nd,i,x\n")
    (tmp_path / "idr9001-screenC-annotation.csv").symlink_to(wanted[0])
    assert sorted(importer.companions(study)) == sorted(wanted)
    assert importer.companions(tmp_path / "idr9001-screenA-library.txt") == ()
    assert importer.companions(wanted[0]) == ()
    assert importer.companions(tmp_path / "missing.txt") == ()
    assert importer.companions(tmp_path) == ()


def test_tables_are_only_read_where_neighbours_may_be_read() -> None:
    """Without a path only the study is read."""
    assert len(read((FOLDER / "idr9001-study.txt").read_bytes())) == 1


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (b"", EmptyDocument, "blanks"),
        (HEADER.encode(), EmptyDocument, "no rows"),
        (b"File,Size\na,1\n", MalformedDocument, "no header"),
        (f"{HEADER}\nd,i,x\nd,\0,x\n".encode(), MalformedDocument, "line 3"),
    ],
)
def test_a_broken_table_does_not_stop_the_others(
    tmp_path: Path, content: bytes, error: type[ImagegraphError], said: str
) -> None:
    """The study and the sound tables are read before the broken one is refused by name."""
    study = tmp_path / "idr9001-study.txt"
    study.write_text(STUDY)
    (tmp_path / "idr9001-experimentA-annotation.csv").write_bytes(content)
    (tmp_path / "idr9001-experimentB-annotation.csv").write_text(f"{HEADER}\nd,i,x\n")
    found: list[ImportedRecord] = []
    with pytest.raises(error, match=said) as refusal:
        found.extend(IdrStudyImporter().read(Document(name="x/idr9001-study.txt", path=study)))
    assert [record.source for record in found] == [
        "x/idr9001-study.txt",
        "x/idr9001-experimentB-annotation.csv",
    ]
    assert refusal.value.extra["source"] == "x/idr9001-experimentA-annotation.csv"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", STUDY.encode()]))
def test_any_bytes_give_a_study_or_a_refusal(noise: bytes, before: bytes) -> None:
    """Nothing that is handed in ends in anything but a record or a named refusal."""
    document = Document(name="x", content=before + noise)
    IdrStudyImporter().recognises(document)
    found: list[object] = []
    try:
        found.extend(IdrStudyImporter().read(document))
    except ImagegraphError as error:
        found.append(error.detail)
    assert found


_COLUMNS = [
    "Characteristics [Organism]", "Term Source 1 REF", "Term Source 1 Accession",
    "Characteristics [Cell Line]",
    "Phenotype 1", "Phenotype 1 Term Name", "Phenotype 1 Term Accession", "Gene Identifier", "Gene Symbol",
    "Compound Name", "Dose", "Primary Antibody 1", "Primary Antibody 1 Identifier", "Characteristics [Sex]",
    "Control Type", "Comment [Image File Type]", "Comments", "", "Comments",
]  # fmt: skip
_CELL = st.sampled_from(
    [
        "",
        "x",
        "EFO_0001185",
        "9606",
        "NCBITaxon",
        "AB_90755",
        "odd_1",
        "raw",
        "a,b",
        'q"uo"te',
        "li\nne",
        "ü:1",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_COLUMNS), max_size=12), st.data())
def test_no_row_and_no_cell_is_lost(columns: list[str], data: st.DataObject) -> None:
    """Whatever columns stand side by side, each row is an image and each cell is found again."""
    width = len(columns) + 2
    table = data.draw(st.lists(st.lists(_CELL, min_size=width, max_size=width + 1), min_size=1, max_size=6))
    kept = [row for row in table if any(row)]
    written = io.StringIO()
    csv.writer(written).writerows([["Dataset Name", "Image Name", *columns], *table])
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder) / "idr9001-study.txt"
        study.write_text(STUDY)
        (study.parent / "idr9001-experimentA-annotation.csv").write_text(written.getvalue(), newline="")
        document = Document(name="x", path=study)
        if not kept:
            with pytest.raises(EmptyDocument):
                list(IdrStudyImporter().read(document))
            return
        records = list(IdrStudyImporter().read(document))[1:]
    triples = [triple for record in records for triple in record.triples]
    assert sum(t.predicate == RDF_TYPE and t.object == IG.Image for t in triples) == len(kept)
    everything = "\n".join(t.object.value for t in triples)
    for row in kept:
        for cell in row:
            assert cell in everything or cell == "a,b", (columns, row)
