"""The command that looks through the terms of all records: terms audit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AsJson, Data, Profiles, settings_of_existing
from imagegraph.cli.printing import counted, print_json, visible
from imagegraph.cli.progress import progress_bar

if TYPE_CHECKING:
    from imagegraph.operations.services import Services
    from imagegraph.operations.terms.audit import Audited, Tally
    from imagegraph.operations.terms.judging import TermJudge
    from imagegraph.settings import Settings


def audit(
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="FILE|NUMBER",
            help="Judge by this ontology file, or by this release of `terms list`, as if it were the current one.",
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Write new versions in which obsolete terms with one successor are replaced."
        ),
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="TEXT", help="What the history says of the new versions."),
    ] = None,
    profile: Profiles = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """List the records with unknown, obsolete, misplaced or mislabelled terms."""
    from imagegraph.bootstrap import open_services, profile_names
    from imagegraph.operations.terms.audit import Tally
    from imagegraph.operations.terms.audit import audit as looked_through
    from imagegraph.operations.terms.audit import audited as judged_anew

    if reason is not None and not fix:
        raise typer.BadParameter("it is the reason of new versions; add --fix", param_hint="--reason")
    for name in profile or ():
        if name not in profile_names():
            raise typer.BadParameter(
                f"there is no profile {name!r}; use one of {', '.join(profile_names())}",
                param_hint="--profile",
            )
    settings = settings_of_existing(data)
    profiles = ("core", *(profile or ()))
    tally = Tally()
    rows: list[dict[str, Any]] = []
    fixes: list[dict[str, Any]] = []
    with open_services(settings) as services, _judge(services, settings, against) as judge:
        total = sum(services.journal.counts().values())
        with progress_bar("Looking through the terms") as progress:
            for found in looked_through(services.journal, judge=judge, profiles=profiles):
                row = _fixed(found, services, reason) if fix else None
                audited = found
                if row is not None:
                    fixes.append(row)
                    version = services.journal.version(found.version.id)
                    audited = judged_anew(version, judge=judge, profiles=profiles)
                tally.add(audited)
                _tell(audited, row, services=services, rows=rows if as_json else None)
                progress(tally.records, total)
    if as_json:
        print_json({**_summary(tally), "problems": rows, "fixed": fixes})
    else:
        print(_sum(tally, fixes))
    if tally.wrong or any(row["status"] == "refused" for row in fixes):
        raise typer.Exit(1)


@contextmanager
def _judge(services: Services, settings: Settings, against: str | None) -> Iterator[TermJudge]:
    from imagegraph.bootstrap import open_comparison
    from imagegraph.operations.terms.judging import TermJudge

    terms = services.terms
    if against is None:
        yield TermJudge(terms.index, terms.registry)
        return
    with open_comparison(against, index=services.catalogue, settings=settings) as index:
        yield TermJudge(index, terms.registry)


def _fixed(audited: Audited, services: Services, reason: str | None) -> dict[str, Any] | None:
    """What became of mending a record; None when there was nothing to mend."""
    from imagegraph.errors import ImagegraphError
    from imagegraph.operations.preconditions import etag_of
    from imagegraph.operations.terms.mending import keep, mended

    found = mended(audited)
    summary = services.journal.find(audited.version.id)
    if found is None or summary is None or summary.version != audited.version.number:
        return None
    row: dict[str, Any] = {"record": summary.id, "iri": summary.iri, "changes": list(found.changes)}
    try:
        outcome = keep(found, ingest=services.ingest, etag=etag_of(summary), reason=reason)
    except ImagegraphError as error:
        return {**row, "status": "refused", "version": summary.version, "detail": error.detail}
    return {**row, "status": outcome.status, "version": outcome.version, "detail": None}


def _tell(
    audited: Audited, fix: dict[str, Any] | None, *, services: Services, rows: list[dict[str, Any]] | None
) -> None:
    from imagegraph.operations.terms.audit import as_row

    found = [as_row(audited, problem, registry=services.terms.registry) for problem in audited.listed]
    if rows is not None:
        rows += found
        return
    if found or fix:
        print(visible(f"{audited.version.id}  {audited.version.title}"))
    if fix:
        print(visible(f"    {fix['status']:<12} {fix['detail'] or '; '.join(fix['changes'])}"))
    for row in found:
        print(visible(f"    {row['kind']:<12} {row['message']}"))


def _summary(tally: Tally) -> dict[str, Any]:
    from imagegraph.operations.terms.audit import COUNTED

    kinds = {kind: tally.kinds[kind] for kind in COUNTED}
    return {
        "records": tally.records,
        "records_with_problems": tally.wrong,
        "terms": tally.uses,
        "counts": kinds,
    }


def _sum(tally: Tally, fixes: list[dict[str, Any]]) -> str:
    """The last line: what was looked at, what was found, what was mended."""
    kinds = ", ".join(f"{number} {kind}" for kind, number in _summary(tally)["counts"].items() if number)
    line = f"{counted(tally.records, 'record')} with {counted(tally.uses, 'term')}: {kinds or 'nothing to report'}"
    if fixes:
        stored = sum(row["status"] == "stored" for row in fixes)
        line += f"; {counted(stored, 'new version')}, {len(fixes) - stored} not written"
    return line
