"""Commands for whoever runs a data folder: rebuild, verify, doctor."""

from __future__ import annotations

from dataclasses import asdict

import typer

from imagegraph.cli.options import AsJson, Data, settings_of_existing
from imagegraph.cli.printing import counted, print_json
from imagegraph.cli.progress import progress_bar


def rebuild(data: Data = None, as_json: AsJson = False) -> None:
    """Make the graph anew from the journal, and say whether it is the same as before."""
    from imagegraph.bootstrap import rebuild as made_anew

    settings = settings_of_existing(data)
    with progress_bar("Rebuilding") as progress:
        before, after = made_anew(settings, progress=progress)
    if as_json:
        print_json({"before": before, "after": after, "equal": before == after})
    else:
        print(f"graph before {before or 'unreadable'}\ngraph now    {after}")
        print("equal" if before == after else "different: the old graph did not say what the journal says")


def verify(data: Data = None, as_json: AsJson = False) -> None:
    """Check the chains of hashes of the journal and of the audit log, and that the graph says what the journal, the
    vocabularies and the kept answers of authorities say."""
    from imagegraph.bootstrap import open_services
    from imagegraph.operations import projection
    from imagegraph.operations.history.auditing import audit_problems
    from imagegraph.operations.terms.used import used_terms_graph

    settings = settings_of_existing(data)
    with open_services(settings) as services, progress_bar("Verifying") as progress:
        total = services.journal.head
        problems = list(
            projection.verify(
                services.journal,
                services.linking.graph,
                base=settings.base,
                used_terms=lambda iris: used_terms_graph(
                    iris, index=services.catalogue, registry=services.terms.registry, base=settings.base
                ),
                resolved=services.linking.graph.expected(),
                progress=lambda done: progress(done, total),
            )
        )
        problems += audit_problems(services.audit, services.journal)
    if as_json:
        print_json({"entries": total, "problems": [asdict(problem) for problem in problems]})
    else:
        for problem in problems:
            print(f"{problem.where}: {problem.what}; {problem.remedy}")
        print(f"{counted(total, 'journal entry', 'journal entries')}, {counted(len(problems), 'problem')}")
    if problems:
        raise typer.Exit(1)


def doctor(data: Data = None, as_json: AsJson = False) -> None:
    """Look at the installation and the data folder, and say what to do about what is wrong."""
    from imagegraph.bootstrap import settings_for
    from imagegraph.operations.examination import examine

    checks = list(examine(settings_for(data)))
    if as_json:
        print_json({"healthy": all(c.healthy for c in checks), "checks": [asdict(c) for c in checks]})
    else:
        for check in checks:
            print(f"{'ok ' if check.healthy else 'BAD'} {check.what}: {check.found}")
    if not all(check.healthy for check in checks):
        raise typer.Exit(1)
