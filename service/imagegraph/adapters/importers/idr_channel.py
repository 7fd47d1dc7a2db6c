"""The channels that a cell of an IDR annotation table lists, such as `YFP:DAD4; mRFP1:SPC42; DIC: whole cell`.

The column is free text (https://idr.openmicroscopy.org/about/submission.html); it is split only where that
can be done in one way, and the text is kept beside the channels.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from imagegraph.adapters.importers.idr_study import mapping

_LONGEST = 60


class ListedChannel(NamedTuple):
    """One channel of a list: its name, what it shows, and its dye when the name is that of one."""

    name: str
    content: str
    fluorophore: str


def listed_channels(text: str) -> list[ListedChannel]:
    """The channels of a cell, none when the text can be read in several ways.

    >>> [(channel.name, channel.content) for channel in listed_channels("GFP: tubulin; DIC")]
    [('GFP', 'tubulin'), ('DIC', '')]
    >>> listed_channels("GFP: tubulin, in green, DIC")
    []
    """
    pieces = _pieces(text)
    channels = []
    for piece in pieces:
        name, _, content = (part.strip() for part in piece.partition(":"))
        if not name or len(name) > _LONGEST or (":" not in piece and "," in piece):
            return []
        dye = _fluorophores().fullmatch(name)
        channels.append(ListedChannel(name, content, name if dye else ""))
    if len(channels) == 1 and channels[0].name.lower() in mapping("table")["no_channels"]:
        return []
    return list(dict.fromkeys(channels))


def _pieces(text: str) -> list[str]:
    for mark in (";", " / ", ","):
        if mark in text:
            pieces = [piece.strip() for piece in text.split(mark) if piece.strip()]
            labelled = sum(":" in piece for piece in pieces)
            return pieces if mark == ";" or labelled in (0, len(pieces)) else []
    return [text.strip()]


@cache
def _fluorophores() -> re.Pattern[str]:
    return re.compile("|".join(mapping("table")["fluorophores"]), re.IGNORECASE)
