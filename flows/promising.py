"""What was promised to somebody who waits cannot be kept: they are told so, with a new time if there is one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.steps import Message
from flows.words import Deadline, Numbers


def slipping(key: str, about: Mapping[str, Any]) -> Message:
    """`about`: {before, until (or None), since, zone, kind (of danger, or None), phone}; moments are ISO."""
    zone, since = about["zone"], about["since"]
    params = {
        "before": Deadline(about["before"], zone, since),
        "until": Deadline(about["until"], zone, since) if about["until"] else None,
        "numbers": Numbers(about["kind"]) if about["kind"] else None,
        "phone": about["phone"],
    }
    return Message(key, params, kept=True)
