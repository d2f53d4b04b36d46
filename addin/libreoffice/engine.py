"""The engine: registered with xlwings, the very same code that drives Excel drives LibreOffice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import xlwings

from addin.libreoffice.apps import App, Apps
from addin.libreoffice.office import Office
from addin.libreoffice.reading import CellError

NAME = "libreoffice"
PLAIN = (str, int, float, dt.date, dt.time, dt.timedelta)


class Engine:
    """What xlwings asks of an engine, for one thread at a time: of several pyuno mixes up the questions."""

    name = NAME
    type = "desktop"

    def __init__(self, office: Office) -> None:
        self.apps = Apps(App(self, office))

    @staticmethod
    def prepare_xl_data_element(value: Any, options: dict[str, Any]) -> Any:
        """Return a value to be written as a plain Python value; blank ones as an empty text."""
        if value is None or type(value).__name__ in ("NAType", "NaTType"):  # pandas may not be loaded
            return ""
        if isinstance(value, PLAIN):
            return "" if value != value else value  # noqa: PLR0124  # NaN differs from itself
        return _plain(value)

    @staticmethod
    def clean_value_data(
        rows: list[list[Any]],
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        """Return values that were read as the caller wants dates, blanks, numbers and errors."""

        def clean(value: Any) -> Any:
            if value == "":
                return empty_as
            if isinstance(value, CellError):
                return str(value) if err_to_str else None
            if isinstance(value, dt.datetime):
                return _built(value, datetime_builder)
            return number_builder(value) if number_builder and isinstance(value, float) else value

        return [[clean(value) for value in row] for row in rows]


def register(office: Office) -> xlwings.App:
    """Make `office` the one xlwings works with, and return it as its app."""
    engine = xlwings.Engine(impl=Engine(office))
    xlwings.engines.add(engine)
    engine.activate()
    return xlwings.App(impl=engine.impl.apps.app)


def _plain(value: Any) -> Any:
    """Return the Python value of a number or date of numpy; anything else as text."""
    if hasattr(value, "astype") and value.dtype.kind in "mM":
        value = value.astype(value.dtype.type(0, "us").dtype)  # finer ones have no Python date or span
    plain = value.item() if hasattr(value, "item") else value
    return "" if plain is None else plain if isinstance(plain, PLAIN) else str(plain)


def _built(value: dt.datetime, builder: Callable[..., Any]) -> Any:
    if builder is dt.datetime:
        return value
    return builder(
        year=value.year,
        month=value.month,
        day=value.day,
        hour=value.hour,
        minute=value.minute,
        second=value.second,
        microsecond=value.microsecond,
        tzinfo=None,
    )
