"""Commands that look terms up: search, show. They need neither a service nor records."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from imagegraph.cli.options import AsJson, Data
from imagegraph.cli.printing import counted, print_json, visible

if TYPE_CHECKING:
    from imagegraph.operations.terms.hits import SearchAnswer
    from imagegraph.operations.terms.ranking import Hit

_WIDEST = 60
Field = Annotated[
    str | None,
    typer.Option(
        "--field", metavar="NAME", help="The field it is for, e.g. organism; decides what comes first."
    ),
]
Language = Annotated[
    str | None, typer.Option("--lang", metavar="TAG", help="Language of the labels, e.g. de (default: en).")
]
Ontology = Annotated[
    list[str] | None,
    typer.Option("--ontology", metavar="ID", help="Only of this vocabulary, e.g. fbbi; repeatable."),
]


def search(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="A name, its beginning, an abbreviation, or an id.")
    ],
    field: Field = None,
    ontology: Ontology = None,
    under: Annotated[
        str | None,
        typer.Option("--under", metavar="TERM", help="Only this term, by id or label, and what is below it."),
    ] = None,
    lang: Language = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=100, help="Most hits.")] = 10,
    obsolete: Annotated[bool, typer.Option("--obsolete", help="List obsolete terms too, last.")] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Find the term for a name; every hit says why it is there."""
    from imagegraph.bootstrap import open_terms, settings_for
    from imagegraph.operations.terms.questions import TermSearch

    with open_terms(settings_for(data)) as terms:
        answer = terms.search(
            TermSearch(
                q=text, field=field, ontologies=ids_of(ontology), under=under, languages=languages_of(lang) or ("en",),
                limit=limit, obsolete=obsolete,
            )
        )  # fmt: skip
    if as_json:
        from imagegraph.operations.terms.values import hit_values

        items = [hit_values(hit) for hit in answer.items]
        print_json({"items": items, "notes": list(answer.notes), "stale": answer.stale})
    else:
        _print_hits(answer)


def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="Any spelling of an id: FBbi:00000246, or its IRI.")
    ],
    lang: Language = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Tell what is known about one term."""
    from imagegraph.bootstrap import open_terms, settings_for
    from imagegraph.operations.terms.description import describe_term
    from imagegraph.operations.terms.ids import get_term
    from imagegraph.operations.terms.values import description_values

    with open_terms(settings_for(data)) as terms:
        resolution, copies = get_term(terms, id)
        told = describe_term(
            copies, successors=resolution.successors, index=terms.index, registry=terms.registry,
            languages=languages_of(lang),
        )  # fmt: skip
    values = description_values(told, resolution)
    if as_json:
        print_json(values)
    else:
        _print_term(values)


def languages_of(lang: str | None) -> tuple[str, ...]:
    """The languages that an option names, the preferred one first."""
    from imagegraph.model.negotiation import preferred_languages

    return preferred_languages(lang)


def ids_of(given: Sequence[str] | None) -> tuple[str, ...]:
    """The ids of vocabularies, repeated or separated by commas."""
    listed = (one.strip().lower() for text in given or () for one in text.split(","))
    return tuple(dict.fromkeys(one for one in listed if one))


def _print_hits(answer: SearchAnswer) -> None:
    wide = max((len(hit.curie) for hit in answer.items), default=0)
    for hit in answer.items:
        print(f"{visible(hit.curie):<{min(wide, _WIDEST)}}  {visible(hit.label)}")
        for line in _lines_of(hit):
            print(f"{'':<{min(wide, _WIDEST)}}    {visible(line)}")
    print(f"({counted(len(answer.items), 'term')})", file=sys.stderr)
    for note in answer.notes:
        print(visible(note), file=sys.stderr)


def _lines_of(hit: Hit) -> Iterator[str]:
    yield f"{hit.reason} [{hit.ontology}]" if hit.ontology else hit.reason
    if hit.obsolete:
        yield "obsolete" + (f"; use {', '.join(hit.replaced_by)}" if hit.replaced_by else "")
    if hit.same_as:
        yield "the same elsewhere: " + ", ".join(one.curie for one in hit.same_as)


def _print_term(values: dict[str, Any]) -> None:
    print(f"{visible(values['curie'])}  {visible(values['label'])}")
    rows: list[tuple[str, Iterable[str]]] = [
        ("iri", [values["iri"]]),
        ("definition", [values["definition"] or "none given"]),
        ("labels", [_named(one) for one in values["labels"]] if len(values["labels"]) > 1 else []),
        ("synonyms", [f"{_named(one)} ({one['kind']})" for one in values["synonyms"]]),
        ("parents", [_short(one) for one in values["parents"]]),
        ("obsolete", ["yes"] if values["obsolete"] else []),
        ("replaced by", [_short(one) for one in values["replaced_by"]]),
        ("consider", [_short(one) for one in values["consider"]]),
        ("elsewhere", values["xrefs"]),
        ("said by", [_copy(one) for one in values["copies"]]),
        ("note", values["notes"]),
    ]
    for name, texts in rows:
        for place, text in enumerate(texts):
            print(f"  {name if place == 0 else '':<12}{visible(text)}")


def _named(name: dict[str, str]) -> str:
    return name["text"] + (f" [{name['language']}]" if name["language"] not in ("", "en") else "")


def _short(term: dict[str, Any]) -> str:
    relation = f"{term['relation_label']} " if term.get("relation") else ""
    return f"{relation}{term['curie']} {term['label']}" + (" (obsolete)" if term["obsolete"] else "")


def _copy(copy: dict[str, Any]) -> str:
    if copy["source"] == "starter":
        return f"{copy['ontology']}, starter of imagegraph {copy['version']}"
    return f"{copy['ontology']} {copy['version']}".strip()
