"""The term that an address names: any spelling of its id, as browsers, proxies and OLS clients send it."""

from __future__ import annotations

import re
from urllib.parse import unquote

from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.identifiers import DANGEROUS, SCHEMES
from imagegraph.model.ontology import Term
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.questions import TermSearch, shown
from imagegraph.ports.terms import Resolution

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = {"http", "https"}
#: one slash after the scheme: what remains of two where a proxy merges them
_MERGED = re.compile(r"(https?):/(?!/)", re.IGNORECASE)
_LONGEST = 2_000
_NUMBER = re.compile(r"(?<![0-9])([0-9]+)\Z")
#: digits of the ids of most ontologies
_WIDTHS = (1, 6, 7, 8)


def get_term(lookup: TermLookup, text: str) -> tuple[Resolution, tuple[Term, ...]]:
    """What is known about the term that an address names: the answer, and the copies, the best one first.

    Raises:
        BadParameter: the text can be no id of a term.
        NotFound: nobody knows the term; `suggestions` lists terms of similar name.
    """
    id = _restored(text)
    found = lookup.resolve(id)
    if found.term is not None:
        return found, lookup.copies(found.term.iri) or (found.term,)
    raise _unknown(lookup, id, found)


def _restored(text: str) -> str:
    """The id as it was before it became a part of an address.

    Raises:
        BadParameter: it can be none.
    """
    if re.match(r"https?%3A", text, re.IGNORECASE):  # encoded twice, as OLS wants it
        text = unquote(text)
    text = _MERGED.sub(r"\1://", text.strip(), count=1)
    if len(text) > _LONGEST:
        raise BadParameter(
            f"The id of a term has at most {_LONGEST:,} characters; this one has {len(text):,}.",
            parameter="id",
        )
    scheme = _SCHEME.match(text)
    if scheme is not None and scheme[1].lower() in (DANGEROUS | SCHEMES) - _WEB:
        raise BadParameter(
            f"“{shown(text)}” cannot be the id of a term: “{scheme[1]}:” is no scheme of term IRIs. "
            "Use an http or https IRI, or a CURIE such as FBbi:00000246.",
            parameter="id", value=shown(text),
        )  # fmt: skip
    return text


def _unknown(lookup: TermLookup, id: str, found: Resolution) -> NotFound:
    """What was tried, and what may have been meant."""
    iri = lookup.registry.iri(id)
    read = f"“{shown(id)}” was read as <{iri}>. " if iri is not None and iri != id else ""
    suggestions = _suggestions(lookup, iri or id)
    hint = " or ".join(f"{one['curie']} ({one['label']})" for one in suggestions)
    detail = f"{read}{found.detail or 'Nobody knows this term.'}" + (f" Did you mean {hint}?" if hint else "")
    return NotFound(detail, id=shown(id), iri=iri, state=found.state, suggestions=suggestions)


def _suggestions(lookup: TermLookup, id: str) -> list[dict[str, str]]:
    """Terms with the same number but for its zeros, or else with a name like this."""
    number = _NUMBER.search(id)
    if number is not None:
        padded = [id[: number.start()] + number[1].lstrip("0").zfill(width) for width in _WIDTHS]
        near = {iri: copies[0] for iri, copies in lookup.index.copies(padded).items()}
    else:
        near = {}
        try:
            answer = lookup.search(TermSearch(q=id, limit=3))
            near = {hit.iri: hit.term for hit in answer.items}
        except BadParameter:  # nothing in it that could be looked for
            pass
    return [
        {"iri": iri, "curie": lookup.registry.curie(iri), "label": term.label} for iri, term in near.items()
    ]
