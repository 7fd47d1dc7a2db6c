"""Taking a backup while the service runs, making a data folder of it, and trying that out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from imagegraph import __version__
from imagegraph.adapters import backup as files
from imagegraph.adapters.folder import describe_new, known_base
from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.bootstrap.configuration import Progress, settings_for, silent
from imagegraph.bootstrap.services import open_services
from imagegraph.errors import DataFolderDamaged
from imagegraph.model.moments import utc_now
from imagegraph.operations.backup import JOURNAL, REPLACEABLE, Manifest
from imagegraph.operations.projection import Problem, journal_problems, verify
from imagegraph.ports.journal import Journal
from imagegraph.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Restored:
    """A data folder that was made of a backup.

    Attributes:
        manifest: of the backup.
        sequence: position of the newest entry of the restored journal.
        head: hash of that entry.
        graph: digest of the graph made from it.
    """

    manifest: Manifest
    sequence: int
    head: str
    graph: str


def make_backup(
    settings: Settings, target: Path, *, everything: bool = False, progress: Callable[[int], None] = lambda _: None
) -> Manifest:  # fmt: skip
    """Copy the journal, check the copy, and describe it; a service may go on writing meanwhile.

    Args:
        target: a folder that is not there yet, or is empty.
        everything: copy vocabularies, answers of authorities and dumps too, which can be had again.
        progress: called with the number of entries checked.

    Raises:
        DataFolderDamaged: the journal does not verify; nothing is left at the target.
        DataFolderError: the target is filled, or cannot be written.
    """
    with files.draft_of(target) as draft:
        names = [JOURNAL, *(n for n in REPLACEABLE if everything and (settings.data / n).is_file())]
        for name in names:
            files.copy_database(settings.data / name, draft / name)
        sequence, head = _checked(draft / JOURNAL, place=settings.data / JOURNAL, progress=progress)
        manifest = Manifest(
            made=utc_now(), software=__version__, base=known_base(settings.data) or settings.base,
            sequence=sequence, head=head, files={name: files.described(draft / name) for name in names},
        )  # fmt: skip
        files.write_manifest(manifest, draft)
    return manifest


def restore_backup(backup: Path, folder: Path, *, progress: Progress = silent) -> Restored:
    """Make a data folder of a backup: its files are compared with the manifest, the graph is made, all is verified.

    The folder appears when everything was found to be right, else nothing does.

    Args:
        folder: a folder that is not there yet, or is empty.
        progress: called with (done, total) while the graph is made.

    Raises:
        DataFolderDamaged: the backup is damaged or does not verify.
        DataFolderError: it is incomplete, or the folder is filled or cannot be written.
    """
    manifest = files.read_backup(backup)
    with files.draft_of(folder) as draft:
        for name in manifest.files:
            files.copy_file(backup / name, draft / name)
        describe_new(draft, base=manifest.base)
        settings = settings_for(draft).model_copy(update={"base": manifest.base})
        with open_services(settings, progress=progress) as services:
            problems = list(
                verify(
                    services.journal, services.linking.graph, base=manifest.base,
                    verified_head=(manifest.sequence, manifest.head),
                )
            )  # fmt: skip
            _refuse(problems, place=backup)
            head = _head(services.journal)
            return Restored(
                manifest=manifest,
                sequence=services.journal.head,
                head=head,
                graph=services.linking.graph.digest(),
            )


def drill(backup: Path, *, progress: Progress = silent) -> Restored:
    """Restore a backup into a scratch folder, verify it, and delete it again.

    Raises:
        DataFolderDamaged: the backup is damaged or does not verify.
        DataFolderError: it is incomplete.
    """
    with TemporaryDirectory(prefix="imagegraph-drill-") as scratch:
        return restore_backup(backup, Path(scratch) / "restored", progress=progress)


def _checked(path: Path, *, place: Path, progress: Callable[[int], None]) -> tuple[int, str]:
    """Position and hash of the newest entry of a journal that verifies."""
    with closing(SqliteJournal(path)) as journal:
        _refuse(list(journal_problems(journal, progress=progress)), place=place)
        return journal.head, _head(journal)


def _head(journal: Journal) -> str:
    last = next(journal.since(journal.head - 1), None) if journal.head else None
    return last.hash if last else ""


def _refuse(problems: list[Problem], *, place: Path) -> None:
    if problems:
        first = problems[0]
        more = f" ({len(problems) - 1} more)" if len(problems) > 1 else ""
        raise DataFolderDamaged(
            f"{place} does not verify: {first.where}: {first.what}{more}. Restore an earlier backup.",
            path=str(place), problems=len(problems),
        )  # fmt: skip
