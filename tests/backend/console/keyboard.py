"""Somebody at a keyboard, without a mouse. At each stop one must see where one is (WCAG 2.4.7, 2.4.11)."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.async_api import Page

FAR = 150
"""Stops after which nobody would go on."""
WHERE = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getClientRects()[0];
  const label = [...(one.labels ?? [])].map((each) => each.textContent).join(" ");
  const own = one.matches("select, textarea") ? "" : one.textContent;
  const words = [label, one.getAttribute("aria-label"), own, one.value].filter(Boolean).join(" ");
  const spots = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]];
  const seen = box && spots.some(([x, y]) => {
    const there = document.elementFromPoint(box.x + box.width * x, box.y + box.height * y);
    return there && (one.contains(there) || there.closest("label")?.contains(one));
  });
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return { words: words.replace(/\\s+/g, " ").trim(), seen: Boolean(seen), ring };
}"""
"""What has the focus: its words, whether any of it can be seen, whether it has a ring."""


@dataclass
class Keyboard:
    page: Page

    async def where(self) -> str:
        """The words of what has the focus, which must be seen and ringed."""
        now = await self.page.evaluate(WHERE)
        assert now["ring"], f"no ring around «{now['words'][:60]}»"
        assert now["seen"], f"something stands over «{now['words'][:60]}»"
        return str(now["words"])

    async def reach(self, words: str) -> None:
        """Tab until there."""
        passed = []
        for _ in range(FAR):
            await self.page.keyboard.press("Tab")
            if await self.page.evaluate("document.activeElement === document.body"):
                continue
            passed.append(await self.where())
            if words in passed[-1]:
                return
        raise AssertionError(f"«{words}» is not on the way: {passed}")

    async def go_back(self, steps: int) -> None:
        """Upwards nothing may stand over the focus either."""
        for _ in range(steps):
            await self.page.keyboard.press("Shift+Tab")
            await self.where()

    async def press(self, words: str, key: str = "Enter") -> None:
        await self.reach(words)
        await self.page.keyboard.press(key)

    async def fill(self, words: str, text: str) -> None:
        """What is typed takes the place of what stood there: a Tab into a field selects all of it."""
        await self.reach(words)
        await self.page.keyboard.press("Control+A")
        await self.page.keyboard.insert_text(text)

    async def stands_in(self, selector: str) -> bool:
        """Whether the focus is there, or on it."""
        return bool(await self.page.evaluate("at => !!document.activeElement.closest(at)", selector))
