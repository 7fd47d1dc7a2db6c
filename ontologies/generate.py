"""Writes every file that follows from the schema and the registry of vocabularies: python ontologies/generate.py [--check]"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "ontologies"))

from generator import (  # noqa: E402
    context,
    identifier_tables,
    linkml_outputs,
    pages,
    shapes,
    sssom,
    table,
    vocabulary_tables,
)
from generator.model import Model  # noqa: E402

REPAIR = "python ontologies/generate.py"


def outputs():
    """Path and text of every generated file."""
    model = Model()
    generated = ROOT / "ontologies" / "generated"
    yield generated / "context.jsonld", context.write_context(model)
    yield generated / "classes.json", table.write_table(model)
    yield ROOT / "shapes" / "core" / "imagegraph.ttl", shapes.write_shapes(model)
    for name, text in sssom.write_mapping_sets(model):
        yield ROOT / "mappings" / "sssom" / name, text
    yield generated / "imagegraph.owl.ttl", linkml_outputs.write_owl(model)
    yield generated / "imagegraph.schema.json", linkml_outputs.write_json_schema(model)
    yield generated / "imagegraph.sql", linkml_outputs.write_sql(model)
    for name, tables in (
        ("terms.md", vocabulary_tables.tables()),
        ("identifiers.md", identifier_tables.tables()),
    ):
        page = ROOT / "docs" / name
        yield page, pages.write_page(page.read_text(encoding="utf-8"), tables)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a file is not up to date"
    )
    check = parser.parse_args().check
    stale = []
    for path, text in outputs():
        if path.is_file() and path.read_bytes() == text.encode():
            continue
        stale.append(path.relative_to(ROOT).as_posix())
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    if check and stale:
        print("Not up to date with ontologies/: " + ", ".join(stale), file=sys.stderr)
        print(f"Repair with: {REPAIR}", file=sys.stderr)
        return 1
    if not check:
        print("Written: " + (", ".join(stale) or "nothing, all files were up to date"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
