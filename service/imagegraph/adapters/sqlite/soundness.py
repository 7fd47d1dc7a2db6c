"""Whether the file of the journal fits together: its pages, its list of records, its words to search.

The chain of hashes covers the entries. The list of records, the words and the indexes follow from the entries, and
nothing but this check would notice a flipped bit in them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

#: lines of one check that are told
_MOST_TOLD = 20
_DIFFERENT = """
WITH newest AS (SELECT id, max(number) AS number FROM entries GROUP BY id)
SELECT e.id FROM newest n JOIN entries e ON e.id = n.id AND e.number = n.number
  JOIN entries f ON f.id = n.id AND f.number = 1
  LEFT JOIN records r ON r.id = e.id
WHERE r.id IS NULL OR r.iri IS NOT e.iri OR r.about IS NOT e.about OR r.type IS NOT e.type OR r.title IS NOT e.title
  OR r.version IS NOT e.number OR r.created IS NOT f.at OR r.modified IS NOT e.at OR r.digest IS NOT e.digest
  OR r.deleted IS NOT e.deleted
UNION ALL
SELECT id FROM records WHERE id NOT IN (SELECT id FROM entries)
LIMIT ?
"""


def unsound(connection: sqlite3.Connection) -> Iterator[str]:
    """What does not fit together, in words; nothing when all is well."""
    try:
        for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST_TOLD})"):
            if line != "ok":
                yield f"the file is damaged: {line}"
        for (id,) in connection.execute(_DIFFERENT, (_MOST_TOLD,)):
            yield f"the list of records says something else about {id!r} than its newest entry"
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        yield f"the file is damaged: {error}"
