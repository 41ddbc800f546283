"""Hours as staff type them: an OSM string, or plain French for the usual patterns."""

from content.checked_hours import check


def read_hours(text: str) -> str:
    """The OSM string of what was typed; raises HoursError with the reason and the position in it, from 1."""
    check(text)
    return text.strip()
