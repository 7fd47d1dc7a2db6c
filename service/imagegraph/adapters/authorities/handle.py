"""Handles, and the instruments that they name.

Order (https://docs.pidinst.org): the record of the handle itself, when it holds PIDINST; else the record of B2INST
that it leads to; else the handle and where it leads are all that is known. No other page is ever fetched: landing
pages may be anything, anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from imagegraph.adapters.authorities import b2inst
from imagegraph.adapters.authorities.contract import (
    Part,
    Reading,
    Services,
    UnreadableAnswer,
    part_named,
    part_of,
)
from imagegraph.adapters.authorities.handle_values import (
    HandleValue,
    address_in,
    record_in,
    texts_of,
    values_of,
)
from imagegraph.adapters.authorities.pidinst import InstrumentRecord
from imagegraph.adapters.authorities.pidinst_identifiers import iri_of
from imagegraph.adapters.authorities.pidinst_statements import thing_of
from imagegraph.adapters.authorities.privacy import public_body
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.adapters.authorities.values import document_of, member, text
from imagegraph.adapters.http import Deadline
from imagegraph.model.identifiers import Identifier
from imagegraph.model.rdf import DCTERMS, OWL, SCHEMA, Literal, NamedNode
from imagegraph.model.resolutions import Thing

AUTHORITY = "handle"
#: (HTTP status, response code) -> what it says about the handle; https://www.handle.net/proxy_servlet.html#rest-api
_MISSING = {
    (404, 100): "The Handle system has no such handle.",
    (400, 102): "The Handle system calls this handle malformed.",
}
#: a server that another server was meant to be asked instead of
_ELSEWHERE = 301
_NO_INSTRUMENT = "Its handle does not describe an instrument."


class HandleAuthority:
    """The Handle system, and B2INST behind it.

    Args:
        services: `handle`, without which nothing can be asked, and `b2inst`.
    """

    scheme = "handle"

    def __init__(self, services: Services) -> None:
        self._services = services

    def may_ask(self, identifier: Identifier) -> bool:
        """Whether the Handle system may be asked."""
        return AUTHORITY in self._services

    def ask(self, identifier: Identifier, *, deadline: Deadline) -> tuple[Part, ...]:
        """The record of the handle, and that of B2INST when the handle leads there. Mail addresses are cut out.

        Raises:
            Unanswered: nothing usable came.
            UnreadableAnswer: what came is none of the known answers.
        """
        target = f"api/handles/{quote(identifier.value, safe=_PLAIN)}"
        first = _without_mail(
            part_of(self._services[AUTHORITY].get(target, deadline=deadline), name=AUTHORITY)
        )
        registry = self._services.get(b2inst.AUTHORITY)
        values = _answered(identifier, first).values
        if registry is None or record_in(values) is not None or _alias(identifier, values):
            return (first,)
        record = b2inst.record_id_in(address_in(values), base=registry.base)
        if not record:
            return (first,)
        answer = registry.get(f"api/records/{record}", deadline=deadline)
        return first, _without_mail(part_of(answer, name=b2inst.AUTHORITY))

    def read(self, identifier: Identifier, parts: Sequence[Part]) -> Reading:
        """What the answers mean.

        Raises:
            UnreadableAnswer: they are none of the known answers, or are about another handle.
        """
        first = part_named(parts, AUTHORITY)
        if first is None:
            raise UnreadableAnswer("was not asked about the handle")
        answered = _answered(identifier, first)
        if answered.missing:
            return Reading(state="not_found", authority=AUTHORITY, detail=answered.missing)
        alias = _alias(identifier, answered.values)
        if alias:
            return _replaced(identifier, answered.values, alias=alias)
        record = record_in(answered.values)
        if record is not None:
            return _described(identifier, record)
        second = part_named(parts, b2inst.AUTHORITY)
        if second is None:
            return _bare(identifier, answered.values)
        return _registered(identifier, answered.values, second)


#: characters of a handle that a path may hold as they are, the slash between prefix and suffix among them
_PLAIN = "/:;()@!$&'*+,=._~-"


@dataclass(frozen=True)
class _Answered:
    """Values of a handle; `missing` says that there is no such handle."""

    values: tuple[HandleValue, ...] = ()
    missing: str = ""


def _answered(identifier: Identifier, part: Part) -> _Answered:
    """What the Handle API says. Only its own codes count: 200 with another code is no success."""
    document = document_of(part)
    code = member(document, "responseCode")
    if isinstance(code, bool) or not isinstance(code, int):
        raise UnreadableAnswer(f"answered {part.status} without a response code of the Handle system")
    told = text(member(document, "handle"))
    if told and told.casefold() != identifier.value.casefold():
        raise UnreadableAnswer("answered about another handle")
    if part.status == 200 and code in (1, 200):  # 200 stands for a handle without values
        return _Answered(values=values_of(document) if code == 1 else ())
    if (part.status, code) in _MISSING:
        return _Answered(missing=_MISSING[part.status, code])
    if code == _ELSEWHERE:
        raise UnreadableAnswer("is not responsible for the prefix of this handle")
    raise UnreadableAnswer(f"answered {part.status} with the response code {code}")


def _alias(identifier: Identifier, values: Sequence[HandleValue]) -> str:
    """The IRI of the handle that this one stands for, empty when it stands for itself."""
    for other in texts_of(values, "HS_ALIAS"):
        iri = iri_of(other, declared="Handle")
        if iri and iri != identifier.iri:
            return iri
    return ""


def _described(identifier: Identifier, record: InstrumentRecord) -> Reading:
    """The handle itself holds the record."""
    named = _named(record)
    notes = [] if _is_same(named, identifier.iri) else [f"The record names its instrument {named}."]
    thing = thing_of(record, iri=identifier.iri, notes=notes)
    return Reading(state="ok", authority=AUTHORITY, thing=_labelled(thing, identifier))


def _registered(identifier: Identifier, values: Sequence[HandleValue], part: Part) -> Reading:
    """The handle leads to a record of B2INST."""
    if b2inst.is_withdrawn(part):
        statements = _link_only(identifier, values)
        statements.add(OWL.deprecated, Literal(True))
        thing = Thing(
            iri=identifier.iri, kind="Instrument", label=identifier.value, details={"status": ("withdrawn",)},
            notes=("B2INST has withdrawn the record of this instrument.",), statements=statements.all(),
        )  # fmt: skip
        return Reading(state="obsolete", authority=b2inst.AUTHORITY, thing=thing, detail=thing.notes[0])
    record = b2inst.read_instrument(part)
    if record is None:
        return _bare(identifier, values, note="B2INST does not show the record that its handle leads to.")
    named = _named(record)
    if not _is_same(named, identifier.iri):
        return _bare(
            identifier, values, note=f"Its handle leads to the record of another instrument, {named}."
        )
    thing = thing_of(record, iri=identifier.iri)
    return Reading(state="ok", authority=b2inst.AUTHORITY, thing=_labelled(thing, identifier))


def _replaced(identifier: Identifier, values: Sequence[HandleValue], *, alias: str) -> Reading:
    statements = _link_only(identifier, values)
    statements.add(DCTERMS.isReplacedBy, NamedNode(alias))
    thing = Thing(iri=identifier.iri, kind="Thing", label=identifier.value, statements=statements.all())
    return Reading(
        state="replaced", authority=AUTHORITY, thing=thing, successors=(alias,),
        detail=f"The handle is another name of {alias}.",
    )  # fmt: skip


def _bare(identifier: Identifier, values: Sequence[HandleValue], *, note: str = _NO_INSTRUMENT) -> Reading:
    """The handle, and where it leads."""
    thing = Thing(
        iri=identifier.iri, kind="Thing", label=identifier.value, notes=(note,),
        statements=_link_only(identifier, values).all(),
    )  # fmt: skip
    return Reading(state="ok", authority=AUTHORITY, thing=thing)


def _link_only(identifier: Identifier, values: Sequence[HandleValue]) -> Statements:
    statements = Statements(identifier.iri)
    statements.link(SCHEMA.url, address_in(values))
    return statements


def _named(record: InstrumentRecord) -> str:
    """What a record calls itself, as an IRI; empty when it is none."""
    return iri_of(record.identifier, declared=record.identifier_type)


def _is_same(named: str, iri: str) -> bool:
    """Whether a record is about an identifier; one that names none is. Servers ignore capitals in handles."""
    return not named or named.casefold() == iri.casefold()


def _labelled(thing: Thing, identifier: Identifier) -> Thing:
    return thing if thing.label else replace(thing, label=identifier.value)


def _without_mail(part: Part) -> Part:
    return replace(part, body=public_body(part.body))
