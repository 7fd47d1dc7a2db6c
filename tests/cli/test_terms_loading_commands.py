"""`imagegraph terms load`, `pull`, `list`, `use` and `remove`, run as they are installed."""

from __future__ import annotations

import dataclasses
import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal
from typer.testing import CliRunner

from imagegraph.cli.application import application
from imagegraph.model import vocabularies
from imagegraph.model.vocabularies import Vocabulary, VocabularyRegistry, packaged_registry
from imagegraph.testing.files import FileServer, ServedFile

UO = """format-version: 1.2
data-version: {version}
ontology: uo

[Term]
id: UO:0000017
name: micrometer

[Term]
id: UO:0000009
name: obsolete thing
is_obsolete: true
"""


@pytest.fixture(name="server")
def _server() -> Iterator[FileServer]:
    with FileServer() as server:
        server.files["/uo.obo"] = ServedFile(UO.format(version="2031").encode())
        yield server


def _real(terminal: Terminal) -> list[dict[str, object]]:
    """The releases of a data folder without the starter."""
    items = terminal.run("terms", "list", "--json").json["items"]
    return [item for item in items if item["source"] != "starter"]


def test_load_tells_what_was_loaded(terminal: Terminal) -> None:
    """One line for each file: vocabulary, version, counts, number of the release; problems go to standard error."""
    terminal.write("uo.obo", UO.format(version="2031") + "this is no clause\n")
    done = terminal.run("terms", "load", "uo.obo")
    number = _real(terminal)[0]["number"]
    assert done.output == f"loaded   uo.obo  uo 2031: 2 terms, 1 obsolete (release {number}, current)\n"
    assert "line 13 UO:0000009: This line cannot be read and is left out: this is no clause" in done.errors


def test_an_excerpt_in_place_of_the_whole_is_told(terminal: Terminal) -> None:
    """The much larger release that answered until now is named, with the command that brings it back."""
    whole = "".join(f"\n[Term]\nid: UO:{number:07}\nname: unit {number}\n" for number in range(10, 20))
    terminal.write("whole.obo", UO.format(version="2031") + whole)
    terminal.write("excerpt.obo", UO.format(version="2032"))
    assert terminal.run("terms", "load", "whole.obo").errors.count("terms use") == 0
    number = _real(terminal)[0]["number"]
    done = terminal.run("terms", "load", "excerpt.obo", "--json")
    assert done.json["items"][0]["replaces"]["number"] == number
    terminal.run("terms", "use", str(number))
    assert f"imagegraph terms use {number}" in terminal.run("terms", "load", "excerpt.obo").errors


def test_at_most_five_problems_are_shown(terminal: Terminal) -> None:
    """More are counted; --json has all of them, with line and term."""
    terminal.write("uo.obo", UO.format(version="2031") + "nonsense\n" * 9)
    shown = terminal.run("terms", "load", "uo.obo").errors
    assert shown.count("nonsense") == 5
    assert "9 problems in all" in shown
    done = terminal.run("terms", "load", "uo.obo", "--json")
    (item,) = done.json["items"]
    assert [problem["line"] for problem in item["problems"]] == list(range(13, 22))
    assert done.errors == ""


def test_one_refused_file_does_not_stop_the_others(terminal: Terminal) -> None:
    """The command ends with 1, says why each file was refused, and loads the rest."""
    terminal.write("bad.obo", "<html>no</html>")
    terminal.write("uo.obo", UO.format(version="2031"))
    done = terminal.run("terms", "load", "bad.obo", "missing.obo", "uo.obo", code=1)
    assert [line.split()[:2] for line in done.output.splitlines() if not line.startswith(" ")] == [
        ["refused", "bad.obo"],
        ["refused", "missing.obo"],
        ["loaded", "uo.obo"],
    ]
    assert "web page" in done.output
    assert len(_real(terminal)) == 1


def test_list_tells_age_counts_and_licence(terminal: Terminal) -> None:
    """Every release is a row with version, age, counts and source; the starter is among them."""
    terminal.write("uo.obo", UO.format(version="2031"))
    terminal.run("terms", "load", "uo.obo")
    (row,) = _real(terminal)
    assert (row["ontology"], row["version"], row["age_days"], row["terms"], row["obsolete"], row["current"]) == (
        "uo", "2031", 0, 2, 1, True,
    )  # fmt: skip
    table = terminal.run("terms", "list").output
    assert table.splitlines()[0].split() == [
        "vocabulary", "version", "days", "terms", "obsolete", "languages", "licence", "source",
    ]  # fmt: skip
    assert " starter\n" in table
    assert f"{row['number']}*  uo " in table


