"""The pages by which staff book, and say what can be booked."""

from __future__ import annotations

from fastapi import APIRouter

from backend.console.card import router as card
from backend.console.counter import router as counter

router = APIRouter()
for one in (counter, card):
    router.include_router(one)
