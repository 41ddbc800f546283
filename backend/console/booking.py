"""The pages by which staff book, and say what can be booked."""

from __future__ import annotations

from fastapi import APIRouter

from backend.console.card import router as card
from backend.console.counter import router as counter
from backend.console.external import router as external
from backend.console.motives import router as motives
from backend.console.opening_days import router as opening_days
from backend.console.openings import router as openings
from backend.console.series import router as series
from backend.console.site_rooms import router as site_rooms

router = APIRouter()
for one in (counter, card, series, external, motives, site_rooms, openings, opening_days):
    router.include_router(one)
