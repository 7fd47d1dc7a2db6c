"""RO-Crate 1.1 to 1.3 (https://www.researchobject.org/ro-crate/): metadata file, folder, zip or .eln.

A crate is read as the flat JSON that it is; only constructs beyond that go through a JSON-LD processor.
"""

from __future__ import annotations

import copy
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from imagegraph.adapters.importers.jsonld import triples_of, undefined_keys
from imagegraph.adapters.importers.jsonld_contexts import NeedsProcessor, TermTable, inlined
from imagegraph.adapters.importers.limits import json_of
from imagegraph.adapters.importers.rocrate_fit import fitted
from imagegraph.adapters.importers.rocrate_flat import (
    Expansion,
    UnknownType,
    expand,
    literal_of,
    percent_encoded,
)
from imagegraph.adapters.importers.rocrate_model import is_empty, modelled
from imagegraph.adapters.importers.rocrate_names import with_local_names
from imagegraph.adapters.importers.rocrate_rules import pair_of, rules
from imagegraph.adapters.importers.rocrate_source import (
    check_unique,
    entities_of,
    is_crate,
    known_contexts,
    metadata_file,
    metadata_of,
    root_of,
)
from imagegraph.errors import InvalidIri
from imagegraph.model.rdf import IG, RDF_TYPE, SCHEMA, BlankNode, Literal, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord
from imagegraph.model.reports import Finding


class RoCrateImporter:
    """Reads RO-Crates; the root data entity becomes a study of our model."""

    name = "ro-crate"
    title = "RO-Crate 1.1 to 1.3 (metadata file, folder, zip or .eln)"
    media_types: tuple[str, ...] = ("application/vnd.eln+zip",)
    suffixes: tuple[str, ...] = ("ro-crate-metadata.jsonld", "ro-crate-metadata.json", ".eln")

    def recognises(self, document: Document) -> bool:
        """Whether a file, folder or archive holds the metadata of a crate."""
        return is_crate(document)

    def companions(self, path: Path) -> Sequence[Path]:
        """The metadata file of a folder; data files are never opened."""
        found = metadata_file(path) if path.is_dir() else None
        return () if found is None else (found,)

    def read(self, document: Document) -> Iterator[ImportedRecord]:
        """The crate as one record about its root data entity."""
        value = json_of(metadata_of(document), source=document.name)
        entities, context = entities_of(value, source=document.name)
        context, findings = known_contexts(context, source=document.name)
        value = {**value, "@context": context}
        findings.extend(check_unique(entities, source=document.name))
        root = root_of(entities, source=document.name)
        try:
            table = _table_of(value, context, source=document.name)
            expansion = expand(entities, table, source=document.name)
            iri = table.reference(percent_encoded(root))
        except NeedsProcessor:
            kept, undefined = _with_kept_keys(value, source=document.name)
            findings.extend(undefined)
            expansion = _processed(kept, source=document.name)
            iri = _resolved(root, source=document.name)
        triples, renamings = with_local_names([*expansion.triples, *_kept(expansion)], source=document.name)
        findings.extend(renamings)
        findings.extend(_findings(expansion, source=document.name))
        findings.extend(_empty_values(triples, source=document.name))
        study = NamedNode(iri)
        fitting, kept_beside = fitted(
            modelled(triples, root=study), root=study, ruled=rules(), source=document.name
        )
        findings.extend(kept_beside)
        yield ImportedRecord(
            triples=fitting,
            source=document.name,
            kind=self.name,
            about=None if iri == RECORD_BASE else iri,
            findings=tuple(findings),
        )

    def own_triples(self, document: Document) -> list[Triple]:
        """The statements of the crate by JSON-LD alone."""
        value = json_of(metadata_of(document), source=document.name)
        entities, context = entities_of(value, source=document.name)
        context, _ = known_contexts(context, source=document.name)
        value = {**value, "@context": context}
        try:
            table = _table_of(value, context, source=document.name)
            return expand(entities, table, source=document.name).triples
        except NeedsProcessor:
            return _processed(value, source=document.name).triples


def _table_of(value: dict[str, Any], context: Any, *, source: str) -> TermTable:
    if len(value) > 2:
        raise NeedsProcessor("members beside @graph")
    table = TermTable()
    table.apply(context, source=source)
    return table


def _processed(value: Any, *, source: str) -> Expansion:
    """What a JSON-LD processor makes of a crate, its ids percent-encoded first."""
    expansion = Expansion()
    encoded = _encoded(value, expansion.spellings, source=source)
    for triple in triples_of(inlined(encoded, source=source), source=source):
        value = triple.object
        if (
            triple.predicate == RDF_TYPE
            and isinstance(value, NamedNode)
            and isinstance(triple.subject, (NamedNode, BlankNode))
            and value.value.startswith(RECORD_BASE)
        ):
            name = value.value.removeprefix(RECORD_BASE)
            expansion.unknown_types.append(UnknownType(triple.subject, name, "/@graph"))
        else:
            expansion.triples.append(triple)
    return expansion


