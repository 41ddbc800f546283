"""Pictures of pages, as they show on a phone and on a laptop."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.windows import LAPTOP, PHONE

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SIZES = {"390": PHONE, "1366": LAPTOP}
SHOW = """([at, block]) => {
  scrollTo(0, 0);
  document.querySelector(".beside")?.scrollTo(0, 0);
  document.querySelector(at)?.scrollIntoView({ block });
}"""


def look(page: Page, name: str, at: str = "#fin", wide: str = "#fin") -> None:
    """Keep the page as it shows at each size: a phone from `at` on, a laptop with `wide` amid; else from its top."""
    for width, size in SIZES.items():
        page.set_viewport_size(size)
        page.evaluate(SHOW, [at, "start"] if size is PHONE else [wide, "center"])
        page.screenshot(path=PICTURES / f"{name}-{width}.png", animations="disabled")
    page.set_viewport_size(LAPTOP)
