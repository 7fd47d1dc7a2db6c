"""A small believable vocabulary of imaging, and one of anatomy that borrows from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imagegraph.model.ontology import (
    PART_OF,
    Parent,
    Release,
    ReleaseHeader,
    Term,
    TermKind,
    TermName,
)
from imagegraph.ports.terms import TermArchive

IMAGING = "http://example.org/imaging/IMG_"
ANATOMY = "http://example.org/anatomy/ANA_"


def imaging(number: int) -> str:
    """IRI of a term of the imaging vocabulary."""
    return f"{IMAGING}{number:04}"


def anatomy(number: int) -> str:
    """IRI of a term of the anatomy vocabulary."""
    return f"{ANATOMY}{number:04}"


def term(
    iri: str, label: str | None = None, *, names: Iterable[TermName] = (), synonyms: Iterable[str] = (),
    below: Iterable[str] = (), part_of: Iterable[str] = (), definition: str | None = None, obsolete: bool = False,
    replaced_by: Iterable[str] = (), kind: TermKind = "class",
) -> Term:  # fmt: skip
    """A term, shortly said: `label` is English, `synonyms` are exact, `names` is what else there is."""
    labels = [] if label is None else [TermName(text=label, language="en")]
    exact = [TermName(text=synonym, kind="exact") for synonym in synonyms]
    parents = [Parent(iri=parent) for parent in below]
    parents += [Parent(iri=whole, relation=PART_OF) for whole in part_of]
    return Term(
        iri=iri, kind=kind, names=(*labels, *names, *exact), definition=definition, parents=tuple(parents),
        obsolete=obsolete, replaced_by=tuple(replaced_by),
    )  # fmt: skip


def imaging_terms() -> Sequence[Term]:
    """Twelve terms in the order of their IRIs: a hierarchy of methods, one obsolete, one without label."""
    german = TermName(text="Lichtmikroskopie", language="de")
    narrow = TermName(text="epifluorescence", kind="narrow")
    bench = TermName(text="EM", kind="abbreviation")
    glow = "Light that a fluorophore emits is seen."
    return (
        term(imaging(1), "imaging method"),
        term(imaging(2), "light microscopy", names=[german], below=[imaging(1)]),
        term(imaging(3), "fluorescence microscopy", names=[narrow], synonyms=["FM"], below=[imaging(2)], definition=glow),
        term(imaging(4), "confocal microscopy", synonyms=["LSCM"], below=[imaging(3)]),
        term(imaging(5), "spinning disk confocal microscopy", synonyms=["SDCM"], below=[imaging(4)]),
        term(imaging(6), "electron microscopy", names=[bench], below=[imaging(1)]),
        term(imaging(7), "Förster resonance energy transfer", synonyms=["FRET"], below=[imaging(3)]),
        term(imaging(8), "obsolete deconvolution", replaced_by=[imaging(4)]),
        term(imaging(9), "objective"),
        term(imaging(10), "front lens of objective", part_of=[imaging(9)]),
        term(imaging(11), None, below=[imaging(10)]),
        term(imaging(12), "has numerical aperture", kind="property"),
    )  # fmt: skip


def anatomy_terms() -> Sequence[Term]:
    """Four terms, one of them borrowed from imaging with an outdated parent."""
    return (
        term(anatomy(1), "organ"),
        term(anatomy(2), "eye", below=[anatomy(1)]),
        term(anatomy(3), "lens", synonyms=["crystalline lens"], part_of=[anatomy(2)]),
        term(imaging(9), "objective (borrowed)", below=[anatomy(3)]),
    )


def add_imaging(
    archive: TermArchive, terms: Iterable[Term] | None = None, *, version: str = "2026-01-01", digest: str = "i1",
    current: bool = True, source: str = "img.obo",
) -> Release:  # fmt: skip
    """Add a release of the imaging vocabulary."""
    return archive.add(
        "img", header=ReleaseHeader(version=version, title="Imaging"), terms=imaging_terms() if terms is None else terms,
        base=IMAGING, source=source, digest=digest, current=current,
    )  # fmt: skip


def add_anatomy(archive: TermArchive, terms: Iterable[Term] | None = None, *, digest: str = "a1") -> Release:
    """Add a release of the anatomy vocabulary."""
    return archive.add(
        "ana", header=ReleaseHeader(version="7"), terms=anatomy_terms() if terms is None else terms,
        base=ANATOMY, source="ana.owl", digest=digest,
    )  # fmt: skip
