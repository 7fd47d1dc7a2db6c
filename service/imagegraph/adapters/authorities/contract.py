"""What every authority adapter does: ask, and read what was answered.

The two are apart so that answers are kept as they came and read again at any time, and so that dumps, which hold
documents of the same form, are read by the same code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from imagegraph.adapters.http import Answer, Deadline
from imagegraph.model.identifiers import Identifier
from imagegraph.model.resolutions import ResolutionState, Thing


@dataclass(frozen=True, kw_only=True)
class Part:
    """One answer of one service; a resolution may need several, the deciding one last.

    Attributes:
        name: which question it answers: `ror`, `person`, `employments`, `agency`, `datacite`, `handle` …
        status: HTTP status; 200 for a document of a dump.
        body: as received, decompressed.
        url: where it came from.
        location: where a redirect leads that was not followed.
    """

    name: str
    status: int
    media_type: str
    body: bytes
    url: str
    location: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the parts of an answer mean.

    Attributes:
        state: never `invalid` or `unavailable`.
        authority: name in `mappings/authorities.yaml` of the service that decided it.
        successors: canonical IRIs.
        detail: a sentence about what happened, for people; empty when all is well.
    """

    state: ResolutionState
    authority: str
    thing: Thing | None = None
    successors: tuple[str, ...] = ()
    source_version: str = ""
    detail: str = ""


class UnreadableAnswer(Exception):
    """It is none of the answers that the service is known to give; the text is a clause that follows its name."""


class Authority(Protocol):
    """The services for the identifiers of one scheme. Safe to use from several threads."""

    @property
    def scheme(self) -> str:
        """Name of the scheme."""
        ...

    def may_ask(self, identifier: Identifier) -> bool:
        """Whether the settings name the service that would be asked."""
        ...

    def ask(self, identifier: Identifier, *, deadline: Deadline) -> tuple[Part, ...]:
        """What the services answer; one that need not be asked is not.

        Raises:
            Unanswered: nothing usable came.
            UnreadableAnswer: what came is none of the known answers.
        """
        ...

    def read(self, identifier: Identifier, parts: Sequence[Part]) -> Reading:
        """What the answers mean. Pure: the same parts mean the same at any time.

        Only an answer in the service's own words may become `not_found`.

        Raises:
            UnreadableAnswer: the parts are none of the known answers, or are about another identifier.
        """
        ...


def part_of(answer: Answer, *, name: str) -> Part:
    """An answer as a part."""
    return Part(
        name=name, status=answer.status, media_type=answer.media_type, body=answer.body, url=answer.url,
        location=answer.headers.get("location", ""),
    )  # fmt: skip


def part_named(parts: Sequence[Part], name: str) -> Part | None:
    """The part with a name, None when the question was not asked."""
    return next((part for part in parts if part.name == name), None)


class Dumps(Protocol):
    """What authorities published as a whole, loaded here."""

    def find(self, identifier: Identifier) -> tuple[tuple[Part, ...], str] | None:
        """What its authority would answer, and the release it is from; None when no dump has it."""
        ...

    def close(self) -> None:
        """Release the file."""
        ...


#: name of an authority -> the service to ask; only those that the settings allow
Services = Mapping[str, "AskedService"]


class AskedService(Protocol):
    """What authorities need of `adapters.http.HttpService`."""

    base: str

    def get(
        self, target: str, *, deadline: Deadline, accept: str = "application/json", follow: bool = True
    ) -> Answer:
        """Ask below the base address."""
        ...
