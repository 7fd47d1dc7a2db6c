"""Commands about backups: backup, restore, drill."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AsJson, Data, settings_of_existing
from imagegraph.cli.printing import counted, print_json
from imagegraph.cli.progress import progress_bar

if TYPE_CHECKING:
    from imagegraph.bootstrap.backup import Restored

Backup = Annotated[Path, typer.Argument(metavar="BACKUP", help="Folder that `imagegraph backup` made.")]


def backup(
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="Folder to make; nothing is overwritten.")],
    data: Data = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--everything",
            help="Also vocabularies, answers of authorities and dumps, which can be had again.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Copy the journal, check the copy, and write a manifest; a service may run meanwhile."""
    from imagegraph.bootstrap.backup import make_backup

    settings = settings_of_existing(data)
    with progress_bar("Checking") as progress:
        made = make_backup(settings, target, everything=everything, progress=lambda done: progress(done, 0))
    if as_json:
        print_json({"backup": str(target), **made.as_dict()})
    else:
        size = sum(file.bytes for file in made.files.values())
        print(
            f"{target}: {counted(made.sequence, 'journal entry', 'journal entries')}, "
            f"{counted(len(made.files), 'file')}, {counted(size, 'byte')}; head {made.head[:12] or 'none'}"
        )


def restore(backup: Backup, data: Data = None, as_json: AsJson = False) -> None:
    """Make a data folder of a backup: its files are compared with the manifest, and all is verified."""
    from imagegraph.bootstrap import settings_for
    from imagegraph.bootstrap.backup import restore_backup

    folder = settings_for(data).data
    with progress_bar("Restoring") as progress:
        restored = restore_backup(backup, folder, progress=progress)
    if as_json:
        print_json({"data": str(folder), **_told(restored)})
    else:
        _print(restored, to=f"restored to {folder}")


def drill(backup: Backup, as_json: AsJson = False) -> None:
    """Restore a backup into a scratch folder, verify it, compare its hashes, and delete it again."""
    from imagegraph.bootstrap.backup import drill as tried

    with progress_bar("Restoring") as progress:
        restored = tried(backup, progress=progress)
    if as_json:
        print_json(_told(restored))
    else:
        _print(restored, to="restored to a scratch folder, which is deleted again")


def _told(restored: Restored) -> dict[str, Any]:
    return {
        "made": restored.manifest.made, "base": restored.manifest.base, "sequence": restored.sequence,
        "head": restored.head, "graph": restored.graph, "problems": [],
    }  # fmt: skip


def _print(restored: Restored, *, to: str) -> None:
    entries = counted(restored.sequence, "journal entry", "journal entries")
    print(f"backup of {restored.manifest.made}, {entries}, {to}")
    print(f"head  {restored.head or 'none'}\ngraph {restored.graph}\n0 problems")
