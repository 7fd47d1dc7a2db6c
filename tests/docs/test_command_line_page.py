"""docs/command-line.md tells of every command and every option, and of no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from imagegraph.bootstrap import format_titles, profile_names
from imagegraph.cli.application import application

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")


def _commands(group: Any, *, before: str = "") -> dict[str, Any]:
    """Every command by its words, `terms search`."""
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        inner = {before + name: command}
        found |= _commands(command, before=f"{name} ") if hasattr(command, "commands") else inner
    return found


COMMANDS = _commands(typer.main.get_command(application))
OPTIONS = {
    option
    for command in [typer.main.get_command(application), *COMMANDS.values()]
    for parameter in command.params
    for option in parameter.opts
    if option.startswith("--")
}


def _section(name: str) -> str:
    """The part of the page that a command's line in the first table leads to."""
    anchor = re.search(rf"\[`imagegraph {name}`\]\(#([a-z-]+)\)", PAGE)
    assert anchor, f"the table at the top does not name {name}"
    for part in PAGE.split("\n## ")[1:]:
        title = part.splitlines()[0]
        if title.lower().replace(" ", "-") == anchor[1]:
            return part
    pytest.fail(f"no section is called {anchor[1]}")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_is_told(name: str) -> None:
    """The section of a command names each of its options."""
    section = _section(name)
    options = [o for parameter in COMMANDS[name].params for o in parameter.opts if o.startswith("--")]
    assert [option for option in options if not re.search(rf"{option}\b", section)] == []


def test_no_option_is_made_up() -> None:
    """The page names only options that exist."""
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)) <= OPTIONS | {
        "--help",
        "--install-completion",
        "--show-completion",
    }


def test_the_options_of_the_command_itself_are_told() -> None:
    """`--help`, `--version` and completion are told at the top."""
    top = PAGE.split("\n## ")[0]
    assert all(
        option in top for option in ("--help", "--version", "--install-completion", "--show-completion")
    )


def test_formats_and_profiles_are_told() -> None:
    """The section of import lists the formats that can be read and the profiles that are shipped."""
    section = _section("import")
    assert [name for name in format_titles() if f"`{name}`" not in section] == []
    assert [name for name in profile_names() if name != "core" and f"`{name}`" not in section] == []


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_has_help(name: str) -> None:
    """`--help` explains each option and argument."""
    assert [
        parameter.name for parameter in COMMANDS[name].params if not getattr(parameter, "help", None)
    ] == []
