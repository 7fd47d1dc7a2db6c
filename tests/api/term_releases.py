"""A few releases of our own for the tests of term look-up: chains, cycles, hostile labels, several languages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from imagegraph.model.ontology import PART_OF, Parent, ReleaseHeader, Term, TermName
from imagegraph.ports.terms import TermArchive

OBO = "http://purl.obolibrary.org/obo/"
FBBI = OBO + "FBbi_"
BAO = "http://www.bioassayontology.org/bao#BAO_"
HOSTILE = "<script>alert(1)</script> \"'& {{ 7*7 }} \u202eneuron\u202c"

ROOT, LIGHT, CONFOCAL = FBBI + "00000222", FBBI + "00000345", FBBI + "00000251"
OLD, OLDER, OLDEST, CHOICE = (f"{FBBI}0000080{n}" for n in range(1, 5))


def _term(iri: str, label: str, *, parents: Iterable[str] = (), **more: Any) -> Term:
    names = (TermName(text=label), *more.pop("synonyms", ()))
    return Term(iri=iri, names=names, parents=tuple(Parent(iri=parent) for parent in parents), **more)


METHODS = (
    _term(ROOT, "imaging method"),
    _term(LIGHT, "light microscopy", parents=[ROOT]),
    _term(
        CONFOCAL,
        "confocal microscopy",
        parents=[LIGHT],
        definition="Pinholes keep out light from other planes.",
        synonyms=(
            TermName(text="Konfokalmikroskopie", language="de"),
            TermName(text="CLSM", kind="abbreviation"),
            TermName(text="confocal imaging", kind="broad"),
        ),
        xrefs=("CHMO:0000089", "javascript:alert(1)"),
        subsets=("methods_slim",),
    ),
    _term(OLD, "pinhole microscopy", obsolete=True, replaced_by=(CONFOCAL,)),
    _term(OLDER, "pinhole light microscopy", obsolete=True, replaced_by=(OLD,)),
    _term(OLDEST, "looking through holes", obsolete=True),
    _term(CHOICE, "bright microscopy", obsolete=True, consider=(LIGHT, CONFOCAL)),
    *(_term(f"{FBBI}{900_000 + n:08d}", f"light variant {n}", parents=[LIGHT]) for n in range(130)),
)
ASSAYS = (
    _term(BAO + "0000001", "wheel assay", parents=[BAO + "0000002"]),
    _term(BAO + "0000002", "turning assay", parents=[BAO + "0000001"]),
    _term(BAO + "0000003", HOSTILE, definition=HOSTILE, synonyms=(TermName(text=HOSTILE, kind="exact"),)),
    Term(
        iri=BAO + "0000004", names=(TermName(text="spoke assay"),),
        parents=(Parent(iri=BAO + "0000001", relation=PART_OF), Parent(iri=BAO + "0000099")),
    ),
    Term(iri=BAO + "0000005"),
    _term(BAO + "0000006", "שלום מבחן"),
)  # fmt: skip


def load(archive: TermArchive) -> None:
    """Put the releases into an index."""
    for ontology, base, version, terms in (
        ("fbbi", FBBI, "2020-02-29", METHODS),
        ("bao", BAO, "http://www.bioassayontology.org/bao/2.8.8", ASSAYS),
    ):
        header = ReleaseHeader(
            iri=f"{OBO}{ontology}.owl", version=version, title=f"Our {ontology}", ontology=ontology,
            licence="https://creativecommons.org/licenses/by/4.0/",
        )  # fmt: skip
        digest = hashlib.sha256(version.encode()).hexdigest()
        archive.add(ontology, header=header, terms=terms, base=base, source=f"{ontology}.obo", digest=digest)
