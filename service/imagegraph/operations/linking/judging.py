"""What is wrong with the identifiers of a record, by what their authorities say. Asks nobody.

Kinds of findings; each names the identifier and what to type:

* `not-found`, a warning: the authority says that there is no such identifier; an info for a DOI that the record
  itself gives to a study or a dataset: it may be registered with the publication;
* `replaced`, a warning: it was merged or deprecated; the successor is named;
* `obsolete`, a warning: it was withdrawn, retracted or closed, without a successor;
* `ambiguous`, a warning: it stands for several things;
* `restricted`, an info: it exists, but its record is not public;
* `noted`, a warning: the authority says something that matters: a discontinued antibody, a misidentified cell line;
* `name-differs`, a warning for people, an info for organisations: the record calls it by no name that the authority has;
* `detail-differs`, a warning: another catalogue number, model or serial number;
* `kind-differs`, a warning: the DOI of a dataset in place of a paper, of an article in place of an instrument …
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from imagegraph.model.folding import fold
from imagegraph.model.identifiers import Identifier
from imagegraph.model.rdf import IG, SCHEMA
from imagegraph.model.reports import Finding, Report, Severity, sorted_findings
from imagegraph.model.resolutions import Resolution, ResolutionState, Thing
from imagegraph.operations.linking.claims import Claim, claims
from imagegraph.operations.linking.mentions import mentioned_identifiers, resolvable
from imagegraph.operations.reconciliation.names import may_be_same_name
from imagegraph.ports.resolving import KnownResolutions

FindingKind = Literal[
    "not-found", "replaced", "obsolete", "ambiguous", "restricted", "noted", "name-differs", "detail-differs",
    "kind-differs",
]  # fmt: skip
#: beginning of the IRI of every rule here
SHAPES = f"{IG!s}shape/identifier-"
#: names that one message lists
_MOST_LISTED = 3
_DETAIL_NAMES: Mapping[str, str] = {
    "catalog_number": "catalogue number", "model": "model", "serial_number": "serial number",
}  # fmt: skip
#: classes of the model -> kinds that the authority may say
_KINDS: Mapping[str, frozenset[str]] = {
    SCHEMA.ScholarlyArticle.value: frozenset(("Publication",)),
    IG.Instrument.value: frozenset(("Instrument",)),
    IG.Study.value: frozenset(("Dataset",)),
    SCHEMA.Dataset.value: frozenset(("Dataset",)),
    IG.Antibody.value: frozenset(("Antibody",)),
    SCHEMA.SoftwareApplication.value: frozenset(("Software",)),
}
#: classes of things that a record may give a DOI to before it is registered
_OWN = frozenset((IG.Study.value, SCHEMA.Dataset.value, IG.Instrument.value))
_WORD = re.compile(r"[^a-z0-9]+")


def identifier_findings(ntriples: bytes, *, known: KnownResolutions) -> tuple[Finding, ...]:
    """What there is to say about the identifiers of a record, most severe first.

    Args:
        ntriples: sorted N-Triples of the record.
        known: what was answered before.
    """
    found: dict[str, tuple[Identifier, Resolution]] = {}
    for iri in mentioned_identifiers(ntriples):
        identifier = resolvable(iri)
        resolution = known.known(identifier) if identifier is not None else None
        if identifier is not None and resolution is not None:
            found[iri] = (identifier, resolution)
    if not found:
        return ()
    said = claims(ntriples, found)
    return sorted_findings(
        finding
        for iri, (identifier, resolution) in found.items()
        for finding in _findings(identifier, resolution, said[iri])
    )


def with_identifier_findings(
    report: Report, ntriples: bytes, *, known: KnownResolutions, source: str
) -> Report:
    """A report with what is known today about the identifiers of the record.

    Args:
        source: the document that the record came from.
    """
    found = identifier_findings(ntriples, known=known)
    if not found:
        return report
    told = (replace(finding, source=source) for finding in found)
    return Report(sorted_findings((*report.findings, *told)), report.profiles)


def _findings(identifier: Identifier, resolution: Resolution, claim: Claim) -> Iterator[Finding]:
    told = _STATES.get(resolution.state)
    if resolution.state == "not_found" and identifier.scheme == "doi" and claim.types & _OWN:
        yield _finding(
            "not-found", "info", claim,
            f"{_short(identifier)} is not registered yet. It becomes known with the publication.",
        )  # fmt: skip
    elif told is not None:
        kind, severity, sentence = told
        yield _finding(kind, severity, claim, sentence(identifier, resolution))
    thing = resolution.thing
    if thing is None:
        return
    for note in thing.notes:
        if resolution.state not in ("replaced", "obsolete"):
            yield _finding("noted", "warning", claim, f"{_called(identifier, thing)}: {note}")
    yield from _differences(identifier, thing, claim)


def _differences(identifier: Identifier, thing: Thing, claim: Claim) -> Iterator[Finding]:
    if thing.names and claim.names and thing.kind in ("Person", "Organisation"):
        same = may_be_same_name if thing.kind == "Person" else _may_be_same_organisation
        if not any(same(mine, theirs) for mine in claim.names for theirs in thing.names):
            severity: Severity = "warning" if thing.kind == "Person" else "info"
            yield _finding(
                "name-differs", severity, claim,
                f"The record calls {_short(identifier)} “{claim.names[0]}”, its authority calls it "
                f"{_listed(thing.names)}. Look whether it is the identifier of somebody else.",
                value=claim.names[0],
            )  # fmt: skip
    for name, spoken in _DETAIL_NAMES.items():
        mine, theirs = claim.details.get(name, ()), thing.details.get(name, ())
        if mine and theirs and not {_plain(one) for one in mine} & {_plain(one) for one in theirs}:
            yield _finding(
                "detail-differs", "warning", claim,
                f"The record says {spoken} {mine[0]} for {_called(identifier, thing)}, the authority says "
                f"{_listed(theirs)}. One of the two is wrong, or it is another thing.",
                value=mine[0],
            )  # fmt: skip
    expected = [kinds for kind, kinds in _KINDS.items() if kind in claim.types]
    if expected and thing.kind != "Thing" and not any(thing.kind in kinds for kinds in expected):
        wanted = " or ".join(sorted({kind.lower() for kinds in expected for kind in kinds}))
        yield _finding(
            "kind-differs", "warning", claim,
            f"{_called(identifier, thing)} is registered as {_article(thing.kind.lower())}, but stands in place of "
            f"{_article(wanted)}. Type the identifier of the {wanted}, or correct its type.",
        )  # fmt: skip


def _finding(
    kind: FindingKind, severity: Severity, claim: Claim, message: str, *, value: str | None = None
) -> Finding:
    return Finding(
        severity=severity, message=message, focus=claim.iri, value=value or claim.iri, shape=f"{SHAPES}{kind}"
    )


def _short(identifier: Identifier) -> str:
    prefix = {"rrid": "RRID:", "doi": "DOI ", "orcid": "ORCID ", "ror": "ROR ", "handle": "Handle "}
    return f"{prefix.get(identifier.scheme, '')}{identifier.value}"


def _called(identifier: Identifier, thing: Thing) -> str:
    return f"{_short(identifier)} (“{thing.label}”)" if thing.label else _short(identifier)


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:_MOST_LISTED])
    return shown + (f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else "")


def _article(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def _plain(text: str) -> str:
    return _WORD.sub("", text.lower())


def _may_be_same_organisation(mine: str, theirs: str) -> bool:
    """Equal but for case and punctuation, or one is a part of the other: departments, cities, countries."""
    left, right = f" {fold(mine)} ", f" {fold(theirs)} "
    return left in right or right in left


def _subject(identifier: Identifier, resolution: Resolution) -> str:
    return _called(identifier, resolution.thing) if resolution.thing else _short(identifier)


def _not_found(identifier: Identifier, resolution: Resolution) -> str:
    return (
        f"{_short(identifier)} does not exist, says {resolution.authority}. Compare it with the source, "
        "or leave it out."
    )


def _replaced(identifier: Identifier, resolution: Resolution) -> str:
    return (
        f"{_subject(identifier, resolution)} is no longer in use. Type {resolution.successors[-1]} instead."
    )


def _obsolete(identifier: Identifier, resolution: Resolution) -> str:
    notes = (*(resolution.thing.notes if resolution.thing else ()), resolution.detail)
    why = next((note for note in notes if note), "There is no successor.")
    return f"{_subject(identifier, resolution)} was withdrawn. {why}"


def _ambiguous(identifier: Identifier, resolution: Resolution) -> str:
    choice = ", ".join(resolution.successors[:5]) or resolution.detail
    return f"{_subject(identifier, resolution)} stands for several things; a person must choose: {choice}"


def _restricted(identifier: Identifier, resolution: Resolution) -> str:
    return f"{_short(identifier)} exists, but nothing about it is public. {resolution.detail}".strip()


_STATES: Mapping[ResolutionState, tuple[FindingKind, Severity, Callable[[Identifier, Resolution], str]]] = {
    "not_found": ("not-found", "warning", _not_found),
    "replaced": ("replaced", "warning", _replaced),
    "obsolete": ("obsolete", "warning", _obsolete),
    "ambiguous": ("ambiguous", "warning", _ambiguous),
    "restricted": ("restricted", "info", _restricted),
}
