"""Prints one of the two commands of the README, so that what is tested is what is documented."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def command(name: str) -> str:
    """The single line below `<!-- command: NAME -->` in the README."""
    found = re.search(rf"<!-- command: {name} -->\n+```[a-z]*\n(.+)\n```", README.read_text("utf-8"))
    if found is None:
        raise SystemExit(f"README.md has no one-line block after '<!-- command: {name} -->'")
    return found[1]


if __name__ == "__main__":
    print(command(sys.argv[1]))
