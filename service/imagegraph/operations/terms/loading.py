"""Loading ontology files into the index of terms: which reader, which vocabulary, which base."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from itertools import chain, islice
from pathlib import Path

from imagegraph.errors import BadParameter, EmptyDocument, MalformedDocument, UnknownFormat
from imagegraph.model.ontology import ReadProblem, Release, ReleaseHeader, Term
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.operations.terms.files import head_of
from imagegraph.ports.terms import OntologyReader, TermArchive

#: so many terms decide which vocabulary a file is of
_SAMPLE = 5_000
#: a file is of the vocabulary that it names when at least this part of its terms is
_LEAST_SHARE = 0.05
_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")
_PAGE = re.compile(rb"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_ARCHIVES = {b"PK\x03\x04": "zip", b"7z\xbc\xaf": "7z", b"\xfd7zXZ": "xz", b"BZh": "bzip2", b"Rar!": "rar"}


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What became of an ontology file.

    Attributes:
        format: name of the reader that read it.
        problems: the parts of it that could not be read.
    """

    release: Release
    format: str
    problems: tuple[ReadProblem, ...]


def load_file(
    path: Path,
    *,
    readers: Sequence[OntologyReader],
    archive: TermArchive,
    registry: VocabularyRegistry,
    ontology: str | None = None,
    source: str | None = None,
    current: bool = True,
    progress: Callable[[int], None] = lambda count: None,
) -> Loaded:
    """Read an ontology file and keep it as a release.

    Args:
        ontology: id of the vocabulary; None to find out from the file.
        source: where it came from, when it is not the file's own name.
        current: it becomes the release that answers.
        progress: called with the number of terms read so far.

    Raises:
        BadParameter: the id cannot be one.
        UnknownFormat, MalformedDocument, EmptyDocument, ForbiddenConstruct, DocumentTooLarge: the file cannot be read;
            the index is as it was.
        NotFound: there is no such file.
    """
    ontology = ontology.lower() if ontology else None
    if ontology is not None and not _ID.fullmatch(ontology):
        raise BadParameter(
            f"{ontology!r} cannot be the id of a vocabulary; write small letters and digits, such as fbbi.",
            parameter="ontology", value=ontology,
        )  # fmt: skip
    reader = choose(path, readers=readers)
    file = reader.open(path)
    first = list(islice(file.terms, _SAMPLE))
    if not first:
        why = next((f" {problem.message}" for problem in file.problems if problem.line or problem.term), "")
        raise EmptyDocument(f"{path.name} is {reader.title}, but names no term.{why}", source=path.name)
    id, base = vocabulary_of(first, header=file.header, name=path.name, registry=registry, ontology=ontology)
    with path.open("rb") as stored:
        digest = file_digest(stored, "sha256").hexdigest()
    release = archive.add(
        id,
        header=file.header,
        terms=chain(first, file.terms),
        base=base,
        source=source or path.name,
        digest=digest,
        current=current,
        progress=progress,
    )
    return Loaded(release=release, format=reader.name, problems=tuple(file.problems))


def choose(path: Path, *, readers: Sequence[OntologyReader]) -> OntologyReader:
    """The reader for a file, by its content.

    Raises:
        EmptyDocument: it has no byte.
        MalformedDocument: it is a web page.
        UnknownFormat: no reader recognises it.
    """
    head = head_of(path)
    if not head.strip():
        raise EmptyDocument(f"{path.name} is empty.", source=path.name)
    if is_page(head):
        raise MalformedDocument(
            f"{path.name} is a web page, not an ontology: the address it came from answers with a page "
            "(often an error or a log-in). Look at it in a browser, and fetch the file itself.",
            source=path.name,
        )
    found = next((reader for reader in readers if reader.recognises(head, name=path.name)), None)
    if found is None:
        archive = next((kind for magic, kind in _ARCHIVES.items() if head.startswith(magic)), None)
        what = (
            f"is a {archive} archive; unpack it first" if archive else "is no ontology file that can be read"
        )
        titles = ", ".join(dict.fromkeys(reader.title for reader in readers))
        raise UnknownFormat(f"{path.name} {what}. Known are {titles}, also with gzip.", source=path.name)
    return found


def is_page(head: bytes) -> bool:
    """Whether something begins like an HTML page."""
    return _PAGE.match(head) is not None


def vocabulary_of(
    terms: Iterable[Term],
    *,
    header: ReleaseHeader,
    name: str,
    registry: VocabularyRegistry,
    ontology: str | None,
) -> tuple[str, str]:
    """Id of the vocabulary that a file is a release of, and the base of its own terms.

    The id that is given, else the one that the file gives itself when some of its terms are of it, else that of
    most terms. Vocabularies that the registry does not know have the base that most terms share.
    """
    bases: Counter[str] = Counter()
    own, total, stated = 0, 0, registry.vocabularies.get(header.ontology)
    for term in terms:
        vocabulary = registry.of_iri(term.iri)
        weight = 1 if term.kind == "property" else 100
        bases[base_of(term.iri) if vocabulary is None else vocabulary.base] += weight
        own += vocabulary is not None and vocabulary == stated
        total += 1
    ((most, _),) = bases.most_common(1)
    if ontology is not None:
        entry = registry.vocabularies.get(ontology)
        return ontology, entry.base if entry is not None else most
    borrowed = "/import" in header.iri  # `obo/obi/dev/import/CL_imports.owl` is what OBI takes from CL
    if stated is not None and not borrowed and own >= _LEAST_SHARE * total:
        return stated.id, stated.base
    for id, entry in registry.vocabularies.items():
        if entry.base == most:
            return id, most
    id = header.ontology or _slug(re.split("[/#]", header.iri.rstrip("/#"))[-1]) or _slug(name) or "unnamed"
    return (f"{id}-file" if id in registry.vocabularies else id), most


def base_of(iri: str) -> str:
    """What an IRI begins with, up to its local part: the last `#` or `/`, and the prefix of an OBO id.

    >>> base_of("http://purl.obolibrary.org/obo/XY_0000001")
    'http://purl.obolibrary.org/obo/XY_'
    """
    found = re.match(r"(.*[#/])(?:([A-Za-z][A-Za-z0-9]*_)(?=\w*\d\w*$))?", iri)
    return (found[1] + (found[2] or "")) if found else iri


def _slug(name: str) -> str:
    """A name as an id; empty when nothing of it can be one."""
    stem = name.lower().removesuffix(".gz").partition(".")[0]
    return re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:64]
