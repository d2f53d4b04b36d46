import pytest

from addin.word.wording import clean, title_lines, width, words


@pytest.mark.parametrize(
    ("text", "characters"),
    [("支部", 2), ("2022年", 3), ("“三会一课”", 6), ("——", 2), ("", 0), ("AB", 1)],
)
def test_a_digit_is_half_a_character_wide_and_a_quotation_mark_a_whole_one(text: str, characters: float):
    assert width(text) == characters


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("2022年基层党建工作总结", ["2022年基层党建工作总结"]),
        (
            "中共青禾县林业局机关支部委员会2022年度基层党建工作总结",
            ["中共青禾县林业局机关支部委员会", "2022年度基层党建工作总结"],
        ),
        (
            "青禾县林业局机关党支部关于2022年度抓基层党建工作情况的总结",
            ["青禾县林业局机关党支部", "关于2022年度抓基层党建工作情况的总结"],
        ),
        ("自己\n换行的标题", ["自己", "换行的标题"]),
    ],
)
def test_a_title_breaks_where_a_reader_would_pause(title: str, lines: list[str]):
    assert title_lines(title, 20) == lines


def test_a_title_without_any_seam_breaks_in_the_middle_but_never_inside_a_number():
    lines = title_lines("甲" * 14 + "12345678" + "乙" * 14, 20)
    assert len(lines) == 2
    assert any("12345678" in line for line in lines)
    assert all(width(line) <= 20 for line in lines)


def test_no_line_of_a_title_starts_with_a_closing_mark():
    for line in title_lines("某" * 20 + "》" + "某" * 10, 20):
        assert not line.startswith("》")


def test_a_title_of_any_length_is_kept_whole():
    title = "某某局党支部2022年度总结" * 6
    assert "".join(title_lines(title, 20)) == title


def test_what_xml_cannot_hold_is_taken_out_and_nothing_else():
    assert clean("一\x00二\x0b\t三\n四\ufffe𠮷") == "一二\t三\n四𠮷"


def test_words_keep_their_tabs_lines_and_signs_inside_a_run():
    said = '<w:t xml:space="preserve">'
    assert words("甲\t乙\r\n<丙>&“丁”") == (
        f"{said}甲</w:t><w:tab/>{said}乙</w:t><w:br/>{said}&lt;丙&gt;&amp;“丁”</w:t>"
    )
