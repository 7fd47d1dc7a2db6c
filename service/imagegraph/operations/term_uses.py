"""The ontology terms in a record: read from its N-Triples, because they are shorter to search than to build.

A term is an IRI below the base of a vocabulary of the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from imagegraph.model.identifiers import is_placeholder
from imagegraph.model.rdf import DWC, IG, RDF_TYPE, RDFS, SCHEMA
from imagegraph.model.records import TermUse
from imagegraph.model.vocabularies import VocabularyRegistry, packaged_registry

#: what records call a term, the most telling property first
_LABELS = (
    f"{RDFS!s}label".encode(),
    b"http://www.w3.org/2004/02/skos/core#prefLabel",
    SCHEMA.name.value.encode(),
    DWC.scientificName.value.encode(),
    DWC.vernacularName.value.encode(),
)
_ORIGINAL = IG.originalSpelling.value.encode()
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@dataclass(frozen=True)
class _Patterns:
    """How terms look in N-Triples.

    Attributes:
        stems: for each folder that terms stand in, its beginning and a pattern of what stands in it: looking for
            a fixed text first is what makes this fast.
        term: a term's IRI.
        told: (property, escaped text) of a statement about a term, behind its IRI.
        fields: property -> name of its field policy.
    """

    stems: tuple[tuple[bytes, re.Pattern[bytes]], ...]
    term: re.Pattern[bytes]
    told: re.Pattern[bytes]
    fields: Mapping[str, str]

    def places(self, ntriples: bytes) -> Iterator[re.Match[bytes]]:
        """Where terms stand."""
        for stem, pattern in self.stems:
            if stem in ntriples:
                yield from (match for match in pattern.finditer(ntriples) if self.term.match(match[1]))


def term_uses(ntriples: bytes) -> tuple[TermUse, ...]:
    """The terms in a record, sorted, each once per property, at the first node that names it.

    Args:
        ntriples: sorted N-Triples of the record.
    """
    patterns = _packaged()
    named: dict[tuple[bytes, bytes], bytes] = {}
    labels: dict[bytes, dict[bytes, list[str]]] = {}
    for match in patterns.places(ntriples):
        start, end = match.span()
        term = match[1]
        if ntriples.startswith(_END, end):
            subject, _, predicate = ntriples[ntriples.rfind(b"\n", 0, start) + 2 : start - 2].partition(
                b"> <"
            )
            if predicate != _TYPE:
                named.setdefault((term, predicate), subject)
        elif (start == 0 or ntriples.startswith(b"\n", start - 1)) and (
            told := patterns.told.match(ntriples, end)
        ):
            labels.setdefault(term, {}).setdefault(told[1], []).append(_unescaped(told[2].decode()))
    mentioned = {term for term, _ in named}
    for term in labels:
        if term not in mentioned:
            named[term, b""] = term
    return tuple(
        _use(term, named[term, predicate], predicate, labels.get(term, {}), patterns.fields)
        for term, predicate in sorted(named)
    )


def mentioned_terms(ntriples: bytes) -> frozenset[str]:
    """The terms that statements of a record point at."""
    return frozenset(
        match[1].decode() for match in _packaged().places(ntriples) if ntriples.startswith(_END, match.end())
    )


_END = b" .\n"
_TYPE = RDF_TYPE.value.encode()


def _use(
    term: bytes, focus: bytes, path: bytes, told: Mapping[bytes, list[str]], fields: Mapping[str, str]
) -> TermUse:
    iri = term.decode()
    tail = re.split("[/#]", iri)[-1]
    ids = {iri.lower(), tail.lower(), tail.replace("_", ":").lower()}
    spelling = next(iter(told.get(_ORIGINAL, ())), None)
    names = dict.fromkeys(" ".join(text.split()) for property in _LABELS for text in told.get(property, ()))
    return TermUse(
        iri=iri,
        focus=focus.decode(),
        path=path.decode() or None,
        field=fields.get(path.decode()),
        labels=tuple(
            name for name in names if not (is_placeholder(name) or name.lower() in ids or name == spelling)
        ),
        spelling=spelling,
    )


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
    bases = {entry.base for entry in registry.vocabularies.values()}
    stems = sorted({base[: max(base.rfind("/"), base.rfind("#")) + 1] for base in bases})
    told = "|".join(re.escape(name.decode()) for name in (*_LABELS, _ORIGINAL))
    fields: dict[str, str] = {}
    for field in registry.fields.values():
        for predicate in field.properties:
            fields.setdefault(predicate, field.name)
    return _Patterns(
        stems=tuple((stem.encode(), re.compile(rf"<({re.escape(stem)}[^>\n]+)>".encode())) for stem in stems),
        term=re.compile("|".join(rf"{re.escape(base)}." for base in bases).encode()),
        told=re.compile(rf' <({told})> "((?:[^"\\\n]|\\.)*)"'.encode()),
        fields=fields,
    )
