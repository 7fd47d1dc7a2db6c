"""A running imagegraph service, spoken to over HTTP by the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote, urlsplit

import requests

from imagegraph.errors import BadParameter, ImagegraphError, NotFound, from_dict
from imagegraph.model.records import Document
from imagegraph.model.reports import Finding
from imagegraph.operations.export import as_graph, as_json_graph, joined

#: environment variable with the token that is shown to the service
TOKEN_VARIABLE = "IMAGEGRAPH_TOKEN"  # noqa: S105
_SECONDS = 300
_NOT_IN_HEADER = re.compile(r'[^ -~]|[";\\]')
_CRATE = ("ro-crate-metadata.json", "ro-crate-metadata.jsonld")
Progress = Callable[[int, int], None]


class RemoteService:
    """The service at a URL.

    Args:
        url: its address, with or without a slash at the end.

    Raises:
        BadParameter: it is no web address.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise BadParameter(f"{url!r} is no address of a service; write http://HOST:PORT.", value=url)
        self._url = url.rstrip("/")
        self._session = requests.Session()
        self._session.trust_env = False
        if token := os.environ.get(TOKEN_VARIABLE):
            self._session.headers["Authorization"] = f"Bearer {token}"

    def is_ready(self) -> bool:
        """Whether the service says that it can work."""
        return bool(self._send("GET", "/health/ready").ok)

    def take(
        self,
        documents: Sequence[Document],
        *,
        format: str | None,
        profiles: Sequence[str],
        dry_run: bool,
        project: str | None = None,
        companions: Mapping[str, Sequence[str]],
        progress: Progress,
    ) -> Iterator[dict[str, Any]]:
        """Hand in documents one by one; the rows are those of `import --json`.

        Args:
            companions: files that a document is read along with; they are not sent, which a warning says.

        Raises:
            BadParameter: the service knows no such format or profile.
        """
        parameters = {"profile": list(profiles), "dry_run": str(dry_run).lower()}
        if project is not None:
            parameters["project"] = project
        for done, document in enumerate(documents, start=1):
            body, ok = self._posted("/records", document, parameters, format)
            rows = (
                [_row(item, document) for item in body.get("items", [body])]
                if ok
                else _refused(body, document)
            )
            for row in rows:
                if document.name in companions:
                    row["findings"].append(_alone(document, companions[document.name]))
                yield row
            progress(done, len(documents))

    def judge(
        self,
        documents: Sequence[Document],
        *,
        format: str | None,
        profiles: Sequence[str],
        progress: Progress,
    ) -> Iterator[dict[str, Any]]:
        """Have documents judged one by one; the rows are those of `validate --json`.

        Raises:
            BadParameter: the service knows no such format or profile.
        """
        for done, document in enumerate(documents, start=1):
            body, ok = self._posted("/validate", document, {"profile": list(profiles)}, format)
            if ok:
                yield from ({**finding, "source": document.name} for finding in body["results"])
            else:
                yield from (finding for row in _refused(body, document) for finding in row["findings"])
            progress(done, len(documents))

    def query(self, text: str, *, accept: str, as_of: str | None = None) -> tuple[str, bytes]:
        """The media type and the bytes of an answer; `as_of` asks the state of that moment."""
        asked = {"query": text, **({"asOf": as_of} if as_of is not None else {})}
        answer = self._checked(self._send("POST", "/sparql", data=asked, accept=accept))
        return answer.headers["Content-Type"].partition(";")[0], answer.content

    def export(self, name: str | None, *, format: str) -> Iterator[bytes]:
        """Records by id, IRI, or the IRI of what they are about; all of them when there is no name.

        Raises:
            NotFound: no such record.
            Gone: it was deleted.
        """
        found = self._records() if name is None else self._named(name)
        many = name is None or len(list(found)) > 1
        yield from joined((self._one(record, format, many) for record in found), format=format, many=many)

    def _one(self, record: dict[str, str], format: str, many: bool) -> bytes:
        media_types = {"turtle": "text/turtle", "jsonld": "application/ld+json"}
        accept = media_types.get(format, "application/n-triples")
        answer = self._checked(self._send("GET", f"/records/{quote(record['id'])}", accept=accept))
        if format not in media_types:
            return as_graph(answer.content, iri=record["iri"], format=format)
        if format == "jsonld" and many:
            return as_json_graph(answer.content, iri=record["iri"])
        return answer.content if answer.content.endswith(b"\n") else answer.content + b"\n"

    def _records(self, **parameters: str) -> Iterator[dict[str, str]]:
        path: str | None = "/records"
        wanted: dict[str, str] = {**parameters, "limit": "1000"}
        while path:
            page = self._checked(self._send("GET", path, params=wanted)).json()
            yield from page["items"]
            following = page.get("next")
            path, wanted = (f"/records?{following.partition('?')[2]}" if following else None), {}

    def _named(self, name: str) -> list[dict[str, str]]:
        """The living records that a name means: the one with this id or IRI, else all about this IRI."""
        id = name.rpartition("/")[2]
        if id:
            for record in self._records(q=id):
                if name in (record["id"], record["iri"]):
                    return [record]
        found = [record for record in self._records(q=name) if record["about"] == name]
        if not found:
            if name == id:  # the service knows whether it was ever there
                self._checked(self._send("GET", f"/records/{quote(id, safe='')}"))
            raise NotFound(f"The service has no record {name!r}, and none about it.", id=name)
        return found

    def _posted(
        self, path: str, document: Document, parameters: Mapping[str, Any], format: str | None
    ) -> tuple[dict[str, Any], bool]:
        """The JSON that the service answers to a document, and whether it is good news."""
        wanted = {**parameters, **({"format": format} if format else {})}
        named = {"Content-Disposition": f'attachment; filename="{_file_name(document)}"'}
        try:
            with _content(document) as content:
                answer = self._send("POST", path, params=wanted, data=content, headers=named)
        except OSError as error:
            return {
                "detail": f"{document.name} cannot be read: {error.strerror}.",
                "type": "/malformed-document",
            }, False
        problem = _error(answer) if not answer.ok else None
        if isinstance(problem, BadParameter) or answer.status_code >= requests.codes.server_error:
            raise problem or ImagegraphError(f"{self._url} answered {answer.status_code}.")
        try:
            body = answer.json()
        except ValueError:
            raise ImagegraphError(f"{self._url} does not answer like an imagegraph service.") from None
        return body, answer.ok

    def _send(
        self,
        method: str,
        path: str,
        *,
        accept: str = "application/json",
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> requests.Response:
        try:
            return self._session.request(
                method,
                self._url + path,
                headers={"Accept": accept, **(headers or {})},
                timeout=_SECONDS,
                **more,
            )
        except requests.RequestException as error:
            raise ImagegraphError(
                f"{self._url} does not answer ({type(error).__name__}). Is the service running?"
            ) from error

    def _checked(self, answer: requests.Response) -> requests.Response:
        if answer.ok:
            return answer
        raise _error(answer)


def _error(answer: requests.Response) -> ImagegraphError:
    try:
        body = answer.json()
        return from_dict({"slug": body["type"].rsplit("/", 1)[-1], "detail": body["detail"]})
    except (ValueError, KeyError, TypeError, AttributeError):
        return ImagegraphError(f"{answer.url} answered {answer.status_code} {answer.reason}.")


def _row(item: Mapping[str, Any], document: Document) -> dict[str, Any]:
    """A row of `import --json` from what the service tells of a record."""
    findings = [{**finding, "source": document.name} for finding in item.get("findings", ())]
    error = item.get("error")
    if error and not str(error.get("type", "")).endswith("/validation-failed"):
        findings.insert(0, _finding(error, document))
    return {"source": document.name, "iri": item.get("iri"), "status": item["status"], "findings": findings}


def _refused(body: Mapping[str, Any], document: Document) -> list[dict[str, Any]]:
    """The rows that a problem document makes."""
    if body.get("items"):
        return [_row(item, document) for item in body["items"]]
    report = body.get("report")
    results = report.get("results", ()) if isinstance(report, dict) else ()
    findings = [{**result, "source": document.name} for result in results] or [_finding(body, document)]
    return [{"source": document.name, "iri": body.get("iri"), "status": "refused", "findings": findings}]


def _finding(problem: Mapping[str, Any], document: Document) -> dict[str, Any]:
    path = problem.get("pointer") or problem.get("path")
    return Finding(
        severity="violation",
        message=str(problem.get("detail") or problem.get("title") or "refused"),
        focus=problem.get("focus"),
        path=str(path) if path else None,
        value=str(problem["value"]) if problem.get("value") is not None else None,
        shape=str(problem.get("type", "")).rsplit("/", 1)[-1] or None,
        source=document.name,
    ).as_dict()


def _alone(document: Document, companions: Sequence[str]) -> dict[str, Any]:
    return Finding(
        severity="warning",
        message=f"What belongs to this document was not sent: {', '.join(companions)}. Import it with --data where the service keeps its records to have that too.",
        source=document.name,
    ).as_dict()


def _file_name(document: Document) -> str:
    path = _file(document)
    return _NOT_IN_HEADER.sub("_", path.name if path else document.name)[-200:]


def _file(document: Document) -> Path | None:
    """The file that is sent; of a folder its RO-Crate metadata."""
    if document.path is None or not document.path.is_dir():
        return document.path
    return next(document.path / name for name in _CRATE if (document.path / name).is_file())


@contextmanager
def _content(document: Document) -> Iterator[bytes | IO[bytes]]:
    path = _file(document)
    if path is None:
        yield document.content
        return
    with path.open("rb") as file:
        yield file if path.stat().st_size else b""
