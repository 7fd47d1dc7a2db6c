"""Terms for what people wrote: a column of strings, or free text. Candidates for a person to choose from.

Nothing here asks a remote service: columns hold unpublished work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from imagegraph.errors import BadParameter
from imagegraph.model.folding import fold
from imagegraph.model.identifiers import is_placeholder
from imagegraph.operations.terms.confidence import Candidate, candidate
from imagegraph.operations.terms.hits import Hit
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.matching import (
    SYNONYM,
    VARIANT,
)  # fmt: skip
from imagegraph.operations.terms.passages import find_passages
from imagegraph.operations.terms.questions import LONGEST_TEXT, TermSearch, check_limit, get_field

#: most strings of one column, and most characters of one text
MOST_STRINGS = 10_000
MOST_CHARACTERS = 20_000
#: most parts that one string is split into
_MOST_PARTS = 20
__all__ = ["Annotation", "Candidate", "Mention", "TermAnnotator"]

_SEPARATOR = re.compile(r"[,;/|()\[\]\n\t]|\s(?:and|und|et|y|or|with|&|\+|\u2013|-)\s", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A passage that may name a term.

    Attributes:
        text: as it stands there.
        start, end: offsets in the text, characters.
        candidates: best first; empty when nothing is called so.
        choice: IRI of the only term of the field's preferred vocabulary that is called exactly so; a suggestion that
            a person accepts or not. None when there is none or more than one.
    """

    text: str
    start: int
    end: int
    candidates: tuple[Candidate, ...] = ()
    choice: str | None = None

    @property
    def status(self) -> str:
        """`suggested` when there is a choice, `open` when a person must choose, `unknown` without candidates."""
        return "suggested" if self.choice else "open" if self.candidates else "unknown"


@dataclass(frozen=True)
class Annotation:
    """What a text names: `mentions` in the order of the text."""

    text: str
    mentions: tuple[Mention, ...]


class TermAnnotator:
    """Finds candidates for strings and texts. For one request: it remembers what it looked up.

    Args:
        field: name of the field that the strings are values of; None when that is unknown.
        ontologies: ids of vocabularies to stay in; empty for all.
        limit: most candidates of each passage.

    Raises:
        BadParameter: an unknown field or ontology, or an unusable limit.
    """

    def __init__(
        self,
        lookup: TermLookup,
        *,
        field: str | None = None,
        ontologies: Sequence[str] = (),
        languages: Sequence[str] = ("en",),
        limit: int = 5,
    ) -> None:
        self._lookup = TermLookup(lookup.index, lookup.registry, None, lookup.usage)
        self._policy = get_field(field, lookup.registry)
        self._asked = TermSearch(
            q="",
            field=field,
            ontologies=tuple(ontologies),
            languages=tuple(languages),
            limit=max(check_limit(limit), 2),
        )
        self._limit = limit
        self._found: dict[str, tuple[Hit, ...]] = {}
        self._serving = {
            choice.vocabulary for policy in lookup.registry.fields.values() for choice in policy.choices
        }
        if ontologies:
            self._lookup.check(self._asked)

    def column(self, strings: Sequence[str]) -> list[Annotation]:
        """What each string of a column names; equal strings are looked up once.

        One that only says that there is no value ("n/a") has no candidates. A string that is no name as a whole is split at commas, slashes and parentheses: "EM/TEM", "Homo sapiens
        (human)", "fixed tissue, fluorescence microscopy".

        Raises:
            BadParameter: more than `MOST_STRINGS` strings, or more than `MOST_CHARACTERS` in one.
        """
        if len(strings) > MOST_STRINGS:
            raise BadParameter(
                f"There are {len(strings):,} strings; at most {MOST_STRINGS:,} are annotated at once.",
                parameter="texts",
                limit=MOST_STRINGS,
            )
        made: dict[str, Annotation] = {}
        for string in strings:
            if string not in made:
                made[string] = self._string(string)
        return [made[string] for string in strings]

    def text(self, text: str) -> Annotation:
        """The longest names in a text, from left to right, none inside another.

        With a field only of terms that it takes; without one and without vocabularies, of terms that some field takes.

        Raises:
            BadParameter: more than `MOST_CHARACTERS` characters.
        """
        _check_length(text)
        passages = find_passages(
            self._lookup.index, text, policy=self._policy, ontologies=self._asked.ontologies
        )
        mentions = [self._mention(text, start, end, exact=True) for start, end in passages]
        return Annotation(text, tuple(mention for mention in mentions if mention.candidates))

    def _string(self, string: str) -> Annotation:
        _check_length(string)
        if len(string) > LONGEST_TEXT:
            return self.text(string)
        start, end = _trimmed(string, 0, len(string))
        whole = self._mention(string, start, end)
        if is_placeholder(whole.text):
            return Annotation(string, (replace(whole, candidates=(), choice=None),) if whole.text else ())
        if any(one.hit.tier <= VARIANT for one in whole.candidates):
            return Annotation(string, (whole,))
        parts = [self._mention(string, *span) for span in _parts(string)]
        if len(parts) > 1 and any(one.hit.tier <= VARIANT for part in parts for one in part.candidates):
            return Annotation(string, tuple(parts))
        if not whole.candidates:
            found = self.text(string)
            if found.mentions:
                return found
        return Annotation(string, (whole,))

    def _mention(self, text: str, start: int, end: int, *, exact: bool = False) -> Mention:
        passage = text[start:end]
        if not any(character.isalnum() for character in fold(passage)):
            return Mention(text=passage, start=start, end=end)
        if passage not in self._found:
            self._found[passage] = self._lookup.search(replace(self._asked, q=passage)).items
        hits = self._found[passage]
        kept = [hit for hit in hits if not exact or self._is_wanted(hit)]
        candidates = sorted(
            (candidate(hit, kept, len(passage)) for hit in kept), key=lambda one: -one.confidence
        )  # stable: hits of equal confidence stay in their order
        return Mention(
            text=passage, start=start, end=end,
            candidates=tuple(candidates[: self._limit]), choice=self._choice(kept),
        )  # fmt: skip

    def _is_wanted(self, hit: Hit) -> bool:
        """Whether a name in running text is worth telling: the field takes it, or without a field any field does."""
        if not hit.exact:
            return False
        return (
            bool(hit.inside)
            if self._policy
            else bool(self._asked.ontologies) or hit.ontology in self._serving
        )

    def _choice(self, hits: Sequence[Hit]) -> str | None:
        if self._policy is None:
            return None
        preferred = self._policy.choices[0].vocabulary
        exact = [hit for hit in hits if hit.tier <= SYNONYM and hit.inside and hit.ontology == preferred]
        sole = exact[0] if len(exact) == 1 else None
        return sole.iri if sole and not sole.obsolete and sole.replaces is None else None


def _parts(string: str) -> Iterator[tuple[int, int]]:
    """Spans of the parts between separators, without surrounding spaces."""
    start = number = 0
    while number < _MOST_PARTS:
        found = _SEPARATOR.search(string, start)
        first, last = _trimmed(string, start, found.start() if found else len(string))
        if last > first:
            number += 1
            yield first, last
        if found is None:
            return
        start = found.end()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _check_length(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise BadParameter(
            f"The text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are annotated at once: send it in parts.",
            parameter="text",
            limit=MOST_CHARACTERS,
        )
