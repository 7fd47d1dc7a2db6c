"""Commands that ask authorities: pid resolve, pid refresh; and pid forget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from imagegraph.cli.options import AGENT, AsJson, Data, settings_of_existing
from imagegraph.cli.pid_checking import check_scheme, print_identifier
from imagegraph.cli.printing import counted, print_json
from imagegraph.cli.progress import progress_bar

if TYPE_CHECKING:
    from imagegraph.model.identifiers import Identifier

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Identifiers in any spelling.")]
Scheme = Annotated[
    str | None,
    typer.Option("--scheme", metavar="SCHEME", help="What they are meant to be: orcid, ror, pubmed …"),
]


def resolve(
    ids: Ids,
    again: Annotated[bool, typer.Option("--again", help="Ask even if an answer is kept.")] = False,
    scheme: Scheme = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Say what authorities say about identifiers: kept answers, loaded dumps, then the authorities that
    IMAGEGRAPH_RESOLVERS names.

    Exit code 1 when one is not valid or does not exist.
    """
    from imagegraph.bootstrap import open_resolver, settings_for
    from imagegraph.operations.linking.values import identifier_values

    check_scheme(scheme)
    found = []
    with open_resolver(settings_for(data)) as resolver:
        for identifier in _identified(ids, scheme):
            values = identifier_values(identifier, resolver.resolve(identifier, refresh=again))
            found.append(values)
            if not as_json:
                print_identifier(values)
    if as_json:
        print_json(found)
    if any(values["state"] in ("invalid", "not_found") for values in found):
        raise typer.Exit(1)


def refresh(
    everything: Annotated[
        bool, typer.Option("--all", help="Queue every identifier of every record, whatever is kept.")
    ] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Ask about everything that waits or has become old, and make the graph say what was learnt."""
    from imagegraph.bootstrap import open_services
    from imagegraph.operations.linking.refilling import queue_all

    with open_services(settings_of_existing(data)) as services:
        linking = services.linking
        if everything:
            queue_all(services)
        linking.linker.renew()
        with progress_bar("Asking") as progress:
            ended = linking.linker.work_off(progress=progress)
        waiting = linking.queue.counts()
    if as_json:
        print_json({"asked": dict(ended), "waiting": waiting})
        return
    told = ", ".join(f"{number} {state}" for state, number in sorted(ended.items())) or "nothing was due"
    left = sum(waiting.values())
    print(f"{counted(ended.total(), 'identifier')}: {told}; {left} wait")
    if left and not ended:
        print("Nobody may be asked about what waits: IMAGEGRAPH_RESOLVERS names the authorities.")


def forget(ids: Ids, scheme: Scheme = None, data: Data = None) -> None:
    """Delete what authorities said about identifiers, and do not ask again; records stay as they are."""
    from imagegraph.bootstrap import open_services

    check_scheme(scheme)
    with open_services(settings_of_existing(data)) as services:
        linking = services.linking
        for identifier in _identified(ids, scheme):
            had = linking.known.forget(identifier)
            linking.queue.done(identifier.iri)
            linking.graph.hide(identifier)
            services.audit.note("identifier.forget", agent=AGENT, object=identifier.iri)
            print(f"{'forgotten' if had else 'nothing kept':<12} {identifier.iri}")


def _identified(ids: list[str], scheme: str | None) -> list[Identifier]:
    from imagegraph.model.identifiers import identify

    return [identify(text.strip(), scheme=scheme) for text in ids]
