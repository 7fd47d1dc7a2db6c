"""Settings for a data folder, and what is shipped: formats, profiles, examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import ValidationError

from imagegraph import resources
from imagegraph.adapters.folder import known_base
from imagegraph.adapters.importers import all_importers
from imagegraph.adapters.sandbox.intake import Task
from imagegraph.adapters.sandbox.intake import tasks as intake_tasks_of
from imagegraph.errors import BadParameter, DataFolderError
from imagegraph.model.records import Document
from imagegraph.operations.documents import Found, find_documents
from imagegraph.settings import Settings

Progress = Callable[[int, int], None]


def intake_tasks() -> dict[str, Task]:
    """What an intake worker can do; runs inside the worker."""
    from imagegraph.adapters.shacl.own_shapes import judge_by_shapes
    from imagegraph.adapters.shacl.validator import PyshaclValidator

    return intake_tasks_of(importers=all_importers(), validator=PyshaclValidator(), by_shapes=judge_by_shapes)


def profile_names() -> tuple[str, ...]:
    """The validation profiles that are shipped, `core` first."""
    return ("core", *sorted(file.stem for file in resources.path("shapes", "profiles").glob("*.ttl")))


def format_titles() -> dict[str, str]:
    """Name -> title of every format that can be read."""
    return {importer.name: importer.title for importer in all_importers()}


def documents_below(paths: Sequence[Path], *, format: str | None = None) -> Found:
    """The documents below files and folders, with what is read along left out."""
    return find_documents(paths, importers=all_importers(), format=format)


def example_documents() -> tuple[Document, ...]:
    """The documents of the packaged example study."""
    from imagegraph.operations.examples import study_documents

    return tuple(Document(name=file.name, path=file, format="imagegraph") for file in study_documents())


def settings_for(folder: Path | None = None, **changes: object) -> Settings:
    """The settings from the environment, for one data folder.

    Unless it is set, the IRI base is the one the folder was made with, or the address of the service.
    """
    settings = _settings()
    folder = folder or settings.data
    values: dict[str, object] = {"data": folder, **{k: v for k, v in changes.items() if v is not None}}
    if "base" not in values and "base" not in settings.model_fields_set:
        port = values.get("port", settings.port)
        values["base"] = known_base(folder) or f"http://localhost:{port}/"
    return settings.model_copy(update=values)


def _settings() -> Settings:
    """The settings from the environment.

    Raises:
        BadParameter: a variable has an unusable value.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"IMAGEGRAPH_{'_'.join(str(part) for part in first['loc']).upper()}"
        raise BadParameter(
            f"The environment variable {name} has an unusable value, {first['input']!r}: {first['msg']}.",
            parameter=name,
        ) from None


def make_folder(settings: Settings) -> None:
    """Make the data folder when it is absent.

    Raises:
        DataFolderError: it cannot be used.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataFolderError(
            f"{settings.data} cannot be used as a data folder: {error.strerror}."
        ) from error


def silent(done: int, total: int) -> None:
    """No progress shown."""
