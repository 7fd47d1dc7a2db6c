"""What a term is called: its own names, the names inside them, and whether a text is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from imagegraph.model.folding import fold
from imagegraph.model.ontology import NameKind, Term
from imagegraph.operations.terms.respelling import loose

Belongs = Literal["yes", "nearly", "no", "unknown"]

#: kinds of names, the most telling first
KINDS: tuple[NameKind, ...] = ("label", "exact", "abbreviation", "narrow", "broad", "related")
_PARENTHESIS = re.compile(r"^([^()]*[^()\s])\s*\(([^()]+)\)([^()]*)$")
#: longest name that is looked into, characters
_LONGEST = 300
_ABBREVIATION = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[\w&/+µ-]{2,9}")
_BRACKETS = re.compile(r"\([^()]*\)")
_OBSOLETE = re.compile(r"obsolete[\s_:]+", re.IGNORECASE)
#: what may follow an abbreviation without changing what it stands for
_GENERIC = frozenset(["microscopy", "microscope", "imaging", "technique", "method"])


@dataclass(frozen=True, slots=True)
class SpokenName:
    """A name as it is compared.

    Attributes:
        text: as it is written.
        key: folded.
        derived: not a name of its own but a part of one, such as "STED" of "stimulated emission depletion (STED)".
    """

    text: str
    key: str
    kind: NameKind
    language: str = ""
    derived: bool = False


@dataclass(frozen=True, kw_only=True)
class LabelVerdict:
    """Whether a text names a term.

    Attributes:
        belongs: `yes`: a label or synonym of it says just this (case, accents and punctuation aside);
            `nearly`: only a spelling variant or a part of a name does ("STED" for "stimulated emission depletion
            (STED)"), to be mentioned, not to be complained about; `no`; `unknown`: the term is not known here.
        label: of the term; empty when it is unknown.
        owners: (IRI, label) of the other terms that the text names, when it does not belong.
    """

    belongs: Belongs
    label: str = ""
    owners: tuple[tuple[str, str], ...] = ()


def label_belongs(copies: Iterable[Term], text: str) -> Belongs:
    """Whether a text is a name of the term that these copies describe, see `LabelVerdict.belongs`.

    >>> from imagegraph.model.ontology import TermName
    >>> sted = Term(iri="x", names=(TermName(text="stimulated emission depletion (STED)"),))
    >>> [label_belongs([sted], text) for text in ("Stimulated Emission Depletion [STED]", "STED", "STORM")]
    ['yes', 'nearly', 'no']
    """
    names = spoken_names(list(copies))
    if not names:
        return "unknown"
    key = fold(text)
    found: Belongs = "no"
    for name in names:
        if name.key == key and key and not name.derived:
            return "yes"
        if name.key == key or loose(name.key) == loose(key) or fold(_BRACKETS.sub(" ", name.text)) == key:
            found = "nearly"
    return found if key else "no"


def spoken_names(copies: Sequence[Term]) -> list[SpokenName]:
    """All names of a term, those of the copy to believe first, each followed by the names inside it.

    A name that two copies give different scopes has the more telling one. A label that only a later copy has is a
    synonym: copies elsewhere may be old. Labels in other languages stay labels.
    """
    found: dict[tuple[str, str, bool], SpokenName] = {}
    for number, term in enumerate(copies):
        for name in term.names:
            english = name.language.partition("-")[0] in ("", "en")
            kind: NameKind = "exact" if name.kind == "label" and number and english else name.kind
            for spoken in _inside(name.text, kind, name.language, term.obsolete):
                place = (spoken.text, spoken.language, spoken.derived)
                if place not in found or KINDS.index(spoken.kind) < KINDS.index(found[place].kind):
                    found[place] = spoken
    return list(found.values())


@lru_cache(maxsize=32_768)
def _inside(text: str, kind: NameKind, language: str, obsolete: bool) -> tuple[SpokenName, ...]:
    """A name and those it holds."""
    own = SpokenName(text, fold(text), kind, language)
    found = [own]
    if obsolete and kind == "label" and _OBSOLETE.match(text):
        rest = _OBSOLETE.sub("", text, count=1)
        found.append(SpokenName(rest, fold(rest), kind, language))
    scope: NameKind = "exact" if kind == "label" else kind
    for part, abbreviated in _parts(text):
        key = fold(part)
        if key and key != own.key:
            inner: NameKind = "abbreviation" if abbreviated and scope == "exact" else scope
            found.append(SpokenName(part, key, inner, language, derived=True))
    return tuple(found)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The names in a name with an abbreviation in parentheses, and whether each is an abbreviation.

    "stimulated emission depletion (STED)" holds both; "STORM (stochastic optical …)" as well; "Nomarski
    differential interference contrast (DIC) microscopy" holds itself without "(DIC)", and "Nomarski DIC
    microscopy". Other parentheses ("Mus (genus)") qualify the name and hold nothing.
    """
    match = _PARENTHESIS.match(text) if "(" in text and len(text) <= _LONGEST else None
    if match is None:
        return
    before, inner, after = match[1], match[2].strip(), match[3].strip()
    if not after and _ABBREVIATION.fullmatch(before) and _abbreviates(before, inner.split()):
        yield before, True
        yield inner, False
    elif _ABBREVIATION.fullmatch(inner):
        words = before.split()
        start = next((n for n in range(len(words)) if _abbreviates(inner, words[n:])), None)
        if start is None:
            if not after:
                yield before, False
                yield inner, True
            return
        yield f"{before} {after}".strip(), False
        yield " ".join([*words[:start], inner, after]).strip(), True
        if start == 0 and after.lower() in _GENERIC:
            yield inner, True


def _abbreviates(abbreviation: str, words: Sequence[str]) -> bool:
    """Whether the letters of an abbreviation come in this order in the words, starting with the first."""
    letters = [letter for letter in abbreviation.casefold() if letter.isalnum()]
    text = " ".join(words).casefold()
    if not letters or not text.startswith(letters[0]):
        return False
    remaining = iter(text)
    return all(letter in remaining for letter in letters)


def concept_key(term: Term) -> str:
    """The folded label without an abbreviation in parentheses: "scanning electron microscopy (SEM)" is one concept
    with "scanning electron microscopy"."""
    label = term.label
    inner = next((part for part, abbreviated in _parts(label) if not abbreviated), label)
    return fold(inner)
