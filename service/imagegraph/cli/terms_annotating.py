"""The command that finds the terms in a column of strings or in a text."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AsJson, Data
from imagegraph.cli.printing import counted, print_json
from imagegraph.cli.progress import progress_bar
from imagegraph.cli.terms_search import Field, Language, Ontology, ids_of, languages_of

if TYPE_CHECKING:
    from imagegraph.operations.columns import Cell
    from imagegraph.operations.terms.annotation import Annotation, TermAnnotator

_BATCH = 100
_COLUMNS = (
    "line", "text", "passage", "start", "end", "status", "choice", "curie", "label", "ontology", "confidence", "reason",
)  # fmt: skip


def annotate(
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="A file with one string a line, a CSV or TSV, or a text.")
    ],
    column: Annotated[
        str | None, typer.Option("--column", metavar="NAME", help="The column of a CSV or TSV with a header.")
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="The file is one free text.")] = False,
    field: Field = None,
    ontology: Ontology = None,
    lang: Language = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, max=100, help="Most candidates of a passage.")
    ] = 3,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Offer terms for strings that people wrote, as CSV; the file itself is never changed."""
    from imagegraph.bootstrap import open_terms, settings_for
    from imagegraph.operations.terms.annotation import TermAnnotator

    if text and column is not None:
        raise typer.BadParameter("a free text has no columns; give one of the two", param_hint="--text")
    cells = _cells(file, column=column, text=text)
    with open_terms(settings_for(data)) as terms, progress_bar("Looking up") as progress:
        annotator = TermAnnotator(
            terms,
            field=field,
            ontologies=ids_of(ontology),
            languages=languages_of(lang) or ("en",),
            limit=limit,
        )
        found = _annotated(annotator, cells, text=text, progress=progress)
        if as_json:
            _print_all(found)
        else:
            _print_rows(found)


def _cells(file: str, *, column: str | None, text: bool) -> list[Cell]:
    from imagegraph.errors import NotFound
    from imagegraph.operations.columns import Cell, column_of, lines_of, read_text

    name = "standard input" if file == "-" else file
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise NotFound(f"{file} cannot be read: {error.strerror}.", source=file) from None
    read = read_text(content, name=name)
    if text:
        return [Cell(1, read)]
    return lines_of(read) if column is None else column_of(read, column=column, name=name)


def _annotated(
    annotator: TermAnnotator, cells: list[Cell], *, text: bool, progress: Any
) -> Iterator[tuple[Cell, Annotation]]:
    if text:
        yield cells[0], annotator.text(cells[0].text)
        return
    for start in range(0, len(cells), _BATCH):
        progress(start, len(cells))
        batch = cells[start : start + _BATCH]
        yield from zip(batch, annotator.column([cell.text for cell in batch]), strict=True)


def _print_all(found: Iterator[tuple[Cell, Annotation]]) -> None:
    from imagegraph.operations.terms.values import annotation_values

    print_json({"items": [{"line": cell.line, **annotation_values(one)} for cell, one in found]})


def _print_rows(found: Iterator[tuple[Cell, Annotation]]) -> None:
    """One row for each candidate; a passage without one has a row that says `unknown`."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")  # type: ignore[union-attr]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    counts = {"suggested": 0, "open": 0, "unknown": 0}
    for cell, annotation in found:
        for mention in annotation.mentions:
            counts[mention.status] += 1
            passage = [
                cell.line, " ".join(annotation.text.split())[:500], mention.text, mention.start, mention.end,
                mention.status,
            ]  # fmt: skip
            for one in mention.candidates:
                hit = one.hit
                chosen = "yes" if hit.iri == mention.choice else ""
                writer.writerow(
                    [*passage, chosen, hit.curie, hit.label, hit.ontology, one.confidence, one.reason]
                )
            if not mention.candidates:
                writer.writerow([*passage, *[""] * 6])
    told = f"{counts['suggested']} with a suggestion, {counts['open']} to choose, {counts['unknown']} unknown"
    print(f"({counted(sum(counts.values()), 'passage')}: {told})", file=sys.stderr)
