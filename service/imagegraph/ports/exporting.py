"""Writing records in other people's formats."""

from __future__ import annotations

from typing import Protocol

from imagegraph.model.records import Version


class Exporter(Protocol):
    """Writes one version of a record in one format."""

    #: media type of what it writes
    media_type: str
    #: file name ending without the dot, as in `/records/{id}.ttl`
    suffix: str

    def export(self, version: Version) -> bytes:
        """The record's statements in this format, UTF-8, the same bytes for the same version."""
        ...
