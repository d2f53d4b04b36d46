"""The tables as a document: every sheet and column, printed from their declarations."""

from __future__ import annotations

from collections.abc import Iterable

from workbook.spec import Column, Derived, Table
from workbook.values import show_number

INTRODUCTION = """# 表格说明

本文由 `scripts/rebuild.py` 从表格的声明印出，请勿手改。读取时按表名和列名找，列的次序可以随意，可以加列。

“必填”一栏：* 必须填；ƒ 由程序算出，不用填；ƒ* 由程序算出，填了就用所填的数。
"""
HEADER = "| 列 | 必填 | 填什么 | 说明 |\n|---|---|---|---|\n"
KINDS = {"text": "文字", "number": "数字", "date": "日期", "month": "年月", "deadline": "时限", "any": "任意"}
GROUPS = "清单 台账 党员 结果 文稿 后台 专用"


def markdown(tables: Iterable[Table]) -> str:
    """Return the dictionary of `tables` in Markdown, group by group, in the order of the sheets."""
    known = {table.key: table for table in tables}
    parts = [INTRODUCTION]
    for group in dict.fromkeys((*GROUPS.split(), *(table.group for table in known.values()))):
        members = [table for table in known.values() if table.group == group]
        if members:
            parts.append(f"\n## {group}\n")
            parts += [_section(table, known) for table in members]
    return "".join(parts)


def _section(table: Table, known: dict[str, Table]) -> str:
    note = f"{table.note}{_dating(table)}"
    lines = "".join(_line(column, known) for column in table.columns)
    return f"\n### {table.sheet}\n\n{note}\n\n{HEADER}{lines}"


def _dating(table: Table) -> str:
    """Say what dates a row: it decides the year the row belongs to."""
    if table.written or table.upright:
        return ""
    return f"一行的日期以“{table[table.dated].title}”为准。" if table.dated else ""


def _line(column: Column, known: dict[str, Table]) -> str:
    cells = (column.title, _need(column), what(column, known), column.help)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _need(column: Column) -> str:
    if isinstance(column, Derived):
        return "ƒ*" if column.typed else "ƒ"
    return "*" if column.required else ""


def what(column: Column, known: dict[str, Table]) -> str:
    """Say what a cell of `column` holds; `known` are the tables by key."""
    kind = column.kind
    if kind.name == "choice":
        return f"选项：{kind.source}{_many(column)}"
    if kind.name == "reference":
        return f"{_target(kind.source, known)}{_many(column)}"
    if kind.name == "people":
        return f"姓名{_many(column)}"
    return KINDS[kind.name] + _bounds(column)


def _many(column: Column) -> str:
    return "（可几个）" if column.kind.several else ""


def _target(source: str, known: dict[str, Table]) -> str:
    table = known.get(source)
    return f"{table.sheet}的{table[table.names].title}" if table else "各台账的编号"


def _bounds(column: Column) -> str:
    """Write a number's unit and bounds in brackets."""
    low, high = ("" if bound is None else show_number(bound) for bound in (column.low, column.high))
    span = f"{low}–{high}" if high else f"不小于 {low}" if low else ""
    inside = "，".join(filter(None, (column.unit, span)))
    return f"（{inside}）" if inside else ""
