"""The tables of docs/identifiers.md: schemes, families of RRIDs, and authorities with their limits."""

from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "mappings"


def tables():
    """Name of each table of the page and its text."""
    identifiers = yaml.safe_load((FOLDER / "identifiers.yaml").read_text(encoding="utf-8"))
    authorities = yaml.safe_load((FOLDER / "authorities.yaml").read_text(encoding="utf-8"))
    return {
        "schemes": _schemes(identifiers["schemes"], authorities["authorities"]),
        "families": _families(identifiers["rrid_families"], authorities["authorities"]),
        "authorities": _authorities(authorities["authorities"]),
        "days": _days(authorities),
    }


def _schemes(schemes, authorities):
    rows = ["| Scheme | Names | Canonical IRI | Checked | Asked |", "|---|---|---|---|---|"]
    for name, scheme in schemes.items():
        others = (
            base for start, base in scheme.get("bases", {}).items() if scheme["example"].startswith(start)
        )
        iri = next(others, scheme["base"]) + scheme["example"] + scheme.get("suffix", "")
        checked = "form and check digits" if "checksum" in scheme else "form"
        asked = ", ".join(authorities[one]["title"] for one in scheme.get("resolved_by", ()))
        title = f"[{scheme['title']}]({scheme['homepage']})<br>`{name}`"
        rows.append(f"| {title} | {scheme['names']} | `{iri}` | {checked} | {asked or 'nobody'} |")
    return "\n".join(rows)


def _families(families, authorities):
    rows = ["| Prefix | Names | Who | Written like | Asked |", "|---|---|---|---|---|"]
    for prefix, family in families.items():
        asked = authorities[family["authority"]]["title"]
        rows.append(
            f"| `{prefix}` | {family['kind']} | {family['title']} | `RRID:{family['example']}` | {asked} |"
        )
    return "\n".join(rows)


def _authorities(authorities):
    rows = [
        "| Name | Service | Limit it states | We send at most | Licence of its data |",
        "|---|---|---|---|---|",
    ]
    for name, entry in authorities.items():
        rate = entry["rate"]
        sent = f"{rate:g} a second" if rate >= 1 else f"one in {round(1 / rate)} seconds"
        sent += f", {entry['concurrent']} at once"
        if "daily" in entry:
            sent += f", {entry['daily']:,} a day"
        licence = "CC0 1.0" if "zero/1.0" in entry.get("licence", "") else "CC BY 4.0"
        shown = f"[{licence}]({entry['licence']})" if "licence" in entry else "none stated"
        title = f"[{entry['title']}]({entry['homepage']})"
        rows.append(f"| `{name}` | {title} | {entry['stated']} | {sent} | {shown} |")
    return "\n".join(rows)


def _days(table):
    rows = ["| State | What it means | Asked again after |", "|---|---|---|"]
    for state, meaning in _MEANINGS.items():
        days = table["days"].get(state)
        again = f"{days} day{'' if days == 1 else 's'}" if days else _NOT_KEPT[state]
        if state == "ok":
            again += "".join(f", {scheme} {n}" for scheme, n in table["days_of_scheme"].items())
        rows.append(f"| `{state}` | {meaning} | {again} |")
    return "\n".join(rows)


_MEANINGS = {
    "ok": "its authority describes it",
    "replaced": "valid, but merged, deprecated or inactive; `successors` names the one to use",
    "obsolete": "valid, but withdrawn, closed or retracted, without a successor",
    "restricted": "it exists, its content is not public: an ORCID record that is locked or deactivated",
    "not_found": "the authority says, in its own words, that it does not exist",
    "ambiguous": "it stands for several things, or has several successors: a person must choose",
    "invalid": "form or check digits are wrong; decided here, nobody is asked",
    "unavailable": "nobody was asked, or nobody gave a usable answer, and none is kept",
}
_NOT_KEPT = {"invalid": "never asked", "unavailable": "30 seconds, then ever longer, up to a day"}
