"""What messages say where their words come from the rows."""

from addin.validate import validate
from tests.given import ledgers
from tests.rules.example import rule_of


def said(code: str, sheets: dict[str, str]) -> list[str]:
    """Return what the rule `code` says of `sheets`."""
    return [found.says for found in validate(ledgers(sheets), [rule_of(code)])]


def test_an_election_names_the_steps_left_out() -> None:
    steps = "| 步骤号 | 步骤 | 完成日期 |\n| 3 | 请示 | |\n| 4 | 批复 | |\n| 11 | 选举 | 2022-05-13 |"
    assert said("ELECT-015", {"换届选举台账": steps}) == ["选举以前有几步没有完成日期：3 请示、4 批复。"]


def test_blank_hours_are_told_with_how_many_they_leave_open() -> None:
    roster = "| 姓名 | 入党日期 | 转入日期 | 转出日期 | 党内职务 |\n" + "".join(
        f"| {name} | 1995-07-01 | | | |\n" for name in ("张三", "李四", "王五")
    )
    events = (
        "| 日期 | 类型 | 参加范围 | 参加人员 | 学时 |\n| 2022-03-04 | 党课 | 全体党员 | | 2 |\n"
        "| 2022-03-05 | 党课 | 自定 | 张三、李四 | |\n| 2022-03-06 | 党课 | 自定 | 张三 | |"
    )
    told = said("HOUR-005", {"党员花名册": roster, "活动台账": events})
    assert told == ["本年有 2 场活动没有学时，2 名党员的全年学时算不出来。"]


def test_a_study_without_the_secretary_names_its_label_once() -> None:
    roster = "| 姓名 | 入党日期 | 党内职务 |\n| 张三 | 1995-07-01 | 书记 |\n| 李四 | 1995-07-01 | 委员 |"
    event = "| 日期 | 类型 | 参加范围 | 参加人员 |\n| 2022-03-04 | 研究意识形态 | 自定 | 李四 |"
    told = said("TOPIC-002", {"党员花名册": roster, "活动台账": event})
    assert told == ["“研究意识形态”，到场人员里没有书记张三。"]
