"""Whatever JSON comes in place of an organisation, it is read or refused."""

from __future__ import annotations

import contextlib
from typing import Any

from authority_any_json import values, with_members
from authority_parts import check_statements, part, valid
from hypothesis import given, settings
from hypothesis import strategies as st

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.ror import RorAuthority
from imagegraph.model.rdf import to_ntriples
from imagegraph.testing.authorities.ror import FACILITY, IRI, organisation

INNER = ("value", "types", "lang", "type", "id", "label", "all", "preferred", "geonames_id", "geonames_details", "lat",
         "lng", "name", "country_code", "last_modified", "date", "schema_version", "errors")  # fmt: skip
OUTER = ("id", "names", "status", "types", "relationships", "external_ids", "locations", "links", "established", "admin",
         "domains")  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([200, 404, 500]),
    values(*OUTER, *INNER) | with_members(organisation(FACILITY, "Northmere"), *OUTER, *INNER),
)
def test_any_json_is_read_or_refused(status: int, document: Any) -> None:
    """Nothing else is raised; what is stated can be written, and holds no mail address."""
    with contextlib.suppress(UnreadableAnswer):
        thing = RorAuthority({}).read(valid(IRI + FACILITY), [part("ror", document, status=status)]).thing
        if thing is not None:
            check_statements(thing.statements)
            assert to_ntriples(thing.statements)
            assert "@example.org" not in "".join([*thing.names, thing.label])
