"""The real services answer as their adapters expect. Needs a network, and runs only when it is asked for:

`python -m pytest -m live --force-enable-socket --allow-hosts= tests/live`
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imagegraph.bootstrap import open_resolver
from imagegraph.model.identifiers import identify
from imagegraph.model.resolutions import ResolutionState
from imagegraph.ports.resolving import IdentifierResolver
from imagegraph.settings import Settings

pytestmark = pytest.mark.live


@pytest.fixture(scope="module", name="resolver")
def _resolver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IdentifierResolver]:
    folder: Path = tmp_path_factory.mktemp("live")
    with open_resolver(Settings(data=folder, resolvers="all", resolver_seconds=60)) as resolver:
        yield resolver


@pytest.mark.parametrize(
    ("text", "state", "kind", "label"),
    [
        ("https://ror.org/02catss52", "ok", "Organisation", "European Bioinformatics Institute"),
        ("https://ror.org/00c8t7d47", "replaced", "Organisation", ""),
        ("https://ror.org/03e0qa028", "ambiguous", "Organisation", ""),
        ("0000-0002-1825-0097", "ok", "Person", "Carberry"),
        ("0000-0003-1315-5960", "restricted", None, ""),
        ("RRID:AB_90755", "ok", "Antibody", ""),
        ("RRID:CVCL_0030", "ok", "CellLine", "HeLa"),
        ("RRID:SCR_002285", "ok", "Software", "Fiji"),
        ("hdl:21.11157/44b18238-bba1-4b42-abcc-975017181420", "ok", "Instrument", "TIRF"),
        ("10.82433/08qf-ee96", "ok", "Instrument", ""),
        ("10.5281/zenodo.48440", "ok", "Software", ""),
        ("10.7554/elife.01567", "ok", "Publication", ""),
        ("10.99999/x", "not_found", None, ""),
    ],
)
def test_well_known_identifiers(
    resolver: IdentifierResolver, text: str, state: ResolutionState, kind: str | None, label: str
) -> None:
    """State, kind and a piece of the label are those of the day when the contract was written down."""
    found = resolver.resolve(identify(text))
    assert found.state == state, found.detail
    assert (found.thing.kind if found.thing else None) == kind
    assert label.lower() in (found.thing.label.lower() if found.thing else "")
