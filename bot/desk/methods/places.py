"""Points on the map, and contacts."""

import math

from bot.desk.errors import Json, bad_request
from bot.desk.methods.sending import send
from bot.desk.params import Params
from bot.desk.state import Desk


def _point(params: Params, wrong: str) -> Json:
    found = {name: params.number(name) for name in ("latitude", "longitude")}
    for name, value in found.items():
        if value is None:
            raise bad_request(f"{name} is empty")
    if not _on_earth(found["latitude"], 90) or not _on_earth(found["longitude"], 180):
        raise bad_request(wrong)
    return dict(found)


def _on_earth(value: float | None, most: int) -> bool:
    return value is not None and math.isfinite(value) and abs(value) <= most


def send_location(desk: Desk, params: Params) -> Json:
    return send(desk, params, {"location": _point(params, "wrong location specified")})


def send_venue(desk: Desk, params: Params) -> Json:
    """A venue also carries its location, as Telegram's does."""
    point = _point(params, "wrong venue location specified")
    for name in ("title", "address"):
        if not params.text(name):
            raise bad_request(f"{name} is empty")
    venue = {"location": point, "title": params.text("title"), "address": params.text("address")}
    return send(desk, params, {"venue": venue, "location": point})


def send_contact(desk: Desk, params: Params) -> Json:
    if not params.text("phone_number"):
        raise bad_request("phone number is empty")
    if not params.text("first_name"):
        raise bad_request("first name is empty")
    contact = {name: params.text(name) for name in ("phone_number", "first_name")}
    return send(desk, params, {"contact": contact})
