"""OWL, JSON Schema and SQL, written by LinkML's own generators and then adapted to how our documents look."""

import copy
import json
import logging
import warnings

from linkml.generators.jsonschemagen import JsonSchemaGenerator
from linkml.generators.owlgen import OwlSchemaGenerator
from linkml.generators.sqltablegen import SQLTableGenerator
from linkml_runtime.dumpers import yaml_dumper
from rdflib import RDF, Graph
from rdflib.compare import to_canonical_graph

from .model import OBJECT, SCHEMA

ID_TEXT = {"type": "string", "description": "The id (IRI or CURIE) of a thing described elsewhere."}


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
    text = quiet(
        lambda: OwlSchemaGenerator(
            str(SCHEMA),
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
    ordered = Graph()
    for prefix in ("ig", "schema", "prov", "sosa", "qudt", "dwc", "dwciri", "bao", "ome", "bia", "rembi", "nbo"):
        ordered.bind(prefix, model.prefixes[prefix])
    for triple in sorted(to_canonical_graph(graph)):
        ordered.add(triple)
    return ordered.serialize(format="turtle")


def write_json_schema(model):
    """JSON Schema of our documents: a thing is either written out in place or named by its id."""
    view = copy.deepcopy(model.view)
    for slot in view.schema.slots.values():
        if model.kind(slot) == OBJECT:
            slot.inlined = True
            slot.inlined_as_list = True if slot.multivalued else None
    text = quiet(
        lambda: JsonSchemaGenerator(
            yaml_dumper.dumps(view.schema), not_closed=True, include_null=False, metadata=False
        ).serialize()
    )
    schema = json.loads(text)
    schema["$id"] = model.base + "schema"
    schema.pop("title", None)
    for definition in schema["$defs"].values():
        required = [r for r in definition.get("required", []) if r != "id"]
        definition.pop("required", None)
        if required:
            definition["required"] = required
        definition["properties"] = {k: allow_ids(v) for k, v in definition.get("properties", {}).items()}
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def allow_ids(node):
    """The same schema, with an id accepted wherever a nested object is."""
    if isinstance(node, list):
        return [allow_ids(n) for n in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return {"anyOf": [ID_TEXT, {"$ref": node["$ref"]}], **{k: v for k, v in node.items() if k != "$ref"}}
    return {k: allow_ids(v) for k, v in node.items()}


def write_sql(model):
    """Table definitions for those who want the same model in a relational database."""
    text = quiet(lambda: SQLTableGenerator(str(SCHEMA), metadata=False).generate_ddl())
    kept = [line.rstrip() for line in text.splitlines() if not line.startswith("--")]
    return "-- Generated from ontologies/schema. SQL of the ANSI kind, tried on SQLite.\n" + "\n".join(kept).strip() + "\n"
