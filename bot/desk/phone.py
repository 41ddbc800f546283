"""One phone, under `/phone/{phone_id}`: what its owner sees and does."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, Field

from bot.desk import acts
from bot.desk.errors import Json
from bot.desk.params import read_params
from bot.desk.phones import OnDesk
from bot.desk.records import Phone
from bot.desk.view import bubble_view, phone_view, summary

router = APIRouter(prefix="/phone/{phone_id}")
LONGEST_LOOK = 60.0
KINDS = ("photo", "document", "voice", "sticker", "audio", "video", "video_note", "animation")


def the_phone(desk: OnDesk, phone_id: int) -> Phone:
    if phone_id not in desk.phones:
        raise HTTPException(404, "no such phone")
    return desk.phones[phone_id]


OnPhone = Annotated[Phone, Depends(the_phone)]


class Words(BaseModel):
    text: str
    chat_id: int | None = None
    answers: int | None = None
    entities: list[Json] | None = None


class NewText(BaseModel):
    text: str = Field(min_length=1)


class Payload(BaseModel):
    payload: str = Field("", pattern=r"^[A-Za-z0-9_-]{0,64}$")


class Point(BaseModel):
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class Contact(BaseModel):
    phone_number: str = Field(min_length=1)


class Title(BaseModel):
    title: str = Field(min_length=1)


@router.get("")
async def look(desk: OnDesk, phone: OnPhone, since: int = 0, timeout: float = 0.0) -> Json:  # noqa: ASYNC109
    """The phone as it shows now; with `since` (a version), waits up to `timeout` seconds for a change."""
    await desk.live.after(phone.id, since, min(timeout, LONGEST_LOOK))
    return phone_view(desk, phone)


@router.post("/start")
async def start(desk: OnDesk, phone: OnPhone, link: Payload) -> Json:
    return bubble_view(desk, acts.start(desk, phone, link.payload), taken=False)


@router.post("/text")
async def write(desk: OnDesk, phone: OnPhone, words: Words) -> list[Json]:
    beside = acts.Beside(words.answers, words.entities)
    written = acts.write(desk, phone, words.text, words.chat_id, beside)
    return [bubble_view(desk, bubble, taken=False) for bubble in written]


@router.post("/edit/{message_id}")
async def edit(desk: OnDesk, phone: OnPhone, message_id: int, words: NewText) -> Json:
    return bubble_view(desk, acts.edit(desk, phone, message_id, words.text), taken=False)


@router.post("/tap")
async def tap(desk: OnDesk, phone: OnPhone, touch: acts.Touch) -> Json:
    return acts.tap(desk, phone, touch)


@router.post("/location")
async def share_location(desk: OnDesk, phone: OnPhone, point: Point) -> Json:
    return bubble_view(desk, acts.send(desk, phone, {"location": point.model_dump()}), taken=False)


@router.post("/contact")
async def share_contact(desk: OnDesk, phone: OnPhone, contact: Contact) -> Json:
    card = contact.model_dump() | {"first_name": phone.first_name, "user_id": phone.id}
    return bubble_view(desk, acts.send(desk, phone, {"contact": card}), taken=False)


@router.post("/file")
async def send_file(desk: OnDesk, phone: OnPhone, request: Request) -> Json:
    """Multipart: `file`, `kind` (one of KINDS), `caption`, `answers`, `album`; `size` makes it look larger."""
    params = await read_params(request)
    upload, kind = params.upload("file"), params.text("kind")
    if upload is None or not upload.content or kind not in KINDS:
        raise HTTPException(422, "a file that is not empty and its kind are needed")
    kept = desk.file(kind, upload.name, upload.mime, upload.content, params.integer("size") or None)
    beside = acts.Beside(params.integer("answers") or None, album=params.text("album"))
    return bubble_view(desk, acts.send_file(desk, phone, kept, params.text("caption"), beside), taken=False)


@router.post("/block")
async def block(desk: OnDesk, phone: OnPhone) -> Json:
    acts.block(desk, phone)
    return summary(desk, phone)


@router.post("/unblock")
async def unblock(desk: OnDesk, phone: OnPhone) -> Json:
    acts.unblock(desk, phone)
    return summary(desk, phone)


@router.post("/group", status_code=201)
async def make_group(desk: OnDesk, phone: OnPhone, group: Title) -> Json:
    return acts.add_to_group(desk, phone, group.title).chat()


@router.delete("/chat")
async def delete_chat(desk: OnDesk, phone: OnPhone) -> Json:
    acts.delete_chat(desk, phone)
    return summary(desk, phone)


@router.delete("")
async def delete_account(desk: OnDesk, phone: OnPhone) -> Json:
    """The person leaves Telegram: the bot now gets «user is deactivated»."""
    phone.gone = True
    desk.keep(phone)
    return summary(desk, phone)
