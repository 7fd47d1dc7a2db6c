"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
