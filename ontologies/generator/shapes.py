"""The core SHACL shapes: types, cardinalities and datatypes of the schema.

They are written from the schema directly. LinkML's own SHACL asks for the class of every referent and for
exact datatypes, and repeats inherited rules in each subclass. Here records refer to things that live in other
records, files from many tools spell numbers differently, and the types of all broader classes are added on
arrival, so each class carries its own rules only and every rule runs once.
"""

import json
import re

from .model import MIXED, OBJECT

HEAD = """\
# Generated from ontologies/schema by "python ontologies/generate.py". Do not edit by hand.
@prefix ig: <https://w3id.org/imagegraph/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

# A number of any datatype is what can be compared with minus infinity: one check, where a choice of datatypes
# would cost one nested shape for each of them and for each value of each plane of an image.
SMALLEST = '"-INF"^^xsd:double'
WHOLE = 'sh:pattern "^[+-]?[0-9]+$"'
DATE = ("xsd:date", "xsd:gYear", "xsd:gYearMonth", "xsd:dateTime")

# LinkML type -> accepted datatypes, and how a message names them.
DATATYPES = {
    "string": (("xsd:string",), "text"),
    "Text": (("xsd:string", "rdf:langString"), "text"),
    "boolean": (("xsd:boolean",), "true or false"),
    "PartialDate": (DATE, "a date such as 2024, 2024-05, 2024-05-17 or 2024-05-17T09:30:00Z"),
}
NUMBERS = {"integer": "a whole number", "double": "a number", "Fraction": "a number"}
NODE_KINDS = {
    "AnyLiteral": ("sh:Literal", "a plain value, not a nested object"),
    "Link": ("sh:IRIOrLiteral", "a web address"),
    "uri": ("sh:IRI", "an IRI"),
    "uriorcurie": ("sh:IRI", "an IRI"),
}


def write_shapes(model):
    """The shapes graph as Turtle."""
    blocks = [HEAD]
    for datatype in sorted({d for types, _ in DATATYPES.values() if len(types) > 1 for d in types}):
        blocks.append(f"{alternative(model, datatype)} a sh:NodeShape ;\n  sh:datatype {datatype} .\n")
    for name in model.classes:
        rules = [r for slot in model.own_slots(name) if (r := property_shape(model, name, slot))]
        if rules:
            blocks.append(node_shape(model, name, [iri for iri, _ in rules]))
            blocks += [text for _, text in rules]
    return "\n".join(blocks)


def node_shape(model, name, properties):
    lines = [
        f"<{model.base}shape/{name}> a sh:NodeShape ;",
        f"  rdfs:label {quote(words(name))} ;",
        f"  sh:targetClass <{model.class_iri(name)}> ;",
        "  sh:property",
        "    " + " ,\n    ".join(properties) + " .\n",
    ]
    return "\n".join(lines)


def property_shape(model, class_name, slot_name):
    """Name and text of the rule for one slot, or None when there is nothing to check."""
    slot = model.induced(class_name, slot_name)
    checks, wanted = value_checks(model, slot)
    if slot.required:
        checks.append("sh:minCount 1")
    if not slot.multivalued:
        checks.append("sh:maxCount 1")
    if not checks or slot_name in ("id", "type"):
        return None
    key = model.key(slot_name)
    iri = f"<{model.base}shape/{class_name}/{key}>"
    lines = [
        f"{iri} a sh:PropertyShape ;",
        f"  sh:path <{model.slot_iri(slot_name)}> ;",
        f"  sh:name {quote(model.title(slot_name))} ;",
        f"  sh:description {quote(slot.description)} ;",
        f"  sh:message {quote(message(model, class_name, slot_name, slot, wanted))} ;",
        *(f"  {c} ;" for c in checks),
        "  sh:severity sh:Violation .\n",
    ]
    return iri, "\n".join(lines)


def value_checks(model, slot):
    """What each value must be: SHACL lines, and the same in words."""
    kind = model.kind(slot)
    if "text_accepted" in slot.annotations:
        return [], None
    if kind == OBJECT:
        names = [a(words(r)) for r in model.ranges(slot) if r != "Entity"]
        thing = " or ".join(names) or "a described thing"
        return ["sh:nodeKind sh:BlankNodeOrIRI"], f"{thing}, given by its id or written out in place"
    if kind == MIXED:
        return [], None
    (range_name,) = model.ranges(slot)
    if range_name in NODE_KINDS:
        node_kind, text = NODE_KINDS[range_name]
        return [f"sh:nodeKind {node_kind}"], text
    if range_name in NUMBERS:
        return number_checks(model, slot, range_name)
    datatypes, text = DATATYPES[range_name]
    if len(datatypes) == 1:
        checks = [f"sh:datatype {datatypes[0]}"]
        if slot.pattern:
            checks.append(f"sh:pattern {quote(slot.pattern)}")
            text = " or ".join(f"“{word}”" for word in re.findall(r"\w+", slot.pattern))
        return checks, text
    return ["sh:or ( " + " ".join(alternative(model, d) for d in datatypes) + " )"], text


def number_checks(model, slot, range_name):
    """The same for numbers, whose limits are part of the sentence."""
    text = NUMBERS[range_name]
    low, high = limits(model, slot, range_name)
    checks = [f"sh:minInclusive {SMALLEST if low is None else low}"]
    if range_name == "integer":
        checks.append(WHOLE)
    if high is not None:
        checks.append(f"sh:maxInclusive {high}")
    if low is not None and high is not None:
        text += f" from {low} to {high}"
    elif low is not None:
        text += f", {low} or more"
    return checks, text


def limits(model, slot, range_name):
    declared = model.view.schema.types.get(range_name)
    low, high = slot.minimum_value, slot.maximum_value
    if low is None and declared is not None:
        low, high = declared.minimum_value, declared.maximum_value
    return low, high


def message(model, class_name, slot_name, slot, wanted):
    """One sentence a microscopist understands."""
    thing = a(words(class_name))
    thing = thing[0].upper() + thing[1:]
    slot_words = f"{model.title(slot_name)} ({model.key(slot_name)})"
    tail = f"; it must be {wanted}." if wanted else "."
    if slot.required and not slot.multivalued:
        return f"{thing} needs exactly one {slot_words}{tail}"
    if slot.required:
        return f"{thing} needs at least one {slot_words}{tail.replace('it must', 'each must')}"
    if not slot.multivalued:
        return f"{thing} has at most one {slot_words}{tail}"
    return f"{thing} can have several values of {slot_words}{tail.replace('it must', 'each must')}"


def alternative(model, datatype):
    return f"<{model.base}shape/datatype/{datatype.partition(':')[2]}>"


def words(name):
    """A class name as people write it: LightSourceSettings -> Light Source Settings."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def a(noun):
    return f"{'an' if noun[0].lower() in 'aeio' else 'a'} {noun}"


def quote(text):
    return json.dumps(" ".join(str(text).split()), ensure_ascii=False)
