"""The spellings of ontology terms and database identifiers, and the IRI that each one stands for.

Read from `ontologies/vocabularies.yaml` (vocabularies) and `mappings/prefixes.yaml` (databases that hold no
terms, and namespaces), where every base, pattern and alias is data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from imagegraph import resources

_OBO = "purl.obolibrary.org/obo/"


@dataclass(frozen=True)
class Scheme:
    """One ontology or database: `base + local` is the IRI of its term `local`.

    Attributes:
        name: id of the vocabulary, or name of the database.
        base: the IRI base that is kept.
        local: what a local part looks like, whole match.
        strip_zeros: zeros before a number mean nothing: `NCBITaxon_09606` is `NCBITaxon_9606`.
    """

    name: str
    base: str
    local: re.Pattern[str]
    strip_zeros: bool = False

    def find_iri(self, local: str) -> str | None:
        """The IRI of the term with this local part, None when it is not of this source."""
        if self.strip_zeros:
            local = local.lstrip("0")
        return self.base + local if self.local.fullmatch(local) else None


@dataclass(frozen=True)
class Spellings:
    """What the prefix table says, ready to be matched.

    Attributes:
        sources: lower-case beginning of a spelling -> the source it belongs to.
        beginning: matches any of these beginnings.
        namespaces: IRI base of a vocabulary -> the base that is kept.
        namespace: matches any of the former.
    """

    sources: dict[str, Scheme]
    beginning: re.Pattern[str]
    namespaces: dict[str, str]
    namespace: re.Pattern[str]

    def find_term(self, text: str) -> str | None:
        """The IRI of the term that a CURIE or an alias IRI stands for, None when it is no known term."""
        match = self.beginning.match(text)
        if match is None:
            return None
        source = self.sources[match[1].lower()]
        return source.find_iri(text[match.end() :].strip().rstrip("/"))


def _beginnings(entry: dict[str, Any]) -> list[str]:
    """Every beginning, lower case and without scheme, that announces a term of one source."""
    found = [alias.lower() for alias in entry.get("aliases", ())]
    base = re.sub(r"^https?://(?:www\.)?", "", entry["base"])
    found.append(base.lower())
    for prefix in [*([entry["prefix"]] if "prefix" in entry else []), *entry.get("prefixes", ())]:
        short = prefix.lower()
        if ":" in short:
            found.append(short)
            continue
        found += [f"{short}:", f"{short}_", f"obo:{short}_", f"{_OBO}{short}_"]
        found += [
            f"identifiers.org/{short}:",
            f"identifiers.org/{short}/",
            f"identifiers.org/{short}/{short}:",
        ]
        found += [f"bioregistry.io/{short}:", f"n2t.net/{short}:"]
        found += [f"purl.org/obo/owl/{short}#{short}_", f"purl.bioontology.org/ontology/{short}/"]
    return found


def _any_of(beginnings: list[str]) -> str:
    """A pattern that matches the longest of these beginnings."""
    return "|".join(re.escape(text) for text in sorted(beginnings, key=len, reverse=True))


@cache
def vocabulary_table() -> Mapping[str, Any]:
    """The packaged `vocabularies.yaml` as it is written."""
    table: dict[str, Any] = resources.read_yaml("ontologies", "vocabularies.yaml")
    return MappingProxyType(table)


@cache
def spellings() -> Spellings:
    """The packaged spellings of vocabularies and databases."""
    table = resources.read_yaml("mappings", "prefixes.yaml")
    sources: dict[str, Scheme] = {}
    for name, entry in [*vocabulary_table()["vocabularies"].items(), *table["databases"].items()]:
        source = Scheme(
            name, entry["base"], re.compile(entry["local"]), strip_zeros=entry.get("strip_zeros", False)
        )
        for beginning in _beginnings(entry):
            sources.setdefault(beginning, source)
    return Spellings(
        sources=sources,
        beginning=re.compile(rf"(?:https?://(?:www\.)?)?({_any_of(list(sources))})", re.IGNORECASE),
        namespaces=table["namespaces"],
        namespace=re.compile(_any_of(list(table["namespaces"]))),
    )
