"""How long term look-up takes over HTTP, beside a route that only says "ok".

    IMAGEGRAPH_CORPUS=… python tests/benchmarks/term_http.py

Loads FBbi, UO, PATO, CHMO, PSI-MS and the CL and UBERON slims of `$IMAGEGRAPH_CORPUS/ontologies` into a service of
its own, then asks one request at a time over one connection: 200 different searches of every kind, the terms they
found, and `/health/live` in between. Prints milliseconds at 50, 95 and 99 percent, and the ratio of the medians.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote, urlencode

_FILES = (
    "FBbi_foundingGIDE_2026/fbbi-edit.owl", "UO/uo.obo", "PATO/pato-simple.obo", "CHMO/chmo.obo", "PSI-MS/psi-ms.obo",
    "CL/general_cell_types_upper_slim.obo", "UBERON/efo-slim.obo",
)  # fmt: skip
#: names as they are typed: whole, short, by their beginning, by some words, with slips, in other languages, unknown
_TYPED = (
    "fluorescence microscopy", "confocal", "EM", "TIRF", "SIM", "H&E", "E. coli", "HeLa", "micrometre", "µm", "kidney",
    "neuron", "macrophage", "epithelial cell", "heart", "liver", "light microscopy", "spinning disk", "mass spectrometry",
    "ion source", "orbitrap", "MALDI imaging", "Raman spectroscopy", "atomic force microscopy", "flourescence", "micrscopy",
    "confocle", "neurone", "increased size", "circular", "shape", "red", "temperature", "degree Celsius", "second",
    "nanometer", "Konfokalmikroskopie", "microscopie", "electron", "X-ray", "phase contrast", "bright field", "T cell",
    "B cell", "stem cell", "lung", "brain", "eye", "nothing is called so", "qwertyuiop", "FBbi:00000246", "CHMO_0000087",
    "a", "in", "of", "cell", "microscopy", "method", "microscopy method with light and lenses",
)  # fmt: skip
_FIELDS = ("", "imaging-method", "organism")


@contextmanager
def _running(folder: str) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = str(Path(sys.executable).parent / "imagegraph")
    ontologies = Path(os.environ["IMAGEGRAPH_CORPUS"]) / "ontologies"
    files = [str(ontologies / name) for name in _FILES]
    load = [command, "terms", "load", *files, "--data", folder]
    subprocess.run(load, check=True, capture_output=True)
    process = subprocess.Popen(
        [command, "demo", "--data", folder, "--port", str(port)], stdout=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def _asked(
    connection: http.client.HTTPConnection, path: str, *, body: str | None = None
) -> tuple[float, bytes]:
    started = time.perf_counter()
    connection.request(
        "POST" if body else "GET", path, body, {"Content-Type": "application/json"} if body else {}
    )
    response = connection.getresponse()
    content = response.read()
    taken = (time.perf_counter() - started) * 1000
    if response.status != 200:
        raise SystemExit(f"{path} was refused:\n{content.decode()}")
    return taken, content


def _print(name: str, taken: Sequence[float], *, trivial: float) -> None:
    cuts = quantiles(taken, n=100, method="inclusive")
    print(
        f"{name:<22} {cuts[49]:>7.2f} {cuts[94]:>7.2f} {cuts[98]:>7.2f} ms   {cuts[49] / trivial:>5.1f} "
        f"({len(taken)} requests)"
    )


def main(rounds: int = 5) -> None:
    """Print the percentiles."""
    searches = [
        "/terms?" + urlencode({"q": text, **({"field": field} if field else {})})
        for text in _TYPED for field in _FIELDS
    ]  # fmt: skip
    rows: dict[str, list[float]] = {
        "trivial route": [],
        "search": [],
        "one term": [],
        "children": [],
        "annotate": [],
    }
    with tempfile.TemporaryDirectory() as folder, _running(folder) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for number in range(rounds + 1):  # the first round warms up
            taken: dict[str, list[float]] = {name: [] for name in rows}
            for search in searches:
                taken["trivial route"].append(_asked(connection, "/health/live")[0])
                milliseconds, content = _asked(connection, search)
                taken["search"].append(milliseconds)
                for item in json.loads(content)["items"][:1]:
                    path = f"/terms/{quote(item['curie'])}"
                    taken["one term"].append(_asked(connection, path)[0])
                    taken["children"].append(_asked(connection, f"{path}/children")[0])
            body = json.dumps({"texts": list(_TYPED), "field": "imaging-method"})
            taken["annotate"].append(_asked(connection, "/terms/annotate", body=body)[0] / len(_TYPED))
            if number:
                for name, values in taken.items():
                    rows[name] += values
    print(f"{'':<22} {'p50':>7} {'p95':>7} {'p99':>7}      ratio to the trivial route")
    trivial = quantiles(rows["trivial route"], n=100)[49]
    for name, values in rows.items():
        _print(name if name != "annotate" else "annotate, per string", values, trivial=trivial)


if __name__ == "__main__":
    main()
