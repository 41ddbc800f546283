"""`passerelle purge`: what has served its time goes now, or is only counted."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from bot.starting import house_or_stop, settings_or_stop

if TYPE_CHECKING:
    from backend.retention.periods import Periods

DryRun = Annotated[bool, typer.Option("--dry-run", help="Count what would go, and why; change nothing.")]
Everybody = Annotated[
    bool, typer.Option("--everybody", help="Those looked at lately too: after a period was made shorter.")
]
WHY = {
    "unfinished": "young people: not heard of for {keep_unfinished} days, nothing booked, no human called",
    "contact": "young people: no contact for {keep_contact} days",
    "words": "things written: said, noted or proposed {keep_words} days ago, no human at it since",
    "appointments": "appointments: over for {keep_appointments} days; their youth stays",
    "calls": "calls for a human: closed for {keep_appointments} days; their youth stays",
    "traces": "traces: waits, searches and links that are over, old absences, sessions and visits",
    "audit": "rows of the journal: older than {keep_audit} days; a signed checkpoint stays",
}
LEFT = {
    "to_come": "have an appointment or a workshop to come",
    "handover": "have called a human who is not done",
    "promise": "were promised an answer",
    "due": "have a message on its way, or hold a slot",
    "waiting": "wait for a slot",
}


def purge(dry_run: DryRun = False, everybody: Everybody = False) -> None:
    """Take away what has been kept long enough, as the clock does once a day. Killed, it goes on where it was."""
    house = house_or_stop(settings_or_stop())
    from backend.audit.commands import COMMAND_LINE, record  # noqa: PLC0415
    from backend.retention import passage  # noqa: PLC0415  # paid for by who purges

    if dry_run:
        counts = passage.foresee(house.db, house.settings, house.script.now, everybody=everybody)
    else:
        counts = passage.purge(
            house.db,
            house.settings,
            house.script.now,
            by_hand=True,
            everybody=everybody,
            watch=_show_progress,
        )
        with house.db.transaction() as tx:
            record(tx, house.script, COMMAND_LINE, "purged")
    for line in told(counts, house.settings, dry_run=dry_run):
        typer.echo(line)


def told(counts: Counter[str], periods: Periods, *, dry_run: bool) -> list[str]:
    """What went and why, line by line; of a dry run also who is left alone though old enough."""
    days = {name: getattr(periods, name) for name in type(periods).model_fields if name.startswith("keep_")}
    lines = [f"{counts[kind]:>10,} {why.format(**days)}" for kind, why in WHY.items()]
    if dry_run:
        left = [f"{counts[hold]:>10,} {why}" for hold, why in LEFT.items() if counts[hold]]
        lines += ["Old enough, and left alone because they:", *left] if left else []
    return [*lines, "Nothing was changed." if dry_run else "Gone. Figures keep what is nobody's."]


def _show_progress(counts: Counter[str]) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\r{counts.total():,} rows\033[K\r", err=True, nl=False)
