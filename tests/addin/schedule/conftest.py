"""What the tests of the schedule share: a person's home, and programs of the machine that only note calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.addin.schedule.given import Programs


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    person = tmp_path / "家"
    person.mkdir()
    monkeypatch.setenv("HOME", str(person))
    return Programs(tmp_path, monkeypatch)
