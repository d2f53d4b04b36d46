"""密级 marks: how one is known, and how a message keeps quiet about a cell that has one."""

from __future__ import annotations

import re

_LEVEL = "(?:绝密|机密|秘密)"
MARK = re.compile(rf"{_LEVEL}\s*[★☆]|[★☆]\s*{_LEVEL}|密\s*级\s*[:：]?\s*{_LEVEL}")
WITHHELD = "（内容略）"


def is_marked(value: object) -> bool:
    """Tell whether `value` is a text with a 密级 mark: 秘密★1年, 密级：机密."""
    return isinstance(value, str) and "密" in value and MARK.search(value) is not None


def discreet(text: str) -> str:
    """Return `text`, or a few neutral words where it has a 密级 mark."""
    return WITHHELD if is_marked(text) else text
