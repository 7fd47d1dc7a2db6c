"""Commands that fill the index of terms: load, pull."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AsJson, Data
from imagegraph.cli.printing import counted, print_json, visible
from imagegraph.cli.progress import progress_bar
from imagegraph.cli.terms_releases import release_row

if TYPE_CHECKING:
    from imagegraph.adapters.sqlite.terms import SqliteTermIndex
    from imagegraph.errors import ImagegraphError
    from imagegraph.model.ontology import Release
    from imagegraph.model.vocabularies import Vocabulary
    from imagegraph.operations.terms.loading import Loaded
    from imagegraph.settings import Settings

#: a release that has so many times the terms of the new one was probably the whole vocabulary
_MUCH_LARGER = 2
_SHOWN_PROBLEMS = 5


def load(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE|URL", help="OBO, OWL, SKOS or RDF files, also with gzip.")
    ],
    ontology: Annotated[
        str | None,
        typer.Option(
            "--ontology", metavar="ID", help="Vocabulary it is a release of (default: as the file says)."
        ),
    ] = None,
    not_current: Annotated[
        bool,
        typer.Option("--not-current", help="Keep it for comparison; the present release goes on answering."),
    ] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Load ontology files, each as a release of its vocabulary."""
    from imagegraph.bootstrap import open_term_index, settings_for
    from imagegraph.errors import ImagegraphError

    settings = settings_for(data)
    rows: list[dict[str, Any]] = []
    with open_term_index(settings) as index:
        for file in files:
            try:
                rows.append(_load(file, index, settings, ontology=ontology, current=not not_current))
            except ImagegraphError as error:
                _raise_unless_refusal(error)
                rows.append(_refused_row(file, error))
            if not as_json:
                _print_row(rows[-1])
    _leave(rows, as_json=as_json)


def pull(
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID", help="Vocabularies of the registry, e.g. fbbi uo ncbitaxon."),
    ],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Fetch the newest releases of vocabularies and load them; an interrupted fetch is resumed."""
    from imagegraph.bootstrap import open_term_index, settings_for

    settings = settings_for(data)
    wanted = [_registered(id) for id in dict.fromkeys(ids)]
    rows: list[dict[str, Any]] = []
    with open_term_index(settings) as index:
        for vocabulary in wanted:
            rows.append(_pull(vocabulary, index, settings))
            if not as_json:
                _print_row(rows[-1])
    _leave(rows, as_json=as_json)


def _load(
    source: str, index: SqliteTermIndex, settings: Settings, *, ontology: str | None, current: bool = True
) -> dict[str, Any]:
    from imagegraph.adapters.ontologies import all_readers
    from imagegraph.bootstrap import ontology_file
    from imagegraph.model.ontology import STARTER
    from imagegraph.model.vocabularies import packaged_registry
    from imagegraph.operations.terms.loading import load_file

    name = source.rstrip("/").rpartition("/")[2] or source
    before = {
        release.ontology: release
        for release in index.releases()
        if release.current and release.source != STARTER
    }
    with (
        progress_bar(f"Fetching {name}", of_bytes=True) as fetching,
        ontology_file(source, settings, progress=fetching) as path,
        progress_bar(f"Reading {name}") as reading,
    ):
        loaded = load_file(
            path,
            readers=all_readers(),
            archive=index,
            registry=packaged_registry(),
            ontology=ontology,
            source=source if "://" in source else None,
            current=current,
            progress=lambda count: reading(count, 0),
        )
    return _loaded_row(source, loaded, before=before.get(loaded.release.ontology))


def _pull(vocabulary: Vocabulary, index: SqliteTermIndex, settings: Settings) -> dict[str, Any]:
    """The first of a vocabulary's addresses that gives a file; what went wrong with the others is told."""
    from imagegraph.errors import ImagegraphError

    failed: list[dict[str, Any]] = []
    for url in vocabulary.releases:
        try:
            row = _load(url, index, settings, ontology=vocabulary.id)
            break
        except ImagegraphError as error:
            _raise_unless_refusal(error)
            failed.append(_refused_row(url, error))
    else:
        row = failed.pop()
    for other in failed:
        sys.stderr.write(f"imagegraph: {visible(other['error']['detail'])}\n")
    return row | {"failed": [{"source": other["source"], "error": other["error"]} for other in failed]}


def _registered(id: str) -> Vocabulary:
    from imagegraph.errors import BadParameter
    from imagegraph.model.vocabularies import packaged_registry

    known = packaged_registry().vocabularies
    vocabulary = known.get(id.lower())
    if vocabulary is None or not vocabulary.releases:
        why = (
            "is no vocabulary of the registry" if vocabulary is None else "has no release that can be fetched"
        )
        names = ", ".join(name for name, entry in known.items() if entry.releases)
        raise BadParameter(f"{id!r} {why}. There are {names}; `terms load` takes any file.", value=id)
    return vocabulary


def _raise_unless_refusal(error: ImagegraphError) -> None:
    """Let pass what is wrong with one file; what is wrong with the data folder or the request concerns all."""
    from imagegraph.errors import NotFound, Refusal, SourceUnavailable

    if not isinstance(error, Refusal | NotFound | SourceUnavailable):
        raise error


def _loaded_row(source: str, loaded: Loaded, *, before: Release | None) -> dict[str, Any]:
    takes_over = loaded.release.current and before is not None and before.digest != loaded.release.digest
    return {
        "source": source,
        "status": "loaded",
        "format": loaded.format,
        "release": release_row(loaded.release),
        "replaces": release_row(before) if before is not None and takes_over else None,
        "problems": [asdict(problem) for problem in loaded.problems],
    }


def _refused_row(source: str, error: ImagegraphError) -> dict[str, Any]:
    return {"source": source, "status": "refused", "error": error.as_dict(), "problems": []}


def _print_row(row: dict[str, Any]) -> None:
    if row["status"] == "refused":
        print(f"refused  {visible(row['source'])}\n    {visible(row['error']['detail'])}")
        return
    release = row["release"]
    state = "current" if release["current"] else "kept beside the current one"
    version = f" {release['version']}" if release["version"] else ""
    print(
        f"loaded   {visible(row['source'])}  {visible(release['ontology'] + version)}: {counted(release['terms'], 'term')}, "
        f"{release['obsolete']} obsolete (release {release['number']}, {state})",
        flush=True,  # before what is said about it on standard error
    )
    replaced = row["replaces"]
    if replaced is not None and replaced["terms"] > _MUCH_LARGER * release["terms"]:
        sys.stderr.write(
            f"    Release {replaced['number']}, which answered until now, has {counted(replaced['terms'], 'term')}. If this "
            f"file is only an excerpt, bring the other back: imagegraph terms use {replaced['number']}\n"
        )
    problems = row["problems"]
    for problem in problems[:_SHOWN_PROBLEMS]:
        place = " ".join(
            filter(None, (f"line {problem['line']}" if problem["line"] else "", problem["term"]))
        )
        sys.stderr.write(f"    {visible(f'{place}: ' if place else '')}{visible(problem['message'])}\n")
    if len(problems) > _SHOWN_PROBLEMS:
        sys.stderr.write(f"    … {counted(len(problems), 'problem')} in all; --json lists them\n")


def _leave(rows: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print_json({"items": rows})
    if any(row["status"] == "refused" for row in rows):
        raise typer.Exit(1)
