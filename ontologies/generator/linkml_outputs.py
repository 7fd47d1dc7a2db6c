"""OWL, JSON Schema and SQL, written by LinkML's own generators and then adapted to how our documents look."""

import copy
import json
import logging
import re
import warnings

from linkml.generators.jsonschemagen import JsonSchemaGenerator
from linkml.generators.owlgen import OwlSchemaGenerator
from linkml.generators.sqltablegen import SQLTableGenerator
from linkml_runtime.dumpers import yaml_dumper
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.compare import to_canonical_graph

from .model import MIXED, OBJECT

LINKML_ANY = "https://w3id.org/linkml/Any"
OWL_PREFIXES = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "pav": "http://purl.org/pav/",
}

ID_TEXT = {"type": "string"}


def quiet(run):
    """Runs a generator without its advice on style."""
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return run()
    finally:
        logging.disable(logging.NOTSET)


def write_owl(model):
    """The ontology as Turtle, its classes and properties named by the IRIs the data use."""
    source = adapted(model, loosen_for_owl)
    text = quiet(
        lambda: OwlSchemaGenerator(
            source,
            metaclasses=False,
            type_objects=False,
            add_ols_annotations=False,
            use_native_uris=False,
            skip_vacuous_min_zero_cardinality_axioms=True,
            skip_vacuous_local_range_axioms=True,
            consolidate_cardinality_axioms=True,
        ).serialize()
    )
    graph = Graph().parse(data=text, format="turtle")
    # rdf:type belongs to RDF itself; an ontology must not redeclare it.
    graph.remove((RDF.type, None, None))
    for name in model.classes:
        subject = URIRef(model.class_iri(name))
        for also in model.also_types(name):
            graph.add((subject, RDFS.subClassOf, URIRef(also)))
    # Notes to our own generators are no part of the ontology.
    for note in ("also_types", "text_accepted"):
        graph.remove((None, URIRef(model.base + note), None))
    drop_ranges(model, graph)
    for triple in [t for t in graph if t[0] == t[2] or t[0] == URIRef(LINKML_ANY)]:
        graph.remove(triple)
    ordered = Graph(bind_namespaces="none")
    for prefix, base in (model.prefixes | OWL_PREFIXES).items():
        ordered.bind(prefix, base)
    for triple in sorted(to_canonical_graph(graph)):
        ordered.add(triple)
    return ordered.serialize(format="turtle")


def loosen_for_owl(model, slot):
    """Limits and narrow datatypes are for SHACL; in OWL they would contradict data that are right."""
    slot.minimum_value = slot.maximum_value = None
    if model.ranges(slot)[0] in ("Text", "PartialDate"):
        slot.range = "AnyLiteral"
    elif slot.range == "Fraction":
        slot.range = "double"


def drop_ranges(model, graph):
    """Leaves properties open that take things as well as text: OWL cannot join classes and datatypes."""
    for name, slot in model.slots.items():
        if model.kind(slot) != MIXED and model.ranges(slot) != ["Link"]:
            continue
        prop = URIRef(model.slot_iri(name))
        for value in list(graph.objects(prop, RDFS.range)):
            remove_tree(graph, value)
        graph.remove((prop, None, None))
        graph.add((prop, RDF.type, RDF.Property))
        graph.add((prop, RDFS.label, Literal(name)))
        graph.add((prop, SKOS.definition, Literal(str(slot.description))))
        for node in list(graph.subjects(OWL.onProperty, prop)):
            graph.remove((None, RDFS.subClassOf, node))
            remove_tree(graph, node)


def remove_tree(graph, node):
    if not isinstance(node, BNode):
        return
    for _, predicate, value in list(graph.triples((node, None, None))):
        graph.remove((node, predicate, value))
        remove_tree(graph, value)


def write_json_schema(model):
    """JSON Schema of our documents: a thing is either written out in place or named by its id."""
    source = adapted(model, inline_everything)
    text = quiet(
        lambda: JsonSchemaGenerator(source, not_closed=True, include_null=False, metadata=False).serialize()
    )
    schema = json.loads(text)
    schema["$id"] = model.base + "schema"
    schema.pop("title", None)
    for name, definition in schema["$defs"].items():
        required = [r for r in definition.get("required", []) if r != "id"]
        definition.pop("required", None)
        if required:
            definition["required"] = required
        properties = {k: allow_ids(v) for k, v in definition.get("properties", {}).items()}
        for slot in model.all_slots(name) if name in model.classes else ():
            if model.ranges(model.slots[slot]) == ["AnyLiteral"]:
                value = properties[model.key(slot)]
                value.get("items", value)["type"] = ["string", "number", "boolean"]
        definition["properties"] = properties
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def inline_everything(model, slot):
    if model.kind(slot) == OBJECT:
        slot.inlined = True
        slot.inlined_as_list = True if slot.multivalued else None
    for choice in slot.any_of:
        if str(choice.range) in model.all_classes:
            choice.inlined = True
            choice.inlined_as_list = True if slot.multivalued else None


def allow_ids(node):
    """The same schema, with an id accepted wherever a nested object is."""
    if isinstance(node, list):
        return [allow_ids(n) for n in node]
    if not isinstance(node, dict):
        return node
    choices = node.get("anyOf") or ([{"$ref": node["$ref"]}] if "$ref" in node else [])
    if any("$ref" in choice for choice in choices):
        rest = {k: v for k, v in node.items() if k not in ("$ref", "anyOf")}
        return {"anyOf": [ID_TEXT, *(c for c in choices if c != {"type": "string"})], **rest}
    return {k: allow_ids(v) for k, v in node.items() if k != "$ref"}


def write_sql(model):
    """Table definitions for those who want the same model in a relational database."""
    source = adapted(model, columns_of_text)
    text = quiet(lambda: SQLTableGenerator(source, metadata=False, autogenerate_index=False).generate_ddl())
    # A mixin is no table of its own: its columns are in the tables of the classes that use it.
    mixins = [name for name, c in model.all_classes.items() if c.mixin or name == "Any"]
    unwanted = re.compile(rf'CREATE TABLE "?({"|".join(mixins)})(_\w+)?"? ')
    blocks = re.findall(r"^CREATE TABLE .*?^\);$", text, re.DOTALL | re.MULTILINE)
    kept = [re.sub(r"[ \t]+$", "", b, flags=re.MULTILINE) for b in blocks if not unwanted.match(b)]
    return "-- Generated from ontologies/schema for SQLite and its kin.\n\n" + "\n\n".join(kept) + "\n"


def columns_of_text(model, slot):
    if model.kind(slot) == MIXED:
        slot.range, slot.any_of = "string", []


def adapted(model, change):
    """The schema as YAML after a change to every slot, where a class refines it too."""
    view = copy.deepcopy(model.view)
    for slot in view.schema.slots.values():
        change(model, slot)
    for c in view.schema.classes.values():
        for usage in c.slot_usage.values():
            if usage.range or usage.any_of:
                change(model, usage)
    return yaml_dumper.dumps(view.schema)
