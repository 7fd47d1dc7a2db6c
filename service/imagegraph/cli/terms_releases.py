"""Commands about the releases in the index of terms: list, use, remove."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AsJson, Data
from imagegraph.cli.printing import counted, print_json, visible

if TYPE_CHECKING:
    from imagegraph.adapters.sqlite.terms import SqliteTermIndex
    from imagegraph.model.ontology import Release

Number = Annotated[
    int, typer.Argument(metavar="NUMBER", help="Number of a release, as `terms list` shows it.")
]


def list_(data: Data = None, as_json: AsJson = False) -> None:
    """List the releases that are loaded: which answers, how old it is, how much it holds."""
    from imagegraph.bootstrap import open_term_index, settings_for

    with open_term_index(settings_for(data)) as index:
        releases = index.releases()
    rows = [release_row(release) for release in releases]
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


def _get_loaded(index: SqliteTermIndex, number: int, why_not: str) -> Release:
    from imagegraph.errors import BadParameter, NotFound
    from imagegraph.model.ontology import STARTER

    found = next((release for release in index.releases() if release.number == number), None)
    if found is None:
        raise NotFound(f"There is no release {number}; `imagegraph terms list` shows those that are loaded.")
    if found.source == STARTER:
        raise BadParameter(f"Release {number} is the starter vocabulary. {why_not}.", value=number)
    return found


def release_row(release: Release) -> dict[str, Any]:
    """A release as plain values, with its age in days."""
    header = release.header
    loaded = datetime.fromisoformat(release.loaded.replace("Z", "+00:00"))
    return {
        "number": release.number, "ontology": release.ontology, "version": header.version, "title": header.title,
        "iri": header.iri, "licence": header.licence, "description": header.description, "source": release.source,
        "loaded": release.loaded, "age_days": max(0, (datetime.now(UTC) - loaded).days), "digest": release.digest,
        "terms": release.terms, "obsolete": release.obsolete, "languages": list(release.languages),
        "current": release.current,
    }  # fmt: skip


def _print_changed(what: str, release: Release, *, as_json: bool) -> None:
    row = release_row(release)
    if as_json:
        print_json({"status": what, "release": row})
    else:
        print(f"{what}  {visible(row['ontology'] + ' ' + row['version']).strip()} (release {row['number']})")


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
