"""The compact table of classes and slots that the running service reads instead of the schema."""

import json


def write_table(model):
    """classes.json as text."""
    table = {
        "classes": {
            model.class_iri(name): {
                "name": name,
                "ancestors": [model.class_iri(a) for a in model.ancestors(name)],
                "also": model.also_types(name),
            }
            for name in model.classes
        },
        "slots": {name: slot_row(model, slot) for name, slot in model.slots.items()},
        "class_slots": {name: list(model.all_slots(name)) for name in model.classes},
        "aliases": aliases(model),
        "class_ranges": class_ranges(model),
    }
    return json.dumps(table, indent=1, ensure_ascii=False) + "\n"


def slot_row(model, slot):
    return {
        "iri": "@id" if slot.identifier else model.slot_iri(slot.name),
        "range": str(slot.range or "string"),
        "ranges": model.ranges(slot),
        "multivalued": bool(slot.multivalued),
        "unit": model.unit_iri(slot),
    }


def aliases(model):
    """For each class, the keys that stand for a slot of another name."""
    found = {}
    for name in model.classes:
        keys = {model.key(s): s for s in model.all_slots(name) if model.key(s) != s}
        if keys:
            found[name] = keys
    return found


def class_ranges(model):
    """For each class, the slots whose range or cardinality it refines."""
    found = {}
    for name in model.classes:
        rows = {}
        for c in [*reversed(model.ancestors(name)), name]:
            for slot_name in model.all_classes[c].slot_usage or {}:
                slot = model.induced(c, slot_name)
                row = {"ranges": model.ranges(slot), "multivalued": bool(slot.multivalued)}
                general = model.slots[slot_name]
                if row != {"ranges": model.ranges(general), "multivalued": bool(general.multivalued)}:
                    rows[slot_name] = row
        if rows:
            found[name] = rows
    return found
