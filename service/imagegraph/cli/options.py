"""Options that several commands share, and what is checked about them before anything starts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from imagegraph.settings import Settings

#: how the history and the audit log call who uses the command line
AGENT = "command line"

Data = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", help="Data folder (default: IMAGEGRAPH_DATA or ./imagegraph-data)."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output.")]
Server = Annotated[
    str | None,
    typer.Option("--server", metavar="URL", help="Speak to a running service instead of a data folder."),
]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="Read as this format instead of recognising it."),
]
Profiles = Annotated[
    list[str] | None,
    typer.Option("--profile", metavar="PROFILE", help="Judge by this profile too; repeatable."),
]


Projects = Annotated[
    list[str] | None,
    typer.Option(
        "--project",
        metavar="PROJECT",
        help="Let them into this project, with the role that the scope is good for; repeatable (default: default).",
    ),
]


def check_one_place(data: Path | None, server: str | None) -> None:
    """Refuse a data folder and a service at once: it would not be clear which is meant."""
    if data is not None and server is not None:
        raise typer.BadParameter("give --data or --server, not both", param_hint="--server")


def check_format(name: str | None) -> None:
    """Refuse the name of a format that cannot be read, and name those that can."""
    if name is None:
        return
    from imagegraph.bootstrap import format_titles

    known = format_titles()
    if name not in known:
        raise typer.BadParameter(f"{name!r}; use one of {', '.join(known)}", param_hint="--format")


def settings_of_existing(data: Path | None) -> Settings:
    """The settings for a data folder that is there: asking must not make an empty one.

    Raises:
        DataFolderError: there is none.
    """
    from imagegraph.bootstrap import settings_for
    from imagegraph.errors import DataFolderError

    settings = settings_for(data)
    if not os.path.isfile(settings.data / "journal.sqlite"):  # noqa: PTH113 - False where one may not look
        raise DataFolderError(
            f"There is no data folder at {settings.data}. `imagegraph import PATH --data {settings.data}` makes "
            "one; --data or IMAGEGRAPH_DATA names another."
        )
    return settings
