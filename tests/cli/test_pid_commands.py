"""The commands about identifiers, over a data folder, with the network off and with a stand-in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal

from imagegraph.testing.authorities.stand_in import AuthoritiesStandIn

STUDY = """type: Study
id: https://doi.org/10.5072/tide
name: Tidal cells
author:
  - {id: "https://orcid.org/0000-0003-9000-0102", name: Mirela Quist, affiliation: {id: "https://ror.org/00examp37"}}
"""


@pytest.fixture(scope="module", name="stand_in")
def _stand_in() -> Iterator[AuthoritiesStandIn]:
    with AuthoritiesStandIn() as service:
        yield service


@pytest.fixture(name="filled")
def _filled(terminal: Terminal) -> Terminal:
    (terminal.folder / "study.yaml").write_text(STUDY, "utf-8")
    terminal.run("import", "study.yaml")
    return terminal


def test_checking_needs_no_data_folder(terminal: Terminal) -> None:
    """Nothing is made; exit 1 when one is not valid."""
    terminal.run("pid", "check", "ror.org/03mstc592")
    done = terminal.run("pid", "check", "ror.org/03mstc593", "RRID:AB_90755", code=1)
    assert "92" in done.output
    assert "2 identifiers, 1 not valid" in done.errors
    assert list(terminal.folder.iterdir()) == []


def test_checking_a_table(terminal: Terminal) -> None:
    """The table comes back with columns; a column can be named; JSON is a list."""
    table = terminal.folder / "panel.tsv"
    table.write_text("marker\trrid\nCD31\tAB_393571\nnone\tNA\n", "utf-8")
    done = terminal.run("pid", "check", "--file", "panel.tsv", "--column", "rrid", code=1)
    assert done.output.splitlines()[1].split("\t")[3] == "https://identifiers.org/RRID:AB_393571"
    found = terminal.run("pid", "check", "--file", "panel.tsv", "--json", code=1).json
    assert [one["state"] for one in found] == ["unavailable", "invalid"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "give identifiers, or --file"),
        (("--file", "absent.tsv"), "absent.tsv cannot be read"),
        (("x", "--scheme", "isbn"), "use one of orcid"),
    ],
)
def test_what_cannot_be_checked(terminal: Terminal, arguments: tuple[str, ...], said: str) -> None:
    """Exit 2 with a sentence."""
    done = terminal.run("pid", "check", *arguments, code=2)
    assert said in " ".join(done.errors.replace("│", " ").split())


def test_with_the_network_off_nothing_is_asked(filled: Terminal) -> None:
    """`resolve` says so, and what waits goes on waiting."""
    done = filled.run("pid", "resolve", "0000-0003-9000-0102")
    assert "IMAGEGRAPH_RESOLVERS names no authority" in done.output
    done = filled.run("pid", "refresh")
    assert "0 identifiers: nothing was due; 3 wait" in done.output
    assert "IMAGEGRAPH_RESOLVERS" in done.output


def test_asking_and_forgetting(filled: Terminal, stand_in: AuthoritiesStandIn) -> None:
    """What was answered is kept, shown with its age afterwards, and deleted when somebody wishes so."""
    filled.environment["IMAGEGRAPH_RESOLVERS"] = stand_in.setting
    assert filled.run("pid", "refresh", "--json").json == {"asked": {"ok": 2, "not_found": 1}, "waiting": {}}
    del filled.environment["IMAGEGRAPH_RESOLVERS"]
    done = filled.run("pid", "check", "0000-0003-9000-0102")
    assert "Mirela Quist" in done.output
    assert "ORCID, 20" in done.output
    assert "forgotten" in filled.run("pid", "forget", "0000-0003-9000-0102").output
    assert "Mirela Quist" not in filled.run("pid", "check", "0000-0003-9000-0102").output
    filled.run("verify")


def test_resolving_ends_with_one_for_what_does_not_exist(
    terminal: Terminal, stand_in: AuthoritiesStandIn
) -> None:
    """And names the successor of what was replaced."""
    terminal.environment["IMAGEGRAPH_RESOLVERS"] = f"doi={stand_in.base}/doi"
    terminal.run("pid", "resolve", "10.5072/nobody", code=1)
    terminal.environment["IMAGEGRAPH_RESOLVERS"] = "nobody"
    done = terminal.run("pid", "resolve", "10.5072/nobody", code=2)
    assert "is no authority" in done.errors


def test_the_report(filled: Terminal) -> None:
    """Coverage by publisher, and what should not be used any more."""
    done = filled.run("pid", "report")
    assert "Identifiers by publisher" in done.output
    assert filled.run("pid", "report", "--json").json["waiting"] == {"doi": 1, "orcid": 1, "ror": 1}


def test_a_dump_answers_without_a_network(terminal: Terminal, tmp_path: Path) -> None:
    """After `load-dump` the organisations in it are known."""
    dump = tmp_path / "v2.9-2026-06-23-ror-data.json"
    dump.write_text(
        '[{"id": "https://ror.org/00examp37", "status": "active", "types": ["education"], "names": '
        '[{"value": "University of Northmere", "types": ["ror_display", "label"], "lang": "en"}], "locations": [], '
        '"links": [], "relationships": [], "external_ids": [], "domains": [], "established": 1871}]',
        "utf-8",
    )
    done = terminal.run("pid", "load-dump", "ror", str(dump))
    assert "1 entry loaded" in done.output
    found = terminal.run("pid", "resolve", "00examp37", "--scheme", "ror", "--json").json[0]
    assert (found["state"], found["label"]) == ("ok", "University of Northmere")
    assert "2.9" in found["source_version"]
    assert "ror, cellosaurus, datacite" in terminal.run("pid", "load-dump", "isbn", str(dump), code=2).errors
