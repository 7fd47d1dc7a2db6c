"""The commands about projects, from making one to publishing its records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from imagegraph.bootstrap import open_projects, open_services, open_tokens, settings_for
from imagegraph.cli.application import application
from imagegraph.errors import ImagegraphError

STUDY = "type: Study\nid: https://doi.org/10.5072/{0}\nname: {0} cells\n"


class Lab:
    """A data folder and the commands on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str, status: int = 0) -> str:
        """What a command prints."""
        done = CliRunner().invoke(application, [*words, "--data", str(self.folder)])
        refused = isinstance(done.exception, ImagegraphError)  # `imagegraph` itself prints it and ends with 2
        assert (2 if refused else done.exit_code) == status, (words, done.output, done.exception)
        return str(done.exception) if refused else done.output

    def told(self, *words: str) -> Any:
        """What it prints for programs."""
        return json.loads(self.run(*words, "--json"))

    def imported(self, name: str, *, project: str | None = None) -> str:
        """The id of a record that is handed in."""
        file = self.folder.parent / f"{name}.yaml"
        file.write_text(STUDY.format(name), "utf-8")
        words = ["import", str(file)] + (["--project", project] if project else [])
        return str(self.told(*words)["records"][0]["iri"].rsplit("/", 1)[1])


@pytest.fixture(name="lab")
def _lab(tmp_path: Path) -> Lab:
    lab = Lab(tmp_path / "lab")
    lab.run("project", "create", "fish", "--title", "Zebrafish atlas")
    return lab


def test_people_are_let_in_and_shut_out(lab: Lab) -> None:
    """By name, id or identity, with a role; `show` lists them, and the audit log knows who did it."""
    token = lab.told("token", "create", "Microscope 2", "--scope", "write", "--project", "fish")
    lab.run("person", "admit", "0000-0002-1825-0097", "--scope", "read")
    lab.run("project", "grant", "fish", "0000-0002-1825-0097", "--role", "owner")
    shown = lab.told("project", "show", "fish")
    assert {(one["name"], one["role"]) for one in shown["members"]} == {
        ("token Microscope 2", "editor"), ("person https://orcid.org/0000-0002-1825-0097", "owner"),
    }  # fmt: skip
    assert "out  fish" in lab.run("project", "withdraw", "fish", token["id"])
    assert [one["role"] for one in lab.told("project", "show", "fish")["members"]] == ["owner"]
    actions = [one["action"] for one in lab.told("audit")]
    assert actions.count("project.grant") == 3
    assert actions.count("project.withdraw") == 1


def test_tokens_go_to_the_default_project_unless_told_otherwise(lab: Lab) -> None:
    """With --project they are in these and in no other."""
    lab.run("token", "create", "plain")
    lab.run("token", "create", "both", "--project", "fish", "--project", "default")
    settings = settings_for(lab.folder)
    with open_tokens(settings) as tokens, open_projects(settings) as projects:
        assert dict(projects.roles_of(tokens.named("plain").member)) == {"default": "reader"}
        assert dict(projects.roles_of(tokens.named("both").member)) == {"default": "reader", "fish": "reader"}
        lab.run("token", "create", "nowhere", "--project", "frog", status=2)
        assert "nowhere" not in [token.name for token in tokens.tokens()]


def test_records_are_published_held_back_and_moved(lab: Lab) -> None:
    """Several at once; each line says what the record is now."""
    first, second = lab.imported("fin", project="fish"), lab.imported("gill", project="fish")
    other = lab.imported("leg")
    assert first.startswith("fish~fin-")
    assert "~" not in other
    assert lab.run("project", "publish", first, second).count("public  fish~") == 2
    assert "private" in lab.run("project", "withhold", first)
    until = lab.told("project", "embargo", first, "--until", "2099-03-01T09:00:00+01:00")[0]
    assert (until["visibility"], until["public_from"]) == ("embargoed", "2099-03-01T08:00:00.000Z")
    assert lab.told("project", "move", other, "--to", "fish")[0]["project"] == "fish"
    counts = {row["id"]: row["records"] for row in lab.told("project", "list")}
    assert counts["fish"] == {"private": 1, "embargoed": 1, "public": 1}
    assert "1 embargoed" in lab.run("project", "list")


def test_mistakes_are_told_and_change_nothing(lab: Lab) -> None:
    """Unknown names, roles, moments."""
    id = lab.imported("fin", project="fish")
    assert "no project 'frog'" in lab.run("project", "move", id, "--to", "frog", status=2)
    assert "There is no record" in lab.run("project", "publish", "nobody", status=2)
    assert "over already" in lab.run("project", "embargo", id, "--until", "2020-01-01", status=2)
    assert "reader, editor, owner" in lab.run("project", "grant", "fish", "x", "--role", "king", status=2)
    assert "opens anything" in lab.run("project", "grant", "fish", "nobody", status=2)
    assert "already" in lab.run("project", "create", "fish", status=2)
    file = lab.folder.parent / "gill.yaml"
    file.write_text(STUDY.format("gill"), "utf-8")
    lab.run("import", str(file), "--project", "frog", status=2)
    assert lab.told("project", "list")[1]["records"] == {"private": 1, "embargoed": 0, "public": 0}


def test_a_link_is_printed_once_and_taken_back(lab: Lab) -> None:
    """What is kept opens nothing; afterwards neither does the link."""
    url = lab.run("project", "link", "fish", "--note", "referee").strip()
    assert url.startswith("http://localhost:8000/review/imagegraph_")
    (link,) = lab.told("project", "show", "fish")["review_links"]
    assert link["note"] == "fish: referee"
    lab.run("project", "withdraw", "fish", link["id"])
    with open_tokens(settings_for(lab.folder)) as tokens:
        token = tokens.find(url.rsplit("/", 1)[1])
        assert token is not None
        assert token.revoked is not None


def test_who_sees_what_is_in_a_backup(lab: Lab, tmp_path: Path) -> None:
    """After it was restored everybody sees what they saw, and the stores are made anew."""
    id = lab.imported("fin", project="fish")
    lab.run("project", "publish", id)
    lab.run("token", "create", "reader", "--project", "fish")
    lab.run("backup", str(tmp_path / "kept"))
    restored = Lab(tmp_path / "restored")
    done = CliRunner().invoke(
        application, ["restore", str(tmp_path / "kept"), "--data", str(restored.folder)]
    )
    assert done.exit_code == 0, done.output
    assert restored.told("project", "list") == lab.told("project", "list")
    assert len(restored.told("project", "show", "fish")["members"]) == 1
    with open_services(settings_for(restored.folder)) as services:
        placement = services.projects.placement(id)
        assert placement is not None
        assert placement.visibility(services.now()) == "public"
