"""The values a finding offers to put into its cell: the whole cell, put right."""

import datetime as dt

import pytest

from tests.rules.examples import EXAMPLES

SAFE = {
    "READ-020": ["学习第2期材料"],
    "READ-021": ["党课", "学习材料"],
    "READ-022": [dt.date(2022, 3, 4), dt.date(2022, 3, 5)],
    "READ-023": [dt.date(2022, 3, 4)],
    "READ-024": [2.0],
    "READ-025": [2.0],
    "READ-026": ["张三、李四"],
    "READ-027": [""],
    "READ-028": ["是"],
    "READ-029": ["2022年3月2日"],
    "COL-003": ["办公室", None],
    "DEF-014": [""],
    "REF-003": ["HD-01", None],
    "WHO-001": ["张三、赵六、吴九", None],
    "WHO-004": ["张三、李四"],
    "COL-002": ["主题党日", None],
    "MEET-004": [3],
    "MEET-010": ["", ""],
    "TWICE-004": ["HD-01"],
    "REF-005": [""],
    "TEXT-002": ["当先锋、作表率", "《中国共产党支部工作条例（试行）》，作表率，作表率"],
    "NARR-001": ["{支部名称}", "上党课{党课次数}次【，宣讲{宣讲次数}次】。", None],
}


@pytest.mark.parametrize("code", SAFE)
def test_a_safe_value_is_the_whole_cell_put_right(code: str) -> None:
    example = next(example for example in EXAMPLES if example.code == code)
    assert [finding.safe for finding in example.found_in_wrong()] == SAFE[code]


def test_every_rule_whose_examples_offer_a_value_is_among_them() -> None:
    offering = {
        example.code for example in EXAMPLES for found in example.found_in_wrong() if found.safe is not None
    }
    assert offering - SAFE.keys() == set()


def test_a_finding_about_misspelt_formulations_names_each_of_its_cell_once() -> None:
    example = next(example for example in EXAMPLES if example.code == "TEXT-002")
    told = example.found_in_wrong()[1].says
    assert [told.count(wrong) for wrong in ("“《中国共产党支部工作条例》”", "“做表率”")] == [1, 1]
