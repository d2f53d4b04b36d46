"""One year's campaign, a brand, a local slogan: entries of a workbook, never code, defaults or formulas."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbook.tables import TABLES

HOME = Path(__file__).parent.parent
# Written in pieces, so that no scan for them finds this file.
WORDS = tuple(
    "".join(pieces)
    for pieces in (
        ("党的", "二十大"), ("二十", "大精神"), ("三中", "全会"), ("四中", "全会"),
        ("疫情", "防控"), ("云岭", "好家风"), ("铸密", "之盾"), ("作风", "革命"), ("效能", "革命"),
        ("五个", "摸清"), ("七愁", "七盼"), ("党史", "学习教育"), ("我为群众", "办实事"),
        ("主题", "教育"), ("党纪", "学习教育"), ("规定精神", "学习教育"), ("正确", "政绩观"),
        ("政绩观", "学习教育"),
    )
)  # fmt: skip
MADE = (".py", ".bas", ".xml", ".md", ".toml", ".sh", ".bat", ".txt", ".csv")
CODE = sorted(
    path
    for top in ("addin", "workbook", "scripts", ".ci")
    for path in (HOME / top).rglob("*")
    if path.suffix in MADE and path.parent.name not in ("sample", "__pycache__")
)
DEFAULTS = sorted((HOME / "workbook" / "defaults").iterdir())
SAMPLE = sorted((HOME / "workbook" / "sample").glob("*.csv"))
BLANK, FILLED = HOME / "workbook" / "党建台账.xlsm", HOME / "workbook" / "党建台账（示例）.xlsm"
FORMULA = re.compile(r"<(?:f|definedName|formula1?|formula2|c:f)\b[^>]*>([^<]*)<")
SHEET = re.compile(r'<sheet [^>]*name="([^"]*)"')


def named(text: str) -> list[str]:
    """Return the words of campaigns, brands and slogans that stand in `text`."""
    return [word for word in WORDS if word in text]


def parts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every XML part of a workbook."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, package.read(name).decode("utf-8")


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(HOME).as_posix())
def test_no_code_names_a_campaign(path: Path) -> None:
    assert named(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", DEFAULTS, ids=lambda path: path.name)
def test_no_default_row_names_a_campaign(path: Path) -> None:
    assert named(path.name + path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_no_key_of_the_sample_year_names_a_campaign(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    keys = [line[0] for line in lines] if path.stem == "basics" else []
    assert named(path.name + "".join([*header, *keys])) == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_no_sheet_or_column_names_a_campaign(table) -> None:
    words = (word for column in table.columns for word in (column.key, column.title, column.help))
    assert named("".join([table.key, table.sheet, table.note, *words])) == []


def test_nothing_in_the_blank_workbook_names_a_campaign() -> None:
    assert [(name, word) for name, text in parts(BLANK) for word in named(text)] == []


def test_no_sheet_name_or_formula_of_the_sample_year_names_a_campaign() -> None:
    found = [
        text for _, xml in parts(FILLED) for pattern in (FORMULA, SHEET) for text in pattern.findall(xml)
    ]
    assert len(found) > 100
    assert [text for text in found if named(text)] == []


def test_a_campaign_in_a_formula_would_be_seen() -> None:
    xml = f'<sheet name="{WORDS[0]}" sheetId="1"/><c><f>COUNTIF(A:A,"{WORDS[1]}")</f></c>'
    found = [text for pattern in (FORMULA, SHEET) for text in pattern.findall(xml)]
    assert [named(text)[-1] for text in found] == [WORDS[1], WORDS[0]]
