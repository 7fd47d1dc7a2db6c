"""imagegraph pid proposals, accept, reject, undo."""

from __future__ import annotations

import pytest
from terminal import Terminal

FIRST = """type: Study
name: First
author:
  - {type: Person, id: "https://orcid.org/0000-0000-0009-0000", name: Ada Okafor}
"""
SECOND = """type: Study
name: Second
author:
  - {type: Person, name: "Okafor, Ada"}
"""


@pytest.fixture(name="studies")
def _studies(terminal: Terminal) -> Terminal:
    """A terminal whose data folder holds two studies of one author."""
    for name, text in (("first", FIRST), ("second", SECOND)):
        (terminal.folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        terminal.run("import", f"{name}.yaml")
    return terminal


def test_deciding_at_the_command_line(studies: Terminal) -> None:
    """What is proposed can be accepted, rejected and undone; the history of the record tells who and why."""
    told = studies.run("pid", "proposals").output
    assert "Ada Okafor  https://orcid.org/0000-0000-0009-0000" in told
    assert "1 proposal" in told
    (one,) = studies.run("pid", "proposals", "--kind", "person", "--json").json["proposals"]
    assert (one["status"], one["likelihood"]) == ("open", "possible")
    accepted = studies.run("pid", "accept", one["id"], "--reason", "Same paper.")
    assert accepted.output.startswith("accepted ")
    assert studies.run("pid", "proposals", "--json").json == {"proposals": [], "more": False}
    decision = studies.run("pid", "proposals", "--status", "accepted", "--json").json["proposals"][0][
        "decision"
    ]
    assert (decision["agent"], decision["reasons"]) == ("command line", ["Same paper."])
    assert "accepted by command line" in studies.run("pid", "proposals", "--status", "all").output
    assert studies.run("pid", "reject", one["id"], "--json").json["proposals"][0]["status"] == "rejected"
    assert studies.run("pid", "undo", one["id"]).output.startswith("open ")
    assert studies.run("rebuild", "--json").json["equal"]


def test_what_cannot_be_decided(studies: Terminal) -> None:
    """An unknown id or word is told in a sentence, with an exit code that is not 0."""
    unknown = studies.run("pid", "accept", "reconciliation-0", code=2)
    assert "There is no proposal" in unknown.errors
    assert "person, organisation" in studies.run("pid", "proposals", "--kind", "cat", code=2).errors
    assert "accepted" in studies.run("pid", "proposals", "--status", "maybe", code=2).errors
