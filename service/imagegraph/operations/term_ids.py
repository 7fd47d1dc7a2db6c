"""The term that an address names: any spelling of its id, as browsers, proxies and OLS clients send it."""

from __future__ import annotations

import re
from urllib.parse import unquote

from imagegraph.errors import BadParameter, ImagegraphError, NotFound
from imagegraph.model.identifiers import DANGEROUS, SCHEMES
from imagegraph.model.ontology import Term
from imagegraph.operations.term_lookup import TermLookup, TermSearch
from imagegraph.ports.terms import Resolution

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = {"http", "https"}
#: one slash after the scheme: what remains of two where a proxy merges them
_MERGED = re.compile(r"(https?):/(?!/)", re.IGNORECASE)
_LONGEST = 2_000
_SHOWN = 80


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
            f"“{text[:_SHOWN]}” cannot be the id of a term: “{scheme[1]}:” is no scheme of term IRIs. "
            "Use an http or https IRI, or a CURIE such as FBbi:00000246.",
            parameter="id", value=text[:_SHOWN],
        )  # fmt: skip
    return text


def _unknown(lookup: TermLookup, id: str, found: Resolution) -> NotFound:
    """What was tried, and what may have been meant."""
    iri = lookup.registry.iri(id)
    if iri is None and not _SCHEME.match(id):
        tried = f"“{id[:_SHOWN]}” is no id of a term (an IRI, or a CURIE such as FBbi:00000246)"
    else:
        read = f", read as <{iri}>," if iri is not None and iri != id else ""
        tried = f"No release that is loaded has the term “{id[:_SHOWN]}”{read}"
    vocabulary = lookup.registry.of_iri(iri) if iri is not None else None
    if vocabulary is not None and vocabulary.id not in {one.ontology for one in lookup.index.releases()}:
        tried += f"; {vocabulary.title} is not loaded (`imagegraph terms pull {vocabulary.id}`)"
    suggestions = _suggestions(lookup, id)
    hint = " or ".join(f"{one['curie']} ({one['label']})" for one in suggestions)
    detail = f"{tried}. {found.detail} " + (
        f"Did you mean {hint}?" if hint else "GET /terms?q= looks for names."
    )
    return NotFound(" ".join(detail.split()), id=id[:_SHOWN], iri=iri, suggestions=suggestions)


def _suggestions(lookup: TermLookup, id: str) -> list[dict[str, str]]:
    """Terms with a name like this."""
    words = _SCHEME.sub("", id) if _SCHEME.match(id) else id
    try:
        answer = lookup.search(TermSearch(q=re.sub(r"[_/#]+", " ", words)[:200], limit=3))
    except ImagegraphError:  # nothing in it that could be looked for
        return []
    return [{"iri": hit.iri, "curie": hit.curie, "label": hit.label} for hit in answer.items]
