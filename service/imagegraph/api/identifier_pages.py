"""The pages about persistent identifiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imagegraph.api import pages
from imagegraph.api.responses import identifier_path
from imagegraph.model.authorities import AuthorityEntry, packaged_authorities
from imagegraph.model.identifiers import Identifier, identify, packaged_schemes
from imagegraph.model.rdf import DCTERMS, IG, ORG, OWL, RDF_TYPE, RDFS, SKOS, Literal, NamedNode
from imagegraph.model.resolutions import Resolution
from imagegraph.operations.describe import label_of
from imagegraph.operations.linking.connected import Connected
from imagegraph.operations.services import Services

#: identifiers that show what can be checked, and what they are
_EXAMPLES = (
    ("0000-0002-1825-0097", "a person"),
    ("ror.org/03mstc592", "an organisation"),
    ("RRID: AB_90755", "an antibody"),
    ("doi:10.5281/ZENODO.48440", "a data set"),
    ("hdl:21.11157/psf97-zv353", "an instrument"),
    ("https://ror.org/03mstc593", "a slip of the pen"),
)
#: what a state means, for people
_STATES = {
    "ok": ("good", "known to its authority"),
    "replaced": ("warning", "replaced"),
    "obsolete": ("warning", "withdrawn"),
    "restricted": ("info", "exists, not public"),
    "not_found": ("violation", "does not exist"),
    "invalid": ("violation", "not valid"),
    "ambiguous": ("warning", "stands for several things"),
    "unavailable": ("info", "nobody was asked yet"),
}
#: facts that one page shows
_MOST_FACTS = 60
#: properties that are called by other words than their own; those with none are not shown
_CALLED: Mapping[str, str] = {
    SKOS.altLabel.value: "Also called", ORG.subOrganizationOf.value: "Part of", ORG.hasSubOrganization.value: "Parts",
    DCTERMS.isReplacedBy.value: "Replaced by", DCTERMS.replaces.value: "Took the place of", DCTERMS.identifier.value: "",
    OWL.deprecated.value: "", IG.rorStatus.value: "Status", IG.catalogNumber.value: "Catalogue number",
    f"{DCTERMS!s}title": "", RDFS.label.value: "",
}  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """A property that the authority states, with its values: (text, address of a page or empty)."""

    label: str
    values: tuple[tuple[str, str], ...]


def overview(services: Services, *, refused: Identifier | None = None) -> bytes:
    """What can be checked, a field to try it, and what waits.

    Args:
        refused: an identifier that was asked for and is none.
    """
    table = packaged_authorities()
    resolver = services.linking.resolver
    schemes = [
        (scheme, [table.entries[name].title for name in scheme.resolved_by if name in table.entries],
         resolver.can_ask(name))
        for name, scheme in packaged_schemes().items()
    ]  # fmt: skip
    return pages.page(
        services, "identifiers.html", schemes=schemes, refused=refused, examples=_EXAMPLES,
        waiting=sum(services.linking.queue.counts().values()),
        asked=any(asked for _, _, asked in schemes),
    )  # fmt: skip


def identifier(services: Services, found: Connected, *, next_page: str | None) -> bytes:
    """Everything connected to one identifier."""
    resolution = found.resolution
    thing = resolution.thing if resolution is not None else None
    state = resolution.state if resolution is not None else "unavailable"
    title = thing.label if thing is not None and thing.label else _title(found)
    return pages.page(
        services, "identifier.html", found=found, title=title, thing=thing, resolution=resolution,
        state=_STATES[state], facts=_facts(services, found), authority=_authority(resolution),
        successors=[(iri, _address(services, iri)) for iri in (resolution.successors if resolution else ())],
        path=identifier_path(services, found.identifier), next_page=next_page,
        scheme=packaged_schemes()[found.identifier.scheme],
        may_ask=services.linking.resolver.can_ask(found.identifier.scheme), label_of=label_of,
    )  # fmt: skip


def _title(found: Connected) -> str:
    if found.described is not None and found.described.title:
        return found.described.title
    return found.identifier.value


def _authority(resolution: Resolution | None) -> AuthorityEntry | None:
    return packaged_authorities().entries.get(resolution.authority) if resolution is not None else None


def _facts(services: Services, found: Connected) -> Sequence[Fact]:
    """What the authority says about the thing itself, each property once."""
    thing = NamedNode(found.identifier.iri)
    labels = {
        triple.subject: triple.object.value
        for triple in found.statements
        if triple.predicate == SKOS.prefLabel or triple.predicate.value.endswith("#label")
        if isinstance(triple.object, Literal)
    }
    facts: dict[str, dict[tuple[str, str], None]] = {}
    for triple in found.statements:
        if triple.subject != thing or triple.predicate in (RDF_TYPE, SKOS.prefLabel):
            continue
        if isinstance(triple.object, Literal):
            value = (triple.object.value, "")
        elif isinstance(triple.object, NamedNode):
            iri = triple.object.value
            if iri.startswith(f"{thing.value}#"):
                shown = labels.get(triple.object, "")
                value = (shown, "")
            else:
                value = (labels.get(triple.object, iri), _address(services, iri))
        else:
            continue
        if value[0]:
            facts.setdefault(triple.predicate.value, {})[value] = None
    called = ((_CALLED.get(name, label_of(name)), tuple(values)) for name, values in facts.items())
    return [Fact(label, values) for label, values in called if label][:_MOST_FACTS]  # fmt: skip


def _address(services: Services, iri: str) -> str:
    """Where a link to an IRI leads: our own page of an identifier, else the web address; empty for what is none."""
    known = identify(iri)
    if known.state == "valid" and known.iri == iri:
        return identifier_path(services, known)
    return iri if iri.startswith(("https://", "http://")) else ""
