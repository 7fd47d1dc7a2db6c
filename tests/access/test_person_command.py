"""The commands about persons, also while a service runs over the folder."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from imagegraph.cli.application import application

ORCID = "https://orcid.org/0000-0002-1825-0097"


def run(folder: Path, *words: str) -> tuple[int, str]:
    """Exit code and what is printed."""
    done = CliRunner().invoke(application, ["person", *words, "--data", str(folder)])
    return done.exit_code, done.output


def test_admit_list_revoke(tmp_path: Path) -> None:
    """A person is let in, listed by identity apart from the tokens, and shut out; nothing secret is printed."""
    folder = tmp_path / "lab"
    code, shown = run(folder, "admit", "0000-0002-1825-0097", "--scope", "write", "--json")
    assert code == 0
    person = json.loads(shown)
    assert (person["name"], person["scope"], "token" in person) == (ORCID, "write", False)
    assert run(folder, "admit", "https://login.example.org/lab 7f3a", "--days", "0")[0] == 0
    code, shown = run(folder, "list", "--json")
    assert [one["name"] for one in json.loads(shown)] in (
        ["https://login.example.org/lab 7f3a", ORCID], [ORCID, "https://login.example.org/lab 7f3a"],
    )  # fmt: skip
    tokens = CliRunner().invoke(application, ["token", "list", "--data", str(folder), "--json"])
    assert json.loads(tokens.output) == []
    assert run(folder, "revoke", ORCID)[1].startswith("revoked")
    assert "revoked on" in run(folder, "list")[1]


def test_nobody_is_let_in_yet(tmp_path: Path) -> None:
    """The list says so, and how to begin; there has to be a folder."""
    assert run(tmp_path / "none", "list")[0] != 0
    CliRunner().invoke(application, ["token", "create", "a", "--data", str(tmp_path / "lab")])
    assert "imagegraph person admit" in run(tmp_path / "lab", "list")[1]


def test_a_wrong_scope(tmp_path: Path) -> None:
    """It is refused before anything is made."""
    code, shown = run(tmp_path / "lab", "admit", ORCID, "--scope", "god")
    assert code == 2
    assert "read, write, admin" in shown.replace("\n", " ").replace("│", "")
    assert not (tmp_path / "lab").exists()
