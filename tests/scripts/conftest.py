"""The commands are tried on POSIX only: their stand-in environment is made of links."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def posix_only() -> None:
    """Leave these tests out on Windows, where nobody has run them yet."""
    if os.name == "nt":
        pytest.skip("the stand-in environment is made of POSIX links")
