"""What routes ask for: the services, and the checked parts of a request."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Path, Query, Request

from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.access import NOBODY, Caller
from imagegraph.model.records import VALID_ID
from imagegraph.operations.projects.seeing import services_for
from imagegraph.operations.services import Services


def services_of(request: Request) -> Services:
    """The services as the sender of a request sees them: nothing of a record that is not theirs to see."""
    state = request.scope.setdefault("state", {})
    seen = state.get("services")
    if seen is None:
        services = cast(Services, request.app.state.services)
        caller = cast(Caller | None, state.get("caller"))
        seen = state["services"] = services_for(services, caller or NOBODY)
    return cast(Services, seen)


async def _services(request: Request) -> Services:
    return services_of(request)


async def _profiles(
    request: Request,
    profile: Annotated[
        list[str] | None,
        Query(description="Validation profile to judge by, besides the model itself; repeat it for several."),
    ] = None,
) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(profile or ()))
    known = services_of(request).profiles
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise BadParameter(
            f"There is no profile {unknown[0]!r}. Known profiles: {', '.join(known)}.",
            parameter="profile",
            value=unknown[0],
            known=list(known),
        )
    return wanted


async def _new_id(
    id: Annotated[str, Path(description="Last part of the record's IRI.", examples=["my-study"])],
) -> str:
    if not VALID_ID.fullmatch(id):
        raise BadParameter(
            f"{id!r} cannot be the id of a record. Use up to 128 letters, digits, dots, hyphens and "
            "underscores, starting with a letter or a digit.",
            parameter="id",
            value=id,
        )
    return id


def get_record_id(services: Services, name: str) -> str:
    """The id of a record that exists or existed.

    Raises:
        NotFound: there never was one.
    """
    known = services.journal.find(name)
    if known is None or known.id != name:
        raise NotFound(f"There is no record {name!r}. GET /records lists those that are there.", id=name)
    return known.id


#: the ports with their adapters
ServicesOf = Annotated[Services, Depends(_services)]
#: names of known profiles
Profiles = Annotated[tuple[str, ...], Depends(_profiles)]
#: an id that a record can have
RecordId = Annotated[str, Depends(_new_id)]
