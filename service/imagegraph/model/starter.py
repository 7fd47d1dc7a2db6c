"""The starter vocabulary: the terms that bio-imaging needs daily, shipped so that look-up works before any download.

Read from `ontologies/terms/starter/*.yaml`, one file for each theme. What a curator may write about a term:

* `id` CURIE and `label` exactly as the ontology has them;
* `parents` (subClassOf) and `part_of`, the nearest ones that are in the starter themselves;
* `abbreviations`, `exact`, `narrow`, `broad`, `related`: other names by scope;
* `labels`: language -> its label, or a list: the label and further exact names;
* `about`: what it is, in our own words; `xrefs`: the same thing elsewhere; `obsolete`, `replaced_by`;
* `note`: what a curator must know, such as why two terms share a name; `verified: false` when no file at hand
  proves the entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from imagegraph import __version__, resources
from imagegraph.model.ontology import PART_OF, SUB_CLASS_OF, NameKind, Parent, ReleaseHeader, Term, TermName
from imagegraph.model.vocabularies import VocabularyRegistry, packaged_registry

#: key of the file -> scope of the names it lists
_SCOPES: Mapping[str, NameKind] = MappingProxyType(
    {
        "abbreviations": "abbreviation",
        "exact": "exact",
        "narrow": "narrow",
        "broad": "broad",
        "related": "related",
    }
)


def starter_files() -> tuple[Path, ...]:
    """The files of the starter, by name."""
    return tuple(sorted(resources.path("ontologies", "terms", "starter").glob("*.yaml")))


@cache
def starter_digest() -> str:
    """SHA-256 over all files of the starter, hexadecimal: another one means that the index must load it again."""
    digest = sha256()
    for file in starter_files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def starter_version() -> str:
    """The version of the starter: that of the package it ships with."""
    return __version__


def starter_header(vocabulary: str) -> ReleaseHeader:
    """What the starter's release of a vocabulary says about itself.

    Args:
        vocabulary: its id.
    """
    entry = packaged_registry().vocabularies[vocabulary]
    return ReleaseHeader(
        iri=entry.base,
        version=starter_version(),
        title=f"Starter terms of {entry.title}",
        licence=entry.licence,
        description="The terms of daily use, with bench abbreviations and other languages; shipped with imagegraph.",
        ontology=vocabulary,
    )


def starter_terms() -> Mapping[str, tuple[Term, ...]]:
    """Id of a vocabulary -> its starter terms, in the order of their IRIs."""
    registry = packaged_registry()
    found: dict[str, list[Term]] = {}
    for _, entry in starter_entries():
        term = read_entry(entry, registry=registry)
        vocabulary = registry.of_iri(term.iri)
        assert vocabulary is not None, f"{entry['id']}: its prefix is not in ontologies/vocabularies.yaml"  # noqa: S101 - our own files, tested
        found.setdefault(vocabulary.id, []).append(term)
    return {id: tuple(sorted(terms, key=lambda term: term.iri)) for id, terms in sorted(found.items())}


def starter_entries() -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every entry as it is written, with the file it stands in."""
    for file in starter_files():
        for entry in resources.read_yaml("ontologies", "terms", "starter", file.name)["terms"]:
            yield file, entry


def read_entry(entry: Mapping[str, Any], *, registry: VocabularyRegistry) -> Term:
    """The term that an entry of a starter file describes.

    Raises:
        KeyError: a CURIE has a prefix that no vocabulary of the registry has.
    """

    def iris(key: str) -> tuple[str, ...]:
        return tuple(registry.expand(curie) for curie in entry.get(key, ()))

    names = [TermName(text=entry["label"], language="en")]
    for key, scope in _SCOPES.items():
        names += [TermName(text=text, kind=scope) for text in entry.get(key, ())]
    for language, texts in entry.get("labels", {}).items():
        first, *others = [texts] if isinstance(texts, str) else texts
        names.append(TermName(text=first, language=language))
        names += [TermName(text=text, kind="exact", language=language) for text in others]
    return Term(
        iri=registry.expand(entry["id"]),
        kind=entry.get("kind", "class"),
        names=tuple(names),
        definition=entry.get("about"),
        parents=tuple(Parent(iri=iri, relation=SUB_CLASS_OF) for iri in iris("parents"))
        + tuple(Parent(iri=iri, relation=PART_OF) for iri in iris("part_of")),
        obsolete=entry.get("obsolete", False),
        replaced_by=iris("replaced_by"),
        xrefs=tuple(entry.get("xrefs", ())),
    )
