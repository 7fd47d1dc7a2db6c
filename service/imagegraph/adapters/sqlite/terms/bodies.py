"""A term as the compact JSON text that a row holds, and the joining of its parts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, cast

from imagegraph.model.ontology import PART_OF, SUB_CLASS_OF, Parent, Term, TermKind, TermName

_SHORT = {SUB_CLASS_OF: "", PART_OF: "p"}
_LONG = {short: iri for iri, short in _SHORT.items()}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def is_storable(text: str) -> bool:
    """Whether a row can hold a text as it is: UTF-8 has no lone surrogates, SQL no NUL."""
    if text.isascii():
        return "\0" not in text
    return storable(text) == text


def storable(text: str) -> str:
    """A text as a row can hold it."""
    if text.isascii():
        return text if "\0" not in text else text.replace("\0", "?")
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "?")


def short_relation(iri: str) -> str:
    """How a relation is written in rows."""
    return _SHORT.get(iri) or storable(iri) if iri != SUB_CLASS_OF else ""


def body_of(term: Term) -> str:
    """What a row says about a term, but for its IRI, kind and state."""
    values: list[Any] = [
        [[name.text, name.kind, name.language] for name in term.names],
        term.definition,
        [[parent.iri, _SHORT.get(parent.relation, parent.relation)] for parent in term.parents],
        term.replaced_by,
        term.consider,
        term.xrefs,
        term.subsets,
    ]
    while values and not values[-1]:
        values.pop()
    text = _encode(values)
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            return json.dumps(values)
    return text


def term_of(
    iri: str, *, kind: str, obsolete: bool, body: str, ontology: str = "", version: str = "", defining: bool = False
) -> Term:  # fmt: skip
    """The term that a row holds."""
    values = json.loads(body)
    names, definition, parents, replaced_by, consider, xrefs, subsets = values + _NOTHING[len(values) :]
    return Term(
        iri=iri,
        kind=cast(TermKind, kind),
        names=tuple([TermName(text=text, kind=kind, language=language) for text, kind, language in names]),
        definition=definition,
        parents=tuple([Parent(iri=parent, relation=_LONG.get(by, by)) for parent, by in parents]),
        obsolete=obsolete,
        replaced_by=tuple(replaced_by),
        consider=tuple(consider),
        xrefs=tuple(xrefs),
        subsets=tuple(subsets),
        ontology=ontology,
        version=version,
        defining=defining,
    )


_NOTHING: list[Any] = [(), None, (), (), (), (), ()]


def joined(parts: Sequence[Term]) -> Term:
    """The parts of what a release says about a term, as one: labels first, nothing twice."""
    names = dict.fromkeys(name for part in parts for name in part.names)
    return Term(
        iri=parts[0].iri,
        kind=next((part.kind for part in parts if part.kind != "class"), "class"),
        names=tuple(sorted(names, key=lambda name: name.kind != "label")),
        definition=next((part.definition for part in parts if part.definition), None),
        parents=tuple(dict.fromkeys(parent for part in parts for parent in part.parents)),
        obsolete=any(part.obsolete for part in parts),
        replaced_by=tuple(dict.fromkeys(iri for part in parts for iri in part.replaced_by)),
        consider=tuple(dict.fromkeys(iri for part in parts for iri in part.consider)),
        xrefs=tuple(dict.fromkeys(xref for part in parts for xref in part.xrefs)),
        subsets=tuple(dict.fromkeys(subset for part in parts for subset in part.subsets)),
    )
