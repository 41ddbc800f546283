"""Accounts of the staff, from the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.starting import house_or_stop, settings_or_stop, stop

user = typer.Typer(no_args_is_help=True, help="Accounts of the staff.")


@user.command("add")
def add_user(
    email: str,
    name: Annotated[str, typer.Option(help="First name and last name.")],
    role: Annotated[
        list[str], typer.Option(help="ROLE@MISSION_LOCALE or ROLE@MISSION_LOCALE/SITE; may be repeated.")
    ],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
) -> None:
    """Add someone of the staff, who signs in with a password of at least 12 characters."""
    house = house_or_stop(settings_or_stop())
    from backend.people.accounts import BadAccount  # noqa: PLC0415  # a command pays only for what it imports
    from bot.staff import add_person  # noqa: PLC0415

    try:
        add_person(house.db, name, email, password, role)
    except BadAccount as error:
        stop(str(error))
    typer.echo(f"{email} can sign in at {house.settings.base_url}/connexion")
