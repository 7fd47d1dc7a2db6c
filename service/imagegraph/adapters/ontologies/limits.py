"""What bounds the reading of an ontology file: depth of nesting, length of names, number of problems told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from imagegraph.errors import DocumentTooDeep
from imagegraph.model.ontology import ReadProblem

#: longest name of a term, characters; the longest honest ones are systematic names of molecules
LONGEST_NAME = 10_000
LONGEST_DEFINITION = 100_000
_MOST_PROBLEMS = 10_000
#: parentheses in parentheses; the parser needs stack for each
_DEEPEST_EXPRESSION = 200
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|<[^<>\s]*>|#[^\n]*|[()]', re.DOTALL)
_TAG = re.compile(
    r"<(/?)[A-Za-z_](?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>|<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL
)


class Problems(list[ReadProblem]):
    """What is told about a file; after so many it says only that there are more."""

    def append(self, problem: ReadProblem, /) -> None:
        """Tell one more."""
        if len(self) < _MOST_PROBLEMS:
            super().append(problem)
        elif len(self) == _MOST_PROBLEMS:
            super().append(
                ReadProblem(message=f"There are more than {_MOST_PROBLEMS:,} problems; the rest is not told.")
            )

    def extend(self, problems: Iterable[ReadProblem], /) -> None:
        """Tell some more."""
        for problem in problems:
            self.append(problem)

    def __iadd__(self, problems: Iterable[ReadProblem]) -> Problems:  # type: ignore[override,misc]
        self.extend(problems)
        return self


def check_nesting(text: str, *, xml: bool, source: str) -> None:
    """Refuse expressions in expressions so deep that a parser with a stack breaks.

    Args:
        xml: elements are nested; else parentheses are.

    Raises:
        DocumentTooDeep: they are.
    """
    depth = 0
    for found in (_TAG if xml else _TOKEN).finditer(text):
        if xml:
            is_tag = found[0][1] not in "!"
            depth += 0 if not is_tag or found[2] else -1 if found[1] else 1
        else:
            depth += 1 if found[0] == "(" else -1 if found[0] == ")" else 0
        if depth > _DEEPEST_EXPRESSION:
            line = text.count("\n", 0, found.start()) + 1
            raise DocumentTooDeep(
                f"{source} has expressions that are nested deeper than {_DEEPEST_EXPRESSION}, at line {line}.",
                source=source, line=line,
            )  # fmt: skip
