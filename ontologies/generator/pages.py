"""Pages of the manual with tables that are made from data."""

import re


def write_page(page, tables):
    """The page with its tables made anew; what stands outside the marks is kept.

    Args:
        page: its text. A table stands between `<!-- table: NAME -->` and `<!-- end of table -->`.
        tables: name of each table and its text.
    """

    def table(match):
        return f"<!-- table: {match[1]} -->\n\n{tables[match[1]]}\n\n<!-- end of table -->"

    return re.sub(r"<!-- table: (\w+) -->.*?<!-- end of table -->", table, page, flags=re.S)