def test_two_releases_are_compared_used_and_removed(terminal: Terminal) -> None:
    """--not-current keeps the old release answering; `use` changes that, `remove` forgets one."""
    for version in ("2031", "2032"):
        terminal.write(f"{version}.obo", UO.format(version=version))
    terminal.run("terms", "load", "2031.obo")
    done = terminal.run("terms", "load", "2032.obo", "--not-current")
    assert "kept beside the current one" in done.output
    numbers = {row["version"]: str(row["number"]) for row in _real(terminal)}
    assert [row["version"] for row in _real(terminal) if row["current"]] == ["2031"]
    assert (
        terminal.run("terms", "use", numbers["2032"]).output
        == f"current  uo 2032 (release {numbers['2032']})\n"
    )
    assert [row["version"] for row in _real(terminal) if row["current"]] == ["2032"]
    assert terminal.run("terms", "remove", numbers["2031"], "--json").json["status"] == "removed"
    assert [row["version"] for row in _real(terminal)] == ["2032"]


def test_unknown_numbers_and_the_starter_are_refused(terminal: Terminal) -> None:
    """`use` and `remove` say what they cannot do, and end with 2."""
    items = terminal.run("terms", "list", "--json").json["items"]
    starter = str(items[0]["number"])
    for command in ("use", "remove"):
        assert "terms list" in terminal.run("terms", command, "4711", code=2).errors
        assert "starter" in terminal.run("terms", command, starter, code=2).errors
    assert terminal.run("terms", "list", "--json").json["items"] == items


def test_a_file_behind_an_address_is_loaded(terminal: Terminal, server: FileServer) -> None:
    """The address is the source of the release; nothing of the download stays."""
    url = f"{server.address}/uo.obo"
    assert terminal.run("terms", "load", url).output.startswith(f"loaded   {url}  uo 2031: 2 terms")
    assert _real(terminal)[0]["source"] == url
    assert list((terminal.folder / "data" / "downloads").iterdir()) == []


def test_an_interrupted_download_is_resumed(terminal: Terminal, server: FileServer) -> None:
    """Ctrl-C while a file arrives keeps what is there; the same command asks for the rest only."""
    content = UO.format(version="2031").encode() + b"".join(
        b"[Term]\nid: UO:1%06d\nname: unit\n\n" % number for number in range(5_000)
    )
    server.files["/uo.obo"] = ServedFile(content, break_after=60_000, breaks=1)
    server.files["/uo.obo"].statuses = []
    process = terminal.start("terms", "load", f"{server.address}/uo.obo")
    part = terminal.folder / "data" / "downloads"
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and not any(file.stat().st_size for file in part.rglob("*.part")):
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)  # it pauses before its second attempt
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, b"Traceback" in errors) == (130, False)
    server.requests.clear()
    assert "5002 terms" in terminal.run("terms", "load", f"{server.address}/uo.obo").output
    ((_, headers),) = server.requests
    assert headers["range"] == "bytes=60000-"


def _pull(
    folder: Path, monkeypatch: pytest.MonkeyPatch, entry: Vocabulary, *arguments: str
) -> tuple[int, str, str]:
    """Exit code, output and errors of `terms pull` with one vocabulary of the registry changed."""
    registry = packaged_registry()
    changed = VocabularyRegistry({**registry.vocabularies, entry.id: entry}, registry.fields)
    monkeypatch.setattr(vocabularies, "packaged_registry", lambda: changed)
    done = CliRunner().invoke(application, ["terms", "pull", *arguments, "--data", str(folder)])
    return done.exit_code, done.stdout, done.stderr


def test_pull_takes_the_first_address_that_works(
    tmp_path: Path, server: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that is gone is told, the next one of the registry is fetched."""
    urls = (f"{server.address}/old/uo.obo", f"{server.address}/uo.obo")
    uo = dataclasses.replace(packaged_registry().vocabularies["uo"], releases=urls)
    code, output, errors = _pull(tmp_path, monkeypatch, uo, "UO")
    assert (code, output.startswith(f"loaded   {urls[1]}  uo 2031: 2 terms")) == (0, True)
    assert f"There is no file at {urls[0]}" in errors


def test_pull_tells_why_nothing_was_loaded(
    tmp_path: Path, server: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When no address works the vocabulary is refused, and the command ends with 1."""
    uo = dataclasses.replace(packaged_registry().vocabularies["uo"], releases=(f"{server.address}/none",))
    code, output, _ = _pull(tmp_path, monkeypatch, uo, "uo", "--json")
    (item,) = json.loads(output)["items"]
    assert (code, item["status"], item["error"]["slug"]) == (1, "refused", "not-found")


def test_pull_knows_the_registry_only(terminal: Terminal) -> None:
    """An id that is not in the registry is refused with those that are, before anything is fetched."""
    errors = terminal.run("terms", "pull", "fbbi", "nonsense", code=2).errors
    assert "'nonsense' is no vocabulary of the registry" in errors
    assert "ncbitaxon" in errors
