"""The tables of docs/terms.md: what each field takes, and which vocabularies there are."""

import re
from collections import Counter
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parents[1]
_LICENCES = {
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0 1.0",
    "https://www.apache.org/licenses/LICENSE-2.0": "Apache 2.0",
    "https://www.w3.org/copyright/document-license-2023/": "W3C document",
    "https://hpo.jax.org/app/license": "HPO licence",
}


def tables():
    """Name of each table of the page and its text."""
    registry = yaml.safe_load((FOLDER / "vocabularies.yaml").read_text(encoding="utf-8"))
    starter = [
        entry
        for file in sorted((FOLDER / "terms" / "starter").glob("*.yaml"))
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["terms"]
    ]
    return {
        "fields": _fields(registry, {entry["id"]: entry["label"] for entry in starter}),
        "vocabularies": _vocabularies(registry, Counter(entry["id"].partition(":")[0] for entry in starter)),
    }


def _fields(registry, labels):
    rows = ["| Field | Vocabulary | Only below | Why |", "|---|---|---|---|"]
    vocabularies = registry["vocabularies"]
    for name, field in registry["fields"].items():
        first = f"{field['title']}<br>`{name}`"
        for choice in field["choices"]:
            root = ""
            if "root" in choice:
                curie = _curie(choice["root"], vocabularies)
                root = f"{labels[curie]} (`{curie}`)"
            rows.append(f"| {first} | `{choice['vocabulary']}` | {root} | {choice['why']} |")
            first = ""
    return "\n".join(rows)


def _curie(iri, vocabularies):
    """The CURIE of a term; a root may be of another vocabulary, such as the device of COB."""
    entry = max(
        (entry for entry in vocabularies.values() if iri.startswith(entry["base"])),
        key=lambda entry: len(entry["base"]),
    )
    return entry["prefix"] + ":" + iri.removeprefix(entry["base"])


def _vocabularies(registry, counts):
    rows = ["| Id | Prefix | What it is | Licence | Starter terms |", "|---|---|---|---|---|"]
    for id, entry in sorted(registry["vocabularies"].items()):
        about = f"[{entry['title']}]({entry['homepage']}): {entry['about']}"
        if "note" in entry:
            about += f" Note: {entry['note']}."
        licence = entry.get("licence", "")
        shown = f"[{_licence(licence)}]({licence})" if licence else "none stated"
        rows.append(f"| `{id}` | `{entry['prefix']}` | {about} | {shown} | {counts[entry['prefix']] or ''} |")
    return "\n".join(rows)


def _licence(iri):
    """Short name of a licence."""
    match = re.fullmatch(r"https://creativecommons\.org/licenses/([a-z-]+)/([\d.]+)/", iri)
    return f"CC {match[1].upper()} {match[2]}" if match else _LICENCES[iri]
