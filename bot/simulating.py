"""`passerelle simulate`: a national day with young people and staff who do not exist, far from anything real."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.starting import look_through_rarely, stop

if TYPE_CHECKING:
    from bot.simulation.plan import Plan
    from bot.simulation.report import Report

FASTEST = 100_000.0
Youths = Annotated[int, typer.Option(min=1, max=1_000_000, help="So many begin on that day.")]
Speed = Annotated[
    str, typer.Option(help="max, or so many times real time, such as 60: pages are shown then.")
]
Seed = Annotated[int, typer.Option(min=0, help="The same seed, alone in one process, gives the same day.")]
Hours = Annotated[float, typer.Option(min=0.1, max=24, help="So much of the day, from midnight.")]
Address = Annotated[
    str | None,
    typer.Option("--database", metavar="URL", help="Empty, or filled by simulate; else a temporary file."),
]
Many = Annotated[
    int,
    typer.Option(
        min=0, max=16, help="So many processes that take updates by webhook (PostgreSQL); 0: all in this one."
    ),
]
File = Annotated[
    Path | None, typer.Option("--json", metavar="FILE", help="Where the report is written, too.")
]


def simulate(
    youths: Youths = 500,
    speed: Speed = "max",
    seed: Seed = 1,
    hours: Hours = 24,
    database: Address = None,
    workers: Many = 0,
    json: File = None,
) -> None:
    """Simulate a national day, count it, and check that nothing was lost, doubled or out of order."""
    from bot.simulation.plan import Plan  # noqa: PLC0415  # a command pays only for what it imports

    if json and not json.absolute().parent.is_dir():
        stop(f"--json: the folder of {json} does not exist")
    plan = Plan(youths, seed, hours, times(speed))
    if workers and plan.speed:
        stop("--workers: a day that is watched is played in one process; expected --speed max with it")
    look_through_rarely()
    report = _played(plan, database, workers)
    _tell(report, json)


def times(speed: str) -> float | None:
    """How many times real time; None: as fast as it goes."""
    if speed == "max":
        return None
    try:
        found = float(speed)
    except ValueError:
        found = 0.0
    if not 0 < found <= FASTEST:
        stop(f"--speed: expected max, or a number above 0 and up to {FASTEST:.0f}")
    return found


def _played(plan: Plan, database: str | None, workers: int) -> Report:
    from bot.simulation.ground import NotOurs, address_or_temporary  # noqa: PLC0415
    from bot.simulation.playing import play  # noqa: PLC0415

    try:
        with address_or_temporary(database) as url:
            return asyncio.run(play(plan, url, workers))
    except NotOurs as error:
        stop(f"--database: {error}")
    except OSError as error:
        stop(f"PASSERELLE_PORT: the pages to watch cannot be shown there ({error.strerror})")


def _tell(report: Report, file: Path | None) -> None:
    """Exit code 1 if a check is not nought."""
    from bot.simulation.report import failed, printed, write  # noqa: PLC0415

    typer.echo(printed(report))
    if file:
        try:
            write(report, file)
        except OSError as error:
            stop(f"--json: {file} cannot be written ({error.strerror})")
    if wrong := failed(report):
        typer.echo(f"passerelle: not nought: {', '.join(wrong)}", err=True)
        raise typer.Exit(1)
