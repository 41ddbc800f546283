"""`passerelle user …`: accounts of the staff, from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.starting import house_or_stop, settings_or_stop, stop

if TYPE_CHECKING:
    from bot.house import House

user = typer.Typer(no_args_is_help=True, help="Accounts of the staff.")
Name = Annotated[str, typer.Option(help="First name and last name.")]


@contextmanager
def _house() -> Iterator[House]:
    """A mistake stops the command with what is expected."""
    house = house_or_stop(settings_or_stop())
    from backend.people.accounts import BadAccount  # noqa: PLC0415  # a command pays only for what it imports

    try:
        yield house
    except BadAccount as error:
        stop(str(error))


@user.command("add")
def add_user(
    email: str,
    name: Name,
    role: Annotated[
        list[str], typer.Option(help="ROLE@MISSION_LOCALE or ROLE@MISSION_LOCALE/SITE; may be repeated.")
    ],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
) -> None:
    """Add someone of the staff, who signs in with a password of at least 12 characters that is hard to guess."""
    from bot.staff import add_person  # noqa: PLC0415

    with _house() as house:
        add_person(house, name, email, password, role)
    typer.echo(f"{email} can sign in at {house.settings.base_url}/connexion")


@user.command("admin")
def add_admin(email: str, name: Name = "") -> None:
    """Make an administrator: every account, how things stand, no young person. Prints a one-time link."""
    from bot.staff import make_admin  # noqa: PLC0415

    with _house() as house:
        link = make_admin(house, name, email)
    typer.echo(f"{email} chooses a password there, once; then a second factor is set up:\n{link}")


@user.command("link")
def give_link(email: str) -> None:
    """Print a one-time link to choose a password: 48 hours for who never had one, else one hour."""
    from bot.staff import link_for  # noqa: PLC0415

    with _house() as house:
        link = link_for(house, email)
    typer.echo(link)


@user.command("lost-telephone")
def forget_telephone(email: str) -> None:
    """Remove somebody's second factor and end their sessions. A letter tells them."""
    from bot.staff import lost_telephone  # noqa: PLC0415

    with _house() as house:
        lost_telephone(house, email)
    typer.echo(
        f"{email} signs in with the password alone, and sets up another second factor if one is needed"
    )


@user.command("sign-out")
def end_sessions(
    email: Annotated[str, typer.Argument()] = "",
    everybody: Annotated[bool, typer.Option("--everybody", help="All sessions of all accounts.")] = False,
) -> None:
    """End every session of an account, or of everybody."""
    if bool(email) == everybody:
        stop("expected an address, or --everybody")
    from bot.staff import sign_out  # noqa: PLC0415

    with _house() as house:
        sign_out(house, email)
    typer.echo("They must sign in again.")
