"""Commands that take documents: import, validate."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import (
    AGENT,
    AsJson,
    Data,
    Format,
    Profiles,
    Server,
    check_format,
    check_one_place,
)
from imagegraph.cli.printing import counted, line_of, print_json, print_outcomes
from imagegraph.cli.progress import progress_bar

if TYPE_CHECKING:
    from imagegraph.errors import ImagegraphError
    from imagegraph.operations.documents import Found

Paths = Annotated[
    list[Path],
    # whether a path can be read is told with the path, so that the others are not held up
    typer.Argument(metavar="PATH…", help="Files, folders, or links to them.", readable=False),
]


def import_(
    paths: Paths,
    data: Data = None,
    server: Server = None,
    format: Format = None,
    profile: Profiles = None,
    project: Annotated[
        str | None,
        typer.Option("--project", metavar="PROJECT", help="Where new records go (default: default)."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do all but keep the records.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read study files, judge them, and keep what conforms. Importing a file again stores nothing."""
    from imagegraph.bootstrap import documents_below

    _tell_errors_only()
    check_one_place(data, server)
    check_format(format)
    found = documents_below(paths, format=format)
    rows = [_refusal(error) for error in found.missing]
    with progress_bar("Importing") as progress:
        if server is not None:
            from imagegraph.adapters.remote import RemoteService

            coming = RemoteService(server).take(
                found.documents, format=format, profiles=profile or [], dry_run=dry_run, project=project,
                companions=found.companions, progress=progress,
            )  # fmt: skip
        else:
            coming = _taken_here(
                found, data, profile or [], dry_run=dry_run, project=project, progress=progress
            )
        _collect(coming, rows)
    rows.sort(key=_place_in(found))
    counts = Counter(row["status"] for row in rows)
    summary: dict[str, Any] = {status: counts[status] for status in ("stored", "unchanged", "refused")}
    if as_json:
        print_json({**summary, "records": rows})
    else:
        print_outcomes(rows)
        verb = "would be stored" if dry_run else "stored"
        print(f"{summary['stored']} {verb}, {summary['unchanged']} unchanged, {summary['refused']} refused")
    if counts["refused"]:
        raise typer.Exit(1)


def validate(
    paths: Paths,
    profile: Profiles = None,
    server: Server = None,
    format: Format = None,
    as_json: AsJson = False,
) -> None:
    """Judge documents as they are, without keeping or mapping anything."""
    from imagegraph.bootstrap import documents_below

    _tell_errors_only()
    check_format(format)
    found = documents_below(paths, format=format)
    results = [_public(_refusal(error)["findings"][0]) for error in found.missing]
    with progress_bar("Judging") as progress:
        if server is not None:
            from imagegraph.adapters.remote import RemoteService

            findings = RemoteService(server).judge(
                found.documents, format=format, profiles=profile or [], progress=progress
            )
        else:
            findings = _judged_here(found, profile or [], progress)
        results += [_public(finding) for finding in findings]
    conforms = all(result["severity"] != "violation" for result in results)
    if as_json:
        print_json({"conforms": conforms, "results": results})
    else:
        for result in results:
            print(line_of(result))
        counts = Counter(result["severity"] for result in results)
        told = [
            counted(len(found.documents) + len(found.missing), "document"),
            counted(counts["violation"], "violation"),
            counted(counts["warning"], "warning"),
            counted(counts["info"], "hint"),
        ]
        print(f"{'conforms' if conforms else 'does not conform'}: {', '.join(told)}")
    if not conforms:
        raise typer.Exit(1)


def _place_in(found: Found) -> Callable[[dict[str, Any]], int]:
    """Where a row belongs, so that the rows stand in the order of the documents."""
    places: dict[str, int] = {}
    for place, document in enumerate(found.documents):
        for name in (document.name, *found.companions.get(document.name, ())):
            places[name] = place
    return lambda row: places.get(row["source"], -1)


def _tell_errors_only() -> None:
    """Leave warnings of the log out: what is wrong with a document is told with the document."""
    import logging

    logging.getLogger("imagegraph").setLevel(logging.ERROR)


def _collect(coming: Iterator[dict[str, Any]], rows: list[dict[str, Any]]) -> None:
    """Add the rows as they come; an interruption says how far it got."""
    try:
        rows.extend(coming)
    except KeyboardInterrupt:
        sys.stderr.write(
            "imagegraph: interrupted. What was stored stays; the same import goes on where this one ended.\n"
        )
        raise


def _taken_here(
    found: Found, data: Path | None, profiles: list[str], *, dry_run: bool, project: str | None, progress: Any
) -> Iterator[dict[str, Any]]:
    from imagegraph.bootstrap import open_services, settings_for

    with open_services(settings_for(data)) as services:
        if project is not None:
            services.projects.get(project)
        outcomes = services.ingest.take(
            found.documents,
            profiles=profiles,
            agent=AGENT,
            reason="import",
            keep="dry-run" if dry_run else "keep",
            project=project,
            progress=progress,
        )
        for outcome in outcomes:
            yield outcome.as_dict()


def _judged_here(found: Found, profiles: list[str], progress: Any) -> Iterator[dict[str, Any]]:
    from imagegraph.bootstrap import open_preparer, settings_for
    from imagegraph.operations.judging import judged

    settings = settings_for()
    with open_preparer(settings) as preparer:
        reports = judged(
            found.documents, preparer=preparer, profiles=profiles, at_once=settings.intake_workers
        )
        for done, report in enumerate(reports, start=1):
            yield from (finding.as_dict() for finding in report.findings)
            progress(done, len(found.documents))


def _public(finding: dict[str, Any]) -> dict[str, Any]:
    names = ("source", "severity", "focus", "path", "value", "shape", "message")
    return {name: finding.get(name) for name in names}


def _refusal(error: ImagegraphError) -> dict[str, Any]:
    """The row of a path that gives no document."""
    from imagegraph.operations.outcomes import Outcome

    return Outcome(source=str(error.extra.get("source", "")), status="refused", error=error).as_dict()
