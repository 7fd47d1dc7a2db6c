"""What is asked of the look-up, checked: ids, fields, vocabularies, limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote

from imagegraph.errors import BadParameter
from imagegraph.model.folding import fold
from imagegraph.model.identifiers import LONGEST, normalise_iri
from imagegraph.model.vocabularies import FieldPolicy, VocabularyRegistry

#: longest text that is looked up, characters
LONGEST_TEXT = 500
#: most hits of one search
MOST_HITS = 100


@dataclass(frozen=True, kw_only=True)
class TermSearch:
    """What is looked for.

    Attributes:
        q: a name, its beginning, some of its words, or any spelling of an id.
        field: name of a field policy (`organism`), which puts its vocabularies first.
        ontologies: ids of vocabularies to stay in; empty for all.
        under: any spelling of a term's id, or its label: only terms below it, and itself.
        languages: BCP 47 tags of the labels to show, in the order of preference.
        limit: most hits, 1 to 100.
        obsolete: obsolete terms are listed too, behind all others.
    """

    q: str
    field: str | None = None
    ontologies: tuple[str, ...] = ()
    under: str | None = None
    languages: tuple[str, ...] = ("en",)
    limit: int = 10
    obsolete: bool = False


def key_of(q: str) -> str:
    """The folded form of what is looked for.

    Raises:
        BadParameter: it is too long, or nothing in it can be looked for.
    """
    if len(q) > LONGEST_TEXT:
        raise BadParameter(
            f"q has {len(q):,} characters; at most {LONGEST_TEXT} can be looked for. Have longer texts annotated.",
            parameter="q",
            limit=LONGEST_TEXT,
        )
    key = fold(q)
    if not any(character.isalnum() for character in key):
        raise BadParameter("q has no letters or digits: give a name or an id of a term.", parameter="q")
    return key


def id_of(text: str, registry: VocabularyRegistry, *, field: str | None = None) -> str | None:
    """The IRI that a text is a spelling of, as it stands or percent-encoded once or twice; None for a name.

    Any usable `http(s):` IRI is an id, whether its vocabulary is known or not.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    for _ in range(3):
        iri = registry.iri(text, field=field)
        if iri is not None:
            return iri if _clean(iri) else None
        if text[:4].lower() == "http" and "://" in text[:8]:
            found = normalise_iri(text)
            return None if found.kind == "none" else found.iri
        decoded = unquote(text, errors="replace")
        if decoded == text:
            return None
        text = decoded
    return None


def get_field(name: str | None, registry: VocabularyRegistry) -> FieldPolicy | None:
    """The policy of a field, by its name in any spelling (`Imaging method`); None for no name.

    Raises:
        BadParameter: there is no such field.
    """
    if name is None:
        return None
    known = {fold(field): policy for field, policy in registry.fields.items()}
    policy = known.get(fold(name))
    if policy is None:
        raise _unknown("field", name, registry.fields)
    return policy


def get_ontologies(
    names: Sequence[str], registry: VocabularyRegistry, loaded: Iterable[str]
) -> tuple[str, ...]:
    """The ids of vocabularies, by id or prefix in any case.

    Raises:
        BadParameter: one is neither in the registry nor loaded.
    """
    known = {id.lower(): id for id in (*loaded, *registry.vocabularies)}
    prefixes = {entry.prefix.lower(): id for id, entry in registry.vocabularies.items()}
    found: dict[str, None] = {}
    for name in names:
        id = known.get(name.strip().lower()) or prefixes.get(name.strip().lower())
        if id is None:
            raise _unknown("ontology", name, known.values())
        found[id] = None
    return tuple(found)


def check_limit(limit: int) -> int:
    """The limit, when it is one.

    Raises:
        BadParameter: it is not from 1 to `MOST_HITS`.
    """
    if not 1 <= limit <= MOST_HITS:
        raise BadParameter(
            f"limit is {limit}; it must be from 1 to {MOST_HITS}.", parameter="limit", limit=MOST_HITS
        )
    return limit


def shown(text: str) -> str:
    """A text that somebody typed, fit for a sentence: short, without what cannot be written."""
    plain = "".join(character if character.isprintable() else "�" for character in text[:80])
    return plain + ("…" if len(text) > 80 else "")


def _unknown(parameter: str, name: str, known: Iterable[str]) -> BadParameter:
    names = sorted(set(known))
    close = get_close_matches(fold(name[:80]).replace(" ", "-"), names, n=1, cutoff=0.6)
    guess = f" Did you mean {close[0]}?" if close else ""
    return BadParameter(
        f"There is no {parameter} “{shown(name)}”.{guess} Known: {', '.join(names)}.",
        parameter=parameter,
        value=shown(name),
        known=names,
    )


def _clean(iri: str) -> bool:
    return iri.isascii() and iri.isprintable()
