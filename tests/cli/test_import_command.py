"""`imagegraph import` as a user types it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from terminal import COMMAND, Terminal

STUDY = "type: Study\nname: A study\n"


def test_json_is_one_object(terminal: Terminal) -> None:
    """`--json` prints counts and one entry per record, with the path as it was given; nothing else."""
    terminal.write("a.yaml", STUDY)
    terminal.write("b.yaml", "type: Study\nnmae: B\n")
    done = terminal.run("import", "a.yaml", "b.yaml", "--json", code=1)
    report = done.json
    assert list(report) == ["stored", "unchanged", "refused", "records"]
    assert (report["stored"], report["unchanged"], report["refused"]) == (1, 0, 1)
    assert [(row["source"], row["status"]) for row in report["records"]] == [
        ("a.yaml", "stored"),
        ("b.yaml", "refused"),
    ]
    assert report["records"][0]["iri"].startswith("http://localhost:8000/records/a-")
    (finding,) = report["records"][1]["findings"]
    assert {"severity", "focus", "path", "message"} <= set(finding)
    assert (finding["severity"], finding["path"], finding["shape"]) == ("violation", "/nmae", "unknown-field")
    assert done.errors == ""


def test_again_stores_nothing(terminal: Terminal) -> None:
    """The same file again is unchanged; a changed one is a new version."""
    terminal.write("a.yaml", "id: https://example.org/a\n" + STUDY)
    assert terminal.run("import", "a.yaml").output.splitlines()[-1] == "1 stored, 0 unchanged, 0 refused"
    assert terminal.run("import", "a.yaml").output.splitlines()[-1] == "0 stored, 1 unchanged, 0 refused"
    terminal.write("a.yaml", "id: https://example.org/a\n" + STUDY + "description: More.\n")
    assert terminal.run("import", "a.yaml").output.splitlines()[-1] == "1 stored, 0 unchanged, 0 refused"


def test_dry_run_keeps_nothing(terminal: Terminal) -> None:
    """`--dry-run` says what would be kept, and does not keep it."""
    terminal.write("a.yaml", STUDY)
    assert terminal.run("import", "a.yaml", "--dry-run").output.endswith(
        "1 would be stored, 0 unchanged, 0 refused\n"
    )
    assert terminal.run("import", "a.yaml", "--json").json["stored"] == 1


def test_a_folder_of_many_formats(terminal: Terminal) -> None:
    """Every file below a folder is read; what is read along with another is no document of its own."""
    data = Path(__file__).parents[1] / "data"
    study = "idr/idr9001-river-spindle"
    for name in (f"{study}/idr9001-study.txt", f"{study}/experimentA/idr9001-experimentA-annotation.csv"):
        terminal.write(f"in/{name}", (data / name).read_bytes())
    terminal.write(
        "in/crate/ro-crate-metadata.json", (data / "rocrate/zebrafish-ro-crate-metadata.json").read_bytes()
    )
    terminal.write("in/crate/picture.png", b"\x89PNG")
    terminal.write("in/.hidden", b"junk")
    report = terminal.run("import", "in", "--json").json
    assert report["refused"] == 0
    sources = {row["source"] for row in report["records"]}
    assert sources == {
        "in/crate", f"in/{study}/idr9001-study.txt", f"in/{study}/experimentA/idr9001-experimentA-annotation.csv"
    }  # fmt: skip


def test_profiles_add_findings(terminal: Terminal) -> None:
    """`--profile` judges by more rules; a study that breaks one of them is refused."""
    terminal.write("a.yaml", STUDY)
    plain = terminal.run("import", "a.yaml", "--dry-run", "--json").json["records"][0]["findings"]
    done = terminal.run("import", "a.yaml", "--dry-run", "--json", "--profile", "rembi", code=1)
    judged = done.json["records"][0]["findings"]
    assert len(judged) > len(plain)
    assert {finding["profile"] for finding in judged} >= {"rembi"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["a.yaml", "--format", "yml"], "imagegraph, json-ld"),
        (["a.yaml", "--profile", "remby"], "core, gide, rembi"),
        ([], "Missing argument"),
        (["a.yaml", "--data", "a.yaml"], "cannot be used as a data folder"),
        (["a.yaml", "--data", "d", "--server", "http://127.0.0.1:1"], "not both"),
        (["a.yaml", "--server", "localhost"], "http://HOST:PORT"),
        (["a.yaml", "--server", "http://127.0.0.1:1"], "Is the service running?"),
    ],
)
def test_mistakes_are_usage_errors(terminal: Terminal, arguments: list[str], says: str) -> None:
    """A command that cannot run says why on standard error, ends with 2 and stores nothing."""
    terminal.write("a.yaml", STUDY)
    done = terminal.run("import", *arguments, code=2)
    assert says in done.errors
    assert done.output == ""


def test_unusable_setting(terminal: Terminal) -> None:
    """A variable of the environment with an unusable value is named."""
    done = terminal.run("import", terminal.write("a.yaml", STUDY), code=2, IMAGEGRAPH_INTAKE_WORKERS="two")
    assert "IMAGEGRAPH_INTAKE_WORKERS" in done.errors


def test_paths_that_give_nothing(terminal: Terminal) -> None:
    """What is not there, leads nowhere, is empty or no file is refused by name; the rest is imported."""
    terminal.write("in/a b.yaml", STUDY)
    (terminal.folder / "in/nowhere").symlink_to("gone.yaml")
    (terminal.folder / "in/up").symlink_to("..")
    (terminal.folder / "empty").mkdir()
    os.mkfifo(terminal.folder / "pipe")
    report = terminal.run("import", "in", "empty", "pipe", "gone.yaml", "--json", code=1).json
    refused = {row["source"]: row["findings"][0] for row in report["records"] if row["status"] == "refused"}
    assert {source: finding["shape"] for source, finding in refused.items()} == {
        "in/nowhere": "not-found", "empty": "empty-document", "pipe": "malformed-document", "gone.yaml": "not-found"
    } | {source: finding["shape"] for source, finding in refused.items() if source.startswith("in/up/")}  # fmt: skip
    assert "in/a b.yaml" in {row["source"] for row in report["records"] if row["status"] == "stored"}


def test_a_name_that_is_no_utf_8(terminal: Terminal) -> None:
    """A file whose name is Latin-1 or holds control characters is imported and told on one line."""
    folder = os.fsencode(terminal.folder / "in")
    Path(os.fsdecode(folder)).mkdir()
    Path(os.fsdecode(folder + b"/caf\xe9.yaml")).write_text(STUDY)
    Path(os.fsdecode(folder + b"/a\nb\x1b[31m.yaml")).write_text(STUDY + "description: Other.\n")
    output = terminal.run("import", "in").output
    assert "in/caf\\xe9.yaml" in output
    assert "in/a\\nb\\u001b[31m.yaml" in output
    assert output.endswith("2 stored, 0 unchanged, 0 refused\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_folders_without_permission(terminal: Terminal) -> None:
    """A folder that may not be read is refused; a data folder that may not be written is an error."""
    terminal.write("closed/a.yaml", STUDY)
    (terminal.folder / "closed").chmod(0)
    try:
        report = terminal.run("import", "closed", "--json", code=1).json
        assert report["records"][0]["findings"][0]["shape"] == "malformed-document"
        assert (
            "cannot be used"
            in terminal.run("import", terminal.write("a.yaml", STUDY), "--data", "closed/d", code=2).errors
        )
    finally:
        (terminal.folder / "closed").chmod(0o700)


def test_a_reader_that_leaves(terminal: Terminal) -> None:
    """`| head -1` ends the command without a trace."""
    names = [
        terminal.write(f"in/{number}.yaml", STUDY + f"description: {'x' * 2000}{number}\n")
        for number in range(3)
    ]
    with terminal.start("import", *names, "--json") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert terminal.run("verify", "--json").json["entries"] == 3


def test_an_interruption_loses_nothing(terminal: Terminal) -> None:
    """Ctrl-C ends an import with 130; what was stored stays whole, and the same import goes on."""
    for number in range(400):
        terminal.write(f"in/{number}.yaml", f"type: Study\nname: Study {number}\n")
    process = subprocess.Popen(
        [COMMAND, "import", "in"], cwd=terminal.folder, env=terminal.environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    journal = terminal.folder / "data" / "journal.sqlite-wal"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not (journal.exists() and journal.stat().st_size > 100_000):
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130, errors
    assert b"What was stored stays" in errors
    verified = terminal.run("verify", "--json").json
    assert verified["problems"] == []
    report = terminal.run("import", "in", "--json").json
    assert (report["unchanged"], report["stored"]) == (verified["entries"], 400 - verified["entries"])


def test_ascii_terminals_get_json(terminal: Terminal) -> None:
    """Where standard output is no UTF-8, JSON is escaped and stays JSON."""
    terminal.write("ä.yaml", "type: Study\nname: Ä\n")
    done = subprocess.run(
        [COMMAND, "import", "ä.yaml", "--json"], cwd=terminal.folder, capture_output=True,
        env={**terminal.environment, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert json.loads(done.stdout.decode("ascii"))["records"][0]["source"] == "ä.yaml"
