"""ORCID's public interface, version 3.0 (https://info.orcid.org/documentation/api-tutorials/api-tutorial-read-data-on-a-record/).

Two questions: the person, and where the person works. A record that was merged into another is answered with a
redirect; it is not followed, so that nothing of the other record is kept under this iD. Errors are told apart by
their `error-code` (https://info.orcid.org/documentation/integration-guide/troubleshooting/).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from imagegraph.adapters.authorities.contract import (
    Part,
    Reading,
    Services,
    UnreadableAnswer,
    part_named,
    part_of,
)
from imagegraph.adapters.authorities.orcid_person import minimal, person_of
from imagegraph.adapters.authorities.values import document_of, member, text
from imagegraph.adapters.http import Deadline, Unanswered
from imagegraph.model.identifiers import Identifier, identify

VERSION = "v3.0"
#: (status, error-code) -> why the content of a record that exists is not public
RESTRICTED: Mapping[tuple[int, str], str] = {
    (409, "9044"): "The person has deactivated this ORCID record.",
    (409, "9018"): "ORCID has locked this record.",
    (409, "9036"): "Nobody has claimed this ORCID record yet.",
    (403, "9039"): "What this ORCID record holds is not public.",
}
_NO_NAME = "The name in this ORCID record is not public."
_NOT_FOUND = "9016"
_DEPRECATED = "9007"
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PERMANENT = frozenset((301, 308))
_ID = re.compile(r"(?<![\dA-Za-z-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\dA-Za-z-])")


class OrcidAuthority:
    """Implements `contract.Authority` for ORCID iDs.

    Args:
        services: of which `orcid` is asked.
    """

    scheme = "orcid"

    def __init__(self, services: Services) -> None:
        self._service = services.get("orcid")

    def may_ask(self, identifier: Identifier) -> bool:
        """Whether the settings name ORCID."""
        return self._service is not None

    def ask(self, identifier: Identifier, *, deadline: Deadline) -> tuple[Part, ...]:
        """The employments, when there are any to be had, and the person; what is not read is left out.

        Raises:
            Unanswered: nothing usable came about the person.
            UnreadableAnswer: ORCID may not be asked.
        """
        if self._service is None:
            raise UnreadableAnswer("may not be asked")
        path = f"{VERSION}/{identifier.value}"
        person = self._service.get(f"{path}/person", deadline=deadline, follow=False)
        if person.status != 200:
            return (part_of(person, name="person"),)
        parts = (minimal(part_of(person, name="person"), person.document),)
        try:
            employments = self._service.get(f"{path}/employments", deadline=deadline, follow=False)
        except Unanswered:
            return parts
        if employments.status != 200:
            return parts
        return (minimal(part_of(employments, name="employments"), employments.document), *parts)

    def read(self, identifier: Identifier, parts: Sequence[Part]) -> Reading:
        """What ORCID says about a person: label and affiliations, nothing else.

        Raises:
            UnreadableAnswer: the parts are none of the known answers, or are about another person.
        """
        part = part_named(parts, "person")
        if part is None:
            raise UnreadableAnswer("was not asked")
        if part.status in _REDIRECTS:
            return _moved(part, identifier)
        document = document_of(part)
        if part.status != 200:
            return _refused(part.status, document)
        _check(document, identifier)
        thing = person_of(document, _employments(parts, identifier), iri=identifier.iri)
        if thing is None:
            return Reading(state="restricted", authority="orcid", source_version=VERSION, detail=_NO_NAME)
        return Reading(state="ok", authority="orcid", thing=thing, source_version=VERSION)


def _refused(status: int, document: Any) -> Reading:
    code = text(member(document, "error-code"))
    if status == 404 and code == _NOT_FOUND:
        return Reading(
            state="not_found", authority="orcid", source_version=VERSION, detail="ORCID has no record with this iD.",
        )  # fmt: skip
    reason = RESTRICTED.get((status, code))
    if reason is None:
        raise UnreadableAnswer(f"answered {status}" + (f" with the error code {code[:20]}" if code else ""))
    return Reading(state="restricted", authority="orcid", source_version=VERSION, detail=reason)


def _moved(part: Part, identifier: Identifier) -> Reading:
    """A deprecated record: a permanent redirect, or the message, names the one that it was merged into."""
    code, message = "", ""
    if part.media_type.endswith("json"):
        document = document_of(part)
        code = text(member(document, "error-code"))
        message = text(member(document, "developer-message"))
    try:
        path = urlsplit(part.location).path
    except ValueError:
        path = ""
    if part.status not in _PERMANENT and code != _DEPRECATED:
        path = ""
    for named in (path, message if code == _DEPRECATED else ""):
        for iri in _ids_in(named):
            if iri != identifier.iri:
                return Reading(
                    state="replaced", authority="orcid", successors=(iri,), source_version=VERSION,
                    detail=f"ORCID has merged this record into {iri}.",
                )  # fmt: skip
    raise UnreadableAnswer("redirects to another place than another ORCID record")


def _ids_in(named: str) -> list[str]:
    found = (identify(written, scheme="orcid") for written in _ID.findall(named))
    return [identifier.iri for identifier in found if identifier.scheme == "orcid" and identifier.iri]


def _check(document: Any, identifier: Identifier) -> None:
    """That the answer is about this person: by the paths of the whole and of the name."""
    if not isinstance(document, dict):
        raise UnreadableAnswer("sent no person")
    told = {
        text(member(document, *path)).strip("/").partition("/")[0].upper()
        for path in (("path",), ("name", "path"), ("orcid-identifier", "path"))
    } - {""}
    if told != {identifier.value}:
        about = ", ".join(sorted(told))[:100] or "nobody"
        raise UnreadableAnswer(f"answered about {about} instead of {identifier.value}")


def _employments(parts: Sequence[Part], identifier: Identifier) -> Any:
    """The document about employments; None when there is no usable one."""
    part = part_named(parts, "employments")
    if part is None or part.status != 200:
        return None
    try:
        document = document_of(part)
    except UnreadableAnswer:
        return None
    about = text(member(document, "path")).strip("/").partition("/")[0].upper()
    return document if about == identifier.value else None
