"""history, diff and restore-version as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from past_records import study
from typer.testing import CliRunner, Result

from imagegraph.cli.application import application
from imagegraph.errors import BadParameter

IRI = "https://doi.org/10.5072/from-the-command-line"


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commands")
    for name in ("Old", "New"):
        (folder / "study.ttl").write_bytes(study(name, iri=IRI))
        assert _run("import", str(folder / "study.ttl"), folder=folder).exit_code == 0
    return folder


def _run(*arguments: str, folder: Path) -> Result:
    return CliRunner().invoke(
        application, [*arguments, "--data", str(folder / "data")], catch_exceptions=False
    )


def _json(*arguments: str, folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(_run(*arguments, "--json", folder=folder).stdout)
    return found


def test_history_lists_versions(folder: Path) -> None:
    """Newest first, with who, when and why; `--before` goes back."""
    lines = _run("history", IRI, folder=folder).stdout.splitlines()
    assert [line.split()[0] for line in lines][:2] == ["2", "1"]
    assert "command line: import" in lines[0]
    told = _json("history", IRI, "--before", "2", folder=folder)
    assert [one["version"] for one in told["items"]] == [1]  # type: ignore[attr-defined, index]


def test_diff_shows_statements(folder: Path) -> None:
    """Removed statements with a minus, added ones with a plus, and how many there are."""
    lines = _run("diff", IRI, "--from", "1", "--to", "2", folder=folder).stdout.splitlines()
    assert any(line.startswith("- ") and '"Old"' in line for line in lines)
    assert any(line.startswith("+ ") and '"New"' in line for line in lines)
    assert lines[-1] == "1 added, 1 removed"
    assert _json("diff", IRI, "--to", "2", folder=folder)["added"] == 1


def test_restoring(folder: Path) -> None:
    """The old content is a new version with the reason; once more, nothing changes."""
    done = _run("restore-version", IRI, "1", "--reason", "it was right", folder=folder)
    assert "version 3 says what version 1 said" in done.stdout
    assert _json("restore-version", IRI, "1", folder=folder)["status"] == "unchanged"
    newest = _json("history", IRI, folder=folder)["items"][0]  # type: ignore[index]
    assert newest["reason"] == "version 1 restored: it was right"
    assert newest["agent"] == "command line"


def test_asking_about_the_past(folder: Path) -> None:
    """`query --as-of` asks the state of a time, SPARQL and named questions; what is no time is refused."""
    first = _json("history", IRI, folder=folder)["items"][-1]["at"]  # type: ignore[index]
    query = "SELECT ?n WHERE { ?s <http://schema.org/name> ?n }"
    then = _run("query", query, "--as-of", str(first), "--format", "csv", folder=folder)
    assert then.stdout.split() == ["n", "Old"]
    assert _run("query", query, "--as-of", "2001-01-01", "--format", "csv", folder=folder).stdout.split() == [
        "n"
    ]
    with pytest.raises(BadParameter, match="--as-of"):
        _run("query", query, "--as-of", "yesterday", folder=folder)
