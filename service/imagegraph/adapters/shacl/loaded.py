"""pySHACL's shapes with their constraint components made once, not once for each node that is judged.

`pyshacl.shape.Shape.validate` looks its constraints up in the shapes graph and makes their components anew in
every call. `LoadedShape` does the same in the same order, with these differences, none of which can change a
result:

* components are kept: those of SHACL Core hold what their shape says, and its pattern once compiled, nothing else;
* a component that asks something of each value is not asked about a node that has no value;
* the text of a result, which pySHACL's printed report would show and we never read, is not written.

A shape with anything beyond SHACL Core (SPARQL, components of its own) is left to pySHACL as it is. The options
of `SHACLExecutor` are the defaults.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP
from pyshacl.errors import ConstraintLoadError, ConstraintLoadWarning
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shape import Shape
from pyshacl.shapes_graph import ShapesGraph
from rdflib import SH
from rdflib.term import Node, URIRef

from imagegraph.adapters.shacl.graphs import DataGraph

#: parameters of the constraints that demand something of each value, or no more than so many values
_OF_VALUES = frozenset(
    SH[name]
    for name in [
        "class", "datatype", "nodeKind", "in", "languageIn", "uniqueLang", "maxCount",
        "minExclusive", "minInclusive", "maxExclusive", "maxInclusive", "minLength", "maxLength", "pattern",
        "and", "or", "not", "xone", "node", "property",
    ]
)  # fmt: skip


class LoadedShape(Shape):
    """A shape that keeps its constraint components."""

    __slots__ = ("_asks_all", "_components", "_property")

    def __init__(self, shape: Any) -> None:
        path = shape.path()
        super().__init__(shape.sg, shape.node, p=shape.is_property_shape, path=path, logger=shape.logger)
        self._property = path if isinstance(path, URIRef) else None
        self._components = self._made(shape)
        #: whether any component may have something to say about a node without values
        self._asks_all = not all(of_values for _, of_values in self._components or ())

    def _made(self, shape: Any) -> tuple[tuple[Any, bool], ...] | None:
        """The components, and whether each is about values only; None to leave the shape to pySHACL."""
        parameters = [p for p, _ in shape.sg.predicate_objects(shape.node) if p in CONSTRAINT_PARAMETERS_MAP]
        if SH.sparql in parameters or shape.find_custom_constraints():
            return None
        found: dict[Any, bool] = {}
        for parameter in parameters:
            found.setdefault(CONSTRAINT_PARAMETERS_MAP[parameter], parameter in _OF_VALUES)
        try:
            components = tuple((kind(self), of_values) for kind, of_values in found.items())
        except (ConstraintLoadError, ConstraintLoadWarning):
            return None  # pySHACL tells of it when the shape is used
        for component, _ in components:
            vars(component)["make_v_result_description"] = _untold
        return components

    def validate(
        self,
        executor: SHACLExecutor,
        target_graph: Any,
        focus: Any = None,
        _evaluation_path: list[Any] | None = None,
    ) -> tuple[bool, Sequence[Any]]:
        """Whether nodes conform, and pySHACL's results when they do not."""
        depth = len(_evaluation_path or ()) // 2
        if self._components is None or focus is None or depth >= executor.max_validation_depth:
            result: tuple[bool, Sequence[Any]] = super().validate(
                executor, target_graph, focus=focus, _evaluation_path=_evaluation_path
            )
            return result
        if self.deactivated:
            return True, []
        if not self._asks_all and self._property is not None and not target_graph.uses(self._property):
            return True, []
        nodes: Any = [focus] if isinstance(focus, str) else focus  # a term of rdflib is a text
        values = self._values(target_graph, nodes)
        some = {node: found for node, found in values.items() if found}
        conforms = True
        results: list[Any] = []
        for component, of_values in self._components:
            asked = some if of_values else values
            if asked:
                path = [*(_evaluation_path or ()), self, component]
                conforming, found = component.evaluate(executor, target_graph, asked, path)
                conforms = conforms and conforming
                results += found
        return conforms, results

    def _values(self, data: DataGraph, nodes: Sequence[Node]) -> dict[Node, set[Node]]:
        """The value nodes of each focus node."""
        if self._property is not None:
            return {node: set(data.objects(node, self._property)) for node in nodes}
        values: dict[Node, set[Node]] = self.value_nodes(data, nodes)
        return values


def load(shapes: ShapesGraph) -> None:
    """Let every shape of a shapes graph keep its components."""
    shapes._node_shape_cache = {shape.node: LoadedShape(shape) for shape in shapes.shapes}


def _untold(*_: Any, **__: Any) -> str:
    """In place of the text of a result."""
    return ""
