"""Values in answers of OLS, whatever shape they come in, as texts that can be kept.

A value is a string, a list, a literal with its language (`{"type": ["literal"], "value": …, "lang": …}`) or a
reification (`{"type": ["reification"], "value": …, "axioms": […]}`); `label` was a string in old releases and
is a list in new ones. What is none of these, such as class expressions, is no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from imagegraph.model.identifiers import normalise_iri

_MOST_VALUES = 2_000
_LONGEST = 20_000
_DEEPEST = 8
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
#: no user names, and no host without a dot such as localhost: what is named so is nobody else's business
_TERM_IRI = re.compile(r"https?://[^/?#@\s]+\.[^/?#@\s]+[/?#].")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, kw_only=True)
class Value:
    """One value.

    Attributes:
        text: without characters that cannot be kept.
        language: BCP 47 tag, lower case; empty when none is stated.
        axioms: what is said about the statement itself: key of the annotation -> its JSON.
    """

    text: str
    language: str = ""
    axioms: tuple[Mapping[str, Any], ...] = ()


def values(document: Any) -> list[Value]:
    """All values of a member, in order, without duplicates; none for what is no value."""
    found: dict[tuple[str, str], Value] = {}
    for value in _values(document, 0):
        if value.text and len(found) < _MOST_VALUES:
            found.setdefault((value.text, value.language), value)
    return list(found.values())


def texts(document: Any) -> list[str]:
    """The texts of all values."""
    return [value.text for value in values(document)]


def text(document: Any) -> str:
    """The first text; empty when there is none."""
    return next(iter(texts(document)), "")


def iris(document: Any) -> list[str]:
    """The values that are usable web IRIs."""
    return [found for found in texts(document) if is_web_iri(found)]


def is_web_iri(candidate: str) -> bool:
    """Whether a text can be used as the IRI of a term: a web address with a public host and something behind it."""
    return _TERM_IRI.match(candidate) is not None and normalise_iri(candidate).kind != "none"


def is_true(document: Any) -> bool:
    """Whether a flag is set, however it is written."""
    return document is True or text(document).lower() in ("true", "1")


def _values(document: Any, depth: int) -> Iterator[Value]:
    if isinstance(document, str):
        yield Value(text=_clean(document))
    elif isinstance(document, list) and depth < _DEEPEST:
        for item in document[:_MOST_VALUES]:
            yield from _values(item, depth + 1)
    elif isinstance(document, dict) and "value" in document and depth < _DEEPEST:
        axioms = document.get("axioms")
        stated = (
            tuple(axiom for axiom in axioms if isinstance(axiom, dict)) if isinstance(axioms, list) else ()
        )
        for inner in _values(document["value"], depth + 1):
            yield replace(
                inner,
                language=_language(document.get("lang")) or inner.language,
                axioms=stated or inner.axioms,
            )
    elif isinstance(document, int | float) and not isinstance(document, bool):
        yield Value(text=str(document))
    elif isinstance(document, bool):
        yield Value(text=str(document).lower())


def _clean(raw: str) -> str:
    cleaned = _CONTROLS.sub("", _SURROGATES.sub("\ufffd", raw[:_LONGEST]))
    return cleaned.strip()


def _language(document: Any) -> str:
    return document.lower() if isinstance(document, str) and _LANGUAGE.fullmatch(document) else ""
