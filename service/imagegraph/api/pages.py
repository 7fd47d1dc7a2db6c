"""Pages for people, from the templates of `imagegraph.web`.

Everything that comes from a record is escaped; characters that would hide or reorder text are spelled out,
and only `http` and `https` addresses become links.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from imagegraph import __version__
from imagegraph.model.access import Caller
from imagegraph.model.identifiers import identifier_of
from imagegraph.model.projects import VISIBILITIES
from imagegraph.model.records import RecordSummary, Version
from imagegraph.model.reports import Report
from imagegraph.operations.describe import describe, label_of, spelled_out
from imagegraph.operations.examples import list_examples
from imagegraph.operations.linking.judging import with_identifier_findings
from imagegraph.operations.projects.placing import may_in
from imagegraph.operations.services import Services
from imagegraph.operations.terms.description import find_term
from imagegraph.ports.exporting import suits

#: `Content-Security-Policy` of every page: nothing from elsewhere, no script of our own but the API browser's
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
#: statements above which a page does not carry its JSON-LD along
_MOST_EMBEDDED = 200_000
_LONGEST_HEADING = 300
_MARKS = {"violation": "Must be fixed", "warning": "Should be looked at", "info": "For information"}


def visible(value: object) -> object:
    """The text with characters that cannot be seen, or turn text around, spelled out as `⟨U+202E⟩`."""
    if isinstance(value, Markup) or not isinstance(value, str) or value.isprintable():
        return value
    return "".join(_visible_character(one) for one in value)


def _visible_character(character: str) -> str:
    if character in "\n\t " or unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp"):
        return character
    return f"⟨U+{ord(character):04X}⟩"


def web_address(iri: str | None) -> str | None:
    """The IRI when a browser may follow it, else None."""
    if iri is None:
        return None
    try:
        parts = urlsplit(iri)
    except ValueError:
        return None
    return iri if parts.scheme in ("http", "https") and parts.netloc else None


def shortened(text: str) -> str:
    """A text for headings: one that would fill the page is cut."""
    return text if len(text) <= _LONGEST_HEADING else f"{text[: _LONGEST_HEADING - 1]}…"


def identifier_page(iri: str | None) -> str:
    """The path of our page about a persistent identifier, below the root; empty for another IRI."""
    found = identifier_of(iri) if iri else None
    return f"/identifiers/{found.scheme}/{quote(found.value, safe='/:')}" if found is not None else ""


def script_data(content: bytes) -> Markup:
    """JSON that can stand inside a `<script>` element."""
    text = content.decode().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(text)  # noqa: S704 - the three characters that mean something in HTML are escaped


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("imagegraph.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "web": web_address, "label": label_of, "words": spelled_out,
        "part": lambda text: quote(text, safe=""), "day": lambda text: text[:10],
        "minute": lambda text: f"{text[:10]} {text[11:16]} UTC",
        "identifier": identifier_page, "mark": lambda severity: _MARKS[severity], "shortened": shortened,
    }  # fmt: skip
    return environment


def page(services: Services, template: str, **values: Any) -> bytes:
    """One page, UTF-8."""
    root = urlsplit(services.settings.base).path.rstrip("/")
    text = (
        _environment()
        .get_template(template)
        .render(root=root, base=services.settings.base, release=__version__, **values)
    )
    return text.encode("utf-8", "replace")


def landing(services: Services, *, counts: Mapping[str, int], queries: Sequence[Any]) -> bytes:
    """What the service is, what it holds, and what to do first."""
    return page(
        services, "landing.html", counts=counts, queries=queries, formats=services.formats,
        profiles=services.profiles,
    )  # fmt: skip


def records(
    services: Services,
    items: Sequence[RecordSummary],
    *,
    type: str,
    q: str,
    next_page: str | None,
    first: bool,
) -> bytes:
    """One page of the list of records."""
    return page(
        services, "records.html", items=items, type=type, q=q, next_page=next_page, first=first,
        types=services.journal.counts(),
    )  # fmt: skip


def record(
    services: Services,
    summary: RecordSummary,
    version: Version,
    *,
    history: Sequence[Version],
    caller: Caller,
) -> bytes:
    """One version of a record, with who sees it, for those who are in its project."""
    exporter = services.exporters.get("application/ld+json")
    embedded = None
    if exporter is not None and len(version.ntriples) < _MOST_EMBEDDED:
        embedded = script_data(exporter.export(version))
    description = describe(
        version, find=services.journal.find, find_term=lambda iri: find_term(iri, lookup=services.terms)
    )
    return page(
        services, "record.html", record=version, summary=summary, description=description,
        report=with_identifier_findings(
            version.report, version.ntriples, known=services.linking.known, source=version.source
        ),
        history=history, embedded=embedded, sight=_sight(services, summary.id, caller), current=version.number == summary.version,
        exporters=[exporter for exporter in services.exporters.values() if suits(exporter, version.type)],
    )  # fmt: skip


def _sight(services: Services, id: str, caller: Caller) -> dict[str, Any] | None:
    """Who sees a record, and what somebody may make of it; None for who is not in its project."""
    placement, now = services.projects.placement(id), services.now()
    if placement is None or not may_in(caller, placement.project, "reader"):
        return None
    visibility = placement.visibility(now)
    choices = VISIBILITIES if visibility != "public" or caller.scope == "admin" else ()
    may_decide = bool(choices) and may_in(caller, placement.project, "owner")
    return {**placement.as_dict(now), "may_decide": may_decide, "choices": choices}


def report(services: Services, found: Report, *, title: str, back: str | None) -> bytes:
    """What rules say about a record or document."""
    return page(services, "report.html", report=found, title=title, back=back)


def queries(services: Services, listed: Sequence[Any]) -> bytes:
    """The named queries."""
    return page(services, "queries.html", queries=listed)


def query(
    services: Services, asked: Any, *, values: Mapping[str, str], columns: Sequence[str],
    rows: Sequence[Sequence[Mapping[str, str] | None]], error: str | None, links: Mapping[str, str],
) -> bytes:  # fmt: skip
    """A named query, a form for its parameters, and its answer."""
    return page(
        services,
        "query.html",
        query=asked,
        values=values,
        columns=columns,
        rows=rows,
        error=error,
        links=links,
    )


def problem(services: Services, *, slug: str, title: str, text: str, status: str) -> bytes:
    """What a kind of error means."""
    return page(services, "problem.html", slug=slug, title=title, text=text, status=status)


def examples(services: Services, names: Sequence[str]) -> bytes:
    """The classes that have an example."""
    return page(services, "examples.html", names=names)


def example(services: Services, *, name: str, text: str) -> bytes:
    """One example document."""
    return page(services, "example.html", name=name, text=text)


def reference(
    services: Services, *, title: str, text: str, files: Mapping[str, str], classes: Sequence[str] = ()
) -> bytes:
    """A list of files with what they are, and of classes of the model."""
    return page(services, "files.html", title=title, text=text, files=files, classes=classes)


def model_class(services: Services, *, name: str, definition: Mapping[str, Any]) -> bytes:
    """What one class of the model says."""
    has_example = name in list_examples()
    return page(services, "class.html", name=name, definition=definition, has_example=has_example)


def browser(services: Services, *, assets: str) -> bytes:
    """The API in the browser."""
    return page(services, "docs.html", assets=assets)
