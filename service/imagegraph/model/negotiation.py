"""Choosing a media type by the Accept header: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from imagegraph.errors import NotAcceptable

#: names that clients use for types that are offered under their registered names
ALIASES: dict[str, tuple[str, ...]] = {
    "application/json": ("application/sparql-results+json", "application/ld+json"),
    "text/json": ("application/sparql-results+json", "application/ld+json", "application/json"),
    "application/javascript": ("application/sparql-results+json", "application/ld+json"),
    "application/x-json+ld": ("application/ld+json",),
    "application/json+ld": ("application/ld+json",),
    "application/vnd.schemaorg.ld+json": ("application/ld+json",),
    "application/xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "text/xml": ("application/sparql-results+xml", "application/rdf+xml", "application/xml"),
    "text/rdf+xml": ("application/rdf+xml",),
    "application/rdf": ("application/rdf+xml",),
    "application/turtle": ("text/turtle",),
    "application/x-turtle": ("text/turtle",),
    "text/ntriples": ("application/n-triples",),
    "application/ntriples": ("application/n-triples",),
    "text/nquads": ("application/n-quads",),
    "text/x-nquads": ("application/n-quads",),
    "application/x-trig": ("application/trig",),
    "application/csv": ("text/csv",),
    "text/tsv": ("text/tab-separated-values",),
}

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 - `token` of RFC 9110
_RANGE = re.compile(rf"\s*({_TOKEN}/{_TOKEN})\s*")
_PARAMETER = re.compile(rf';\s*(?:({_TOKEN})\s*=\s*({_TOKEN}|"(?:[^"\\]|\\.)*+"))?\s*')
_QUALITY = re.compile(r"0(?:\.[0-9]*)?|1(?:\.0*)?")
_LONGEST_HEADER = 4_000
_ANY, _SUBTYPE, _ALIAS, _EXACT = range(4)


class _Range(NamedTuple):
    """One media range of an Accept header."""

    name: str
    quality: float


def choose(accept: str | None, *, offered: Sequence[str]) -> str:
    """The offered media type that suits an Accept header best.

    The most specific range that covers a type decides its quality. Among types of the same quality, one that
    is named goes before one that a wildcard covers, then the order of `offered` decides. Parameters other
    than `q` are ignored, and so are ranges that are none.

    Args:
        accept: the header's value; None, or one without a valid range, accepts anything.
        offered: media types without parameters, best first.

    Raises:
        NotAcceptable: none is acceptable; `extra["offered"]` lists them.
    """
    return _choose(accept, tuple(offered))


@lru_cache(maxsize=1024)
def _choose(accept: str | None, offered: tuple[str, ...]) -> str:
    ranges = _ranges(accept) if accept else []
    if not ranges:
        return offered[0]
    best, best_rank = "", (0.0, -1)
    for name in offered:
        quality, specificity = _judged(name, ranges)
        if quality > 0 and (quality, specificity) > best_rank:
            best, best_rank = name, (quality, specificity)
    if not best:
        raise NotAcceptable(
            f"Accept: {accept} matches nothing that is offered here: {', '.join(offered)}.",
            offered=list(offered),
        )
    return best


def _judged(name: str, ranges: Sequence[_Range]) -> tuple[float, int]:
    """The quality of a type and how specific the range is that gives it."""
    found = (_ANY - 1, 0.0)
    for one in ranges:
        specificity = _specificity(one.name, name)
        if specificity is not None and specificity >= found[0]:
            quality = max(one.quality, found[1]) if specificity == found[0] else one.quality
            found = (specificity, quality)
    return found[1], found[0]


def _specificity(range_name: str, name: str) -> int | None:
    """How closely a range names a type; None when it does not cover it."""
    if range_name == name:
        return _EXACT
    if name in ALIASES.get(range_name, ()):
        return _ALIAS
    if range_name == "*/*":
        return _ANY
    if range_name.endswith("/*") and name.startswith(range_name[:-1]):
        return _SUBTYPE
    return None


def _ranges(accept: str) -> list[_Range]:
    """The valid ranges of an Accept header in lower case."""
    found: list[_Range] = []
    for part in accept[:_LONGEST_HEADER].split(","):
        match = _RANGE.match(part)
        if match is None:
            continue
        quality: float | None = 1.0
        place = match.end()
        while quality is not None and place < len(part):
            parameter = _PARAMETER.match(part, place)
            if parameter is None:
                quality = None
                break
            place = parameter.end()
            if (parameter[1] or "").lower() == "q":
                quality = float(parameter[2]) if _QUALITY.fullmatch(parameter[2]) else None
        if quality is not None:
            found.append(_Range(match[1].lower(), quality))
    return found


_LANGUAGE = re.compile(r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*([0-9.]{1,5})\s*)?")
_MOST_LANGUAGES = 20


def preferred_languages(header: str | None) -> tuple[str, ...]:
    """The languages of an Accept-Language header, lower case, the preferred one first (RFC 9110 §12.5.4).

    `*`, languages that are ruled out (`q=0`) and parts that are no language are left out.

    >>> preferred_languages("en;q=0.5, pt-BR, *;q=0.1")
    ('pt-br', 'en')
    """
    found: list[tuple[float, str]] = []
    for part in (header or "")[:_LONGEST_HEADER].split(","):
        match = _LANGUAGE.fullmatch(part)
        if match is None or (match[2] is not None and not _QUALITY.fullmatch(match[2])):
            continue
        quality = float(match[2]) if match[2] else 1.0
        if quality > 0:
            found.append((quality, match[1].lower()))
    found.sort(key=lambda one: -one[0])
    return tuple(dict.fromkeys(language for _, language in found))[:_MOST_LANGUAGES]
