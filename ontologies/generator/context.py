"""The JSON-LD context of our JSON and YAML documents.

LinkML's own context generator is not used: it knows neither keys that mean different things in different
classes (JSON-LD 1.1 scoped contexts) nor values that are sometimes a thing and sometimes text.
"""

import json

from .model import LITERAL, OBJECT

PREFIXES = (
    *(
        "ig",
        "schema",
        "prov",
        "sosa",
        "qudt",
        "unit",
        "dwc",
        "dwciri",
        "bao",
        "obo",
        "rdfs",
        "dcterms",
        "owl",
        "xsd",
    ),
    *("NCBITaxon", "FBbi", "GO", "CL", "UBERON", "CHEBI", "EFO", "CLO", "CMPO", "PATO"),
    *("RRID", "orcid", "ror", "doi"),
)

# Values of the other literal types get their datatype when they arrive, not here.
COERCIONS = {
    "uri": "@id",
    "uriorcurie": "@id",
    "Link": "@id",
    "integer": "xsd:integer",
    "double": "xsd:double",
    "Fraction": "xsd:double",
    "boolean": "xsd:boolean",
    "string": "xsd:string",
}


def write_context(model):
    """The context file as text."""
    terms = {"@version": 1.1}
    for prefix in PREFIXES:
        base = model.prefixes[prefix]
        simple = base[-1] in ":/?#[]@"
        terms[prefix] = base if simple else {"@id": base, "@prefix": True}
    terms |= {"id": "@id", "type": "@type"}
    for name in model.all_classes:
        if name != "Any":
            terms[name] = class_term(model, name)
    for name in model.slots:
        if name not in ("id", "type") and name not in PREFIXES:
            terms[name] = slot_term(model, name)
    return json.dumps({"@context": terms}, indent=1, ensure_ascii=False) + "\n"


def class_term(model, name):
    uri = str(model.all_classes[name].class_uri)
    scope = scoped_keys(model, [name])
    return {"@id": uri, "@context": scope} if scope else uri


def slot_term(model, name):
    """How one key of a document is read."""
    slot = model.slots[name]
    term = {"@id": str(slot.slot_uri)}
    ranges = model.ranges(slot)
    if model.kind(slot) == OBJECT:
        term["@type"] = "@id"
        scope = scoped_keys(model, ranges)
        if scope:
            # Valid for the nested object only, not for what is nested in it.
            term["@context"] = {"@propagate": False, **scope}
    elif model.kind(slot) == LITERAL and ranges[0] in COERCIONS:
        term["@type"] = COERCIONS[ranges[0]]
    if name in PREFIXES:
        # Inside the value, the same word is a prefix again: "unit": "unit:MicroM".
        term["@context"] = {name: {"@id": model.prefixes[name], "@type": "@id", "@prefix": True}}
    return term if len(term) > 1 else term["@id"]


def scoped_keys(model, class_names):
    """Keys whose meaning depends on the class of the object they stand in."""
    meanings = {}
    for name in class_names:
        for c in model.descendants(name):
            for slot in model.all_slots(c):
                meanings.setdefault(model.key(slot), set()).add(slot)
    scope = {}
    for key, slots in meanings.items():
        (slot, *others) = sorted(slots)
        if not others and (slot != key or slot in PREFIXES):
            scope[key] = slot_term(model, slot)
    return dict(sorted(scope.items()))
