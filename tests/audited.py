"""`python -m tests.audited`: whether a vulnerability is known of what we depend on. Part of `make check`.

It ends with 1 if one is. Where nobody answers for the advisories (a mirror of the registry has none) it says plainly
what was not audited, and ends with 0; with AUDIT_REQUIRED=1, as whoever releases sets it, that is a failure too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

LOCKS = ("requirements.lock", "tests/requirements.lock")
ASK = ("-m", "pip_audit", "--disable-pip", "--no-deps", "--progress-spinner", "off", "--format", "json")
PATIENCE = 240.0
"""Seconds; a package takes a tenth of one."""


def main() -> None:
    told, fails = verdict(asked(LOCKS), required=os.environ.get("AUDIT_REQUIRED") == "1")
    print(told)
    sys.exit(1 if fails else 0)


def asked(locks: Sequence[str]) -> list[dict[str, Any]] | None:
    """What pip-audit says of each package: its vulnerabilities, or why it was skipped. None: it says nothing."""
    given = [word for lock in locks for word in ("-r", lock)]
    try:
        done = subprocess.run(
            [sys.executable, *ASK, *given], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        return list(json.loads(done.stdout)["dependencies"])
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return None


def verdict(found: list[dict[str, Any]] | None, *, required: bool) -> tuple[str, bool]:
    """What to print, and whether it is a failure."""
    if not found:
        return "not audited: pip-audit gave no answer", required
    known = [
        f"  {one['name']} {one['version']}: {_named(flaw)}" for one in found for flaw in one.get("vulns", ())
    ]
    silent = [one for one in found if "skip_reason" in one]
    told = [f"audited: {len(found) - len(silent)} packages, {len(known)} known vulnerabilities", *known]
    if silent:
        told.append(
            f"not audited: {len(silent)} of {len(found)} packages, such as: {silent[0]['skip_reason']}"
        )
    return "\n".join(told), bool(known) or (required and bool(silent))


def _named(flaw: dict[str, Any]) -> str:
    fixed = ", ".join(flaw.get("fix_versions", ())) or "no version yet"
    return f"{flaw['id']}, fixed in {fixed}"


if __name__ == "__main__":
    main()
