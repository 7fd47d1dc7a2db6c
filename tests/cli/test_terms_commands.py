"""imagegraph terms search, show, annotate: without a service, without records, with the starter."""

from __future__ import annotations

import csv
import io

import pytest
from terminal import Done, Terminal, await_port, free_port


@pytest.fixture(scope="module", name="lab")
def _lab(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal; tests leave nothing in its folder but the index."""
    return Terminal(tmp_path_factory.mktemp("lab"))


def _rows(done: Done) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.output)))


def test_search_prints_label_and_reason(lab: Terminal) -> None:
    """The first line is the term, below it stands why."""
    done = lab.run("terms", "search", "TIRF", "--field", "imaging-method")
    first, reason = done.output.splitlines()[:2]
    assert first.startswith("FBbi:00000617  ")
    assert "abbreviation" in reason
    assert "term" in done.errors


def test_search_as_json(lab: Terminal) -> None:
    """`--json` prints what the API answers."""
    told = lab.run("terms", "search", "E. coli", "--json", "--limit", "3").json
    assert told["items"][0]["curie"] == "NCBITaxon:562"
    assert set(told) == {"items", "notes", "stale"}


def test_search_narrows_down(lab: Terminal) -> None:
    """Vocabulary, branch, language and number of hits can be chosen."""
    found = lab.run("terms", "search", "microscopy", "--ontology", "fbbi", "--under", "electron microscopy",
                    "--lang", "de", "--limit", "50", "--json").json["items"]  # fmt: skip
    assert {one["ontology"] for one in found} == {"fbbi"}
    assert "FBbi:00000246" not in {one["curie"] for one in found}
    assert "de" in {one["language"] for one in found}


def test_nothing_found_is_no_failure(lab: Terminal) -> None:
    """No term is an answer too."""
    done = lab.run("terms", "search", "zzzzqqqq")
    assert done.output == ""
    assert "(0 terms)" in done.errors


@pytest.mark.parametrize(
    "text", ["%%%", "x" * 10_000, '"', "a\ud800".encode("utf-8", "surrogatepass").decode("latin-1")]
)
def test_unusable_text_is_told(lab: Terminal, text: str) -> None:
    """What cannot be looked for ends with 2 and a sentence, or finds nothing."""
    code = 0 if text.startswith("a") else 2
    done = lab.run("terms", "search", text, code=code)
    assert "error of its own" not in done.errors


@pytest.mark.parametrize(
    "arguments", [("--field", "colour"), ("--ontology", "nonsense"), ("--limit", "0"), ("--limit", "x")]
)
def test_unusable_options_are_told(lab: Terminal, arguments: tuple[str, ...]) -> None:
    """An option that cannot be used is named."""
    errors = lab.run("terms", "search", "confocal", *arguments, code=2).errors
    assert arguments[1] in errors or f"'{arguments[0]}'" in errors


def test_show_tells_one_term(lab: Terminal) -> None:
    """Any spelling of an id; label in the wanted language; who says it."""
    done = lab.run("terms", "show", "http://purl.obolibrary.org/obo/FBbi_00000251", "--lang", "de")
    assert done.output.startswith("FBbi:00000251  Konfokalmikroskopie\n")
    assert "starter of imagegraph" in done.output
    told = lab.run("terms", "show", "fbbi:00000251", "--json").json
    assert told["label"] == "confocal microscopy"
    assert told["parents"]


@pytest.mark.parametrize("id", ["FBbi:00099999", "confocal", "javascript:alert(1)"])
def test_show_says_what_is_unknown(lab: Terminal, id: str) -> None:
    """An unknown term, or no id at all, ends with 2 and a hint."""
    errors = lab.run("terms", "show", id, code=2).errors
    assert id in errors
    assert "Did you mean" in errors or "CURIE" in errors or "imagegraph terms pull" in errors


def test_annotate_a_column(lab: Terminal) -> None:
    """A column of a CSV with semicolons: a row for each candidate, the file unchanged."""
    content = '\ufeffname;method\r\nA1;EM / TIRF\r\nA2;\r\nA3;"looking\nclosely"\r\n'.encode()
    lab.write("methods.csv", content)
    done = lab.run(
        "terms", "annotate", "methods.csv", "--column", "method", "--field", "imaging-method", "--limit", "1"
    )
    rows = _rows(done)
    assert [(row["line"], row["passage"], row["status"]) for row in rows] == [
        ("2", "EM", "suggested"), ("2", "TIRF", "suggested"), ("5", "looking\nclosely", "unknown"),
    ]  # fmt: skip
    assert rows[0]["curie"] == "FBbi:00000256"
    assert 0 < float(rows[0]["confidence"]) <= 1
    assert rows[0]["reason"]
    assert (lab.folder / "methods.csv").read_bytes() == content


def test_annotate_lines_and_text(lab: Terminal) -> None:
    """Without a column every line is a string; with `--text` the whole input is one text."""
    done = lab.run("terms", "annotate", "-", input=b"HeLa\n\nconfocal microscopy\n")
    assert {row["line"] for row in _rows(done)} == {"1", "3"}
    told = lab.run("terms", "annotate", "-", "--text", "--json", input=b"Seen by confocal microscopy.").json
    mention = told["items"][0]["mentions"][0]
    assert (mention["text"], mention["start"]) == ("confocal microscopy", 8)


@pytest.mark.parametrize(
    ("content", "arguments", "expected"),
    [
        (b"a,b\n1,2\n", ("--column", "c"), "'a', 'b'"),
        (b"", ("--column", "c"), "no header"),
        (b"a\n\xff\n", (), "line 2"),
        (b'a,b\n"1,2\n', ("--column", "a"), "line"),
        (b"a\n", ("--column", "a", "--text"), "--text"),
        (b"x" * 20_001, ("--text",), "20,001"),
        (b"a\n" + b"x" * 20_001, (), "20,001"),
    ],
)
def test_unusable_files_are_told(
    lab: Terminal, content: bytes, arguments: tuple[str, ...], expected: str
) -> None:
    """What is wrong with a file is said with its place, and nothing else is printed."""
    errors = lab.run("terms", "annotate", "-", *arguments, input=content, code=2).errors
    assert expected in errors
    assert lab.run("terms", "annotate", "missing.csv", code=2).errors


def test_no_lock_is_needed(lab: Terminal) -> None:
    """Looking up does not wait for the process that holds the data folder."""
    lab.run("import", lab.write("study.yaml", "type: Study\nid: https://doi.org/10.5072/lock\nname: Lock\n"))
    port = free_port()
    process = lab.start("serve", "--port", str(port))
    try:
        await_port(port, process)
        assert lab.run("terms", "search", "HeLa").output
    finally:
        process.terminate()
        process.communicate(timeout=30)
