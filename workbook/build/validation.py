"""Drop-downs, bounds and prompts: they help while typing and never stop anybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from workbook.build.names import list_name
from workbook.spec import Column

TITLE_LIMIT, TEXT_LIMIT = 32, 255  # Excel's own limits for prompts
EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)

Options = dict[str, Any]


def validation(column: Column, offered: Mapping[str, str]) -> Options | None:
    """Return XlsxWriter's validation for a column, or None; `offered` names the list of each table."""
    check = _check(column, offered)
    prompt = _prompt(column)
    if not check and not prompt:
        return None
    return {"validate": "any", "ignore_blank": True} | prompt | check


def _prompt(column: Column) -> Options:
    if not column.help:
        return {}
    return {"input_title": column.title[:TITLE_LIMIT], "input_message": column.help[:TEXT_LIMIT]}


def _check(column: Column, offered: Mapping[str, str]) -> Options:
    maker = MAKERS.get(column.kind.name)
    return maker(column, offered) if maker else {}


def _choice(column: Column, offered: Mapping[str, str]) -> Options:
    source = column.kind.source
    options = {"validate": "list", "source": f"={list_name(source)}"}
    if column.kind.several:
        return {**options, "show_error": False}
    return options | _warning(
        column,
        f"“{column.title}”一般从下拉中选。要用新的说法，可先在“选项表”的“{source}”一列末尾加上；确要照这样填，点“是”。",
    )


def _reference(column: Column, offered: Mapping[str, str]) -> Options:
    if column.kind.source not in offered:
        return {}
    return {"validate": "list", "source": f"={offered[column.kind.source]}", "show_error": False}


def _people(column: Column, offered: Mapping[str, str]) -> Options:
    return {"validate": "list", "source": f"={offered['members']}", "show_error": False}


def _number(column: Column, offered: Mapping[str, str]) -> Options:
    low, high = column.low, column.high
    if low is None and high is None:
        return {}
    if high is None:
        bounds: Options = {"criteria": ">=", "value": low}
        words = f"不小于 {low:g} 的数"
    else:
        bounds = {"criteria": "between", "minimum": low or 0, "maximum": high}
        words = f"{low or 0:g} 到 {high:g} 之间的数"
    return {"validate": "decimal", **bounds} | _warning(column, f"“{column.title}”请填{words}，不带单位。")


def _date(column: Column, offered: Mapping[str, str]) -> Options:
    example = "1985-3" if column.kind.name == "month" else "2022-3-4"
    return {"validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST} | _warning(
        column, f"“{column.title}”请填日期，如 {example}。"
    )


def _warning(column: Column, message: str) -> Options:
    return {"error_type": "warning", "error_title": column.title[:TITLE_LIMIT], "error_message": message}


MAKERS: dict[str, Callable[[Column, Mapping[str, str]], Options]] = {
    "choice": _choice,
    "reference": _reference,
    "people": _people,
    "number": _number,
    "date": _date,
    "month": _date,
}
