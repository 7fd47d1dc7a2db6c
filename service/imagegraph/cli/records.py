"""Commands that move records: import, validate, export."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from imagegraph.cli.options import AsJson, Data, Format, Profiles, Server
from imagegraph.cli.progress import progress_bar

Paths = Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files, folders, or links to them.")]


def import_(
    paths: Paths,
    data: Data = None,
    server: Server = None,
    format: Format = None,
    profile: Profiles = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do all but keep the records.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read study files, judge them, and keep what conforms. Importing a file again stores nothing."""
    from imagegraph.bootstrap import documents_below

    found = documents_below(paths, format=format)
    rows = [_missing(error.detail, str(error.extra.get("source", ""))) for error in found.missing]
    with progress_bar("Importing") as progress:
        if server is not None:
            from imagegraph.adapters.remote import RemoteService

            rows += RemoteService(server).take(
                found.documents, format=format, profiles=profile or [], dry_run=dry_run, progress=progress
            )
        else:
            rows += _take_here(found.documents, data, profile or [], dry_run=dry_run, progress=progress)
    counts = Counter(row["status"] for row in rows)
    summary: dict[str, Any] = {status: counts[status] for status in ("stored", "unchanged", "refused")}
    if as_json:
        print(json.dumps({**summary, "records": rows}, ensure_ascii=False, indent=1))
    else:
        _show_rows(rows)
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

    found = documents_below(paths, format=format)
    results = [
        {**_missing(error.detail, "")["findings"][0], "source": str(error.extra.get("source", ""))}
        for error in found.missing
    ]
    with progress_bar("Judging") as progress:
        if server is not None:
            from imagegraph.adapters.remote import RemoteService

            results += RemoteService(server).judge(
                found.documents, format=format, profiles=profile or [], progress=progress
            )
        else:
            results += _judge_here(found.documents, profile or [], progress)
    conforms = all(result["severity"] != "violation" for result in results)
    if as_json:
        print(json.dumps({"conforms": conforms, "results": results}, ensure_ascii=False, indent=1))
    else:
        for result in results:
            print(_line(result))
        broken = sum(result["severity"] == "violation" for result in results)
        documents = len(found.documents) + len(found.missing)
        print(f"{documents} documents, {broken} violations, {len(results) - broken} other findings")
    if not conforms:
        raise typer.Exit(1)


def export(
    iri: Annotated[
        str | None, typer.Argument(metavar="IRI", help="IRI or id of a record, or of what it is about.")
    ] = None,
    all_records: Annotated[bool, typer.Option("--all", help="Every record.")] = False,
    data: Data = None,
    server: Server = None,
    format: Annotated[str, typer.Option("--format", help="turtle, trig, nquads or jsonld.")] = "turtle",
) -> None:
    """Write a record, or all of them, to standard output."""
    from imagegraph.operations.export import FORMATS, exported

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r}; use one of {', '.join(FORMATS)}", param_hint="--format")
    if (iri is None) is not all_records:
        raise typer.BadParameter("name one IRI, or say --all", param_hint="IRI")
    if server is not None:
        from imagegraph.adapters.remote import RemoteService

        pieces = RemoteService(server).export(iri, format=format)
        sys.stdout.buffer.writelines(pieces)
        return
    from imagegraph.bootstrap import open_services, settings_for

    with open_services(settings_for(data)) as services:
        for piece in exported(services, iri, format=format):
            sys.stdout.buffer.write(piece)


def _take_here(
    documents: Any, data: Path | None, profiles: list[str], *, dry_run: bool, progress: Any
) -> list[dict[str, Any]]:
    from imagegraph.bootstrap import open_services, settings_for

    rows = []
    with open_services(settings_for(data)) as services:
        outcomes = services.ingest.take(
            documents,
            profiles=profiles,
            agent="command line",
            reason="import",
            keep="dry-run" if dry_run else "keep",
            progress=progress,
        )
        rows = [outcome.as_dict() for outcome in outcomes]
    return rows


def _judge_here(documents: Any, profiles: list[str], progress: Any) -> list[dict[str, Any]]:
    from imagegraph.bootstrap import open_preparer, settings_for
    from imagegraph.operations.judging import judged

    results: list[dict[str, Any]] = []
    with open_preparer(settings_for()) as preparer:
        for done, report in enumerate(judged(documents, preparer=preparer, profiles=profiles), start=1):
            results += [_public(finding.as_dict()) for finding in report.findings]
            progress(done, len(documents))
    return results


def _public(finding: dict[str, Any]) -> dict[str, Any]:
    names = ("source", "severity", "focus", "path", "value", "shape", "message")
    return {name: finding.get(name) for name in names}


def _missing(detail: str, source: str) -> dict[str, Any]:
    finding = {
        "severity": "violation", "message": detail, "focus": None, "path": None, "value": None, "shape": "not-found",
        "profile": None, "source": source,
    }  # fmt: skip
    return {"source": source, "iri": None, "status": "refused", "findings": [finding]}


def _show_rows(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        print(f"{row['status']:<9} {row['source']}" + (f"  {row['iri']}" if row["iri"] else ""))
        for finding in row["findings"]:
            if row["status"] == "refused" or finding["severity"] == "warning":
                print(f"    {_line({**finding, 'source': None})}")


def _line(finding: dict[str, Any]) -> str:
    place = " ".join(str(finding[name]) for name in ("focus", "path") if finding.get(name))
    source = f"{finding['source']}: " if finding.get("source") else ""
    return f"{source}{finding['severity']}: {finding['message']}" + (f" [{place}]" if place else "")
