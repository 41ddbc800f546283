"""Which topics of a message are asked for, as far as rules tell, once each has been seen beside the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from content.reading import Topic

NEAR = 6
"""Words from one that gives way («payer») to what it gives way to («mon permis»)."""


def asked_for(topics: Sequence[Topic]) -> list[Topic]:
    """The topics asked for; greetings and the like only where nothing else is."""
    asked = [t for t in topics if t.asked]
    asked = [t for t in asked if not gives_way(t, topics)]
    asked = [t for t in asked if not (t.stance in {"contrast", "purpose"} and _outdone(t, asked))]
    labels = {t.label for t in asked}
    asked = [t for t in asked if not t.group.gives_way_to & labels]
    return [t for t in asked if not t.group.alone] or asked


def gives_way(topic: Topic, topics: Iterable[Topic]) -> bool:
    """«payer mon permis»: it is the licence that is asked for."""
    if not topic.group.yields:
        return False
    near = (t for t in topics if t.part == topic.part and 0 <= t.start - topic.end <= NEAR)
    return any(t.label != topic.label for t in near)


def _outdone(topic: Topic, asked: Iterable[Topic]) -> bool:
    """«pas un boulot, un logement»; «le permis pour aller au taf»: another topic is what is asked."""
    others = (t for t in asked if t.label != topic.label and t.stance != topic.stance and not t.group.alone)
    return any(t.start < topic.start or topic.stance == "contrast" for t in others)
