"""The parts of a request to the OLS API, read as OLS reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlencode, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from imagegraph.api.dependencies import services_of
from imagegraph.api.responses import path_below
from imagegraph.errors import BadParameter
from imagegraph.operations.ols_catalogue import OlsCatalogue

PREFIX = "/ols4/api"
#: elements on a page of V1 and of V2 when no size is asked for, and the most there ever are
V1_SIZE, V2_SIZE, MOST = 1_000, 20, 1_000
#: pages behind this one are empty in every index
_LAST_PAGE = 10_000_000
_YES, _NO = {"true", "on", "yes", "1"}, {"false", "off", "no", "0"}
_HOST = re.compile(r"[A-Za-z0-9._-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,8}")


@dataclass(frozen=True)
class PageAsked:
    """One page of a list, counted from 0."""

    number: int
    size: int

    @property
    def offset(self) -> int:
        """How many elements stand on the pages before it."""
        return self.number * self.size


def catalogue_of(request: Request) -> OlsCatalogue:
    """The index as OLS sees it."""
    services = services_of(request)
    return OlsCatalogue(services.catalogue, services.terms.registry)


def root_of(request: Request) -> str:
    """The URL that all links begin with, as the caller reaches it: `http://localhost:8000/ols4/api`.

    The host is the one that was asked; the path is that of the service's base, which a proxy may have cut off.
    """
    services = services_of(request)
    base = urlsplit(services.settings.base)
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        host = base.netloc
    scheme = base.scheme if host == base.netloc else request.scope["scheme"]
    return f"{scheme}://{host}{path_below(services, PREFIX.lstrip('/'))}"


def address_of(request: Request) -> str:
    """The URL that was asked, without the query, spelled as the caller spelled it."""
    raw = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    path = raw.decode("latin-1").partition("?")[0]
    return root_of(request) + path[path.find(PREFIX) + len(PREFIX) :]


def with_query(url: str, parameters: list[tuple[str, str]]) -> str:
    """A URL with these parameters."""
    return f"{url}?{urlencode(parameters)}" if parameters else url


def page_of(request: Request, *, size: int = V1_SIZE) -> PageAsked:
    """The page that was asked for; values that cannot be are those that are not given, as in OLS."""
    asked = _whole(request.query_params.get("size", ""))
    number = _whole(request.query_params.get("page", ""))
    return PageAsked(
        number=min(max(number or 0, 0), _LAST_PAGE),
        size=size if asked is None or asked < 1 else min(asked, MOST),
    )


def number_of(request: Request, name: str, *, default: int, most: int) -> int:
    """A number from 0 to `most`; smaller and larger ones are brought there.

    Raises:
        BadParameter: it is no whole number.
    """
    text = request.query_params.get(name)
    if not text:
        return default
    number = _whole(text)
    if number is None:
        raise BadParameter(f"{name} must be a whole number.", parameter=name)
    return min(number, most) if number >= 0 else default


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,12}", text.strip()) else None


def flag_of(request: Request, name: str, *, default: bool | None = False) -> bool | None:
    """Yes or no, `default` when the request does not say.

    Raises:
        BadParameter: it says something else.
    """
    text = request.query_params.get(name, "").strip().lower()
    if not text:
        return default
    if text not in _YES | _NO:
        raise BadParameter(f"{name} must be true or false.", parameter=name)
    return text in _YES


def listed_of(request: Request, name: str) -> tuple[str, ...]:
    """The values of a parameter that may be repeated, or hold several with commas between them."""
    parts = (part.strip() for value in request.query_params.getlist(name) for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def language_of(request: Request) -> str:
    """The language of the labels, `en` when the request does not say.

    Raises:
        BadParameter: it is no language tag.
    """
    text = request.query_params.get("lang", "").strip() or "en"
    if not _LANGUAGE.fullmatch(text):
        raise BadParameter("lang must be a language tag such as en or pt-BR.", parameter="lang")
    return text.replace("_", "-").lower()


def id_of(request: Request) -> str | None:
    """The IRI, short form or CURIE that a query names."""
    named = (request.query_params.get(name) for name in ("id", "iri", "short_form", "obo_id"))
    return next((text for text in named if text), None)


def term_in_path(request: Request, name: str = "iri") -> str:
    """The IRI in a path: encoded twice as OLS wants it, or once, or with slashes that a proxy merged.

    Raises:
        HTTPException: something stands behind an IRI that is encoded twice; there is no such route.
    """
    text: str = request.path_params[name]
    if "/" in text and ":" not in text.partition("/")[0]:
        raise HTTPException(404)
    for _ in range(2):
        if ":" in text:
            break
        text = unquote(text)
    return re.sub(r"^(https?):/(?!/)", r"\1://", text)


def encoded(iri: str) -> str:
    """An IRI as it stands in a path of OLS, encoded twice."""
    return quote(quote(iri, safe=""), safe="")
