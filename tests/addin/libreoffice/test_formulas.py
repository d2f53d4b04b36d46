"""From Excel's grammar of formulas to UNO's."""

from __future__ import annotations

import pytest

from addin.libreoffice.formulas import translated


@pytest.mark.parametrize(
    ("excel", "uno"),
    [
        ("=SUM(A1,B2)", "=SUM(A1;B2)"),
        ("=活动台账!F12", "=$活动台账.F12"),
        ("='活动 台账'!$F$12+1", "=$'活动 台账'.$F$12+1"),
        ("=IF(A1=\"a,b!c\",'一''二'!A1,表!B1)", "=IF(A1=\"a,b!c\";$'一''二'.A1;$表.B1)"),
        ('="他说""是!"","&甲!A1', '="他说""是!"","&$甲.A1'),
        ("=IFERROR(#REF!,#N/A)", "=IFERROR(#REF!;#N/A)"),
        ("=SUM(甲!A1:乙!B2)", "=SUM($甲.A1:$乙.B2)"),
        ("=SUM(A1;$活动台账.F12)", "=SUM(A1;$活动台账.F12)"),
    ],
)
def test_a_formula_is_translated_outside_its_texts_only(excel: str, uno: str) -> None:
    assert translated(excel) == uno
