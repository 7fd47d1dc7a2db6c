"""TEMPORARY, until the table is there."""
from types import SimpleNamespace
from imagegraph.model.identifiers.identifier import _BASES, Identifier, identify

def identifier_of(iri: str) -> Identifier | None:
    found = identify(iri)
    return found if found.state == "valid" and found.iri == iri else None

def packaged_schemes():
    return {name: SimpleNamespace(base=base, resolved_by=(name,), title=name) for name, base in _BASES.items()}
