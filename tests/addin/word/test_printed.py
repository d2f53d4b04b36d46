"""What LibreOffice prints: the geometry of GB/T 9704 measured on the page."""

import subprocess
from pathlib import Path

import pytest
from lxml import etree

from addin import word
from addin.summary import Summary
from tests.addin.word.sample import SUMMARY, UNIT, plain

pytestmark = pytest.mark.office
POINT = 25.4 / 72  # mm
PER_MM = 10  # dots, where dots are counted


def pages(pdf: Path):
    """Return, of each page, its lines as (text, left, top, right, bottom) in mm."""
    done = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True)
    root = etree.fromstring(done.stdout, etree.XMLParser(recover=True))
    return [[_line(line) for line in page.iter("{*}line")] for page in root.iter("{*}page")]


def _line(line):
    text = "".join(part.text or "" for part in line.iter("{*}word"))
    return text, *(float(line.get(side)) * POINT for side in ("xMin", "yMin", "xMax", "yMax"))


def printed(summary: Summary, tmp_path: Path, convert) -> Path:
    path = tmp_path / "总结.docx"
    word.write(summary, path)
    return convert(path, "pdf")


def ink(pdf: Path, page: int, box: tuple[float, float, float, float]) -> list[tuple[int, int]]:
    """Return the dark dots, in tenths of a millimetre, inside `box` (left, top, right, bottom in mm)."""
    left, top, right, bottom = (round(side * PER_MM) for side in box)
    command = ["pdftoppm", "-gray", "-r", str(25.4 * PER_MM), "-f", str(page), "-l", str(page), str(pdf)]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    _, size, _, dots = data.split(b"\n", 3)
    across = int(size.split()[0])
    return [(x, y) for y in range(top, bottom) for x in range(left, right) if dots[y * across + x] < 128]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, convert) -> Path:
    return printed(plain("字" * 2000), tmp_path_factory.mktemp("full"), convert)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, convert) -> Path:
    return printed(SUMMARY, tmp_path_factory.mktemp("sample"), convert)


def test_a_page_holds_22_lines_of_28_characters(full: Path):
    lines = [line for line in pages(full)[1] if "字" in line[0]]
    assert [line[0] for line in lines] == ["字" * 28] * 22


def test_the_text_fills_the_type_area(full: Path):
    lines = [line for line in pages(full)[1] if "字" in line[0]]
    assert min(line[1] for line in lines) == pytest.approx(28, abs=0.3)
    assert max(line[3] for line in lines) == pytest.approx(184, abs=0.6)
    pitch = (lines[-1][2] - lines[0][2]) / 21
    assert pitch == pytest.approx(225 / 22, abs=0.05)


def test_a_paragraph_starts_two_characters_in(full: Path):
    first = next(line for line in pages(full)[0] if "字" in line[0])
    assert first[0] == "字" * 26
    assert first[1] == pytest.approx(28 + 2 * 5.56, abs=0.4)


def test_the_dash_of_the_page_number_stands_7_mm_below_the_type_area(full: Path):
    odd, even = (ink(full, page, (20, 263, 190, 280)) for page in (1, 2))
    for dots in (odd, even):
        dash = max({y for _, y in dots}, key=lambda row: sum(y == row for _, y in dots))
        assert dash / PER_MM == pytest.approx(297 - 35 + 7, abs=1)


def test_odd_numbers_stand_right_and_even_ones_left(full: Path):
    odd, even = (ink(full, page, (20, 263, 190, 280)) for page in (1, 2))
    assert max(x for x, _ in odd) / PER_MM == pytest.approx(184 - 4.94, abs=1)
    assert min(x for x, _ in even) / PER_MM == pytest.approx(28 + 4.94, abs=1)


def test_beside_attachments_the_number_lies_where_the_turned_sheet_has_it(sample: Path):
    even, odd = (ink(sample, page, (20, 20, 33, 190)) for page in (2, 3))
    for dots in (even, odd):
        dash = max({x for x, _ in dots}, key=lambda column: sum(x == column for x, _ in dots))
        assert dash / PER_MM == pytest.approx(35 - 7, abs=1)
    assert min(y for _, y in even) / PER_MM == pytest.approx(28 + 4.94, abs=1)
    assert max(y for _, y in odd) / PER_MM == pytest.approx(210 - 26 - 4.94, abs=1)


def test_the_head_of_a_table_is_printed_on_each_of_its_pages(sample: Path):
    heads = [[line[0] for line in page].count("重点任务") for page in pages(sample)]
    assert heads[:2] == [0, 0]
    assert len(heads) > 3
    assert set(heads[2:]) == {1}


def test_the_page_count_is_as_planned_without_an_empty_page(sample: Path):
    assert all(len(page) > 3 for page in pages(sample))


def test_a_full_last_page_brings_no_empty_one_before_the_attachments(tmp_path: Path, convert):
    lines = plain(*["短句。"] * 18, attachments=SUMMARY.attachments[:1])
    found = pages(printed(lines, tmp_path, convert))
    assert len(found) == 2
    assert found[0][-2][0].startswith("附件：") or found[0][-1][0].startswith("附件：")


def test_a_signature_never_stands_on_a_page_without_text(tmp_path: Path, convert):
    lines = plain(*["短句。"] * 19, signature=(UNIT, "2022年12月30日"))
    last = pages(printed(lines, tmp_path, convert))[-1]
    assert "短句。" in [line[0] for line in last]


def test_a_missing_figure_is_yellow_on_paper(sample: Path):
    command = ["pdftoppm", "-r", "60", "-f", "1", "-l", "1", str(sample)]
    dots = subprocess.run(command, capture_output=True, check=True).stdout.split(b"\n", 3)[3]
    colours = {dots[place : place + 3] for place in range(0, len(dots) - 2, 3)}
    assert b"\xff\xff\x00" in colours
