"""The list of `imagegraph terms …` commands."""

from __future__ import annotations

import typer

from imagegraph.cli import terms_annotating, terms_audit, terms_loading, terms_releases, terms_search

application = typer.Typer(
    name="terms",
    help="Ontology terms: load vocabularies, look terms up, check the ones that records use.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@application.callback()
def _options() -> None:
    """Ontology terms: load vocabularies, look terms up, check the ones that records use."""


application.command("search")(terms_search.search)
application.command("show")(terms_search.show)
application.command("annotate")(terms_annotating.annotate)
application.command("load")(terms_loading.load)
application.command("pull")(terms_loading.pull)
application.command("list")(terms_releases.list_)
application.command("use")(terms_releases.use)
application.command("remove")(terms_releases.remove)
application.command("audit")(terms_audit.audit)
