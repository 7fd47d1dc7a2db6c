"""The starter vocabulary, put into an index of terms when a data folder is opened."""

from __future__ import annotations

from contextlib import suppress

from imagegraph.errors import NotFound
from imagegraph.model.ontology import STARTER
from imagegraph.model.starter import starter_digest, starter_header, starter_terms
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.ports.terms import TermArchive, TermIndex

#: loaded after all others, so that its release says that nothing is missing
_LAST = "fbbi"


def ensure_starter(index: TermIndex, archive: TermArchive, *, registry: VocabularyRegistry) -> None:
    """Load the starter that is shipped, unless the index has just this one; an interrupted loading is made good.

    Args:
        archive: of the same index.

    Raises:
        DataFolderError: the disk is full or the file cannot be written.
    """
    digest = starter_digest()
    loaded = [release for release in index.releases() if release.source == STARTER]
    if any(release.ontology == _LAST and release.digest == digest for release in loaded):
        return
    terms = starter_terms()
    for id in sorted(terms, key=lambda id: (id == _LAST, id)):
        archive.add(
            id, header=starter_header(id), terms=terms[id], base=registry.vocabularies[id].base,
            source=STARTER, digest=digest, current=False,
        )  # fmt: skip
    for release in index.releases():
        if release.source == STARTER and release.digest != digest:  # a vocabulary that it no longer has
            with suppress(NotFound):  # another process was faster
                archive.remove(release.number)
