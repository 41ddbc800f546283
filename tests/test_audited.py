"""What is said of known vulnerabilities, and when it stops a release."""

from __future__ import annotations

import pytest

from tests.audited import verdict

SOUND = {"name": "jinja2", "version": "3.1", "vulns": []}
FLAWED = {"name": "old", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}
SILENT = {"name": "new", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("found", "required", "fails", "told"),
    [
        ([SOUND], True, False, "audited: 1 packages, 0 known vulnerabilities"),
        ([SOUND, FLAWED], False, True, "old 1: PYSEC-1, fixed in 2"),
        ([FLAWED, SILENT], False, True, "not audited: 1 of 2 packages"),
        ([SILENT], False, False, "not audited: 1 of 1 packages, such as: Dependency not found"),
        ([SOUND, SILENT], True, True, "not audited: 1 of 2"),
        (None, False, False, "not audited: pip-audit gave no answer"),
        ([], True, True, "not audited"),
    ],
)
def test_a_known_vulnerability_fails_and_silence_is_said(found, required, fails, told):
    said, failed = verdict(found, required=required)
    assert told in said and failed is fails
