"""Every way in which imagegraph says no, as one tree.

* ImagegraphError
  x Refusal                    what was handed in cannot be accepted
    + UnknownFormat            no importer recognises it
    + MalformedDocument        it breaks the syntax of its format
    + EmptyDocument            it holds no statement
    + DocumentTooLarge         more bytes than the limit
    + DocumentTooDeep          nested deeper than the limit
    + DocumentTooSlow          reading it took longer, or more memory, than the limit
    + ForbiddenConstruct       entities, DTDs, remote contexts, paths that leave an archive
    + InvalidIri               something used as an IRI is none
    + InvalidIdentifier        an ORCID, ROR, … whose checksum or form is wrong
    + DuplicateIdentifier      one id names two things
    + UnknownField             a key that the model does not know
    + ValidationFailed         a SHACL violation
  x QueryRefusal
    + MalformedQuery
    + ForbiddenQuery           SERVICE, LOAD, updates
    + QueryTooLarge
    + ResultTooLarge
    + QueryTimeout
    + PastTooLarge             the graph of an earlier time is too large to be made
    + WorkersBusy
  x TooManyRequests            more than one client may send
  x BadParameter               a request parameter has an unusable value
  x Unauthorized               nobody has said who they are, or with a token that is none
  x Forbidden                  known, but not allowed to do this
  x NotFound                   no such record, query, profile, class …
  x Gone                       the record was deleted
  x NotAcceptable              no offered media type suits the caller
  x PreconditionFailed         If-Match names another version
  x PreconditionRequired       a change without If-Match
  x SourceUnavailable          a server elsewhere gave no usable answer
  x DataFolderError
    + DataFolderLocked         another process holds it
    + DataFolderDamaged        the journal does not verify

An error carries what a reader needs: `detail` says what happened and what to do, `extra` says where
(`source`, `line`, `column`, `pointer`, `path`, `value` …) in a form that machines can use.
"""

from __future__ import annotations

from typing import Any, ClassVar

#: characters of a text in an error; what quotes more of the input is shortened in the middle
LONGEST_TEXT = 1_500


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_TEXT:
        return text
    half = LONGEST_TEXT // 2 - 10
    return f"{text[:half]} … {text[-half:]}"


class ImagegraphError(Exception):
    """Anything imagegraph says no to; shown to people without a traceback.

    Args:
        detail: one or two sentences: what happened, where, what to do.
        extra: members for machines, JSON-serialisable. Like `detail`, texts of more than `LONGEST_TEXT`
            characters are shortened.
    """

    slug: ClassVar[str] = "error"
    title: ClassVar[str] = "Something went wrong"

    def __init__(self, detail: str, **extra: Any) -> None:
        self.detail = _shortened(detail)
        super().__init__(self.detail)
        self.extra: dict[str, Any] = {
            name: _shortened(value) if isinstance(value, str) else value for name, value in extra.items()
        }

    def as_dict(self) -> dict[str, Any]:
        """The error as plain values, for a report line or another process."""
        return {"slug": self.slug, "title": self.title, "detail": self.detail, "extra": self.extra}


class Refusal(ImagegraphError):
    """What was handed in cannot be accepted; nothing of it was stored."""

    slug = "refused"
    title = "The document was refused"


class UnknownFormat(Refusal):
    """No importer recognises the document."""

    slug = "unknown-format"
    title = "The format was not recognised"


class MalformedDocument(Refusal):
    """The document breaks the syntax of its format."""

    slug = "malformed-document"
    title = "The document is not well-formed"


class EmptyDocument(Refusal):
    """The document holds no statement."""

    slug = "empty-document"
    title = "The document is empty"


class DocumentTooLarge(Refusal):
    """The document has more bytes than the limit."""

    slug = "document-too-large"
    title = "The document is too large"


class DocumentTooDeep(Refusal):
    """The document is nested deeper than the limit."""

    slug = "document-too-deep"
    title = "The document is nested too deeply"


class DocumentTooSlow(Refusal):
    """Reading the document took more time or memory than the limit."""

    slug = "document-too-slow"
    title = "The document could not be read within the limits"


class ForbiddenConstruct(Refusal):
    """The document asks for something that is never done for a document."""

    slug = "forbidden-construct"
    title = "The document uses a forbidden construct"


class InvalidIri(Refusal):
    """Something that is used as an IRI is none."""

    slug = "invalid-iri"
    title = "Not a usable IRI"


