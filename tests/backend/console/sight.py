"""Eyes of several kinds on one page: axe-core with all its rules, in a narrow window, with wide spacing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import CDPSession, Page

LOOKS = ((390, 844, "light"), (1366, 768, "dark"))
"""The dark theme changes nothing but colours (a test holds that), so that each is seen at one width."""
NARROW = 320, 640
"""1280 pixels at 400 %."""
BY_LOOK = (
    "color-contrast",
    "link-in-text-block",
    "target-size",
    "scrollable-region-focusable",
    "label-content-name-mismatch",
    "aria-hidden-focus",
    "css-orientation-lock",
)
"""The rules that may judge the same page otherwise when it looks otherwise; the others judge it once."""
SCRIPT = (Path(__file__).parent / "sight.js").read_text(encoding="utf-8")


class Eyes:
    """One document into which page after page is put: loading each would take longer than looking at it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wire: CDPSession | None = None
        self.rules: list[str] = []
        self.glances = 0

    async def open(self) -> Eyes:
        """Make the document at hand one that can be looked at, with every rule but those of level AAA."""
        self.wire = self.wire or await self.page.context.new_cdp_session(self.page)
        await self.page.evaluate(f"{AXE_SCRIPT}\n{SCRIPT}\nwindow.sight = sight;")
        self.rules = await self.page.evaluate("sight.rules()")
        return self

    async def see(self, html: str, *, known: bool = False) -> list[str]:
        """What is wrong with a page, given as the server wrote it; a glance is enough if its like was looked at."""
        await self.page.evaluate("html => sight.put(html)", html)
        return await (self.glance() if known else self.look())

    async def glance(self) -> list[str]:
        """What all rules say of one look, and the next time of the other."""
        self.glances += 1
        return await self._judge(self.rules, *LOOKS[self.glances % 2])

    async def look(self) -> list[str]:
        """What is wrong with what is shown: on a phone, on a laptop in the dark, narrow and widely spaced."""
        found = []
        for rules, one in zip((self.rules, BY_LOOK), LOOKS, strict=True):
            found += await self._judge(rules, *one)
        await self._turn(*NARROW, "light")
        return found + await self.page.evaluate("sight.spaced()")

    async def _judge(self, rules: Sequence[str], width: int, height: int, theme: str) -> list[str]:
        await self._turn(width, height, theme)
        return [f"{fault} ({theme}, {width})" for fault in await self._axe(rules)]

    async def _axe(self, rules: Sequence[str]) -> Any:
        only = {"type": "rule", "values": rules}
        options = {"runOnly": only, "resultTypes": ["violations"], "preload": False}
        return await self.page.evaluate("options => sight.axe(options)", options)

    async def _turn(self, width: int, height: int, theme: str) -> None:
        assert self.wire
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await self.wire.send("Emulation.setDeviceMetricsOverride", size)
        asked = {"prefers-color-scheme": theme, "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in asked.items()]
        await self.wire.send("Emulation.setEmulatedMedia", {"features": features})
