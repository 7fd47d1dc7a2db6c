"""Reads answers of B2INST, the instrument registry of EUDAT, https://b2inst.gwdg.de (an InvenioRDM service)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from imagegraph.adapters.authorities.contract import Part, UnreadableAnswer
from imagegraph.adapters.authorities.pidinst import InstrumentRecord
from imagegraph.adapters.authorities.pidinst_json import read_record
from imagegraph.adapters.authorities.values import document_of, member
from imagegraph.model.authorities import packaged_authorities

AUTHORITY = "b2inst"
#: drafts, records that are not public, and records that never were
_CLOSED = frozenset((401, 403, 404))
_GONE = 410
_RECORD = re.compile(r"/(?:api/)?records/([0-9a-z]{5}-[0-9a-z]{5})/?")


def record_id_in(address: str, *, base: str) -> str:
    """The id of the record that an address leads to, empty when it leads elsewhere.

    Args:
        address: where a handle leads.
        base: address of the service that is asked; its host is as good as the public one.

    >>> record_id_in("https://b2inst.gwdg.de/records/tpqdy-6zd98", base="https://b2inst.gwdg.de")
    'tpqdy-6zd98'
    """
    public = packaged_authorities().entries[AUTHORITY].base
    try:
        parts = urlsplit(address)
        hosts = {urlsplit(public).netloc, urlsplit(base).netloc}
    except ValueError:
        return ""
    found = _RECORD.fullmatch(parts.path)
    return found[1] if found and parts.netloc.lower() in hosts else ""


def is_withdrawn(part: Part) -> bool:
    """Whether the record was taken back, which leaves a tombstone.

    Raises:
        UnreadableAnswer: 410 in somebody else's words.
    """
    if part.status != _GONE:
        return False
    if not isinstance(document_of(part), dict):
        raise UnreadableAnswer("answered 410 with something that is no tombstone")
    return True


def read_instrument(part: Part) -> InstrumentRecord | None:
    """The record in an answer, None when it is not public.

    Raises:
        UnreadableAnswer: it is no answer of the service, or describes no instrument.
    """
    if part.status in _CLOSED and isinstance(document_of(part), dict):
        return None
    if part.status != 200:
        raise UnreadableAnswer(f"answered {part.status}")
    metadata = member(document_of(part), "metadata")
    record = read_record(metadata)
    if not record.describes:
        raise UnreadableAnswer("sent a record that describes no instrument")
    return record
