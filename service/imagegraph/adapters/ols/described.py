"""A term as an answer of OLS describes it, with what the answer says beyond the term itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from imagegraph.adapters.ols.successors import find_successors
from imagegraph.model.ontology import NameKind, Term, TermName
from imagegraph.model.vocabularies import VocabularyRegistry

OBSOLETE_LABEL = re.compile(r"obsolete(?![a-z])", re.IGNORECASE)
_ONTOLOGY_ID = re.compile(r"[-A-Za-z0-9_]{1,60}")
#: scopes of synonyms as OLS names them in its first version
SCOPES: dict[str, NameKind] = {
    "hasexactsynonym": "exact",
    "hasrelatedsynonym": "related",
    "hasnarrowsynonym": "narrow",
    "hasbroadsynonym": "broad",
}


@dataclass(frozen=True, kw_only=True)
class Described:
    """One term of an answer.

    Attributes:
        above: IRIs of all its ancestors, by part_of too; None when the answer does not tell.
        replacement: what the answer says about a replacement in words that name no id; a label, perhaps.
        checked: the answer says whether the term is obsolete (hits of `/search` do not).
    """

    term: Term
    above: frozenset[str] | None = None
    replacement: str = ""
    checked: bool = True


@dataclass(frozen=True, kw_only=True)
class Retirement:
    """Whether a term was given up, and for what; the members are those of `Term`.

    Attributes:
        unread: what is said about a replacement in words that name no id; a label, perhaps.
    """

    obsolete: bool
    replaced_by: tuple[str, ...] = ()
    consider: tuple[str, ...] = ()
    unread: str = ""


def retirement(
    iri: str, *, flagged: bool, names: Iterable[TermName], stated: str, hints: Iterable[str],
    registry: VocabularyRegistry,
) -> Retirement:  # fmt: skip
    """What an answer says about a term's being obsolete; nothing is replaced that is still in use.

    Args:
        flagged: the answer says that the term is obsolete; a label that begins so says it too.
        stated: what it says about the replacement.
        hints: sentences that may name what fits instead.
    """
    labels = (name.text for name in names if name.kind == "label")
    if not flagged and not any(map(OBSOLETE_LABEL.match, labels)):
        return Retirement(obsolete=False)
    replaced_by = find_successors(stated, about=iri, registry=registry)
    consider = dict.fromkeys(
        found for hint in hints for found in find_successors(hint, about=iri, registry=registry)
    )
    return Retirement(
        obsolete=True,
        replaced_by=replaced_by,
        consider=tuple(found for found in consider if found not in replaced_by),
        unread="" if replaced_by else stated,
    )


def is_ontology_id(text: str) -> bool:
    """Whether OLS accepts a text as the id of an ontology."""
    return _ONTOLOGY_ID.fullmatch(text) is not None


def is_defining(iri: str, ontology: str, *, said: bool, registry: VocabularyRegistry) -> bool:
    """Whether a copy is the one to believe: the service says so, and our registry knows no other home."""
    home = registry.of_iri(iri)
    return said and (home is None or home.id == ontology)


def best(copies: list[Described], *, ontology: str | None, registry: VocabularyRegistry) -> Described | None:
    """The copy to believe: the defining one, else of the term's home, of the ontology asked for, the first."""
    return min(copies, key=lambda copy: _order(copy.term, ontology, registry), default=None)


def _order(term: Term, ontology: str | None, registry: VocabularyRegistry) -> tuple[bool, bool, bool]:
    home = registry.of_iri(term.iri)
    return (not term.defining, home is None or home.id != term.ontology, term.ontology != ontology)


def is_stand_in(label: str, *, ids: tuple[str, ...]) -> bool:
    """Whether a label is only the id, which OLS puts where an ontology has no label."""
    return label in ids and any(character.isdigit() for character in label)


def names_of(found: list[TermName]) -> tuple[TermName, ...]:
    """Names without duplicates, labels first; a text that is a label is no synonym too."""
    kept: dict[tuple[str, str], TermName] = {}
    for name in sorted(found, key=lambda name: name.kind != "label"):
        key = (name.text, name.language)
        if name.text and (key not in kept or (name.kind == "abbreviation" and kept[key].kind != "label")):
            kept[key] = name
    return tuple(kept.values())
