"""The remote JSON-LD contexts that are known without the network, and what a document's own context says.

A context that is not known is refused: fetching it would let a document open a socket. The table of
terms serves documents that need no JSON-LD processor; see
https://www.w3.org/TR/json-ld11-api/#context-processing-algorithms for the rules it follows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urljoin

from imagegraph import resources
from imagegraph.errors import ForbiddenConstruct, MalformedDocument
from imagegraph.model.rdf import SCHEMA
from imagegraph.model.records import RECORD_BASE

_GENERIC_DELIMITERS = (":", "/", "?", "#", "[", "]", "@")
_SIMPLE_MEMBERS = frozenset({"@id", "@type", "@prefix", "@protected"})
_KEYWORD = re.compile(r"@[A-Za-z]+")
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class NeedsProcessor(Exception):
    """The document uses JSON-LD that the flat reading does not know; never leaves the importers."""


class Definition(NamedTuple):
    """What a term stands for.

    Attributes:
        iri: the IRI, None when the context takes the meaning away.
        coercion: `@id`, `@vocab`, the IRI of a datatype, or None.
        simple: False when only a JSON-LD processor can apply it.
    """

    iri: str | None
    coercion: str | None = None
    simple: bool = True


@dataclass
class TermTable:
    """The active context of a document whose context is the same everywhere.

    Attributes:
        terms: every term with its definition.
        vocab: what undefined terms start with (`@vocab`), else None.
        base: what relative IRIs are resolved against.
    """

    terms: dict[str, Definition] = field(default_factory=dict)
    vocab: str | None = None
    base: str = RECORD_BASE

    def find_term(self, name: str) -> Definition | None:
        """What a key or type stands for; None when nothing defines it (JSON-LD then drops a key).

        Raises:
            NeedsProcessor: its definition is beyond the flat reading.
        """
        known = self.terms.get(name)
        if known is not None:
            if not known.simple:
                raise NeedsProcessor(name)
            return known if known.iri is not None else None
        if ":" in name:
            iri = self._expanded(name)
            return Definition(iri) if iri is not None and ABSOLUTE.match(iri) else None
        return Definition(self.vocab + name) if self.vocab is not None else None

    def reference(self, value: str) -> str:
        """The IRI, or `_:label`, that an `@id` stands for."""
        if value.startswith("#"):
            return self.base + value if "#" not in self.base else urljoin(self.base, value)
        if ":" in value:
            iri = self._expanded(value)
            if iri is not None and (iri.startswith("_:") or ABSOLUTE.match(iri)):
                return iri
        return urljoin(self.base, value)

    def _expanded(self, value: str) -> str | None:
        prefix, _, suffix = value.partition(":")
        if prefix == "_" or suffix.startswith("//"):
            return value
        known = self.terms.get(prefix)
        if known is None or known.iri is None:
            return value
        if not known.simple:
            raise NeedsProcessor(prefix)
        return known.iri + suffix if known.iri.endswith(_GENERIC_DELIMITERS) else value

    def apply(self, context: Any, *, source: str) -> None:
        """Add what a `@context` says; later definitions win.

        Raises:
            ForbiddenConstruct: a remote context that is not known.
            NeedsProcessor: it is beyond the flat reading.
        """
        if isinstance(context, list):
            for part in context:
                self.apply(part, source=source)
        elif isinstance(context, str):
            name = known_context_name(context, source=source)
            if name.startswith("ro-crate "):
                self.terms.update(_crate_definitions(name.removeprefix("ro-crate ")))
            else:
                self.apply(_context_value(name), source=source)
        elif isinstance(context, dict):
            _LocalContext(self, context).apply()
        elif context is None:
            self.terms.clear()
            self.vocab = None
        else:
            raise MalformedDocument(
                "@context has to be an IRI, an object or a list of these.", source=source, pointer="/@context"
            )


class _LocalContext:
    """An object inside `@context`, whose terms may use each other in any order."""

    def __init__(self, table: TermTable, context: dict[str, Any]) -> None:
        self.table = table
        self.context = context
        self.done: dict[str, bool] = {}

    def apply(self) -> None:
        vocab = self.context.get("@vocab")
        if "@vocab" in self.context:
            if vocab is not None and not (isinstance(vocab, str) and ABSOLUTE.match(vocab)):
                raise NeedsProcessor("@vocab")
            self.table.vocab = vocab
        if "@base" in self.context:
            base = self.context["@base"]
            if not isinstance(base, str):
                raise NeedsProcessor("@base")
            self.table.base = urljoin(self.table.base, base)
        for name in self.context:
            if name in ("@vocab", "@base", "@version"):
                continue
            if name in ("@language", "@direction", "@import", "@propagate", "@protected") or not name:
                raise NeedsProcessor(name)
            if not _KEYWORD.fullmatch(name):
                self.define(name)

    def define(self, name: str) -> None:
        if name in self.done:
            if not self.done[name]:
                raise NeedsProcessor(f"{name} is defined by itself")
            return
        self.done[name] = False
        self.table.terms[name] = self.definition(name, self.context[name])
        self.done[name] = True

    def definition(self, name: str, value: Any) -> Definition:
        if value is None:
            return Definition(None)
        if isinstance(value, str):
            value = {"@id": value}
        if not isinstance(value, dict) or not _SIMPLE_MEMBERS.issuperset(value):
            return Definition("", simple=False)
        target = value.get("@id", name)
        if target is None:
            return Definition(None)
        coercion = value.get("@type")
        if not isinstance(target, str) or not (coercion is None or isinstance(coercion, str)):
            return Definition("", simple=False)
        if target.startswith("@") or coercion in ("@json", "@none"):
            return Definition("", simple=False)
        if coercion is not None and not coercion.startswith("@"):
            coercion = self.expanded(coercion, term="")
        return Definition(self.expanded(target.strip(), term=name), coercion)

    def expanded(self, value: str, *, term: str) -> str:
        """An IRI inside a context (https://www.w3.org/TR/json-ld11-api/#iri-expansion)."""
        if value != term:
            self._define_first(value)
            known = self.table.terms.get(value)
            if known is not None and known.iri is not None and known.simple:
                return known.iri
        if ":" in value:
            prefix = value.partition(":")[0]
            if prefix != term:
                self._define_first(prefix)
            return self.table._expanded(value) or value
        if self.table.vocab is not None:
            return self.table.vocab + value
        raise NeedsProcessor(value)

    def _define_first(self, name: str) -> None:
        if name in self.context and not name.startswith("@"):
            self.define(name)


def known_context_name(iri: str, *, source: str) -> str:
    """The name of a packaged context by the IRI that documents use.

    Raises:
        ForbiddenConstruct: it is not packaged; contexts are never fetched.
    """
    known = _known()
    found = known["contexts"].get(iri)
    if found is None:
        found = next((name for ending, name in known["endings"].items() if iri.endswith(ending)), None)
    if found is None:
        raise ForbiddenConstruct(
            f"The context {iri} is not known here, and contexts are never fetched. Write its terms into the "
            f"document, or use one of: {', '.join(known['contexts'])}.",
            source=source,
            value=iri,
            known=list(known["contexts"]),
        )
    return str(found)


def inlined(value: Any, *, source: str) -> Any:
    """The JSON-LD document with every remote context replaced by what it holds.

    Raises:
        ForbiddenConstruct: an unknown remote context, or `@import`.
    """
    if isinstance(value, list):
        return [inlined(item, source=source) for item in value]
    if isinstance(value, dict):
        return {
            key: _inlined_context(item, source=source) if key == "@context" else inlined(item, source=source)
            for key, item in value.items()
        }
    return value


def _inlined_context(context: Any, *, source: str) -> Any:
    if isinstance(context, list):
        parts: list[Any] = []
        for part in context:
            found = _inlined_context(part, source=source)
            parts.extend(found if isinstance(found, list) else [found])
        return parts
    if isinstance(context, str):
        return _inlined_context(_context_value(known_context_name(context, source=source)), source=source)
    if isinstance(context, dict):
        if "@import" in context:
            raise ForbiddenConstruct(
                "@import in a context is never followed; write its terms out.",
                source=source,
            )
        return {
            name: inlined(definition, source=source) if isinstance(definition, dict) else definition
            for name, definition in context.items()
        }
    return context


def contexts_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every context object of a document whose remote contexts are inlined, scoped ones included."""
    if isinstance(value, list):
        for item in value:
            yield from contexts_in(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "@context":
                for part in item if isinstance(item, list) else [item]:
                    if isinstance(part, dict):
                        yield part
                        yield from contexts_in([d for d in part.values() if isinstance(d, dict)])
            else:
                yield from contexts_in(item)


@cache
def _known() -> dict[str, Any]:
    return dict(json.loads(resources.text("mappings", "contexts", "known.json")))


@cache
def _crate_terms(version: str) -> dict[str, str]:
    facts: dict[str, Any] = json.loads(resources.text("mappings", "rocrate", "terms.json"))
    lists = ("plain", "plain_only_1.1") if version == "1.1" else ("plain", "plain_since_1.2")
    names = " ".join(line for name in lists for line in facts[name]).split()
    return {**{name: SCHEMA + name for name in names}, **facts["terms"], **facts["versions"][version]}


@cache
def _crate_definitions(version: str) -> dict[str, Definition]:
    return {name: Definition(iri) for name, iri in _crate_terms(version).items()}


@cache
def _context_value(name: str) -> Any:
    if name.startswith("ro-crate "):
        return _crate_terms(name.removeprefix("ro-crate "))
    if name == "schema.org":
        links = " ".join(json.loads(resources.text("mappings", "rocrate", "terms.json"))["links"]).split()
        coerced = {link: {"@id": SCHEMA + link, "@type": "@id"} for link in links}
        return {"@vocab": str(SCHEMA), "schema": str(SCHEMA), "id": "@id", "type": "@type", **coerced}
    if name == "imagegraph":
        return json.loads(resources.text("ontologies", "generated", "context.jsonld"))["@context"]
    return json.loads(resources.text("mappings", "contexts", name))
