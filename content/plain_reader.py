"""Reads the words of hours: clause after clause, the days first or the times first."""

from __future__ import annotations

from content.hours_rules import HoursError
from content.plain_dates import period_here, read_dates
from content.plain_rules import Clause, add
from content.plain_times import read_times
from content.plain_words import Cursor

CLAUSE_ENDS = ("comma", "and", "end")
OF_DAYS = ("days", "groups", "which", "school", "weeks", "months", "number", "during", "part", "from")


class Reader(Cursor):
    """One text being read."""

    def clauses(self) -> list[Clause]:
        """Every clause, in the order of the text. Raises HoursError for what is not understood."""
        found: list[Clause] = []
        self.skip(*CLAUSE_ENDS)
        while self.kind():
            began = self.at
            for clause in self.clause():
                add(found, clause)
            if self.at == began:
                raise self.wrong()
            self.skip(*CLAUSE_ENDS)
        return found

    def clause(self) -> list[Clause]:
        """The next clause, with the exception that may stand inside: «tous les jours sauf le lundi 9h-12h»."""
        clause = Clause(self.position)
        self._head(clause)
        if self._comment(clause):
            return [clause]
        self._days(clause)
        if clause.closed:
            return [clause, *self._closed_too(clause)]
        if self._closed_after(clause) or self._always(clause):
            return [clause]
        inside = self._exception_inside(clause)
        self._hours(clause)
        return [clause, *inside]

    def _head(self, clause: Clause) -> None:
        while self.kind() in {"but", "also", "or", "open", "closed"}:
            word = self.take()
            clause.closed = clause.closed or word.kind == "closed"
            clause.instead = clause.instead or word.kind == "but"
            clause.separator = {"also": ", ", "or": " || "}.get(word.kind, clause.separator)
            if word.kind == "or" and self.kind() != "comment":
                raise self.wrong()
        self.skip("comma")

    def _comment(self, clause: Clause) -> bool:
        if self.kind() != "comment":
            return False
        clause.comment = self.take().text
        return True

    def _always(self, clause: Clause) -> bool:
        ahead = 1 if self.kind() == "comma" else 0
        if self.kind(ahead) != "always" or clause.days not in ([], ["Mo-Su"]):
            return False
        self.skip("comma", "always")
        clause.always = True
        return True

    def _closed_after(self, clause: Clause) -> bool:
        """«mardi : fermé, mercredi : 14h-17h»."""
        if not clause.said or self.kind() != "closed" or self.kind(1) not in {"", "comma", "end"}:
            return False
        self.at += 1
        clause.closed = clause.after = True
        return True

    def _exception_inside(self, clause: Clause) -> list[Clause]:
        if not clause.said or self.kind(1 if self.kind() == "comma" else 0) != "closed":
            return []
        comma, off = self.skip("comma"), self.words[self.at].text
        inside = Clause(self.position, inside=True)
        self._head(inside)
        self._days(inside)
        if (off and not comma) or (inside.before_comma and self.time_here()):
            raise self.wrong()  # «lundi fermé mardi 9h-12h», «lundi sauf vacances, mardi 9h-12h»
        if self.kind() == "comma" and self.time_here(1):
            self.at += 1
        return [inside]

    def _hours(self, clause: Clause) -> None:
        if clause.said and self.kind() == "comma" and self.time_here(1):
            self.at += 1
        clause.times = read_times(self)
        if not clause.said:
            self._days(clause)
            self._give_back(clause)
        self._comment(clause)

    def _days(self, clause: Clause) -> None:
        """Days, weeks and dates, until the times or the next clause."""
        clause.leads = period_here(self) or self.kind() == "school"
        while self.kind() in OF_DAYS and not self.time_here():
            self._day(clause)
            if not self._goes_on(clause):
                return
            if self.kind() == "comma":
                clause.before_comma = (self.at, clause.copy())
            self.skip("comma", "and")

    def _goes_on(self, clause: Clause) -> bool:
        """Whether the next words still speak of the same days."""
        if self.kind() not in {"comma", "and"}:
            return True
        if self.kind(1) not in OF_DAYS or self.time_here(1):
            return False
        if not self._another(clause):
            return True
        if not clause.closed and self.kind() == "and":
            raise self.wrong()
        return not clause.closed

    def _another(self, clause: Clause) -> bool:
        """«sauf jours fériés et en août»: either, not both at once."""
        return period_here(self, 1) or bool(clause.dates or clause.weeks or clause.school)

    def _closed_too(self, first: Clause) -> list[Clause]:
        """What is closed besides: «sauf jours fériés et en août» is two rules."""
        self._give_back(first)
        more: list[Clause] = []
        while self.kind() in {"comma", "and"} and self.kind(1) in OF_DAYS and not self.time_here(1):
            began, comma = self.at, self.take().kind == "comma"
            clause = Clause(self.position, closed=True)
            self._days(clause)
            if clause.before_comma is None and self.time_here() and comma:
                self.at = began
                return more
            self._give_back(clause)
            more.append(clause)
        return more

    def _give_back(self, clause: Clause) -> None:
        """«sauf mardi, jeudi 9h-11h»: what stood after the last comma begins the next clause."""
        if not self.time_here() and self.kind() != "always":
            return
        if clause.before_comma is None:
            raise self.wrong()
        self.at, before = clause.before_comma
        vars(clause).update(vars(before))

    def _day(self, clause: Clause) -> None:
        during = False
        while self.kind() in {"from", "during"}:
            during = self.take().kind == "during" or during
        kind = self.kind()
        if kind == "school":
            self._school(clause, during)
        elif kind == "weeks":
            clause.weeks = self.take().text
        elif kind == "part":
            self._part(clause)
        elif not read_dates(self, clause):
            clause.days.append(self._weekday())

    def _school(self, clause: Clause, during: bool) -> None:
        beside_a_day = bool(clause.days) and self.words[self.at - 1].kind in {"days", "groups"}
        self.at += 1
        before_a_day = self.kind(1 if self.kind() == "from" else 0) in {"days", "groups", "which"}
        if during or beside_a_day or before_a_day:
            clause.school = True
        else:
            clause.days.append("SH")

    def _part(self, clause: Clause) -> None:
        """«lundi matin» says no hours by itself."""
        place = self.position
        self.at += 1
        if clause.closed or not self.time_here():
            raise HoursError("hours_missing", place)

    def _weekday(self) -> str:
        which = self._which()
        if self.kind() not in {"days", "groups"}:
            raise self.wrong()
        first = self.take().text
        if which:
            return f"{first}[{which}]"
        if self.kind() != "to" or self.kind(1) != "days":
            return first
        self.at += 1
        return f"{first}-{self.take().text}"

    def _which(self) -> str:
        found: list[str] = []
        while self.kind() == "which":
            found.append(self.take().text)
            if self.kind() in {"comma", "and"} and self.kind(1) == "which":
                self.at += 1
        return ",".join(found)
