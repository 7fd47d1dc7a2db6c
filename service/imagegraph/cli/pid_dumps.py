"""The command that loads what authorities publish as a whole: pid load-dump."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from imagegraph.cli.options import AsJson, Data
from imagegraph.cli.printing import counted, print_json, visible
from imagegraph.cli.progress import progress_bar


def load_dump(
    authority: Annotated[
        str, typer.Argument(metavar="AUTHORITY", help="Whose dump it is: ror, cellosaurus or datacite.")
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file as the authority publishes it.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Load a dump in place of the one before; its identifiers are then known without asking anybody."""
    from imagegraph.bootstrap import load_dump as loaded
    from imagegraph.bootstrap import settings_for

    settings = settings_for(data)
    with progress_bar("Loading") as progress:
        found = loaded(settings, authority, file, progress=lambda count: progress(count, 0))
    dump = found.dump
    if as_json:
        print_json({**vars(dump), "skipped": found.skipped, "problems": list(found.problems)})
        return
    print(
        visible(
            f"{authority} {dump.version} ({dump.date}): {counted(dump.documents, 'entry', 'entries')} loaded"
        )
    )
    if found.skipped:
        print(f"{counted(found.skipped, 'entry', 'entries')} passed over, the first:")
        for problem in found.problems:
            print(visible(f"    {problem}"))
