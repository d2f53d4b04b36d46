"""The next 编号, as the office writes its own."""

from itertools import islice

import pytest

from addin.judgement import judge
from addin.numbering import next_numbers
from tests.given import ledgers


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        ([], []),
        (["甲", "乙"], []),
        (["XM-01", "XM-02"], ["XM-03", "XM-04"]),
        (["XM-09", "XM-10"], ["XM-11", "XM-12"]),
        (["RW-99"], ["RW-100", "RW-101"]),
        (["1", "2", "7"], ["8", "9"]),
        (["A1", "B1", "B2"], ["B3", "B4"]),
        (["2022-党课-3"], ["2022-党课-4", "2022-党课-5"]),
    ],
)
def test_numbers_go_on_as_most_of_them_are_written(used: list[str], expected: list[str]) -> None:
    assert list(islice(next_numbers(used), 2)) == expected


def test_rows_without_a_number_are_each_offered_one_of_their_own() -> None:
    given = ledgers({"重点项目清单": "| 编号 | 项目名称 |\n| XM-01 | 甲 |\n| | 乙 |\n| | 丙 |"})
    found = [f for f in judge(given).findings if f.code == "COL-001" and f.cell.title == "编号"]
    assert [(f.address, f.safe) for f in found] == [
        ("重点项目清单!A3", "XM-02"),
        ("重点项目清单!A4", "XM-03"),
    ]


def test_other_blank_cells_are_offered_nothing() -> None:
    given = ledgers({"重点项目清单": "| 编号 | 项目名称 |\n| XM-01 | |"})
    assert {f.safe for f in judge(given).findings if f.code == "COL-001"} == {None}
