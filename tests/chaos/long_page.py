"""The report of a long run as a page."""

from __future__ import annotations

from typing import Any

HEAD = """# What kills cost

Written by `make long`, {at} (UTC). Bots are killed with `kill -9` under load and the next one goes on, on each engine,
by polling and by webhook in turn, while people write, walk the eight taps to an appointment and talk with a médiatrice;
the last kills fall while appointments are called to mind. Telegram is the desk's, over HTTP, in a process that is not
killed. `python -m tests.chaos --seed N` repeats a run: chance is the same then, the machine's timing is not.

| | {engines} |
|---|{rules}|
"""
ROWS = {
    "seed": "seed",
    "kills": "kills",
    "written": "messages and taps",
    "shown": "lines on the phones",
    "lost": "messages lost",
    "twice": "messages handled twice",
    "unsaid": "answers that never left",
    "missing": "lines held for sent that no phone shows",
    "disordered": "chats in another order",
    "doubled": "lines shown twice",
    "crowded": "… more than one for a kill and phone",
    "unmarked": "… without being marked",
    "set_aside": "updates set aside",
    "bookers": "people who booked",
    "booked_once": "… with exactly one appointment, one confirmation, no slot left held",
    "appointments": "appointments",
    "reminded.due": "reminders due",
    "reminded.amiss": "reminders said twice, or not",
    "relay.lines": "lines of a médiatrice",
    "relay.twice": "… shown twice",
    "relay.lost": "… lost without a word",
    "relay.unknown": "… of unknown fate, waiting for her decision",
    "fell.before a commit": "kills with updates in hand, nothing kept yet",
    "fell.between commit and confirming": "kills between commit and telling Telegram",
    "fell.while a line was on its way": "kills with lines on their way",
    "fell.polling": "kills of a bot that polled",
    "fell.webhook": "kills of a bot behind a webhook",
    "seconds": "seconds",
}


def page(told: dict[str, Any]) -> str:
    runs = told["runs"]
    head = HEAD.format(at=told["at"][:16], engines=" | ".join(runs), rules="|".join("---:" for _ in runs))
    rows = [
        f"| {words} | {' | '.join(_figure(run, name) for run in runs.values())} |"
        for name, words in ROWS.items()
    ]
    wrong = [
        f"- **{engine}: {what}**" for engine, run in runs.items() for what in run["broken"] + run["idle"]
    ]
    return head + "\n".join(rows) + "\n" + ("\n".join(["", *wrong, ""]) if wrong else "")


def _figure(run: dict[str, Any], name: str) -> str:
    place, _, inner = name.partition(".")
    return str(run[place].get(inner, 0) if inner else run[place])
