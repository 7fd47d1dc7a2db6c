"""Channels listed in a cell of an annotation table."""

from __future__ import annotations

import pytest

from imagegraph.adapters.importers.idr_channel import listed_channels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "YFP:DAD4; mRFP1:SPC42; DIC: whole cell",
            [("YFP", "DAD4"), ("mRFP1", "SPC42"), ("DIC", "whole cell")],
        ),
        ("594: IF signal, 488: Sytox green", [("594", "IF signal"), ("488", "Sytox green")]),
        ("AF488; AT542; DAPI", [("AF488", ""), ("AT542", ""), ("DAPI", "")]),
        ("LaminB1 / Dapi", [("LaminB1", ""), ("Dapi", "")]),
        ("NCAPH", [("NCAPH", "")]),
        (
            "Megalin: lumen, green;Laminin: membrane, red",
            [("Megalin", "lumen, green"), ("Laminin", "membrane, red")],
        ),
        ("594: EdU, 488: IF signal, DAPI", []),
        ("RGB", []),
        ("greyscale", []),
        (";", []),
    ],
)
def test_lists_are_split_where_there_is_one_way(text: str, expected: list[tuple[str, str]]) -> None:
    """Names and contents of the channels; nothing when the text is ambiguous or names no channel."""
    assert [(channel.name, channel.content) for channel in listed_channels(text)] == expected


@pytest.mark.parametrize(
    "name", ["GFP", "TagYFP", "mRFP1", "mCherry", "DAPI", "AF488", "Alexa Fluor 647", "Cy5.5"]
)
def test_names_of_dyes_are_known(name: str) -> None:
    """A channel that is called by its dye has that fluorophore."""
    (channel,) = listed_channels(f"{name}: something")
    assert channel.fluorophore == name
