"""A running imagegraph service, spoken to over HTTP by the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

import requests

from imagegraph.errors import ImagegraphError, NotFound, from_dict
from imagegraph.model.records import Document

_SECONDS = 300
_SUFFIXES = {"turtle": "text/turtle", "jsonld": "application/ld+json"}


class RemoteService:
    """The service at a URL.

    Args:
        url: its address, with or without a slash at the end.
    """

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._session = requests.Session()
        self._session.trust_env = False

    def is_ready(self) -> bool:
        """Whether the service says that it can work."""
        return self._send("GET", "/health/ready").status_code == requests.codes.ok

    def take(
        self,
        documents: Sequence[Document],
        *,
        format: str | None,
        profiles: Sequence[str],
        dry_run: bool,
        progress: Callable[[int, int], None],
    ) -> list[dict[str, Any]]:
        """Hand in documents one by one; the rows are those of `import --json`."""
        rows: list[dict[str, Any]] = []
        for done, document in enumerate(documents, start=1):
            parameters = {"profile": list(profiles), "dry_run": str(dry_run).lower(), "source": document.name}
            if format:
                parameters["format"] = format
            answer = self._send(
                "POST", "/records", params=parameters, data=_content(document), accept="application/json"
            )
            body = answer.json()
            if answer.ok:
                for item in body.get("items", [body]):
                    rows.append({name: item.get(name) for name in ("source", "iri", "status", "findings")})
                    rows[-1]["source"] = rows[-1]["source"] or document.name
            else:
                rows += _refused(document, body)
            progress(done, len(documents))
        return rows

    def judge(
        self,
        documents: Sequence[Document],
        *,
        format: str | None,
        profiles: Sequence[str],
        progress: Callable[[int, int], None],
    ) -> list[dict[str, Any]]:
        """Have documents judged one by one; the rows are those of `validate --json`."""
        rows: list[dict[str, Any]] = []
        for done, document in enumerate(documents, start=1):
            parameters = {"profile": list(profiles), **({"format": format} if format else {})}
            answer = self._send(
                "POST", "/validate", params=parameters, data=_content(document), accept="application/json"
            )
            body = answer.json()
            if answer.ok:
                rows += [{**result, "source": document.name} for result in body["results"]]
            else:
                rows += [finding for row in _refused(document, body) for finding in row["findings"]]
            progress(done, len(documents))
        return rows

    def query(self, text: str, *, accept: str) -> tuple[str, bytes]:
        """The media type and the bytes of an answer."""
        answer = self._checked(
            self._send("POST", "/sparql", data={"query": text}, accept=f"{accept}, text/turtle;q=0.9")
        )
        return answer.headers["Content-Type"].partition(";")[0], answer.content

    def export(self, name: str | None, *, format: str) -> Iterator[bytes]:
        """One record by its id or IRI, or all of them."""
        if format not in _SUFFIXES:
            raise ImagegraphError(
                f"A service gives records as {' or '.join(_SUFFIXES)}; use --data for {format}."
            )
        for id in [self._id_of(name)] if name is not None else self._ids():
            path = f"/records/{quote(id)}"
            yield self._checked(self._send("GET", path, accept=_SUFFIXES[format])).content
            yield b"\n"

    def _ids(self) -> Iterator[str]:
        path: str | None = "/records"
        while path:
            page = self._checked(self._send("GET", path, accept="application/json")).json()
            yield from (item["id"] for item in page["items"])
            following = page.get("next")
            path = f"/records?{following.partition('?')[2]}" if following else None

    def _id_of(self, name: str) -> str:
        if "/" not in name:
            return name
        if "/records/" in name:
            return name.rsplit("/", 1)[-1]
        found = self._checked(
            self._send("GET", "/records", params={"about": name}, accept="application/json")
        ).json()
        if not found["items"]:
            raise NotFound(f"The service has no record about {name}.")
        return str(found["items"][0]["id"])

    def _send(
        self, method: str, path: str, *, accept: str = "application/json", **more: Any
    ) -> requests.Response:
        try:
            return self._session.request(
                method, self._url + path, headers={"Accept": accept}, timeout=_SECONDS, **more
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
    except (ValueError, KeyError):
        return ImagegraphError(f"{answer.url} answered {answer.status_code} {answer.reason}.")


def _refused(document: Document, body: dict[str, Any]) -> list[dict[str, Any]]:
    report = body.get("report", {}).get("results")
    findings = report or [
        {
            "severity": "violation",
            "message": body.get("detail", body.get("title", "refused")),
            "focus": body.get("focus"),
            "path": body.get("pointer"),
            "value": body.get("value"),
            "shape": str(body.get("type", "")).rsplit("/", 1)[-1],
            "source": document.name,
        }  # fmt: skip
    ]
    return [{"source": document.name, "iri": body.get("iri"), "status": "refused", "findings": findings}]


def _content(document: Document) -> bytes:
    if document.path is None:
        return document.content
    path = document.path
    if path.is_dir():
        path = next(
            path / name
            for name in ("ro-crate-metadata.json", "ro-crate-metadata.jsonld")
            if (path / name).is_file()
        )
    return path.read_bytes()
