"""What communes were called before they were merged or renamed (for build_communes only).

Two editions of one package are read: the present one, which knows the delegated and associated communes and the codes
that each commune took over, and that of 2019, which still names what was absorbed and has no status today.
"""

from collections.abc import Iterable
from typing import Any

from content.plain import plain

STATUS = {"commune-deleguee", "commune-associee"}
NEXT = ("chefLieu", "communeAbsorbante", "nouveauCode")
"""Where a row says which commune came after it."""
LONGEST_CHAIN = 8
Row = dict[str, Any]


def old_names(now: Iterable[Row], before: Iterable[Row]) -> list[Row]:
    """Rows `name, insee`: a former name, and the code of the commune of today that it belongs to."""
    now, before = list(now), list(before)
    names = {r["code"]: plain(r["nom"]) for r in now if r["type"] not in STATUS}
    after = successors(now, before)
    pairs = {(r["nom"], _today(r, names, after)) for r in (*now, *before)}
    changed = {(name, insee) for name, insee in pairs if insee and plain(name) != names[insee]}
    return [{"name": name, "insee": insee} for name, insee in sorted(changed, key=lambda o: (o[1], o[0]))]


def successors(now: Iterable[Row], before: Iterable[Row]) -> dict[str, str]:
    """The code that follows each code; what the present edition says comes first."""
    after: dict[str, str] = {}
    for row in before:
        for key in filter(row.get, NEXT):
            after[row["code"]] = row[key]
    for row in now:
        after |= dict.fromkeys(row.get("anciensCodes", ()), row["code"])
        after |= {row["code"]: row["chefLieu"]} if row["type"] in STATUS else {}
    return after


def _today(row: Row, names: dict[str, str], after: dict[str, str]) -> str:
    """The code of the commune of today; empty when the chain breaks."""
    code = next((row[key] for key in NEXT if row.get(key)), row["code"])
    for _ in range(LONGEST_CHAIN):
        if code in names:
            return str(code)
        code = after.get(code, "")
    return ""
