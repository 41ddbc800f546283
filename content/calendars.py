"""Whose days off: the time zone, the public holidays and the school holidays of a place in France."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Calendar:
    """Where hours hold. `zone` is an IANA name; without a département: metropolitan France, school zone unknown."""

    zone: str = "Europe/Paris"
    departement: str = ""
