"""What an intake worker does: read a document, normalise and judge its records, send them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from imagegraph.errors import DocumentTooLarge, ImagegraphError, MalformedDocument, UnknownFormat
from imagegraph.model.rdf import to_ntriples
from imagegraph.model.records import Document, PreparedRecord, TermUse
from imagegraph.model.reports import report_from_dict
from imagegraph.operations.importing import choose
from imagegraph.operations.own_statements import judge_by, own_statements
from imagegraph.operations.prepare import judge_with_terms, prepare
from imagegraph.ports.importing import Importer
from imagegraph.ports.validation import ShapesJudge, Validator

Frames = Iterator[tuple[dict[str, Any], list[bytes]]]
Task = Callable[[dict[str, Any], list[bytes]], Frames]

#: what is read of a file that is over the limit, to say at least what it is
_HEAD_BYTES = 1_000_000


def tasks(
    *, importers: Sequence[Importer], validator: Validator, by_shapes: ShapesJudge | None = None
) -> dict[str, Task]:
    """The tasks of an intake worker by name: `prepare`, `judge`, `judge-by` and `statements`."""

    def prepare_task(header: dict[str, Any], blobs: list[bytes]) -> Frames:
        document, importer = _opened(header, blobs, importers)
        made = prepare(
            document,
            importer=importer,
            validator=validator,
            base=header["base"],
            profiles=header["profiles"],
            record=header["record"],
            namespace=header["namespace"],
        )
        for item in made:
            if isinstance(item, ImagegraphError):
                yield {"error": item.as_dict()}, []
            else:
                yield {"record": packed(item)}, [item.ntriples]

    def judge_task(header: dict[str, Any], blobs: list[bytes]) -> Frames:
        document, importer = _opened(header, blobs, importers)
        judged = judge_with_terms(
            document, importer=importer, validator=validator, base=header["base"], profiles=header["profiles"]
        )
        yield {"report": judged.report.as_dict(), "term_uses": packed_uses(judged.term_uses)}, []

    def judge_by_task(header: dict[str, Any], blobs: list[bytes]) -> Frames:
        if by_shapes is None:
            raise UnknownFormat("Shapes of one's own cannot be judged by here.")
        document, importer = _opened(header, blobs[:1], importers)
        shapes, shapes_importer = _opened(header["shapes"], blobs[1:], importers)
        report = judge_by(
            document, importer=importer, shapes=shapes, shapes_importer=shapes_importer, judge=by_shapes,
            base=header["base"],
        )  # fmt: skip
        yield {"report": report.as_dict()}, []

    def statements_task(header: dict[str, Any], blobs: list[bytes]) -> Frames:
        document, importer = _opened(header, blobs, importers)
        yield {}, [to_ntriples(own_statements(document, importer=importer))]

    return {
        "prepare": prepare_task, "judge": judge_task, "judge-by": judge_by_task, "statements": statements_task,
    }  # fmt: skip


def packed(record: PreparedRecord) -> dict[str, Any]:
    """A prepared record as plain values; its statements travel beside it."""
    return {
        "id": record.id, "iri": record.iri, "about": record.about, "type": record.type, "title": record.title,
        "source": record.source, "format": record.format, "digest": record.digest,
        "report": record.report.as_dict(), "term_uses": packed_uses(record.term_uses),
    }  # fmt: skip


def unpacked(values: dict[str, Any], ntriples: bytes) -> PreparedRecord:
    """The prepared record that `packed` described."""
    members = {
        **values,
        "report": report_from_dict(values["report"]),
        "term_uses": unpacked_uses(values.get("term_uses", ())),
    }
    return PreparedRecord(**members, ntriples=ntriples)


def packed_uses(uses: Iterable[TermUse]) -> list[dict[str, Any]]:
    """Term uses as plain values."""
    return [dict(vars(use)) for use in uses]


def unpacked_uses(values: Iterable[dict[str, Any]]) -> tuple[TermUse, ...]:
    """The term uses that `packed_uses` described."""
    return tuple(TermUse(**{**use, "labels": tuple(use["labels"])}) for use in values)


def _opened(
    header: dict[str, Any], blobs: list[bytes], importers: Sequence[Importer]
) -> tuple[Document, Importer]:
    document = Document(
        name=header["name"],
        content=blobs[0] if blobs else b"",
        media_type=header["media_type"],
        path=Path(header["path"]) if header["path"] else None,
        format=header["format"],
    )
    limit = header["document_bytes"]
    size = len(document.content)
    if document.path is not None and document.path.is_file() and not blobs:
        try:
            size = document.path.stat().st_size
            with document.path.open("rb") as file:
                document = replace(document, content=file.read(limit if size <= limit else _HEAD_BYTES))
        except OSError as error:
            raise MalformedDocument(
                f"{document.name} cannot be read: {error.strerror}.", source=document.name
            ) from error
    importer = choose(document, importers)
    if size > limit and not importer.name.endswith("tiff"):  # of an image file only the header is read
        raise DocumentTooLarge(
            f"{document.name} has {size:,} bytes; at most {limit:,} are read. "
            "Split it, or raise IMAGEGRAPH_DOCUMENT_BYTES.",
            source=document.name,
        )
    return document, importer
