"""What the tests of the clicks share."""

from pathlib import Path

import pytest


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a saved workbook in a folder with Chinese characters and a space."""
    path = tmp_path / "我的 台账" / "台账.xlsm"
    path.parent.mkdir()
    path.write_bytes(b"")
    return path
