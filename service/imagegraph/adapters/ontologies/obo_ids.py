"""Ids of OBO files as IRIs.

Translation: https://owlcollab.github.io/oboformat/doc/obo-syntax.html, section 5.9.
"""

from __future__ import annotations

import re

from imagegraph.adapters.ontologies.annotations import OBO
from imagegraph.model.ontology import PART_OF
from imagegraph.model.terms import spellings
from imagegraph.model.vocabularies import packaged_registry

_ESCAPE = re.compile(r"\\(.)")
#: relations that every OBO ontology means alike, where the file does not say what its short name stands for
_RELATIONS = {"part_of": PART_OF, "has_part": f"{OBO}BFO_0000051"}


class OboIds:
    """Turns the ids of one OBO file into IRIs.

    Args:
        ontology: id of the file's ontology, for ids without prefix.
        idspaces: prefix -> IRI base, as the header states.
        relations: short name of a relation -> the id that its `xref` gives it.
    """

    def __init__(self, *, ontology: str, idspaces: dict[str, str], relations: dict[str, str]) -> None:
        self._ontology = ontology
        self._idspaces = idspaces
        self._relations = relations
        self._vocabularies = {
            entry.prefix.lower(): entry.base for entry in packaged_registry().vocabularies.values()
        }
        self._bases: dict[str, str] = {}

    def iri(self, text: str) -> str:
        """The IRI of an id: URL, `PREFIX:local`, a spelling that the registry knows (`CVCL_0030`), or a bare name."""
        text = _ESCAPE.sub(r"\1", text.strip()) if "\\" in text else text.strip()
        if text.startswith(("http://", "https://", "urn:")):
            return text
        prefix, colon, local = text.partition(":")
        if colon:
            base = self._bases.get(prefix) or self._bases.setdefault(prefix, self._base(prefix))
            return base + local
        if text in self._relations:
            return self.iri(self._relations[text])
        return _RELATIONS.get(text) or spellings().find_term(text) or f"{OBO}{self._ontology}#{text}"

    def _base(self, prefix: str) -> str:
        """What stands before the local part: the registry knows best, then the file, then OBO's rule."""
        known = self._vocabularies.get(prefix.lower())
        if known is not None:
            return known
        if prefix in self._idspaces:
            return self._idspaces[prefix]
        source = spellings().sources.get(f"{prefix.lower()}:")
        return source.base if source is not None else f"{OBO}{prefix}_"
