"""The documents printed from the code are the ones committed."""

from pathlib import Path

import pytest

from addin import catalogue
from addin.rule import Rule
from addin.rules import RULES
from tests.rules.printed import FILE, printed
from workbook import dictionary
from workbook.tables import TABLES

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize(
    ("name", "printed"),
    [("规则目录.md", catalogue.markdown()), ("表格说明.md", dictionary.markdown(TABLES))],
    ids=["rules", "tables"],
)
def test_the_printed_documents_are_current(name: str, printed: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == printed, "run scripts/rebuild.py"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_catalogue_has_a_line_for_every_rule(rule: Rule) -> None:
    lines = [line for line in catalogue.markdown().splitlines() if line.startswith(f"| {rule.code} |")]
    assert len(lines) == 1
    assert lines[0].count(" | ") == 9
    assert "{" not in lines[0].replace("{{", "").replace("{指标", "") or rule.code.startswith(
        ("NARR", "TEXT")
    )


def test_the_examples_of_the_catalogue_are_those_that_are_tested() -> None:
    assert FILE.read_text(encoding="utf-8") == printed(), "run scripts/rebuild.py"


def test_the_dictionary_names_every_sheet_and_column() -> None:
    text = dictionary.markdown(TABLES)
    for table in TABLES:
        section = text.split(f"\n### {table.sheet}\n", 1)[1]
        assert all(f"\n| {column.title} |" in section for column in table.columns)


def test_the_dictionary_says_what_a_cell_holds() -> None:
    known = {table.key: table for table in TABLES}
    held = {c.title: dictionary.what(c, known) for c in known["activities"].columns}
    assert held["日期"] == "日期"
    assert held["类型"] == "选项：活动类型"
    assert held["学时"] == "数字（学时，0–24）"
    assert held["年度主题"] == "年度主题的简称"
    assert held["参加人员"] == "姓名（可几个）"
    assert dictionary.what(known["tasks"]["evidence"], known) == "各台账的编号（可几个）"
