"""Versions before the present one of an output, as many as a person wants kept."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

from workbook.drafts import drafted

OLDER = "以前的版本"


def put_aside(place: Path, keep: int) -> None:
    """Keep what stands at `place` before a new version replaces it, with the moment it was written.

    Of each output the `keep` latest stay; those a person put there under other names are not looked at.
    """
    if keep <= 0 or not place.exists():
        return
    folder = place.parent / OLDER
    folder.mkdir(exist_ok=True)
    moment = dt.datetime.fromtimestamp(place.stat().st_mtime)
    _link(place, folder / f"{place.stem} {moment:%Y-%m-%d %H%M%S}{place.suffix}")
    for old in sorted(folder.glob(_pattern(place)))[:-keep]:
        old.unlink(missing_ok=True)


def _pattern(place: Path) -> str:
    """Return the names under which `put_aside` keeps an output: its own, a day and six figures."""
    day, time = "-".join(("[0-9]" * 4, "[0-9]" * 2, "[0-9]" * 2)), "[0-9]" * 6
    return f"{_literal(place.stem)} {day} {time}{_literal(place.suffix)}"


def _literal(text: str) -> str:
    return "".join(f"[{letter}]" if letter in "[*?" else letter for letter in text)


def _link(place: Path, aside: Path) -> None:
    """Give the file a second name, by which it outlives its first; a copy where the disk knows no such."""
    if aside.exists():
        return
    try:
        os.link(place, aside)
    except OSError:
        with drafted(aside) as draft:
            shutil.copy2(place, draft)
            draft.replace(aside)
