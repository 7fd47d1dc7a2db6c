"""Which terms a text names as the ones to use instead.

`term replaced by` holds an IRI by the book; in practice also a CURIE, a short form, a label, or several lines of
all of these ("General Research Use, DUO_0000042\\nClinical Care USe, DUO_0000043").
"""

from __future__ import annotations

import re

from imagegraph.adapters.ols.values import is_web_iri
from imagegraph.model.vocabularies import VocabularyRegistry

_MOST = 50
_IRI = re.compile(r"https?://[^\s<>\"',;]+")
_ID = re.compile(r"(?<![\w/#:.-])[A-Za-z][\w.-]{0,30}[_:][A-Za-z0-9_-]{1,40}(?![\w:])")
_OBO = "http://purl.obolibrary.org/obo/"
_OBO_ID = re.compile(r"(?P<prefix>[A-Za-z]{2,12})[_:](?P<local>\d{7,8})")
_OWN = re.compile(r"(?P<base>.*[/#])(?P<prefix>[A-Za-z][A-Za-z.]*)_(?P<local>[A-Za-z0-9]+)")


def find_successors(text: str, *, about: str, registry: VocabularyRegistry) -> tuple[str, ...]:
    """IRIs of the terms that a text names by IRI, CURIE or short form, in its order; none when it is only a label.

    Args:
        about: IRI of the term that the text is about; its own prefix and base are understood too.
    """
    text = text[:5_000]
    whole = _term(text, registry) if len(text) < 200 else None
    if whole is not None:
        return (whole,) if whole != about else ()
    found: dict[str, None] = {}
    rest = text
    for match in _IRI.finditer(text):
        candidate = match[0].rstrip(".)]")
        if is_web_iri(candidate):
            found[registry.iri(candidate) or candidate] = None
    rest = _IRI.sub(" ", rest)
    for match in _ID.finditer(rest):
        iri = _term(match[0], registry)
        if iri is None and registry.iri(match[0]) is None:
            iri = _sibling(match[0], about)
        if iri is not None:
            found[iri] = None
    found.pop(about, None)
    return tuple(found)[:_MOST]


def _term(spelling: str, registry: VocabularyRegistry) -> str | None:
    """The IRI of a term of a vocabulary; articles and genes have ids too, but replace no term."""
    iri = registry.iri(spelling)
    return iri if iri is not None and registry.of_iri(iri) is not None else None


def _sibling(spelling: str, about: str) -> str | None:
    """The IRI of a term whose prefix the registry does not know, formed like the one that is known.

    Another OBO ontology is only assumed where the known one is from the OBO Foundry: EFO and Orphanet are not.
    """
    own = _OWN.fullmatch(about)
    if own is None:
        return None
    prefix, _, local = spelling.replace(":", "_", 1).partition("_")
    if prefix.lower() == own["prefix"].lower() and local.isdigit() == own["local"].isdigit():
        return f"{own['base']}{own['prefix']}_{local}"
    obo = _OBO_ID.fullmatch(spelling)
    return f"{_OBO}{obo['prefix']}_{obo['local']}" if obo and own["base"] == _OBO else None
