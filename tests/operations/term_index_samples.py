"""A small index with two releases of an imaging ontology, taxa, and a starter, for tests of terms in records."""

from __future__ import annotations

from pathlib import Path

from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.model.ontology import PART_OF, STARTER, Parent, ReleaseHeader, Term, TermName
from imagegraph.model.vocabularies import packaged_registry

OBO = "http://purl.obolibrary.org/obo/"
METHOD, LIGHT, CONFOCAL, ELECTRON = (
    f"{OBO}FBbi_{number}" for number in ("00000222", "00000345", "00000251", "00000256")
)
OLD, SPLIT, LOST, FIXED = (
    f"{OBO}FBbi_{number}" for number in ("00000900", "00000901", "00000902", "00000002")
)
MOUSE, MUS, DROPLET = f"{OBO}NCBITaxon_10090", f"{OBO}NCBITaxon_10088", f"{OBO}GO_0005811"


def term(iri: str, label: str, *parents: str, **more: object) -> Term:
    """A term with an English label below others."""
    synonyms = more.pop("synonyms", ())
    assert isinstance(synonyms, tuple)
    names = (TermName(text=label, language="en"), *(TermName(text=text, kind="exact") for text in synonyms))
    return Term(iri=iri, names=names, parents=tuple(Parent(iri=p) for p in parents), **more)  # type: ignore[arg-type]


METHODS = (
    term(METHOD, "imaging method"),
    term(LIGHT, "light microscopy", METHOD),
    term(CONFOCAL, "confocal microscopy", LIGHT, synonyms=("CLSM",)),
    term(ELECTRON, "electron microscopy", METHOD),
    term(FIXED, "chemically fixed tissue"),
    term(OLD, "confocal laser imaging", obsolete=True, replaced_by=(CONFOCAL,)),
    term(SPLIT, "beam imaging", obsolete=True, replaced_by=(CONFOCAL, ELECTRON)),
    term(LOST, "spirit photography", obsolete=True),
)
TAXA = (
    term(MUS, "Mus", synonyms=("mice",)),
    term(MOUSE, "Mus musculus", MUS, synonyms=("house mouse",)),
)


def filled_index(folder: Path) -> SqliteTermIndex:
    """FBbi 2026-02-01 and taxa; of GO one term in the starter only."""
    index = SqliteTermIndex(folder / "terms.sqlite")
    add(index, "fbbi", METHODS, version="2026-02-01")
    add(index, "ncbitaxon", TAXA, version="2026-01-15")
    part = Parent(iri=f"{OBO}GO_0005622", relation=PART_OF)
    droplet = Term(iri=DROPLET, names=(TermName(text="lipid droplet"),), parents=(part,))
    add(index, "go", (droplet,), version="1", source=STARTER)
    return index


def add(
    index: SqliteTermIndex, ontology: str, terms: tuple[Term, ...], *, version: str, source: str = "test.obo",
    current: bool = True,
) -> int:  # fmt: skip
    """Add a release and tell its number."""
    base = packaged_registry().vocabularies[ontology].base
    header = ReleaseHeader(version=version, ontology=ontology)
    digest = f"{ontology}-{version}"
    starter = source == STARTER
    release = index.add(
        ontology, header=header, terms=terms, base=base, source=source, digest=digest,
        current=current and not starter,
    )  # fmt: skip
    return release.number
