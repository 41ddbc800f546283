"""`passerelle audit …`: whether the journal of who did and saw what is as it was written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from bot.starting import database_or_stop, settings_or_stop, stop

if TYPE_CHECKING:
    from backend.audit.verifying import Sound
    from backend.settings import Settings

app = typer.Typer(no_args_is_help=True, help="The journal of who did and saw what.")
ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
NOTED = re.compile(r"(\d{1,9}):(\S+)", re.ASCII)


@app.callback()
def audit() -> None:
    """One command today; named, so that others may stand beside it."""


@app.command()
def verify(
    since: Annotated[
        str, typer.Option(metavar="PLACE:SEAL", help="An end that was noted down earlier: is it in it still?")
    ] = "",
) -> None:
    """Go through the whole journal; name the first row that is not as it was written. Exit code 1 if there is one."""
    noted = NOTED.fullmatch(since) if since else None
    if since and not noted:
        stop("--since: expected PLACE:SEAL, as an earlier `passerelle audit verify` printed it")
    settings = settings_or_stop()
    from backend.audit.verifying import Broken  # noqa: PLC0415  # paid for by who verifies

    try:
        with database_or_stop():
            sound = verified(settings.database_url, settings, (int(noted[1]), noted[2]) if noted else None)
    except Broken as broken:
        typer.echo(f"BROKEN at {broken}", err=True)
        raise typer.Exit(1) from None
    typer.echo(told(sound))


def verified(url: str, settings: Settings, noted: tuple[int, str] | None = None) -> Sound:
    """Verify the journal of a database. Raises Broken."""
    from sqlalchemy import text  # noqa: PLC0415  # paid for by who verifies

    from backend.audit.signing import SIGNET, signet_of  # noqa: PLC0415
    from backend.audit.verifying import Broken, still_holds  # noqa: PLC0415
    from backend.audit.verifying import verify as verify_all  # noqa: PLC0415
    from backend.db import connect  # noqa: PLC0415

    db = replace(connect(url), info={SIGNET: signet_of(settings)})
    try:
        with db.reading() as tx:
            if not db.is_sqlite:  # rows are sealed and purged meanwhile: all is to be of one moment
                tx.connection().execute(text(ONE_MOMENT))
            sound = verify_all(tx)
            if noted and not still_holds(tx, *noted):
                raise Broken(f"place {noted[0]}: it is not what it was when its seal was noted down")
    finally:
        db.close()
    return sound


def told(sound: Sound) -> str:
    """What was found, and the end to note down."""
    found = f"The journal is sound: {sound.rows:,} rows in the chain, {sound.purged:,} purged before them"
    found += f", {sound.unsealed:,} of the last minute not sealed yet"
    if sound.unsigned:
        found += f", {sound.unsigned:,} older than signatures"
    return f"{found}.\nIts end, to be noted down elsewhere: {sound.place}:{sound.seal}"


def after_move(url: str) -> str:
    """Whether the journal that has just arrived is sound; it arrived as it was, whatever that is."""
    from backend.audit.verifying import Broken  # noqa: PLC0415  # paid for by who moves
    from backend.settings import BadSettings, load_settings  # noqa: PLC0415

    try:
        return told(verified(url, load_settings()))
    except BadSettings:
        return (
            "The audit journal was not verified: the settings are incomplete. Run `passerelle audit verify`."
        )
    except Broken as broken:
        return f"The audit journal arrived as it was, and it is BROKEN at {broken}"
