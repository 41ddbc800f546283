"""One row as the models of data·inclusion read it: what may be missing and is wrong is dropped, and said."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound=BaseModel)
Drop = Callable[[str], None]
"""Hears of each value that could not stand, and why."""
LISTS = {
    "reseaux_porteurs",
    "thematiques",
    "publics",
    "modes_accueil",
    "zone_eligibilite",
    "modes_mobilisation",
    "mobilisable_par",
}
NEEDED = {"source", "id", "nom", "date_maj", "structure_id", "description", "publics", "mobilisable_par"}
"""Without these, or with these wrong, a row is refused: a dropped audience would open it to everybody."""
LONGEST_ID, LONGEST_REASON = 200, 120


class Rejected(ValueError):
    """The row cannot stand; the message names the field and why, never the value."""


def validated(model: type[Model], row: Any, drop: Drop) -> Model:
    """The row as the model reads it; what may be missing and is wrong is dropped."""
    if not isinstance(row, Mapping):
        raise Rejected("expected an object")
    values = _unpacked(row)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False, include_context=False)
    for fault in wrong:
        field, *at = fault["loc"]
        reason = f"{field}: {fault['msg'][:LONGEST_REASON]}"
        if field in NEEDED:
            raise Rejected(reason)
        drop(reason)
        values[str(field)] = _without(values[str(field)], at)
    try:
        return model.model_validate({k: _compact(v) for k, v in values.items()})
    except ValidationError as error:
        raise Rejected(f"{error.errors()[0]['loc'][0]}: it cannot be read") from None


_GAP = object()


def _without(value: Any, at: list[int | str]) -> Any:
    """A list without its wrong item, still in place; anything else, without all of it."""
    if not at or not isinstance(value, list) or not isinstance(at[0], int):
        return None
    return [_GAP if i == at[0] else item for i, item in enumerate(value)]


def _compact(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [item for item in value if item is not _GAP] or None


def _unpacked(row: Mapping[str, Any]) -> dict[str, Any]:
    """The cells of a CSV line as values; JSON stays as it is. An empty text is no value."""
    values = {k: None if v == "" else v for k, v in row.items()}
    for name in LISTS & values.keys():
        value = values[name]
        values[name] = _listed(value) if isinstance(value, str) else value or None
    return values


def _listed(cell: str) -> Any:
    if not cell.startswith("["):
        return [part.strip() for part in cell.split("|") if part.strip()] or None
    try:
        return json.loads(cell) or None
    except (ValueError, RecursionError):
        return [cell]
