"""validate, query, export, example, rebuild, verify, doctor, serve and demo as a user types them."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from terminal import COMMAND, Terminal, await_port, free_port

STUDY = "type: Study\nname: A study\n"
ALL = "SELECT (count(*) AS ?n) WHERE { ?s ?p ?o }"
CRATE = "inbox/rocrate/zebrafish-ro-crate-metadata.json"


def test_help_is_quick() -> None:
    """`--help` answers without loading the engines: in the time of a bare interpreter and a little more."""
    quickest = min(_seconds([COMMAND, "--help"]) for _ in range(3))
    bare = min(_seconds([sys.executable, "-c", "import typer"]) for _ in range(3))
    assert quickest < bare + 0.3


def _seconds(command: list[str]) -> float:
    started = time.monotonic()
    subprocess.run(command, capture_output=True, check=True)
    return time.monotonic() - started


def test_validate_judges_the_documents_own_rdf(filled: Terminal) -> None:
    """`validate --json` gives `conforms` and results with exactly these members; 1 when a rule is broken."""
    done = filled.run("validate", "inbox", "--profile", "gide", "--json", code=1)
    assert list(done.json) == ["conforms", "results"]
    assert done.json["conforms"] is False
    for result in done.json["results"]:
        assert list(result) == ["source", "severity", "focus", "path", "value", "shape", "message"]
        assert result["source"].startswith("inbox/")
    assert done.errors == ""


def test_validate_needs_no_data_folder(terminal: Terminal) -> None:
    """Judging keeps nothing and makes no folder."""
    terminal.write("a.yaml", STUDY)
    assert (
        terminal.run("validate", "a.yaml").output
        == "conforms: 1 document, 0 violations, 0 warnings, 0 hints\n"
    )
    assert sorted(path.name for path in terminal.folder.iterdir()) == ["a.yaml"]


def test_validate_tells_what_cannot_be_read(terminal: Terminal) -> None:
    """A document that cannot be read is a violation, not a crash; an unknown profile is a usage error."""
    terminal.write("a.json", "{")
    (terminal.folder / "empty").mkdir()
    done = terminal.run("validate", "a.json", "gone.json", "empty", "--json", code=1)
    assert {result["source"] for result in done.json["results"]} == {"a.json", "gone.json", "empty"}
    assert "Known: core, gide, rembi" in terminal.run("validate", "a.json", "--profile", "x", code=2).errors


def test_query_formats(filled: Terminal) -> None:
    """table for people, csv and json for programs; the count of rows goes to standard error."""
    text = "SELECT ?s WHERE { ?s a <https://w3id.org/imagegraph/Study> } ORDER BY ?s"
    table = filled.run("query", text)
    assert table.output.splitlines()[:2] == ["s", "-" * len(table.output.splitlines()[1])]
    assert table.errors.endswith(" rows)\n")
    assert filled.run("query", text, "--format", "csv").output.splitlines()[0] == "s"
    assert filled.run("query", text, "--format", "json").json["head"]["vars"] == ["s"]
    assert filled.run("query", text, "--json").json["head"]["vars"] == ["s"]
    assert filled.run("query", "ASK { ?s ?p ?o }").output == "yes\n"
    assert "a ig:Study" in filled.run("query", "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }").output


def test_query_from_standard_input(filled: Terminal) -> None:
    """`-` reads the query from standard input; bytes that are no text are refused."""
    assert filled.run("query", "-", "--format", "csv", input=ALL.encode()).output.splitlines()[0] == "n"
    assert "UTF-8" in filled.run("query", "-", input=b"\xff\xfe", code=2).errors


def test_named_questions(filled: Terminal) -> None:
    """A named question is asked by its name with its parameters; wrong names are met with help."""
    listed = filled.run("query", "--list").output
    assert "--param organism=" in listed
    names = [question["name"] for question in filled.run("query", "--list", "--json").json]
    assert "studies-by-organism-and-method" in names
    asked = ["query", "--name", "studies-by-organism-and-method"]
    assert filled.run(*asked, "--param", "organism=NCBITaxon:7955", "--format", "csv").output.count("\n") >= 1
    assert "has no parameter" in filled.run(*asked, "--param", "colour=red", code=2).errors
    assert "NAME=VALUE" in filled.run(*asked, "--param", "organism", code=2).errors
    assert "Did you mean" in filled.run("query", "--name", "studies-by-organism", code=2).errors


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["query", "SELECT * WHERE { ?s ?p "], "Line 1, column"),
        (["query", "DELETE WHERE { ?s ?p ?o }"], "only answers queries"),
        (["query", "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }"], "SERVICE"),
        (["query", ALL, "--format", "xml"], "csv, json"),
        (["query", ALL, "--param", "a=b"], "--name"),
        (["query"], "--list"),
        (["export"], "--all"),
        (["export", "a", "--all"], "--all"),
        (["export", "--all", "--format", "xml"], "turtle, trig, nquads, jsonld"),
        (["export", "nobody"], "no record 'nobody'"),
        (["example", "Nobody"], "no example"),
        (["query", ALL, "--data", "nowhere"], "imagegraph import PATH --data nowhere"),
        (["export", "--all", "--data", "nowhere"], "no data folder"),
        (["verify", "--data", "nowhere"], "no data folder"),
        (["rebuild", "--data", "nowhere"], "no data folder"),
        (["frobnicate"], "No such command"),
    ],
)
def test_what_cannot_be_done_is_said(filled: Terminal, arguments: list[str], says: str) -> None:
    """Exit code 2, one explanation on standard error, nothing on standard output."""
    done = filled.run(*arguments, code=2)
    assert says in done.errors
    assert done.output == ""
    assert not (filled.folder / "nowhere").exists()


def test_export_by_every_name(filled: Terminal) -> None:
    """A record is found by its IRI, its id and the IRI it is about; several about one thing come together."""
    rows = filled.run("import", "inbox", "--json").json["records"]
    iri = next(row["iri"] for row in rows if row["source"] == CRATE)
    by_iri = filled.run("export", iri, "--format", "nquads").output
    assert by_iri.count(f"<{iri}> .\n") == by_iri.count("\n") > 0
    assert filled.run("export", iri.rpartition("/")[2], "--format", "nquads").output == by_iri
    about = filled.run("export", iri, "--format", "jsonld").json["id"]
    assert filled.run("export", about, "--format", "nquads").output == by_iri
    filled.write("other.ttl", f"<{about}> <http://schema.org/name> 'Said elsewhere' .")
    filled.run("import", "other.ttl")
    both = filled.run("export", about, "--format", "nquads").output
    assert "Said elsewhere" in both
    assert by_iri in both
    assert len(filled.run("export", about, "--format", "jsonld").json) == 2


@pytest.mark.parametrize("format", ["nquads", "trig", "jsonld"])
def test_export_and_import_lose_nothing(filled: Terminal, terminal: Terminal, format: str) -> None:
    """All records written out and imported elsewhere are the same records with the same statements."""
    suffix = {"nquads": "nq"}.get(format, format)
    name = terminal.write(f"all.{suffix}", filled.run("export", "--all", "--format", format).output)
    report = terminal.run("import", name, "--json").json
    assert report["refused"] == 0
    again = terminal.run("export", "--all", "--format", "nquads").output
    before = filled.run("export", "--all", "--format", "nquads").output
    assert _normal(again) == _normal(before)
    if format != "jsonld":
        assert again == before


def _normal(text: str) -> list[str]:
    """Lines with numbers in one spelling, which JSON does not keep."""
    double = '"^^<http://www.w3.org/2001/XMLSchema#double>'
    lines = []
    for line in text.splitlines():
        head, mark, tail = line.partition(double)
        start, quote, number = head.rpartition('"') if mark else (line, "", "")
        lines.append(f"{start}{quote}{float(number)}{mark}{tail}" if mark else line)
    return sorted(lines)


def test_examples(terminal: Terminal) -> None:
    """`example` lists the classes; the example of one is a document that can be imported."""
    assert "Study" in terminal.run("example").output.splitlines()
    assert "Study" in terminal.run("example", "--json").json
    terminal.write("a.yaml", terminal.run("example", "Instrument").output)
    terminal.write("b.json", terminal.run("example", "Instrument", "--json").output)
    assert terminal.run("import", "a.yaml", "b.json", "--json").json["refused"] == 0


def test_upkeep(terminal: Terminal) -> None:
    """rebuild finds the graph equal, verify finds no problem, doctor is content; each also as JSON."""
    terminal.run("import", terminal.write("a.yaml", STUDY))
    assert terminal.run("rebuild").output.endswith("equal\n")
    assert terminal.run("rebuild", "--json").json["equal"] is True
    assert terminal.run("verify").output == "1 journal entry, 0 problems\n"
    assert terminal.run("verify", "--json").json == {"entries": 1, "problems": []}
    assert "ok  data folder data: ready" in terminal.run("doctor").output
    assert terminal.run("doctor", "--json").json["healthy"] is True
    assert "data folder" in terminal.run("doctor", "--data", "a.yaml", code=1).output


def test_verify_sees_damage(terminal: Terminal) -> None:
    """A journal that was altered is found out: exit code 1 and the way back."""
    import sqlite3

    terminal.run("import", terminal.write("a.yaml", STUDY))
    with sqlite3.connect(terminal.folder / "data" / "journal.sqlite") as journal:
        for (name,) in journal.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            journal.execute(f'DROP TRIGGER "{name}"')
        journal.execute("UPDATE entries SET title = 'Another'")
    journal.close()
    assert "backup" in terminal.run("verify", code=1).output


def test_version(terminal: Terminal) -> None:
    """`--version` names the version."""
    assert terminal.run("--version").output.startswith("imagegraph 0.")


def test_a_service_holds_its_folder(served: tuple[Terminal, str]) -> None:
    """Every command on the folder of a running service says who holds it and how to go on."""
    terminal, url = served
    for command in (
        ["import", "inbox"],
        ["query", ALL],
        ["export", "--all"],
        ["verify"],
        ["rebuild"],
        ["serve", "--port", str(free_port())],
    ):
        done = terminal.run(*command, code=2)
        assert "in use by another imagegraph process" in done.errors
        assert "--server" in done.errors
    assert "in use by process" in terminal.run("doctor").output
    port = url.rpartition(":")[2]
    taken = terminal.run("serve", "--data", "other", "--port", port, code=2)
    assert "--port" in taken.errors
    assert not (terminal.folder / "other").exists()


def test_everything_through_a_service(served: tuple[Terminal, str]) -> None:
    """With `--server` import, validate, query and export say the same as without."""
    terminal, url = served
    here = terminal.run("import", "inbox", "--data", "here", "--json").json
    there = terminal.run("import", "inbox", "--server", url, "--json").json
    tables = [row for row in here["records"] if row["source"].endswith("-annotation.csv")]
    assert tables
    assert there["stored"] == here["stored"] - len(tables)
    alone = next(row for row in there["records"] if row["source"].endswith("-study.txt"))
    assert any("was not sent" in finding["message"] for finding in alone["findings"])
    for row in there["records"]:
        assert list(row) == ["source", "iri", "status", "findings"]
        assert {finding["source"] for finding in row["findings"]} <= {row["source"]}
    again = terminal.run("import", "inbox", "--server", url).output.splitlines()[-1]
    assert again == f"0 stored, {there['stored']} unchanged, 0 refused"
    judged = terminal.run("validate", "inbox", "--profile", "gide", "--json", code=1).json
    assert (
        terminal.run("validate", "inbox", "--profile", "gide", "--json", "--server", url, code=1).json
        == judged
    )
    assert terminal.run("query", ALL, "--server", url, "--json").json["head"]["vars"] == ["n"]
    assert "Line 1" in terminal.run("query", "SELECT", "--server", url, code=2).errors
    for format in ("turtle", "trig", "nquads", "jsonld"):
        row = next(row for row in there["records"] if row["source"] == CRATE)
        mine = terminal.run("export", row["iri"], "--data", "here", "--format", format).output
        assert terminal.run("export", row["iri"], "--server", url, "--format", format).output == mine
    everything = terminal.run("export", "--all", "--server", url, "--format", "jsonld").json
    assert len(everything) == there["stored"]
    assert "no record" in terminal.run("export", "nobody", "--server", url, code=2).errors
    terminal.write("big.nt", b'<http://a/b> <http://a/c> "' + b"x" * 11_000_000 + b'" .\n')
    terminal.write("bad.json", "{")
    refused = terminal.run(
        "import", "big.nt", "bad.json", "gone.json", "--server", url, "--json", code=1
    ).json
    shapes = {row["source"]: row["findings"][0]["shape"] for row in refused["records"]}
    assert shapes["big.nt"] == "document-too-large"
    assert shapes["gone.json"] == "not-found"


def test_ctrl_c_stops_the_service(terminal: Terminal) -> None:
    """A service ends at once and in order when it is interrupted."""
    port = free_port()
    process = terminal.start("serve", "--port", str(port))
    await_port(port, process)
    process.send_signal(2)
    output, errors = process.communicate(timeout=20)
    assert f"http://127.0.0.1:{port}/" in output.decode()
    assert errors == b""
    assert process.returncode in (0, 130)


def test_demo_check(terminal: Terminal) -> None:
    """`demo --check` loads the example, asks every question, starts the service and stops it."""
    assert terminal.run("demo", "--check").output.splitlines()[-1].startswith("ok: ")
    assert list(terminal.folder.iterdir()) == []
