"""The list of `imagegraph terms …` commands."""

from __future__ import annotations

import typer

application = typer.Typer(
    name="terms",
    help="Ontology terms: load vocabularies, look terms up, check the ones that records use.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@application.callback()
def _options() -> None:
    """Ontology terms: load vocabularies, look terms up, check the ones that records use."""
