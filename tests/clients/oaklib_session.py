"""Uses oaklib's adapter for OLS, from Python and as `runoak`, and prints what it returned, as JSON.

    python oaklib_session.py BASE_URL

oaklib has no setting for the address: the client class that its adapter uses knows only that of the EBI. So that
class is given another one here; everything else is as it was installed.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable
from typing import Any

warnings.simplefilter("ignore")

from click.testing import CliRunner  # noqa: E402
from oaklib import get_adapter  # noqa: E402
from oaklib.cli import main as runoak  # noqa: E402
from oaklib.datamodels.search import SearchConfiguration, SearchProperty  # noqa: E402
from ols_client import Client, EBIClient  # noqa: E402

MITOCHONDRION, INNER_MEMBRANE = "GO:0005739", "GO:0005743"


def outcome(ask: Callable[[], Any]) -> Any:
    """What a call returned, or the kind of exception and the HTTP status it ended with."""
    try:
        return ask()
    except Exception as error:
        status = getattr(getattr(error, "response", None), "status_code", None)
        return {"exception": type(error).__name__, "status": status}


def in_python() -> dict[str, Any]:
    """One call of every method that the adapter implements."""
    go, demo, everywhere = get_adapter("ols:go"), get_adapter("ols:demo"), get_adapter("ols:")
    demo.add_prefix("DEMO:0000000", "http://purl.obolibrary.org/obo/DEMO_0000000")
    labels_only = SearchConfiguration(is_complete=True, properties=[SearchProperty.LABEL])
    return {
        "label": go.label(MITOCHONDRION),
        "label of nothing": outcome(lambda: go.label("GO:0000001")),
        "label without ontology": outcome(lambda: everywhere.label(MITOCHONDRION)),
        "labels": list(go.labels([MITOCHONDRION, INNER_MEMBRANE])),
        "definition": go.definition(MITOCHONDRION),
        "definitions": list(go.definitions([MITOCHONDRION, INNER_MEMBRANE], include_missing=True)),
        "ancestors": sorted(go.ancestors(INNER_MEMBRANE)),
        "ancestors is_a": sorted(go.ancestors([INNER_MEMBRANE], predicates=["rdfs:subClassOf"])),
        "descendants": sorted(go.descendants(MITOCHONDRION, reflexive=False)),
        "descendants is_a": sorted(go.descendants(MITOCHONDRION, predicates=["rdfs:subClassOf"])),
        "descendants of many": len(demo.descendants("DEMO:0000000", reflexive=False)),
        "basic_search": list(go.basic_search("mitochondrion")),
        "basic_search exact": list(go.basic_search("organelle", config=labels_only)),
        "basic_search everywhere": list(everywhere.basic_search("neuron", config=labels_only)),
    }


def on_the_command_line() -> dict[str, Any]:
    """What `runoak` prints."""
    commands = {
        "search": ["search", "l=mitochondrion"],
        "labels": ["labels", MITOCHONDRION],
        "definitions": ["definitions", MITOCHONDRION],
        "info": ["info", MITOCHONDRION],
    }
    told = {}
    for name, arguments in commands.items():
        done = CliRunner().invoke(runoak, ["-i", "ols:go", *arguments])
        told[name] = {"code": done.exit_code, "output": done.output}
    return told


if __name__ == "__main__":
    base_url = sys.argv[1]
    EBIClient.__init__ = lambda self: Client.__init__(self, base_url)
    print(json.dumps({"python": in_python(), "runoak": on_the_command_line()}))
