"""What fell short, as findings: one a period, answered on 情况说明, never blocking."""

from __future__ import annotations

import datetime as dt

import pytest

from addin.finding import ERROR, HINT, SHORTFALL, WARNING, Finding
from addin.judgement import judge
from addin.requirement import DUE, MISSED, NOT_ASKED, requirements, standings
from addin.rules import RULES
from addin.shortfall import FIX, TOO_OFTEN, WHY, shortfalls
from addin.subjects import periods
from addin.validate import validate
from tests.addin.test_requirement import ROWS, given, lines
from tests.given import ledgers
from tests.rules.test_catalogue import INVENTING
from workbook.ledger import Ledgers
from workbook.tables import MEMBERS

AUTUMN = dt.date(2022, 10, 15)


def found(book: Ledgers) -> list[Finding]:
    return list(shortfalls(book))


def test_each_period_that_fell_short_is_a_finding_of_its_own() -> None:
    book = given(ROWS["R01"], held=lines("R01", "2022-05-10"), now=AUTUMN)
    assert [(each.code, each.subject) for each in found(book)] == [("R01", "第一季度"), ("R01", "第三季度")]
    assert found(book)[0].says == "“召开党员大会”第一季度没有登记，要求每季至少 1 次。"


def test_a_period_with_too_few_says_how_many_there_were() -> None:
    book = given({**ROWS["R01"], "最少": "2"}, held=lines("R01", "2022-02-10"), now=dt.date(2022, 4, 15))
    assert found(book)[0].says == "“召开党员大会”第一季度登记了 1 次，要求每季至少 2 次。"


def test_while_nothing_was_held_at_all_one_finding_says_so() -> None:
    (only,) = found(given(ROWS["R02"], now=AUTUMN))
    assert (only.subject, only.says) == ("全年", "今年还没有“召开支委会”的登记，要求每月至少 1 次。")


def test_a_requirement_that_is_met_or_can_still_be_met_gives_nothing() -> None:
    assert found(given(ROWS["R01"], held=lines("R01", "2022-02-10"), now=dt.date(2022, 6, 30))) == []


def test_more_than_is_allowed_is_a_warning() -> None:
    book = given({**ROWS["R01"], "最多": "1"}, held=lines("R01", "2022-02-10", "2022-02-11"), now=AUTUMN)
    last = found(book)[-1]
    assert (last.subject, last.severity, last.fix) == ("第一季度", WARNING, TOO_OFTEN)


@pytest.mark.parametrize("subject", ["第一季度", "第一季度、第三季度", "一季度", "1季度，3季度"])
def test_a_period_is_answered_alone_or_with_others_however_it_is_written(subject: str) -> None:
    book = given(ROWS["R01"], held=lines("R01", "2022-05-10"), now=AUTUMN)
    first, *_ = validate(_answer(book, subject), (), shortfalls(book))
    assert first.explained


def test_the_whole_year_answers_only_where_nothing_was_held() -> None:
    some = given(ROWS["R01"], held=lines("R01", "2022-05-10"), now=AUTUMN)
    none = given(ROWS["R01"], now=AUTUMN)
    answered = [
        [each.explained for each in validate(_answer(book, "全年"), (), shortfalls(book))]
        for book in (some, none)
    ]
    assert answered == [[False, False], [True]]


def test_what_was_answered_for_says_why() -> None:
    book = _answer(given(ROWS["R01"], now=dt.date(2022, 4, 15)), "第一季度")
    assert [each.fix for each in validate(book, (), shortfalls(book))] == ["已说明：出差。"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("3-5月", ["3月", "4月", "5月"]),
        ("8月份", ["8月"]),
        ("2季度；第三季度", ["第二季度", "第三季度"]),
        ("RW-1", ["RW-1"]),
    ],
)
def test_periods_are_read_as_people_write_them(text: str, named: list[str]) -> None:
    assert periods(text) == named


def test_nothing_is_asked_of_a_time_before_anybody_was_on_the_roster() -> None:
    book = given(ROWS["R01"], now=AUTUMN)
    late = ledgers({MEMBERS.sheet: "| 姓名 | 入党日期 | 转入日期 |\n| 张三 | 2000-07-01 | 2022-05-15 |"})
    book.tables["members"] = late["members"]
    late["members"].ledgers = book
    assert [each.subject for each in found(book)] == ["全年"]
    assert [each.state for each in standings(requirements(book)[0])] == [NOT_ASKED, MISSED, MISSED, DUE]


def test_a_year_that_is_over_is_named() -> None:
    (only,) = found(given(ROWS["R02"], now=dt.date(2023, 6, 1), named=False))
    assert only.says.startswith("2022年没有“召开支委会”的登记")


def test_a_requirement_with_only_a_most_is_held_against_it() -> None:
    row = {**ROWS["R01"], "最少": "", "最多": "1"}
    (only,) = found(given(row, held=lines("R01", "2022-02-10", "2022-02-11"), now=AUTUMN))
    assert only.says == "“召开党员大会”第一季度登记了 2 次，要求每季至多 1 次。"


def test_an_answer_for_another_period_answers_nothing() -> None:
    book = _answer(given(ROWS["R01"], now=dt.date(2022, 4, 15)), "第二季度")
    assert [each.explained for each in validate(book, (), shortfalls(book))] == [False]


def _answer(book: Ledgers, subject: str) -> Ledgers:
    answers = ledgers({"情况说明": f"| 规则 | 期间或对象 | 原因 |\n| R01 | {subject} | 出差 |"})
    book.tables["explanations"] = answers["explanations"]
    return book


@pytest.mark.parametrize(
    ("standing", "severity", "shown"),
    [
        ("已核", "错误", ERROR),
        ("待核", "错误", WARNING),
        ("", "错误", WARNING),
        ("地方", "错误", ERROR),
        ("惯例", "提示", HINT),
        ("", "提示", HINT),
    ],
)
def test_what_nobody_verified_is_a_warning_at_most(standing: str, severity: str, shown: str) -> None:
    book = given({**ROWS["R01"], "依据状态": standing, "级别": severity}, now=AUTUMN)
    assert found(book)[0].severity == shown


def test_the_basis_names_the_article_and_what_is_not_verified() -> None:
    bases = [
        found(given(ROWS[code], now=dt.date(2023, 6, 1), named=False))[0].basis
        for code in ("R01", "R21", "R05")
    ]
    assert bases == [
        "《中国共产党支部工作条例（试行）》第十一条",
        "《党委（党组）书记抓基层党建工作述职评议考核办法（试行）》（依据待核）",
        "惯例",
    ]


def test_a_shortfall_never_blocks_and_is_marked_at_its_requirement() -> None:
    (first,) = found(given(ROWS["R01"], now=dt.date(2022, 4, 15)))
    assert (first.kind, first.blocks, first.address) == (SHORTFALL, False, "规定动作!B2")


def test_no_message_invites_anybody_to_invent() -> None:
    assert not INVENTING.search(WHY + FIX + TOO_OFTEN)


def test_a_code_of_a_requirement_is_never_one_of_a_rule() -> None:
    assert not set(ROWS) & {rule.code for rule in RULES}


def test_the_judgement_holds_the_shortfalls_among_its_findings() -> None:
    judged = judge(given(ROWS["R01"], now=dt.date(2022, 4, 15)))
    assert [each.code for each in judged.findings if each.kind == SHORTFALL] == ["R01"]
