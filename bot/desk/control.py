"""Trouble on demand, under `/control`: for tests only."""

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field

from bot.desk.errors import Json
from bot.desk.faults import Fault, Kind
from bot.desk.phones import OnDesk
from bot.desk.state import TAP_LIFE

router = APIRouter(prefix="/control")


class Trouble(BaseModel):
    """See `bot.desk.faults.Fault`."""

    kind: Kind
    method: str = "*"
    times: int = Field(1, ge=1)
    chat_id: int | None = None
    seconds: float = Field(1.0, ge=0)
    retry_after: int = Field(1, ge=0)
    description: str | None = None


@router.post("/faults", status_code=201)
async def plan(desk: OnDesk, trouble: Trouble) -> Json:
    desk.faults.planned.append(Fault(**trouble.model_dump()))
    return {"planned": len(desk.faults.planned)}


@router.delete("/faults")
async def forgive(desk: OnDesk) -> Json:
    desk.faults.planned.clear()
    return {"planned": 0}


@router.get("/calls")
async def calls(desk: OnDesk, method: str = "", after: int = 0) -> list[Json]:
    """Calls received, oldest first: `n`, `method`, `at` (epoch seconds), `code` (0: unanswered), `params`."""
    wanted = method.lower()
    return [
        call
        for call in desk.faults.calls
        if call["n"] > after and (not wanted or call["method"].lower() == wanted)
    ]


@router.delete("/calls")
async def forget_calls(desk: OnDesk) -> Json:
    desk.faults.calls.clear()
    return {"calls": 0}


@router.get("/updates")
async def pending(desk: OnDesk) -> list[Json]:
    """Updates the bot has not confirmed yet."""
    return list(desk.updates.pending.values())


@router.get("/history")
async def history(desk: OnDesk, after: int = 0) -> list[Json]:
    """Every update made since this process started, confirmed or not, with an update_id above `after`."""
    return [update for update in desk.updates.history if update["update_id"] > after]


@router.post("/duplicate")
async def duplicate(desk: OnDesk) -> Json:
    """Deliver the last update once more, under the same update_id, even if it was confirmed."""
    if not desk.updates.history:
        raise HTTPException(409, "there was no update yet")
    desk.updates.again.append(desk.updates.history[-1])
    desk.updates.wake()
    return desk.updates.history[-1]


@router.post("/retap")
async def retap(desk: OnDesk) -> Json:
    """Deliver the last tap again under a new update_id, with the same callback query id."""
    if desk.updates.last_tap is None:
        raise HTTPException(409, "nobody has tapped")
    number = desk.updates.push("callback_query", desk.updates.last_tap["callback_query"])
    return {"update_id": number}


@router.post("/expire-taps")
async def expire_taps(desk: OnDesk) -> Json:
    """Let every unanswered tap become too old to be answered."""
    for tap in desk.taps.values():
        tap.at -= TAP_LIFE + 1
        desk.keep(tap)
    return {"taps": len(desk.taps)}


@router.post("/reset")
async def reset(desk: OnDesk) -> Json:
    """Forget phones, chats, updates, calls and faults; numbers go on."""
    desk.clear()
    return {"phones": 0}
