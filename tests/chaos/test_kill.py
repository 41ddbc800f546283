"""kill -9 at any moment: everything arrived is handled once, everything said arrives, in order."""

from __future__ import annotations

import json

from tests.chaos.reported import broken, idle
from tests.chaos.storm import Plan, Storm

PLAN = Plan(seed=7, kills=20, messages=200, askers=6, bookers=5, evenings=3)


async def test_twenty_kills_lose_nothing_and_double_no_effect(scene):
    report = await Storm(PLAN, scene).blows()
    print(json.dumps(report))
    assert broken(report) == []
    assert idle(report) == [], "the kills fell where nothing could break"
