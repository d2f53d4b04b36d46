"""How often a click calls the spreadsheet: a constant and two a sheet, whatever is found or mended."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from addin.buttons import OpenBook, run
from tests.addin.fakebook import Fake
from tests.addin.pretend import LECTURE, book, careless
from workbook.grid import open_book
from workbook.tables import TABLES

SAMPLE = Path(__file__).parents[2] / "workbook" / "党建台账（示例）.xlsm"
CONSTANT = 20  # calls of a click beside those that read the sheets


def sheets(fake: Fake) -> int:
    return len({table.sheet for table in TABLES} & set(fake.given.grids))


def reading(fake: Fake) -> int:
    """Return how many calls one reading of the workbook takes."""
    alone = Fake(fake.given)
    OpenBook(alone).read()  # type: ignore[arg-type]
    return alone.calls.total()


def test_a_check_reads_and_writes_in_few_calls_whatever_it_finds() -> None:
    calls: list[Counter[str]] = []
    for rows in ([LECTURE], [{**LECTURE, "编号": f"HD-{n}", "主题内容": None} for n in range(300)]):
        fake = Fake(book(*rows))
        run("check", fake)  # type: ignore[arg-type]
        calls.append(fake.calls)
        assert fake.calls.total() - reading(Fake(book(*rows))) <= CONSTANT
        assert fake.calls["write"] == 2  # one a result sheet
    assert calls[1].total() - calls[0].total() <= 5  # the first error is brought in view


def test_writing_the_summary_of_the_sample_takes_few_calls(tmp_path: Path) -> None:
    given = open_book(SAMPLE)
    fake = Fake(given, str(tmp_path / "台账.xlsm"), answer="no")
    fewest = reading(fake)
    run("write", fake)  # type: ignore[arg-type]
    assert fake.calls.total() - fewest <= CONSTANT
    assert fewest == 1 + 2 * (sheets(fake) + 1)  # one tells where all end; the rules stand on one more
    assert len(list((tmp_path / "输出").glob("*.docx"))) == 2


def called(task: str, fake: Fake) -> Counter[str]:
    """Return the calls of one click."""
    fake.calls.clear()
    run(task, fake)  # type: ignore[arg-type]
    return Counter(fake.calls)


def test_accept_and_undo_take_as_many_calls_for_many_fixes_as_for_few(tmp_path: Path) -> None:
    calls: list[list[Counter[str]]] = []
    for count in (2, 300):
        path = tmp_path / str(count) / "台账.xlsm"
        path.parent.mkdir()
        fake = Fake(careless(count), str(path))
        calls.append([called(task, fake) for task in ("accept", "undo")])
        assert [each["macro"] - each["read"] // sheets(fake) for each in calls[-1]] == [2, 2]  # one a sheet
        assert f"{count // 2 * 2 + 1} 处" in fake.boxes[0][1]
        assert all(each["number_format"] == 0 for each in calls[-1])
    assert calls[0] == calls[1]
