"""What is compared: people, organisations, instruments and antibodies, with all that records say about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, TypeVar, get_args

from imagegraph.operations.reconciliation.names import PersonName

Kind = Literal["person", "organisation", "instrument", "antibody"]
KINDS: tuple[Kind, ...] = get_args(Kind)

#: beginnings of the IRIs that are persistent identifiers of a kind
IDENTIFIERS: Mapping[Kind, tuple[str, ...]] = {
    "person": ("https://orcid.org/",),
    "organisation": ("https://ror.org/",),
    "instrument": ("https://doi.org/", "https://hdl.handle.net/"),
    "antibody": ("https://identifiers.org/RRID:",),
}


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A thing that may be the same as another one.

    Attributes:
        iri: what it is called in the graph.
        label: its name for people; its IRI when it has none.
        records: IRIs of the records that describe or name it.
    """

    kind: ClassVar[Kind]
    iri: str
    label: str
    records: frozenset[str] = frozenset()

    @property
    def has_identifier(self) -> bool:
        """Whether it is named by a persistent identifier."""
        return self.iri.startswith(IDENTIFIERS[self.kind])


@dataclass(frozen=True, kw_only=True)
class Person(Candidate):
    """A person.

    Attributes:
        names: every name, read.
        emails: mail addresses; for comparing, never shown.
        affiliations: key of an organisation -> what it is called.
        lists: the lists of people the person stands in, as (record, document, role).
        colleagues: for each of these, the keys of all who stand in it.
        studies: studies and papers of the records that name the person in a list, with those records.
        replaced_by: iDs that ORCID says to use instead.
    """

    kind: ClassVar[Kind] = "person"
    names: tuple[PersonName, ...] = ()
    emails: frozenset[str] = frozenset()
    affiliations: Mapping[str, str] = field(default_factory=dict)
    lists: frozenset[tuple[str, str, str]] = frozenset()
    colleagues: tuple[frozenset[str], ...] = ()
    studies: Mapping[str, frozenset[str]] = field(default_factory=dict)
    replaced_by: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Organisation(Candidate):
    """An organisation.

    Attributes:
        names: as records write them.
        other_names: aliases and names in other languages.
        acronyms: short forms.
        people: ORCID iDs of people who are affiliated with it -> their names.
        websites: addresses of its pages, without what does not matter.
        addresses: postal addresses, folded.
    """

    kind: ClassVar[Kind] = "organisation"
    names: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    websites: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Instrument(Candidate):
    """A microscope or another device, with the texts of its name plate."""

    kind: ClassVar[Kind] = "instrument"
    names: tuple[str, ...] = ()
    manufacturers: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    serial_numbers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Antibody(Candidate):
    """An antibody, with what its tube says."""

    kind: ClassVar[Kind] = "antibody"
    names: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    catalogue_numbers: tuple[str, ...] = ()
    clones: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two things that may be the same.

    Attributes:
        left: the one with a persistent identifier when only one has any; else in the order of the IRIs.
        score: from 0 to 1.
        reasons: sentences for people.
    """

    left: Candidate
    right: Candidate
    score: float
    reasons: tuple[str, ...]


C = TypeVar("C", bound=Candidate)


def in_order(one: C, other: C) -> tuple[C, C]:
    """Two things with the one that has a persistent identifier first, else by their IRIs."""
    left, right = sorted((one, other), key=lambda thing: (not thing.has_identifier, thing.iri))
    return left, right
