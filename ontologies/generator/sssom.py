"""Mapping tables in SSSOM format, taken from the mappings stated in the schema (https://w3id.org/sssom/)."""

SETS = {
    "rembi": (
        ("rembi",),
        "REMBI model reference 1.5, elements named by module and attribute because REMBI has no IRIs",
    ),
    "ome": (("ome",), "OME core ontology"),
    "nbo": (
        ("nbo",),
        "4DN-BINA-OME specification v02-01, elements named by parent and field because it has no IRIs",
    ),
    "bia": (("bia",), "BioImage Archive ontology"),
    "schema-org": (("schema",), "schema.org"),
    "prov-sosa-qudt": (("prov", "sosa", "qudt", "quantitykind"), "PROV-O, SOSA and QUDT"),
    "dublin-core": (("dcterms", "rdfs"), "Dublin Core terms and RDF Schema"),
}

PREDICATES = {
    "exact_mappings": "skos:exactMatch",
    "close_mappings": "skos:closeMatch",
    "related_mappings": "skos:relatedMatch",
    "broad_mappings": "skos:broadMatch",
    "narrow_mappings": "skos:narrowMatch",
}

COLUMNS = ("subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification")

ALWAYS = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "semapv": "https://w3id.org/semapv/vocab/",
}


def write_mapping_sets(model):
    """File name and text of every mapping set."""
    rows = list(mappings(model))
    for name, (prefixes, title) in SETS.items():
        chosen = sorted({r for r in rows if r[3].partition(":")[0] in prefixes})
        yield f"{name}.sssom.tsv", mapping_set(model, name, title, chosen)


def mappings(model):
    """Every mapping of a class or slot as a row."""
    for name, c in model.all_classes.items():
        yield from element_rows(str(c.class_uri), name, c)
        for slot_name, usage in (c.slot_usage or {}).items():
            yield from element_rows(str(model.slots[slot_name].slot_uri), model.title(slot_name), usage)
    for name, slot in model.slots.items():
        yield from element_rows(str(slot.slot_uri), model.title(name), slot)


def element_rows(subject, label, element):
    for field, predicate in PREDICATES.items():
        for target in getattr(element, field) or []:
            if str(target) != subject:
                yield (subject, label, predicate, str(target), "semapv:ManualMappingCuration")


def mapping_set(model, name, title, rows):
    used = {part.partition(":")[0] for row in rows for part in (row[0], row[3])}
    curies = {p: model.prefixes[p] for p in used} | ALWAYS
    header = [
        f"#mapping_set_id: {model.base}mappings/{name}",
        f"#mapping_set_title: imagegraph to {title}",
        f"#mapping_set_version: {model.view.schema.version}",
        "#license: https://creativecommons.org/publicdomain/zero/1.0/",
        f"#subject_source: {model.base}schema",
        "#curie_map:",
        *(f'#  {prefix}: "{base}"' for prefix, base in sorted(curies.items())),
    ]
    return "\n".join([*header, "\t".join(COLUMNS), *("\t".join(r) for r in rows)]) + "\n"
