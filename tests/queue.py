"""Young people at one small door, a week apart each: who cancels frees a place that those behind them wait for."""

from __future__ import annotations

from sqlmodel import select, update

from backend.agenda.models import Appointment, Opening
from backend.places.models import Site
from backend.waiting.models import Waiting
from backend.waiting.notices import notify
from tests.youth import Youth, books, plain_spaces

SOONER = "Me prévenir si une place se libère plus tôt"


def one_a_week(db) -> None:
    """Imphy is open on Tuesday mornings; from now on for one appointment each."""
    with db.transaction() as tx:
        imphy = select(Site.id).where(Site.slug == "imphy").scalar_subquery()
        tx.execute(update(Opening).where(Opening.site_id == imphy).values(max_a_day=1))


def in_line(db, script, *names: str) -> list[Youth]:
    """Everybody booked at Imphy, the first tomorrow, each of the others a week after the one before."""
    one_a_week(db)
    youths = [Youth(db, script, str(500 + n), name=name) for n, name in enumerate(names)]
    for youth in youths:
        books(youth)
    return youths


def waits(youth: Youth) -> None:
    youth.taps(SOONER)


def cancels(youth: Youth) -> list[str]:
    youth.writes("/rdv")
    youth.taps("Annuler")
    return youth.taps("Oui, annuler")


def tick(db, script) -> int:
    return notify(db, script)


def appointments(db, status: str = "booked") -> list[Appointment]:
    with db.reading() as tx:
        return list(tx.exec(select(Appointment).where(Appointment.status == status).order_by(Appointment.id)))


def waitings(db) -> list[Waiting]:
    with db.reading() as tx:
        return list(tx.exec(select(Waiting).order_by(Waiting.id)))


def labels(youth: Youth) -> list[str]:
    """The buttons under what was said last."""
    return [plain_spaces(b["label"]) for row in youth.screen[-1].buttons for b in row]
