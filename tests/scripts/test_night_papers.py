"""Papers that a person works on: never written over, never taken for another's, and compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scripts.clone import run
from tests.scripts.nights import MADE, UNCHANGED, changed, edit, night, outputs


@pytest.fixture
def book(workshop: Path, tmp_path: Path) -> Path:
    """Return a sample year in a folder of its own."""
    (tmp_path / "台账").mkdir()
    return changed(workshop / "示例.xlsx", tmp_path / "台账" / "台账.xlsx", 2)


def test_beside_a_paper_that_a_person_edited_only_a_list_of_changes_is_written_night_after_night(
    workshop: Path, book: Path
) -> None:
    night(workshop, book, "--keep", "1")
    paper = outputs(book)["送审稿"]
    edited, notices = edit(paper), set()
    for hours in (5, 6, 7):
        changed(workshop / "示例.xlsx", book, hours)
        assert night(workshop, book, "--keep", "1") == MADE
        assert paper.read_bytes() == edited
        assert sorted(outputs(book)) == sorted(["送审稿", "校验报告", "数字变动单"])
        assert len(list(paper.parent.glob("[!.]*.*"))) == 3
        notices.add(outputs(book)["数字变动单"].read_bytes())
        assert night(workshop, book, "--keep", "1") == UNCHANGED
    assert len(notices) == 3


def test_a_paper_edited_where_the_button_writes_gets_its_list_of_changes_among_the_generated(
    workshop: Path, book: Path
) -> None:
    run(workshop, "regenerate.py", str(book), "--out", str(book.parent / "输出"))
    (paper,) = (book.parent / "输出").glob("*（送审稿）.docx")
    edited = edit(paper)
    for hours in (5, 6):
        changed(workshop / "示例.xlsx", book, hours)
        assert night(workshop, book) == MADE
    assert sorted(outputs(book)) == ["数字变动单", "校验报告"] and paper.read_bytes() == edited
    assert len([*paper.parent.glob("[!.]*.*")]) == 2


def test_a_paper_that_was_moved_away_is_written_anew_and_its_list_of_changes_goes(
    workshop: Path, book: Path
) -> None:
    night(workshop, book)
    paper = outputs(book)["送审稿"]
    edit(paper)
    changed(workshop / "示例.xlsx", book, 5)
    night(workshop, book)
    paper.replace(book.with_name("局长批过的.docx"))
    assert night(workshop, book) == MADE and paper.exists()
    assert sorted(outputs(book)) == sorted(["送审稿", "校验报告"])
    assert night(workshop, book) == UNCHANGED


@pytest.mark.parametrize("place", ["自动生成", "输出"])
def test_the_paper_of_another_branch_of_the_unit_is_nobody_elses(
    workshop: Path, book: Path, place: str
) -> None:
    """Two branches of one unit write papers of one name; only one of them is worked on."""
    other = changed(workshop / "示例.xlsx", book.with_name("第二支部.xlsx"), 3)
    if place == "输出":
        run(workshop, "regenerate.py", str(book), "--out", str(book.parent / "输出"))
        edit(next((book.parent / "输出").glob("*（送审稿）.docx")))
    night(workshop, book.parent)
    if place == "自动生成":
        paper, *_ = (
            path for path in (book.parent / "自动生成").glob("*（送审稿）.docx") if "第二" not in path.name
        )
        edit(paper)
    for hours in (6, 7):
        changed(workshop / "示例.xlsx", book, hours)
        changed(workshop / "示例.xlsx", other, hours + 1)
        night(workshop, book.parent)
    names = {path.name for path in (book.parent / "自动生成").glob("[!.]*.*")}
    lists = [name for name in names if "数字变动单" in name]
    assert len(lists) == 1 and "第二支部" not in lists[0]
    drafts = [name for name in names if "送审稿" in name]
    assert len(drafts) == {"自动生成": 2, "输出": 1}[place]


def test_of_two_papers_a_person_edited_the_later_is_compared_and_the_other_named(
    workshop: Path, book: Path
) -> None:
    night(workshop, book)
    run(workshop, "regenerate.py", str(book), "--out", str(book.parent / "输出"))
    (desk,) = (book.parent / "输出").glob("*（送审稿）.docx")
    for paper in (desk, outputs(book)["送审稿"]):
        edit(paper)
    changed(workshop / "示例.xlsx", book, 5)
    done = run(workshop, "regenerate.py", str(book))
    assert f"“{desk}”也有人改过，没有比对" in done.stdout
