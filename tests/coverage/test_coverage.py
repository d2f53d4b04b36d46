"""Each counter and mechanism of the model summary has its place in the product, and the sample year uses it.

`counters.csv` (N01…) and `mechanisms.csv` (M001…) name the places: `column 表.列`, `option 选项=值`,
`indicator 指标名`, `narrative 标题`, `wording 规范表述名`, `row 台账：条件`, several joined by ；.
"""

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from addin.indicator import EVIDENCED, MISSING, Figure, compute, in_period
from addin.narrative import placeholders
from tests.coverage.loaded import ledgers, sample_rows
from workbook.ledger import Ledgers, Row
from workbook.selection import Misstated, find_column, find_ledger, select

FOLDER = Path(__file__).parent


def entries(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COUNTERS, MECHANISMS = entries("counters.csv"), entries("mechanisms.csv")
TARGETS = [
    pytest.param(*target.split(" ", 1), id=f"{entry['编号']} {target}")
    for entry in (*COUNTERS, *MECHANISMS)
    for target in entry["去处"].split("；")
]


@cache
def given() -> Ledgers:
    return ledgers(sample_rows())  # a past year: looked at on its last day


@cache
def figures() -> dict[str, Figure]:
    return compute(given())


def narrative() -> list[Row]:
    return given()["narrative"].rows


def column_is_filled(target: str) -> bool:
    sheet, title = target.split(".")
    ledger = find_ledger(given(), sheet)
    key = find_column(ledger, title).key
    return any(row[key] not in (None, "", ()) for row in ledger)


def option_is_chosen(target: str) -> bool:
    name, value = target.split("=")
    assert value in given().options[name]
    columns = [
        (ledger, column)
        for ledger in given()
        for column in ledger.columns
        if column.kind.name == "choice" and column.kind.source == name
    ]
    return any(row[column.key] == value for ledger, column in columns for row in ledger)


def indicator_rests_on_rows(target: str) -> bool:
    return figures()[target].state == EVIDENCED


def narrative_says_it(target: str) -> bool:
    row = next(row for row in narrative() if row["title"] == target)
    place = narrative().index(row)
    below = narrative()[place + 1] if place + 1 < len(narrative()) else row
    return bool(row["text"] or below["source"] or below["text"])


def wording_is_quoted(target: str) -> bool:
    right = next(row["right"] for row in given()["wordings"] if row["name"] == target)
    named = any(item.name == target for row in narrative() for item in placeholders(row["text"]))
    texts = [row[column.key] for ledger in given() for column in ledger.columns for row in ledger
             if ledger.table.key != "wordings" and column.kind.name == "text"]  # fmt: skip
    return named or any(right in str(text) for text in texts if text)


def a_row_matches(target: str) -> bool:
    sheet, condition = target.split("：", 1)
    ledger = find_ledger(given(), sheet)
    return bool(select(condition, ledger).pick(in_period(ledger, None, None)).rows)


USES: dict[str, Callable[[str], bool]] = {
    "column": column_is_filled,
    "option": option_is_chosen,
    "indicator": indicator_rests_on_rows,
    "narrative": narrative_says_it,
    "wording": wording_is_quoted,
    "row": a_row_matches,
}


@pytest.mark.parametrize(("kind", "target"), TARGETS)
def test_the_place_exists_and_the_sample_year_uses_it(kind: str, target: str) -> None:
    assert USES[kind](target)


def test_every_counter_and_mechanism_has_a_place_under_its_own_number() -> None:
    assert [entry["编号"] for entry in COUNTERS] == [f"N{number:02}" for number in range(1, 30)]
    assert [entry["编号"] for entry in MECHANISMS] == [f"M{number:03}" for number in range(1, 117)]
    assert all(entry["内容"] and entry["去处"] for entry in (*COUNTERS, *MECHANISMS))


def test_every_counter_stands_in_the_narrative() -> None:
    written = {item.name for row in narrative() for item in placeholders(row["text"])}
    assert {entry["去处"].removeprefix("indicator ") for entry in COUNTERS} <= written


def test_no_figure_of_the_narrative_is_left_open_in_the_sample_year() -> None:
    written = {item.name for row in narrative() for item in placeholders(row["text"])}
    states = {name: figures()[name].state for name in written if name in figures()}
    assert {name for name, state in states.items() if state != EVIDENCED} == set()


def test_a_place_that_is_not_there_is_noticed() -> None:
    assert not a_row_matches("重点工作台账：事项名称 含 没有这一项")
    with pytest.raises(Misstated):
        column_is_filled("活动台账.没有这一列")
    with pytest.raises(KeyError):
        indicator_rests_on_rows("没有这个指标")


def test_without_its_rows_a_counter_is_open_again() -> None:
    emptied = sample_rows() | {key: [] for key in ("activities", "outcomes", "volunteering", "honours")}
    found = compute(ledgers(emptied))
    names = {entry["去处"].removeprefix("indicator ") for entry in COUNTERS}
    assert {found[name].state for name in names} == {MISSING}
