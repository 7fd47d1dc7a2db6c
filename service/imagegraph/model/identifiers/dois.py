"""The values of DOIs and handles.

A DOI is `10.`, a registrant's number, a slash and nearly anything (https://www.doi.org/doi-handbook/). It is compared
without regard to the case of ASCII letters and written in lower case. A handle is the same without the `10.`
(https://www.rfc-editor.org/rfc/rfc3651); its case is kept. Rules of ours, where the standards leave things open:

* Percent-encoding is undone once. Crossref has not allowed `%` in new DOIs since 2008.
* Blanks are refused, although old DOIs could have had them: a name is cut where a sentence goes on.
* `#` is refused unless it ends a SICI (`…3.0.CO;2-#`) or was written `%23`: `<doi>#x` names a part of something.
* Punctuation at the end is cut (`characters.without_rest_of_sentence`); a full stop is kept, with a remark.
* A slash at the end of an address is cut.
"""

from __future__ import annotations

import re

from imagegraph.model.identifiers.characters import (
    decoded,
    named,
    unseen_character,
    without_entities,
    without_latex,
    without_rest_of_sentence,
)
from imagegraph.model.identifiers.schemes import IdentifierScheme
from imagegraph.model.identifiers.values import Value

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_PREFIX_ALONE = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/?")
_SHORT_NUMBER = re.compile(r"10\.[0-9]{0,3}/")
_SHORT_DOI = re.compile(r"10/\w+", re.ASCII)
_PART = re.compile(r"(?<!\\)#")
_SICI_END = re.compile(r";2-#$")
_HANDLE = re.compile(r"[0-9]{2,}(?:\.[A-Za-z0-9]+)*/\S+")
_FUNDER = re.compile(r"10\.13039/([0-9]{9}|[0-9]{12})")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def read_doi(local: str, scheme: IdentifierScheme, *, address: bool = False) -> Value:
    """The value of a DOI, lower case.

    Args:
        address: it stood in a web address.
    """
    text, problem = _cleaned(local, address=address)
    if problem is not None:
        return Value("", problem)
    if _DOI.fullmatch(text) is None or unseen_character(text):
        return Value("", _why_no_doi(text, scheme))
    text = text.lower() if text.isascii() else text.translate(_LOWER)
    funder = _FUNDER.fullmatch(text)
    return Value(funder[1], scheme="fundref") if funder else Value(text, _doubt(text))


def read_handle(local: str, scheme: IdentifierScheme, *, address: bool = False) -> Value:
    """The value of a handle, in its case; that of a DOI when the number begins with `10.`.

    Args:
        address: it stood in a web address.
    """
    if local.startswith("10.") or (address and local.startswith("10%")):
        found = read_doi(local, scheme, address=address)
        return found._replace(scheme=found.scheme or "doi") if found.text else found
    text, problem = _cleaned(local, address=address)
    if problem is not None:
        return Value("", problem)
    unseen = unseen_character(text)
    if unseen or scheme.reads.fullmatch(text) is None:
        return Value("", f"{unseen}; {scheme.like}" if unseen else scheme.like)
    return Value(text, _doubt(text))


def _cleaned(local: str, *, address: bool) -> tuple[str, str | None]:
    """The name without what copying left in it, and why it cannot be one."""
    text = without_entities(local)
    if "#" in text and _PART.search(text) and _SICI_END.search(text) is None:
        return (
            "",
            "what follows # names a part of something; leave it out, or write %23 where it belongs to the name",
        )
    text = decoded(without_latex(text))
    if address:
        text = text.rstrip("/")
    return without_rest_of_sentence(text), None


def _doubt(text: str) -> str | None:
    """What is doubtful about a name that is right by its form."""
    if text.endswith("."):
        return "it ends with a full stop; leave that out when nothing is found"
    if not text.isascii():
        return f"it contains {named(next(filter(lambda character: not character.isascii(), text)))}, which is rare"
    return None


def _why_no_doi(text: str, scheme: IdentifierScheme) -> str:
    """Why a text is no DOI, and what to write."""
    if _SHORT_DOI.fullmatch(text):
        return f"this is a short DOI; open https://doi.org/{text} and copy the long one that it stands for"
    if _PREFIX_ALONE.fullmatch(text):
        return "this is only the prefix of a DOI; what follows the slash is missing"
    if _SHORT_NUMBER.match(text):
        return f"the number after 10. is too short; {scheme.like}"
    if _HANDLE.fullmatch(text) and not text.startswith("10"):
        return f"this is a handle, not a DOI; write it as https://hdl.handle.net/{text}"
    unseen = unseen_character(text)
    return f"{unseen}; {scheme.like}" if unseen else scheme.like