class InvalidIdentifier(Refusal):
    """A persistent identifier whose form or checksum is wrong."""

    slug = "invalid-identifier"
    title = "Not a valid identifier"


class DuplicateIdentifier(Refusal):
    """One id names two things."""

    slug = "duplicate-identifier"
    title = "The same id is used twice"


class UnknownField(Refusal):
    """A key that the model does not know."""

    slug = "unknown-field"
    title = "Unknown field"


class ValidationFailed(Refusal):
    """At least one SHACL violation; `extra["report"]` is the whole report as plain values."""

    slug = "validation-failed"
    title = "The record breaks rules of its profile"


class QueryRefusal(ImagegraphError):
    """A query that is not answered."""

    slug = "query-refused"
    title = "The query was refused"


class MalformedQuery(QueryRefusal):
    """The text is not SPARQL 1.1 Query."""

    slug = "malformed-query"
    title = "The query is not valid SPARQL"


class ForbiddenQuery(QueryRefusal):
    """The query asks for the network or for a change."""

    slug = "forbidden-query"
    title = "The query asks for something that is not allowed"


class QueryTooLarge(QueryRefusal):
    """The text of the query is longer or deeper than the limit."""

    slug = "query-too-large"
    title = "The query is too large"


class ResultTooLarge(QueryRefusal):
    """The answer has more rows or bytes than the limit."""

    slug = "result-too-large"
    title = "The result is too large"


class QueryTimeout(QueryRefusal):
    """The query was stopped at its time or memory limit."""

    slug = "query-timeout"
    title = "The query was stopped at its limit"


class PastTooLarge(QueryRefusal):
    """The graph of an earlier time has more bytes than are made anew for a question."""

    slug = "past-too-large"
    title = "The past is too large"


class WorkersBusy(QueryRefusal):
    """No worker became free in time."""

    slug = "workers-busy"
    title = "Too much work at the moment"


class TooManyRequests(ImagegraphError):
    """One client sent more requests than it may; `extra["retry_after"]` says when to come back."""

    slug = "too-many-requests"
    title = "Too many requests"


class BadParameter(ImagegraphError):
    """A parameter has an unusable value."""

    slug = "bad-parameter"
    title = "A parameter cannot be used"


class Unauthorized(ImagegraphError):
    """A token is needed, or the one that was shown is none."""

    slug = "unauthorized"
    title = "A token is needed"


class Forbidden(ImagegraphError):
    """Who asks is known, and may not do this."""

    slug = "forbidden"
    title = "Not allowed"


class NotFound(ImagegraphError):
    """There is no such thing here."""

    slug = "not-found"
    title = "Not found"


class Gone(ImagegraphError):
    """It was here and was deleted; its tombstone stays."""

    slug = "gone"
    title = "Deleted"


class NotAcceptable(ImagegraphError):
    """None of the offered media types suits the caller."""

    slug = "not-acceptable"
    title = "No acceptable media type"


class PreconditionFailed(ImagegraphError):
    """If-Match names another version than the current one."""

    slug = "precondition-failed"
    title = "The record has changed in the meantime"


class PreconditionRequired(ImagegraphError):
    """A change of an existing record must say which version it changes."""

    slug = "precondition-required"
    title = "If-Match is required"


class SourceUnavailable(ImagegraphError):
    """A server elsewhere, which something was to be fetched from, gave no usable answer."""

    slug = "source-unavailable"
    title = "A server elsewhere did not answer"


class DataFolderError(ImagegraphError):
    """The data folder cannot be used."""

    slug = "data-folder"
    title = "The data folder cannot be used"


class DataFolderLocked(DataFolderError):
    """Another process holds the data folder."""

    slug = "data-folder-locked"
    title = "The data folder is in use"


class DataFolderDamaged(DataFolderError):
    """The journal does not verify."""

    slug = "data-folder-damaged"
    title = "The data folder is damaged"


def all_errors(root: type[ImagegraphError] = ImagegraphError) -> dict[str, type[ImagegraphError]]:
    """Every error of the tree by its slug."""
    found = {root.slug: root}
    for child in root.__subclasses__():
        found |= all_errors(child)
    return found


def from_dict(values: dict[str, Any]) -> ImagegraphError:
    """The error that `as_dict` described."""
    kind = all_errors().get(values["slug"], ImagegraphError)
    return kind(values["detail"], **values.get("extra", {}))
