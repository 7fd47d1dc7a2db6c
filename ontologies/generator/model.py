"""The schema as the other generators see it: classes, slots, and what a slot may hold."""

from pathlib import Path

from linkml_runtime.utils.schemaview import SchemaView

SCHEMA = Path(__file__).parents[1] / "schema" / "imagegraph.yaml"

MIXED = "mixed"
OBJECT = "object"
LITERAL = "literal"


class Model:
    """Answers the few questions about the schema that every generator asks."""

    def __init__(self, path=SCHEMA):
        self.view = SchemaView(str(path))
        self.view.merge_imports()
        schema = self.view.schema
        self.prefixes = {name: str(p.prefix_reference) for name, p in schema.prefixes.items()}
        self.prefixes.setdefault("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
        self.base = self.prefixes["ig"]
        self.slots = dict(schema.slots)
        self.all_classes = dict(schema.classes)
        # Mixins and the open class Any never become a type of a node.
        self.classes = {
            name: c for name, c in self.all_classes.items() if not (c.mixin or c.abstract or name == "Any")
        }

    def expand(self, curie):
        """The full IRI of a CURIE of the schema."""
        prefix, _, local = str(curie).partition(":")
        return self.prefixes[prefix] + local

    def class_iri(self, name):
        return self.expand(self.all_classes[name].class_uri)

    def slot_iri(self, name):
        return self.expand(self.slots[name].slot_uri)

    def key(self, name):
        """The key of the slot in a document: its alias when it has one."""
        return str(self.slots[name].alias or name)

    def ancestors(self, name):
        """Broader classes below Entity, nearest first."""
        found = []
        parent = self.all_classes[name].is_a
        while parent and not self.all_classes[parent].abstract:
            found.append(str(parent))
            parent = self.all_classes[parent].is_a
        return found

    def descendants(self, name):
        return [c for c in self.classes if c == name or name in self.ancestors(c)]

    def also_types(self, name):
        """Extra types of a class, its ancestors' included."""
        curies = []
        for c in [name, *self.ancestors(name)]:
            note = self.all_classes[c].annotations
            if "also_types" in note:
                curies += str(note["also_types"].value).split()
        return [self.expand(c) for c in dict.fromkeys(curies)]

    def own_slots(self, name):
        """Slots stated by the class itself or by its mixins, and inherited ones it refines."""
        c = self.all_classes[name]
        names = [str(s) for s in c.slots]
        for mixin in c.mixins:
            names += [str(s) for s in self.all_classes[mixin].slots]
        return list(dict.fromkeys([str(s) for s in (c.slot_usage or {})] + names))

    def all_slots(self, name):
        """Every slot of the class, inherited ones first."""
        parent = self.all_classes[name].is_a
        inherited = self.all_slots(str(parent)) if parent else ()
        return tuple(dict.fromkeys((*inherited, *self.own_slots(name))))

    def induced(self, class_name, slot_name):
        return self.view.induced_slot(slot_name, class_name)

    def ranges(self, slot):
        """Names of the classes and types the slot may hold."""
        if slot.any_of:
            return [str(e.range) for e in slot.any_of]
        return [str(slot.range or "string")]

    def kind(self, slot):
        """Whether the slot holds described things, plain values, or either."""
        ranges = self.ranges(slot)
        classes = [r for r in ranges if r in self.all_classes]
        if "Any" in ranges or (classes and len(classes) < len(ranges)) or len(set(ranges) - set(classes)) > 1:
            return MIXED
        return OBJECT if classes else LITERAL

    def unit_iri(self, slot):
        """The QUDT unit of a slot, or None."""
        if slot.unit and slot.unit.exact_mappings:
            return self.expand(slot.unit.exact_mappings[0])
        return None

    def title(self, name):
        """The slot's name in words."""
        return str(self.slots[name].title or name.replace("_", " "))
