"""The registry of vocabularies: which there are, how their terms are named, and which fields want which.

Read from `ontologies/vocabularies.yaml`, where every base, release location and policy is data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Literal

from imagegraph.model.terms import spellings, vocabulary_table


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """One ontology or vocabulary.

    Attributes:
        id: as OLS calls it, lower case; the name in URLs and on the command line.
        prefix: of its CURIEs, in its own spelling (`FBbi`).
        curie: how its CURIEs begin (`FBbi:`, `RRID:CVCL_`).
        title: for people.
        base: IRI base: `base + local` is the IRI of a term.
        local: regular expression of a whole local part, case-sensitive.
        prefixes: other CURIE prefixes that are seen; `model.terms` adds what is common to all.
        aliases: other IRI bases of the same terms, without scheme and `www.`.
        homepage: for people; empty when there is none.
        licence: IRI of the licence; empty when none is stated.
        languages: BCP 47 tags of the labels its releases hold.
        releases: URLs of the newest release, the one to prefer first; empty when nothing can be fetched.
        ols: whether public OLS services carry it, under `id`.
        about: what it is for, one sentence.
        note: what a curator must know; empty when there is nothing.
    """

    id: str
    prefix: str
    curie: str
    title: str
    base: str
    homepage: str
    licence: str
    languages: tuple[str, ...]
    releases: tuple[str, ...]
    ols: bool
    about: str
    local: str = ".+"
    prefixes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One vocabulary, or one branch of it, that a field takes its terms from; a vocabulary may have several.

    Attributes:
        vocabulary: its id.
        root: IRI that a term must be, or be below, perhaps of another vocabulary (OBI's devices stand below
            COB's); None when any term of it will do.
        why: one sentence, shown as the reason ("preferred for organism: …").
    """

    vocabulary: str
    root: str | None
    why: str


@dataclass(frozen=True, kw_only=True)
class FieldPolicy:
    """Which terms a field of the model wants.

    Attributes:
        name: the word for it in requests: `imaging-method`.
        title: for people: "imaging method".
        properties: IRIs of the properties whose values it judges.
        choices: what it takes, the preferred one first.
        outside: severity of the finding for a term that is outside: profile name -> severity, `core` for all others.
        bare: a value without prefix (`9606`) belongs to the preferred vocabulary.
    """

    name: str
    title: str
    properties: tuple[str, ...]
    choices: tuple[Choice, ...]
    outside: Mapping[str, Literal["violation", "warning"]]
    bare: bool = False


@dataclass(frozen=True)
class VocabularyRegistry:
    """All vocabularies by id, and all field policies by name.

    Attributes:
        open_properties: IRIs of the properties that take terms of any vocabulary -> why.
    """

    vocabularies: Mapping[str, Vocabulary]
    fields: Mapping[str, FieldPolicy]
    open_properties: Mapping[str, str] = field(default_factory=dict)

    def of_iri(self, iri: str) -> Vocabulary | None:
        """The vocabulary that a term IRI is of by its base: the longest base that fits."""
        found = [entry for entry in self.vocabularies.values() if iri.startswith(entry.base)]
        return max(found, key=lambda entry: len(entry.base), default=None)

    def curie(self, iri: str) -> str:
        """The CURIE of a term, `FBbi:00000246`; the IRI itself when no vocabulary has its base."""
        vocabulary = self.of_iri(iri)
        return iri if vocabulary is None else vocabulary.curie + iri.removeprefix(vocabulary.base)

    def expand(self, curie: str) -> str:
        """The IRI of a CURIE whose prefix is spelt exactly as the registry has it, for files of our own.

        Raises:
            KeyError: no vocabulary has this prefix.
        """
        prefix, colon, _ = curie.partition(":")
        start, base = self._bases[prefix + colon]
        if not curie.startswith(start):
            raise KeyError(curie)
        return base + curie.removeprefix(start)

    @cached_property
    def _bases(self) -> Mapping[str, tuple[str, str]]:
        entries = self.vocabularies.values()
        return {f"{entry.curie.partition(':')[0]}:": (entry.curie, entry.base) for entry in entries}

    def iri(self, text: str, *, field: str | None = None) -> str | None:
        """The IRI for any spelling of a term's id: IRI, alias IRI, CURIE, `FBbi_00000246`; None for other texts.

        Args:
            field: name of the field it was typed in; there a bare number may belong to the preferred vocabulary.
        """
        text = text.strip()
        found = spellings().find_term(text)
        if found is None and field is not None and text.isascii() and text.isdigit():
            policy = self.fields.get(field)
            if policy is not None and policy.bare:
                prefix = self.vocabularies[policy.choices[0].vocabulary].prefix
                return spellings().find_term(f"{prefix}:{text}")
        return found


def read_registry(values: Mapping[str, Any]) -> VocabularyRegistry:
    """The registry that a parsed `vocabularies.yaml` describes."""
    vocabularies = {
        id: Vocabulary(
            id=id,
            prefix=entry["prefix"],
            curie=entry.get("curie", f"{entry['prefix']}:"),
            title=entry["title"],
            base=entry["base"],
            homepage=entry.get("homepage", ""),
            licence=entry.get("licence", ""),
            languages=tuple(entry.get("languages", ("en",))),
            releases=tuple(entry.get("releases", ())),
            ols=entry.get("ols", True),
            about=entry["about"],
            local=entry["local"],
            prefixes=tuple(entry.get("prefixes", ())),
            aliases=tuple(entry.get("aliases", ())),
            note=entry.get("note", ""),
        )
        for id, entry in values["vocabularies"].items()
    }
    fields = {
        name: FieldPolicy(
            name=name,
            title=entry["title"],
            properties=tuple(entry["properties"]),
            choices=tuple(
                Choice(vocabulary=choice["vocabulary"], root=choice.get("root"), why=choice["why"])
                for choice in entry["choices"]
            ),
            outside={"core": "warning", **entry.get("outside", {})},
            bare=entry.get("bare", False),
        )
        for name, entry in values["fields"].items()
    }
    return VocabularyRegistry(vocabularies, fields, values.get("open", {}))


@cache
def packaged_registry() -> VocabularyRegistry:
    """The registry that is shipped."""
    return read_registry(vocabulary_table())
