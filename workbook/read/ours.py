"""Whether a workbook is one of ours, and one this program can read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from workbook.grid.model import Book
from workbook.ledger import Gap, Ledgers
from workbook.read.upright import upright_place
from workbook.spec import Table
from workbook.trouble import NOT_OURS, Stranger, Trouble
from workbook.version import VERSION


def refuse_strangers(book: Book, tables: tuple[Table, ...], layouts: Mapping[str, Any]) -> None:
    """Raise where `book` has no settings sheet, or no ledger, that is found by its titles."""
    if not any(grid.rows for grid in book.grids.values()):
        raise Stranger(f"“{book.name}”是空的，没有可读的内容。请选择填过的党建台账工作簿。")
    basics = next(table for table in tables if table.upright)
    settled = basics.sheet in book.grids and upright_place(book.grids[basics.sheet], basics) is not None
    ledger = any(table.key in layouts for table in tables if not table.written and table.key != "options")
    if settled and ledger:
        return
    why = _why(book.name, basics.sheet, settled, ledger)
    raise Trouble(NOT_OURS, why) if settled or ledger else Stranger(why)


def _why(name: str, basics: str, settled: bool, ledger: bool) -> str:
    if settled:
        return f"“{name}”里没有找到任何台账（按表名和列名找）。若改过表名或列名，请改回原名后再试。"
    if ledger:
        return f"“{name}”里没有找到“{basics}”表，或表中没有“年度”等栏目。若改过表名，请改回“{basics}”后再试。"
    return f"“{name}”不是党建台账工作簿：没有“{basics}”表，也没有活动台账等表。请检查是否选错了文件。"


def refuse_newer(ledgers: Ledgers) -> None:
    """Raise where the template is newer than this program; note where its version is not given."""
    version = ledgers.setting("version")
    if version is None:
        ledgers.gaps.append(Gap("missing_version", ledgers["basics"].table, "模板版本"))
    elif _parts(version) > _parts(VERSION):
        raise Trouble(
            NOT_OURS,
            f"“{ledgers.name}”的模板版本 {version} 比本程序的 {VERSION} 新，不能保证读对。请更新程序后再试。",
        )


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,6}", version))
