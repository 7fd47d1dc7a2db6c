"""How a text and a name meet: the tier of a match, from the two of them alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import OSA

from imagegraph.operations.terms.names import KINDS, SpokenName
from imagegraph.operations.terms.respelling import loose

Match = Literal[
    "id", "label", "exact synonym", "abbreviation", "related synonym", "prefix", "words", "spelling"
]

ID, LABEL, SYNONYM, RELATED, VARIANT, PREFIX, WORDS, CLOSE, CLOSE_BEGINNING = range(9)
#: first tier that is not an exact match
INEXACT = VARIANT
#: letters by which the spellings of one word differ, at most
_SPELT = 3
#: names up to this length are told apart by case when all else is equal: SIM, mM and mm
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text as it is compared.

    Attributes:
        key: folded; `words` are its words.
        languages: primary tags of the languages in which names count as the asker's own.
    """

    text: str
    key: str
    loose: str
    words: tuple[str, ...]
    languages: frozenset[str] = frozenset(["", "en"])

    @classmethod
    def of(cls, text: str, key: str, *, languages: Iterable[str] = ()) -> Wanted:
        """The text, what it folds to, and the languages that were asked for besides English."""
        asked = frozenset(["", "en", *(language.lower().partition("-")[0] for language in languages)])
        return cls(text, key, loose(key), tuple(key.split()), asked)

    def is_foreign(self, name: SpokenName) -> bool:
        """Whether a name is in a language that was not asked for."""
        return name.language.partition("-")[0] not in self.languages


@dataclass(frozen=True, slots=True)
class Meeting:
    """A text met a name.

    Attributes:
        tier: `LABEL` … `CLOSE_BEGINNING`.
        distance: edits between the two; 0 but for close spellings.
        rough: what speaks against it within its tier: (another case than a short name has, a derived name,
            the text ends inside a word).
        phrase: for the reason.
        foreign: 1 for a name in a language that was not asked for.
    """

    tier: int
    match: Match
    name: SpokenName
    distance: int = 0
    rough: tuple[int, int, int] = (0, 0, 0)
    phrase: str = ""
    foreign: int = 0

    @property
    def order(self) -> tuple[int, int, int, int, int, int]:
        """For choosing among the names of one term, and for the order of hits within a tier."""
        return (self.tier, self.foreign, self.distance, *self.rough)

    @property
    def kind(self) -> int:
        """Number of the kind of the name."""
        return KINDS.index(self.name.kind)


def best_meeting(wanted: Wanted, names: Iterable[SpokenName]) -> Meeting | None:
    """How a text meets the name that suits it best; None when it meets none."""
    found = []
    for name in names:
        meeting = _meeting(wanted, name)
        if meeting is not None:
            found.append(replace(meeting, foreign=1) if wanted.is_foreign(name) else meeting)
    return min(found, key=lambda meeting: (meeting.order, meeting.kind, len(meeting.name.text)), default=None)


def allowed_edits(length: int) -> int:
    """How many letters may be wrong, missing, too many or swapped in a text of this length."""
    if length < 4:
        return 0
    return 1 if length < 7 else min(2 + (length - 7) // 10, 4)


def _meeting(wanted: Wanted, name: SpokenName) -> Meeting | None:
    key = wanted.key
    if name.key == key:
        return _exact(wanted, name)
    if name.key.startswith(key):
        inside = name.key[len(key)] != " "
        return Meeting(
            PREFIX, "prefix", name, rough=(0, name.derived, inside), phrase=f"beginning of “{name.text}”"
        )
    if (
        abs(len(name.key) - len(key)) <= _SPELT * len(wanted.words) + _SPELT
        and loose(name.key) == wanted.loose
    ):
        rough = (_other_case(wanted, name), int(name.derived), 0)
        return Meeting(VARIANT, "spelling", name, rough=rough, phrase=f"another spelling of “{name.text}”")
    if _shortened(wanted, name):
        return Meeting(
            SYNONYM, "abbreviation", name, rough=(0, 1, 1), phrase=f"abbreviation of “{name.text}”"
        )
    if _has_words(wanted, name):
        return Meeting(WORDS, "words", name, rough=(0, name.derived, 0), phrase=f"all words in “{name.text}”")
    return _close(wanted, name)


def _exact(wanted: Wanted, name: SpokenName) -> Meeting:
    rough = (_other_case(wanted, name), int(name.derived), 0)
    language = f" ({name.language})" if name.language.partition("-")[0] not in ("", "en") else ""
    if name.kind == "label":
        tier = SYNONYM if wanted.is_foreign(name) else LABEL
        return Meeting(tier, "label", name, rough=rough, phrase=f"exact label{language}")
    if name.kind == "exact":
        return Meeting(SYNONYM, "exact synonym", name, rough=rough, phrase=f"exact synonym{language}")
    if name.kind == "abbreviation":
        return Meeting(SYNONYM, "abbreviation", name, rough=rough, phrase=f"abbreviation{language}")
    return Meeting(RELATED, "related synonym", name, rough=rough, phrase=f"{name.kind} synonym{language}")


def _other_case(wanted: Wanted, name: SpokenName) -> int:
    """Whether a short name is written in another case: mM is no mm."""
    return int(len(name.text) <= _SHORT and _plain(name.text) != _plain(wanted.text))


def _plain(text: str) -> str:
    return text.replace("\u00b5", "u").replace("\u03bc", "u")


def _shortened(wanted: Wanted, name: SpokenName) -> bool:
    """Whether the text is a binomial name with its genus shortened: `E. coli`."""
    if len(wanted.words) != 2 or len(wanted.words[0]) != 1 or not name.text[:1].isupper():
        return False
    words = name.key.split()
    return len(words) == 2 and words[1] == wanted.words[1] and words[0].startswith(wanted.words[0])


def _has_words(wanted: Wanted, name: SpokenName) -> bool:
    """Whether each word of the text begins another word of the name; a single letter must be one."""
    left = name.key.split()
    if len(wanted.words) > len(left):
        return False
    for word in sorted(wanted.words, key=len, reverse=True):
        met = word if word in left else None
        if met is None and len(word) > 1:
            met = next((other for other in left if other.startswith(word)), None)
        if met is None:
            return False
        left.remove(met)
    return True


def _close(wanted: Wanted, name: SpokenName) -> Meeting | None:
    """A close spelling of the whole name, or of as many of its first words as the text has."""
    allowed = allowed_edits(len(wanted.key))
    if not allowed:
        return None
    distance = OSA.distance(wanted.key, name.key, score_cutoff=allowed)
    if distance <= allowed:
        return Meeting(
            CLOSE, "spelling", name, distance, (0, name.derived, 0), f"close spelling of “{name.text}”"
        )
    words = name.key.split()
    if len(words) <= len(wanted.words) or len(wanted.key) < 7:
        return None
    distance = OSA.distance(wanted.key, " ".join(words[: len(wanted.words)]), score_cutoff=allowed)
    if distance > allowed:
        return None
    phrase = f"close spelling of the beginning of “{name.text}”"
    return Meeting(CLOSE_BEGINNING, "spelling", name, distance, (0, name.derived, 0), phrase)
