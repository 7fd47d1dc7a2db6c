"""Commands that fill the index of terms: load, pull, list, use, remove."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AsJson, Data
from imagegraph.cli.printing import counted, print_json, visible
from imagegraph.cli.progress import progress_bar

if TYPE_CHECKING:
    from imagegraph.adapters.sqlite.terms import SqliteTermIndex
    from imagegraph.errors import ImagegraphError
    from imagegraph.model.ontology import Release
    from imagegraph.model.vocabularies import Vocabulary
    from imagegraph.operations.term_loading import Loaded
    from imagegraph.settings import Settings

_SHOWN_PROBLEMS = 5
Number = Annotated[
    int, typer.Argument(metavar="NUMBER", help="Number of a release, as `terms list` shows it.")
]


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
                loaded = _load(file, index, settings, ontology=ontology, current=not not_current)
                rows.append(_loaded_row(file, loaded))
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


def list_(data: Data = None, as_json: AsJson = False) -> None:
    """List the releases that are loaded: which answers, how old it is, how much it holds."""
    from imagegraph.bootstrap import open_term_index, settings_for

    with open_term_index(settings_for(data)) as index:
        releases = index.releases()
    rows = [_release_row(release) for release in releases]
    if as_json:
        print_json({"items": rows})
        return
    head = ("", "vocabulary", "version", "days", "terms", "obsolete", "languages", "licence", "source")
    table = [
        (
            f"{row['number']}{'*' if row['current'] else ' '}", row["ontology"], _cut(row["version"], 40), str(row["age_days"]),
            f"{row['terms']:,}", f"{row['obsolete']:,}", _cut(" ".join(row["languages"]), 20),
            _cut(_short_licence(row["licence"]), 20), row["source"],
        )
        for row in rows
    ]  # fmt: skip
    _print_table([head, *table], right={0, 3, 4, 5})
    print(f"{counted(len(rows), 'release')}; * answers, and so does the starter")


def use(number: Number, data: Data = None, as_json: AsJson = False) -> None:
    """Make a release the one that answers for its vocabulary."""
    from imagegraph.bootstrap import open_term_index, settings_for

    with open_term_index(settings_for(data)) as index:
        _get_loaded(index, number, "It always answers beside the current release")
        index.use(number)
        release = _get_loaded(index, number, "")
    _print_changed("current", release, as_json=as_json)


def remove(number: Number, data: Data = None, as_json: AsJson = False) -> None:
    """Forget a release."""
    from imagegraph.bootstrap import open_term_index, settings_for

    with open_term_index(settings_for(data)) as index:
        release = _get_loaded(index, number, "It is part of the package and cannot be removed")
        index.remove(number)
    _print_changed("removed", release, as_json=as_json)


def _load(
    source: str, index: SqliteTermIndex, settings: Settings, *, ontology: str | None, current: bool = True
) -> Loaded:
    from imagegraph.adapters.ontologies import all_readers
    from imagegraph.bootstrap import ontology_file
    from imagegraph.model.vocabularies import packaged_registry
    from imagegraph.operations.term_loading import load_file

    name = source.rstrip("/").rpartition("/")[2] or source
    with (
        progress_bar(f"Fetching {name}", of_bytes=True) as fetching,
        ontology_file(source, settings, progress=fetching) as path,
        progress_bar(f"Reading {name}") as reading,
    ):
        return load_file(
            path,
            readers=all_readers(),
            archive=index,
            registry=packaged_registry(),
            ontology=ontology,
            source=source if "://" in source else None,
            current=current,
            progress=lambda count: reading(count, 0),
        )


def _pull(vocabulary: Vocabulary, index: SqliteTermIndex, settings: Settings) -> dict[str, Any]:
    """The first of a vocabulary's addresses that gives a file; what went wrong with the others is told."""
    from imagegraph.errors import ImagegraphError

    failed: list[dict[str, Any]] = []
    for url in vocabulary.releases:
        try:
            row = _loaded_row(url, _load(url, index, settings, ontology=vocabulary.id))
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


def _get_loaded(index: SqliteTermIndex, number: int, why_not: str) -> Release:
    from imagegraph.errors import BadParameter, NotFound
    from imagegraph.model.ontology import STARTER

    found = next((release for release in index.releases() if release.number == number), None)
    if found is None:
        raise NotFound(f"There is no release {number}; `imagegraph terms list` shows those that are loaded.")
    if found.source == STARTER:
        raise BadParameter(f"Release {number} is the starter vocabulary. {why_not}.", value=number)
    return found


def _loaded_row(source: str, loaded: Loaded) -> dict[str, Any]:
    return {
        "source": source,
        "status": "loaded",
        "format": loaded.format,
        "release": _release_row(loaded.release),
        "problems": [asdict(problem) for problem in loaded.problems],
    }


def _refused_row(source: str, error: ImagegraphError) -> dict[str, Any]:
    return {"source": source, "status": "refused", "error": error.as_dict(), "problems": []}


def _release_row(release: Release) -> dict[str, Any]:
    header = release.header
    loaded = datetime.fromisoformat(release.loaded.replace("Z", "+00:00"))
    return {
        "number": release.number, "ontology": release.ontology, "version": header.version, "title": header.title,
        "iri": header.iri, "licence": header.licence, "description": header.description, "source": release.source,
        "loaded": release.loaded, "age_days": max(0, (datetime.now(UTC) - loaded).days), "digest": release.digest,
        "terms": release.terms, "obsolete": release.obsolete, "languages": list(release.languages),
        "current": release.current,
    }  # fmt: skip


def _print_row(row: dict[str, Any]) -> None:
    if row["status"] == "refused":
        print(f"refused  {visible(row['source'])}\n    {visible(row['error']['detail'])}")
        return
    release = row["release"]
    state = "current" if release["current"] else "kept beside the current one"
    version = f" {release['version']}" if release["version"] else ""
    print(
        f"loaded   {visible(row['source'])}  {visible(release['ontology'] + version)}: {counted(release['terms'], 'term')}, "
        f"{release['obsolete']} obsolete (release {release['number']}, {state})"
    )
    problems = row["problems"]
    for problem in problems[:_SHOWN_PROBLEMS]:
        place = " ".join(
            filter(None, (f"line {problem['line']}" if problem["line"] else "", problem["term"]))
        )
        sys.stderr.write(f"    {visible(f'{place}: ' if place else '')}{visible(problem['message'])}\n")
    if len(problems) > _SHOWN_PROBLEMS:
        sys.stderr.write(f"    … {counted(len(problems), 'problem')} in all; --json lists them\n")


def _print_changed(what: str, release: Release, *, as_json: bool) -> None:
    row = _release_row(release)
    if as_json:
        print_json({"status": what, "release": row})
    else:
        print(f"{what}  {visible(row['ontology'] + ' ' + row['version']).strip()} (release {row['number']})")


def _leave(rows: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print_json({"items": rows})
    if any(row["status"] == "refused" for row in rows):
        raise typer.Exit(1)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _short_licence(iri: str) -> str:
    """`by/4.0` of a Creative Commons address, else the text itself."""
    return (
        iri.rstrip("/")
        .partition("creativecommons.org/")[2]
        .replace("licenses/", "CC ")
        .replace("publicdomain/", "CC ")
        or iri
    )


def _print_table(rows: Iterable[Sequence[str]], *, right: set[int]) -> None:
    table = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())
