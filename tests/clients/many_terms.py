"""An ontology with more terms than fit on one page of any client."""

from __future__ import annotations

#: terms of the generated ontology besides its root
LEAVES = 1_202


def generated_ontology() -> str:
    """An OBO file of an ontology that nobody has described: a root with many terms below it."""
    stanzas = [
        f"[Term]\nid: DEMO:{number:07}\nname: sample {number}\nis_a: DEMO:0000000\n"
        for number in range(1, LEAVES + 1)
    ]
    return "\n".join(
        ["format-version: 1.2\nontology: demo\n", "[Term]\nid: DEMO:0000000\nname: sample\n", *stanzas]
    )
