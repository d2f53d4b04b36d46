"""How much room words take on a sheet."""

from __future__ import annotations

from math import ceil

LINE_HEIGHT = 14.0  # points, of the body font
PADDING = 6.0


def width_of(text: str) -> int:
    """Return how many half-width characters `text` takes."""
    return len(text.encode("gb18030", "replace"))  # which spends two bytes on what is two wide


def height_of(text: str, width: float, line: float = LINE_HEIGHT) -> float:
    """Return the height in points that `text` needs when wrapped at `width` half-width characters."""
    if 2 * len(text) <= width and "\n" not in text:
        return line + PADDING
    room = 2 * max(1, int(width / 1.9))  # whole Chinese characters a line
    lines = sum(max(1, ceil(width_of(part) / room)) for part in text.split("\n"))
    return lines * line + PADDING
