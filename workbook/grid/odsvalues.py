"""What an OpenDocument cell holds, by its attributes and its text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from workbook.grid.model import UNCACHED

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "

_TYPE, _FORMULA = OFFICE + "value-type", TABLE + "formula"
_CALCEXT_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_ERROR = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!)|(?:Err|错误):\s*\d+")
_TIME = re.compile(r"PT(\d{1,6})H(\d{1,6})M(\d{1,6})(?:[.,]\d+)?S")


def value_of(attributes: Mapping[str, str], text: str | None) -> tuple[Any, str]:
    """Return the value of a cell and its fault: the name of an error, UNCACHED, or an empty text."""
    kind = attributes.get(_TYPE)
    formula = _FORMULA in attributes
    if kind is None and not formula:
        return text or None, ""
    if attributes.get(_CALCEXT_TYPE) == "error":
        return None, text or "错误值"
    if kind is None:
        return None, UNCACHED
    value = _READERS.get(kind, _string)(attributes, text)
    if formula and isinstance(value, str) and _ERROR.fullmatch(value):
        return None, value
    return value, ""


def _string(attributes: Mapping[str, str], text: str | None) -> str | None:
    return (attributes.get(OFFICE + "string-value") if text is None else text) or None


def _number(attributes: Mapping[str, str], text: str | None) -> Any:
    if text in ("TRUE", "FALSE"):  # LibreOffice keeps some truth values as a number with such a format
        return text == "TRUE"
    try:
        return float(attributes[OFFICE + "value"])
    except (KeyError, ValueError):
        return text


def _date(attributes: Mapping[str, str], text: str | None) -> Any:
    stated = attributes.get(OFFICE + "date-value", "")
    try:
        return dt.datetime.fromisoformat(stated) if "T" in stated else dt.date.fromisoformat(stated)
    except ValueError:
        return text


def _time(attributes: Mapping[str, str], text: str | None) -> Any:
    found = _TIME.fullmatch(attributes.get(OFFICE + "time-value", ""))
    if not found:
        return text
    hours, minutes, seconds = map(int, found.groups())
    if hours < 24 and minutes < 60 and seconds < 60:
        return dt.time(hours, minutes, seconds)
    return dt.timedelta(hours=min(hours, 10**6), minutes=minutes, seconds=seconds)


def _boolean(attributes: Mapping[str, str], text: str | None) -> bool:
    return attributes.get(OFFICE + "boolean-value") == "true"


_READERS: dict[str, Callable[[Mapping[str, str], str | None], Any]] = {
    "float": _number,
    "percentage": _number,
    "currency": _number,
    "date": _date,
    "time": _time,
    "boolean": _boolean,
}
