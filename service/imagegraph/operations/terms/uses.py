"""The ontology terms in a record: read from its N-Triples, because they are shorter to search than to build.

A term is an IRI below the base of a vocabulary of the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from imagegraph.model.identifiers import is_placeholder
from imagegraph.model.rdf import DWC, IG, RDF_TYPE, RDFS, SCHEMA
from imagegraph.model.records import TermUse
from imagegraph.model.vocabularies import VocabularyRegistry, packaged_registry

#: IRIs of the properties that say what a term is called, the most telling one first
LABEL_PROPERTIES = (
    f"{RDFS!s}label",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    SCHEMA.name.value,
    DWC.scientificName.value,
    DWC.vernacularName.value,
)
_LABELS = tuple(name.encode() for name in LABEL_PROPERTIES)
_ORIGINAL = IG.originalSpelling.value.encode()
#: names of one term in one record that are judged
_MOST_NAMES = 20
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@dataclass(frozen=True)
class _Patterns:
    """How terms look in N-Triples.

    Attributes:
        stems: for each folder that terms stand in, its beginning and a pattern of the terms in it, either at the
            end of a statement or before (property, escaped text): looking for a fixed text is what makes it fast.
        fields: property -> name of its field policy.
    """

    stems: tuple[tuple[bytes, re.Pattern[bytes]], ...]
    fields: Mapping[str, str]

    def places(self, ntriples: bytes) -> Iterator[re.Match[bytes]]:
        """Where terms stand: the term, and what the record calls it or nothing."""
        for stem, pattern in self.stems:
            if stem in ntriples:
                yield from pattern.finditer(ntriples)


def term_uses(ntriples: bytes) -> tuple[TermUse, ...]:
    """The terms in a record, sorted, each once per property, at the first node that names it.

    Args:
        ntriples: sorted N-Triples of the record.
    """
    patterns = _packaged()
    named: dict[tuple[bytes, bytes], bytes] = {}
    labels: dict[bytes, dict[bytes, list[str]]] = {}
    for match in patterns.places(ntriples):
        term, told, text = match.groups()
        if told is not None:
            labels.setdefault(term, {}).setdefault(told, []).append(_unescaped(text.decode()))
            continue
        start = match.start()
        subject, _, predicate = ntriples[ntriples.rfind(b"\n", 0, start) + 2 : start - 2].partition(b"> <")
        if predicate != _TYPE:
            named.setdefault((term, predicate), subject)
    mentioned = {term for term, _ in named}
    for term in labels:
        if term not in mentioned:
            named[term, b""] = term
    told = {term: _names(term.decode(), texts) for term, texts in labels.items()}
    nothing: tuple[tuple[str, ...], str | None] = ((), None)
    uses = []
    for term, predicate in sorted(named):
        names, spelling = told.get(term, nothing)
        path = predicate.decode()
        uses.append(
            TermUse(
                iri=term.decode(),
                focus=named[term, predicate].decode(),
                path=path or None,
                field=patterns.fields.get(path),
                labels=names,
                spelling=spelling,
            )
        )
    return tuple(uses)


def mentioned_terms(ntriples: bytes) -> frozenset[str]:
    """The terms that statements of a record point at."""
    return frozenset(match[1].decode() for match in _packaged().places(ntriples) if match[2] is None)


_TYPE = RDF_TYPE.value.encode()


def _names(iri: str, told: Mapping[bytes, list[str]]) -> tuple[tuple[str, ...], str | None]:
    """What a record calls a term, and how it spelt its id."""
    spelling = told[_ORIGINAL][0] if _ORIGINAL in told else None
    tail = iri.replace("#", "/").rpartition("/")[2].lower()
    ids = {iri.lower(), tail, tail.replace("_", ":")}
    names = dict.fromkeys(" ".join(text.split()) for property in _LABELS for text in told.get(property, ()))
    kept = (name for name in names if not (is_placeholder(name) or name.lower() in ids or name == spelling))
    return tuple(islice(kept, _MOST_NAMES)), spelling


def _unescaped(text: str) -> str:
    """The text of an N-Triples literal, https://www.w3.org/TR/n-triples/#grammar-production-ECHAR."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(
        lambda match: _ESCAPED.get(match[3], match[3]) if match[3] else chr(int(match[1] or match[2], 16)),
        text,
    )


@cache
def _packaged() -> _Patterns:
    return _patterns(packaged_registry())


def _patterns(registry: VocabularyRegistry) -> _Patterns:
    told = "|".join(re.escape(name.decode()) for name in (*_LABELS, _ORIGINAL))
    behind = rf'>(?: \.\n| <({told})> "((?:[^"\\\n]|\\.)*)")'
    stems: dict[str, list[str]] = {}
    for base in sorted({entry.base for entry in registry.vocabularies.values()}):
        end = max(base.rfind("/"), base.rfind("#")) + 1
        stems.setdefault(base[:end], []).append(re.escape(base[end:]))
    fields: dict[str, str] = {}
    for field in registry.fields.values():
        for predicate in field.properties:
            fields.setdefault(predicate, field.name)
    return _Patterns(
        stems=tuple(
            (stem.encode(), re.compile(rf"<({re.escape(stem)}(?:{'|'.join(tails)})[^>\n]+){behind}".encode()))
            for stem, tails in stems.items()
        ),
        fields=fields,
    )
