"""Formulas as Excel writes them → as UNO takes them: `;` between arguments, `$Sheet.A1` for `Sheet!A1`."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""
    "(?:[^"]|"")*"              # text stays as it is
    | \#[A-Z0-9/]+[!?]?         # an error value such as \#REF!
    | '(?:[^']|'')*'!           # a sheet in quotes
    | [^\s"'!,()&=<>+*/^;:{}-]+!  # a sheet
    | ,
    """,
    re.VERBOSE,
)


def translated(formula: str) -> str:
    """Return an Excel formula in the grammar of UNO; one that is in it already stays as it is."""
    return _TOKEN.sub(lambda found: _token(found[0]), formula)


def _token(text: str) -> str:
    if text == ",":
        return ";"
    return f"${text[:-1]}." if text.endswith("!") and not text.startswith("#") else text
