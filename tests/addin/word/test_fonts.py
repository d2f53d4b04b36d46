import io
import zipfile

import pytest

from tests.addin.word.sample import SUMMARY, W, body, find, part, written

STYLES = "word/styles.xml"
FACES = [
    ("SummaryTitle", "方正小标宋简体", "44"),
    ("HeadingOne", "黑体", "32"),
    ("HeadingTwo", "楷体", "32"),
    ("SummaryBody", "仿宋", "32"),
    ("AttachmentMark", "黑体", "32"),
    ("AttachmentTitle", "方正小标宋简体", "44"),
    ("CellText", "宋体", "21"),
]


@pytest.mark.parametrize(("style", "face", "size"), FACES)
def test_each_level_names_its_own_chinese_face_and_size(style: str, face: str, size: str):
    (looks,) = find(part(STYLES), f"//w:style[@w:styleId='{style}']/w:rPr")
    assert find(looks, "w:rFonts/@w:eastAsia") == [face]
    assert find(looks, "w:sz/@w:val") == [size]
    assert find(looks, "w:rFonts/@w:ascii") == ["Times New Roman"]


@pytest.mark.parametrize("style", ["OddNumber", "EvenNumber"])
def test_page_numbers_are_set_in_song_of_14_points_digits_included(style: str):
    (looks,) = find(part(STYLES), f"//w:style[@w:styleId='{style}']/w:rPr")
    assert find(looks, "w:rFonts/@w:ascii") == find(looks, "w:rFonts/@w:eastAsia") == ["宋体"]
    assert find(looks, "w:sz/@w:val") == ["28"]


def test_all_four_slots_are_named_and_no_theme_can_override_them():
    slots = find(part(STYLES), "//w:rFonts")
    assert slots
    wanted = {f"{W}{slot}" for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert {frozenset(slot.keys()) for slot in slots} == {frozenset(wanted)}


def test_every_face_used_has_a_stand_in_that_word_can_look_up():
    used = set(find(part(STYLES), "//w:rFonts/@w:eastAsia"))
    stand_ins = {
        font.get(f"{W}name"): find(font, "w:altName/@w:val")
        for font in find(part("word/fontTable.xml"), "w:font")
    }
    assert used <= set(stand_ins)
    assert all(stand_ins[face] for face in used)
    assert "仿宋_GB2312" in stand_ins["仿宋"][0]
    assert "楷体_GB2312" in stand_ins["楷体"][0]


def test_every_run_with_words_asks_for_the_chinese_face_so_that_quotation_marks_are_full_width():
    runs = find(body(), "//w:r[w:t]")
    assert len(runs) > 100
    assert {tuple(find(run, "w:rPr/w:rFonts/@w:hint")) for run in runs} == {("eastAsia",)}


def test_the_language_of_the_text_is_chinese():
    assert find(part(STYLES), "//w:docDefaults//w:lang/@w:eastAsia") == ["zh-CN"]


def test_nothing_of_another_template_is_left():
    with zipfile.ZipFile(io.BytesIO(written(SUMMARY))) as package:
        names = package.namelist()
        whole = b"".join(package.read(name) for name in names)
    assert not [name for name in names if "theme" in name or "custom" in name or "thumbnail" in name]
    assert b"python-docx" not in whole
    assert b"Calibri" not in whole
    assert b"asciiTheme" not in whole


def test_the_navigation_pane_shows_headings_of_level_one_and_attachments():
    outlined = find(part(STYLES), "//w:style[w:pPr/w:outlineLvl/@w:val='0']/@w:styleId")
    assert outlined == ["HeadingOne", "AttachmentTitle"]
