"""What stands before the value: a web address, a prefix, both, or one of them twice."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

from imagegraph.model.identifiers.characters import BLANKS, without_frame
from imagegraph.model.identifiers.schemes import IdentifierScheme, SchemeTable

#: beginnings that are taken off one after the other
_DEEPEST = 6
#: the longest word that is looked up as a prefix
_LONGEST_PREFIX = 24
#: schemes that share their syntax: one may be announced as the other
_RELATED = frozenset(("doi", "handle", "fundref"))


class Beginning(NamedTuple):
    """A text without its beginning.

    Attributes:
        scheme: what the beginning announces; None when there is none, or it announces nothing we know.
        local: what is left.
        written: `bare`, `prefix` (`doi:…`), `words` (`DOI …`), `address`, or `page`: a web address of no scheme.
        explicit: a prefix said what it is, so it is no other page of the same host.
        other: a second scheme that the beginning announces; None when it does not contradict itself.
    """

    scheme: IdentifierScheme | None
    local: str
    written: str = "bare"
    explicit: bool = False
    other: IdentifierScheme | None = None


def without_beginning(text: str, table: SchemeTable) -> Beginning:
    """Take off everything that announces the scheme.

    `https://orcid.org/https://orcid.org/0000-…`, `RRID:RRID:…` and `https://identifiers.org/doi:10.…` have more
    than one beginning.
    """
    rest = without_frame(text)
    if "%" in rest[:16] and "%3a" in rest[:16].lower():
        rest = unquote(rest)
    if not rest or rest[0].isdigit():
        return Beginning(None, rest)
    scheme: IdentifierScheme | None = None
    written, explicit = "bare", False
    for _ in range(_DEEPEST):
        step = _address(rest, table) or _prefix(rest, table, words=scheme is None)
        if step is None:
            break
        found, rest, how = step
        if written == "bare":
            written = "address" if how == "resolver" else how
        if found is None:
            return Beginning(None, rest, "page") if scheme is None else Beginning(scheme, rest, written)
        explicit |= how != "address"
        if scheme is not None and found is not scheme and not {scheme.name, found.name} <= _RELATED:
            return Beginning(scheme, rest, written, explicit, found)
        scheme = found
    if written == "address":
        rest = without_query(rest).lstrip("/")
    return Beginning(scheme, rest, written, explicit)


def without_query(local: str) -> str:
    """What stands before `?name=value` in an address.

    >>> without_query("0000-0002-1825-0097?lang=en")
    '0000-0002-1825-0097'
    """
    mark = local.find("?")
    if mark < 0:
        return local
    name, equals, _ = local[mark + 1 :].partition("=")
    return local[:mark] if (equals and name.replace("_", "").isalnum()) or mark == len(local) - 1 else local


def host_of(text: str) -> tuple[str, int]:
    """The host at the beginning of a text, lower case and without `www.`, and where the path begins; `("", 0)`.

    >>> host_of("HTTPS://www.ORCID.org/0000"), host_of("doi.org/10.1000/182"), host_of("10.1000/182")
    (('orcid.org', 22), ('doi.org', 8), ('10.1000', 8))
    """
    start = 0
    if text[:4].lower() == "http":
        lower = text[:8].lower()
        start = 8 if lower == "https://" else 7 if lower.startswith("http://") else 0
    end = text.find("/", start, start + 80)
    if end < 0:
        return "", 0
    host = text[start:end].lower()
    if ":" in host:
        host = host.removesuffix(":443").removesuffix(":80")
    return host.removeprefix("www."), end + 1


def _address(
    text: str, table: SchemeTable
) -> tuple[IdentifierScheme, str, str] | tuple[None, str, str] | None:
    """The scheme of a web address and the rest of it; (None, …, `page`) when it is of no scheme; None for no address."""
    host, start = host_of(text)
    places = table.hosts.get(host)
    if places is None:
        return (None, text, "page") if text[:7].lower() in ("http://", "https:/") else None
    for path, scheme in places:
        end = start + len(path)
        if path and text[start:end].lower() != path:
            continue
        if scheme is not None:
            return scheme, text[end:], "address"
        return _by_resolver(text[end:], table) or (None, text, "page")
    return None, text, "page"


def _by_resolver(path: str, table: SchemeTable) -> tuple[IdentifierScheme, str, str] | None:
    """What stands behind the host of a resolver: `doi:10.…` or `doi/10.…`."""
    found = _prefix(path, table, words=False)
    if found is not None:
        return found[0], found[1], "resolver"
    word, _, local = path.partition("/")
    scheme = table.prefixes.get(word.lower())
    return (scheme, local, "resolver") if scheme else None


def _prefix(text: str, table: SchemeTable, *, words: bool) -> tuple[IdentifierScheme, str, str] | None:
    """The scheme that a prefix before a colon announces, or before a blank when `words` may stand alone."""
    colon = text.find(":", 1, _LONGEST_PREFIX)
    if colon > 0:
        word = text[:colon].rstrip().lower()
        end = colon + 1
        if word == "info":
            end = text.find("/", end, _LONGEST_PREFIX) + 1
            word = text[:end].lower()
        elif word == "urn":
            end = text.find(":", end, _LONGEST_PREFIX) + 1
            word = text[: end - 1].lower()
        scheme = table.prefixes.get(word)
        if scheme is not None:
            local = text[end:].lstrip(BLANKS)
            return scheme, local.removeprefix("//"), "prefix"
    if words:
        blank = text.find(" ", 1, _LONGEST_PREFIX)
        scheme = table.prefixes.get(text[:blank].lower()) if blank > 0 else None
        if scheme is not None:
            return scheme, text[blank:].lstrip(BLANKS), "words"
    return None
