"""The whole web app: the console of the staff and the public pages."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from backend.console.absence import router as absence
from backend.console.accessibility import router as accessibility
from backend.console.account import router as account
from backend.console.accounts import router as accounts
from backend.console.agenda import router as agenda
from backend.console.board import router as board
from backend.console.booking import router as booking
from backend.console.calls import router as calls
from backend.console.canned import router as canned
from backend.console.concern import router as concern
from backend.console.conservation import router as conservation
from backend.console.doors import router as doors
from backend.console.feeds import router as feeds
from backend.console.front_desk import router as front_desk
from backend.console.gate import Gate
from backend.console.half_way import router as half_way
from backend.console.headers import SafeHeaders
from backend.console.inbox import router as inbox
from backend.console.installed import router as installed
from backend.console.journal import router as journal
from backend.console.labels import Labels
from backend.console.landing import router as landing
from backend.console.me import router as me
from backend.console.moves import router as moves
from backend.console.my_account import router as my_account
from backend.console.password_links import router as password_links
from backend.console.places import router as places
from backend.console.posters import router as posters
from backend.console.problems import LastResort, explain
from backend.console.proxies import Proxies
from backend.console.public import router as public
from backend.console.rendering import STATIC, Pages
from backend.console.requests import router as requests
from backend.console.rooms import Rooms
from backend.console.routing_test import router as routing_test
from backend.console.site_closing import router as site_closing
from backend.console.site_editor import router as site_editor
from backend.console.state import router as state
from backend.console.team import router as team
from backend.console.thread import router as thread
from backend.console.thread_files import router as thread_files
from backend.console.thread_floor import router as thread_floor
from backend.console.thread_live import router as thread_live
from backend.console.thread_parting import router as thread_parting
from backend.console.thread_proposals import router as thread_proposals
from backend.console.thread_transcript import router as thread_transcript
from backend.console.week import router as week
from backend.console.witness import Witness, witnessed
from backend.db import Database
from backend.live import Bell
from backend.outbox import Channel
from backend.reception import Reception
from backend.script import Script
from backend.settings import Settings

ROOMS = (
    public,
    accessibility,
    installed,
    doors,
    half_way,
    password_links,
    inbox,
    thread,
    thread_live,
    thread_floor,
    thread_proposals,
    canned,
    thread_parting,
    concern,
    thread_transcript,
    calls,
    thread_files,
    team,
    me,
    my_account,
    accounts,
    account,
    feeds,
    board,
    booking,
    week,
    absence,
    requests,
    agenda,
    moves,
    front_desk,
    places,
    routing_test,
    site_closing,
    site_editor,
    state,
    journal,
    conservation,
    posters,
    landing,
)
"""The routes, room by room; where two could answer, the first does."""


def pages(
    settings: Settings,
    db: Database,
    script: Script,
    bell: Bell,
    channel: Channel | None = None,
    reception: Reception | None = None,
) -> FastAPI:
    """Build the app. Whoever serves it calls `bell.close()` when it stops (`serving.Server` does).

    `channel` gives the files of the youths, `reception` what this process knows of updates that wait.
    """
    app = FastAPI(title="Passerelle", docs_url=None, redoc_url=None, openapi_url=None)
    drawn = Pages(Labels(script.wording), settings.timezone)
    rooms = Rooms(settings, witnessed(db, script), script, bell, drawn, channel, reception or Reception())
    app.state.rooms = rooms
    app.add_middleware(Witness, rooms=rooms)
    app.add_middleware(LastResort)
    app.add_middleware(Gate, settings=settings)
    app.add_middleware(SafeHeaders, https=rooms.https)
    app.add_middleware(Proxies, trusted=settings.trusted_proxies)
    for routes in ROOMS:
        app.include_router(routes, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    explain(app)
    return app
