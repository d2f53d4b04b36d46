"""What is said of rows whose fellow sheet was renamed or deleted."""

from addin.rules import RULES
from addin.validate import validate
from tests.given import ledgers


def test_nobody_is_sent_to_clear_what_names_rows_of_a_sheet_that_is_not_there() -> None:
    tasks = "| 编号 | 所属项目 | 重点任务 | 佐证编号 |\n| RW-01 | XM-01 | 甲 | HD-01 |"
    told = {finding.code for finding in validate(ledgers({"重点任务立项分解表": tasks}), RULES)}
    assert "READ-040" in told
    assert not told & {"TASK-001", "REF-003"}