def _encoded(value: Any, spellings: dict[str, str], *, source: str) -> Any:
    if isinstance(value, list):
        return [_encoded(item, spellings, source=source) for item in value]
    if not isinstance(value, dict):
        return value
    found = {
        key: item if key == "@context" else _encoded(item, spellings, source=source)
        for key, item in value.items()
    }
    name = value.get("@id")
    if isinstance(name, str) and percent_encoded(name) != name:
        found["@id"] = percent_encoded(name)
        spellings[_resolved(name, source=source)] = name
    return found


def _resolved(name: str, *, source: str) -> str:
    """The IRI of an id that a JSON-LD processor will see percent-encoded."""
    try:
        return NamedNode(urljoin(RECORD_BASE, percent_encoded(name))).value
    except ValueError:
        raise InvalidIri(f"{name!r} is used as an IRI, but it is none.", source=source, value=name) from None


def _with_kept_keys(value: Any, *, source: str) -> tuple[Any, list[Finding]]:
    """A copy of a crate in which keys without a definition are name and value pairs of their node."""
    copied = inlined(copy.deepcopy(value), source=source)
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for undefined in undefined_keys(copied):
        places["key", undefined.key].append(undefined.pointer)
        pairs = undefined.node.setdefault(SCHEMA.additionalProperty.value, [])
        pairs.extend(
            {
                "@type": SCHEMA.PropertyValue.value,
                SCHEMA.name.value: undefined.key,
                SCHEMA.value.value: {"@value": part},
            }
            for part in _plain(undefined.node.pop(undefined.key))
        )
    return copied, list(_undefined_findings(places, source=source))


def _plain(value: Any) -> list[str | bool | float]:
    """A JSON value as plain values, objects as JSON text."""
    found: list[str | bool | float] = []
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, (dict, list)):
            found.append(json.dumps(part, ensure_ascii=False, sort_keys=True))
        elif part is not None:
            found.append(part)
    return found


def _kept(expansion: Expansion) -> Iterator[Triple]:
    """Statements for what JSON-LD would drop: keys and types without a definition, spellings of ids."""
    misspelt = rules().misspelt
    for key in expansion.unmapped:
        for part in _plain(key.value):
            node, said = pair_of(key.key, literal_of(part, None))
            yield Triple(key.subject, SCHEMA.additionalProperty, node)
            yield from said
    for kind in expansion.unknown_types:
        meant = misspelt.get(kind.name)
        if meant is not None:
            yield Triple(kind.subject, RDF_TYPE, meant)
        yield Triple(kind.subject, SCHEMA.additionalType, Literal(kind.name))
    for iri, written in expansion.spellings.items():
        yield Triple(NamedNode(iri), IG.originalSpelling, Literal(written))


def _findings(expansion: Expansion, *, source: str) -> Iterator[Finding]:
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in expansion.unmapped:
        places["key", key.key].append(key.pointer)
    for kind in expansion.unknown_types:
        places["type", kind.name].append(kind.pointer)
    yield from _undefined_findings(places, source=source)
    for iri, written in list(expansion.spellings.items())[:1]:
        count = len(expansion.spellings) - 1
        more = f" (and {count} more like it)" if count else ""
        yield Finding(
            severity="warning",
            message=f"The @id {written!r}{more} has characters that an IRI cannot hold; "
            "they were percent-encoded.",
            focus=iri,
            value=written,
            source=source,
        )


def _undefined_findings(places: dict[tuple[str, str], list[str]], *, source: str) -> Iterator[Finding]:
    """One finding for each key or type that no context defines, with the first place where it stands."""
    for (what, name), pointers in places.items():
        more = f" and {len(pointers) - 1} more" if len(pointers) > 1 else ""
        meant = rules().misspelt.get(name) if what == "type" else None
        kept = "kept as a name and value pair" if what == "key" else "kept as schema:additionalType"
        if meant is not None:
            kept = f"read as {meant.value}"
        yield Finding(
            severity="info" if what == "key" else "warning",
            message=f"No context defines the {what} {name!r} at {pointers[0]}{more}; it was {kept}.",
            value=name,
            source=source,
        )


def _empty_values(triples: list[Triple], *, source: str) -> Iterator[Finding]:
    counts = Counter(
        t.predicate.value for t in triples if isinstance(t.object, Literal) and is_empty(t.object)
    )
    for path, count in counts.items():
        yield Finding(
            severity="info",
            message=f"The text is empty, {count} times. Leave such keys out, or say something.",
            path=path,
            source=source,
        )
