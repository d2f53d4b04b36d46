import io
import zipfile

import pytest

from tests.addin.word.sample import SUMMARY, W, body, find, part, plain, texts, written

MM = 1440 / 25.4


def margins(section) -> dict[str, int]:
    (marks,) = find(section, "w:pgMar")
    return {side: round(int(marks.get(f"{W}{side}")) / MM) for side in ("top", "bottom", "left", "right")}


def sections():
    return find(body(), "//w:sectPr")


def test_the_text_stands_on_upright_a4_with_the_margins_of_the_standard():
    first = sections()[0]
    assert find(first, "w:pgSz/@w:w") == ["11906"]
    assert find(first, "w:pgSz/@w:h") == ["16838"]
    assert margins(first) == {"top": 37, "bottom": 35, "left": 28, "right": 26}


def test_the_grid_gives_22_lines_to_every_page():
    for section in sections():
        assert find(section, "w:docGrid/@w:type") == ["lines"]
        assert find(section, "w:docGrid/@w:linePitch") == ["579"]


def test_each_attachment_has_a_section_on_its_side_with_the_margins_turned():
    _, *attachments = sections()
    assert len(attachments) == len(SUMMARY.attachments)
    for section in attachments:
        assert find(section, "w:pgSz/@w:orient") == ["landscape"]
        assert find(section, "w:pgSz/@w:w") == ["16838"]
        assert margins(section) == {"top": 28, "bottom": 26, "left": 35, "right": 37}


def test_a_section_ends_in_a_paragraph_with_words_or_behind_its_table():
    ends = find(body(), "w:body/w:p[w:pPr/w:sectPr]")
    assert [find(end, "string(w:pPr/w:pStyle/@w:val)") for end in ends] == ["Signature", "AfterTable"]


def test_odd_and_even_pages_differ_throughout():
    assert find(part("word/settings.xml"), "w:evenAndOddHeaders")
    upright, first, second = sections()
    for section in (upright, first):
        assert find(section, "w:footerReference/@w:type") == ["default", "even"]
    assert find(second, "w:footerReference") == []  # goes on with those of the first


def test_page_numbers_run_on_through_the_attachments():
    assert find(body(), "//w:pgNumType") == []


@pytest.mark.parametrize(
    ("footer", "style", "side"),
    [("footer1", "OddNumber", "right"), ("footer2", "EvenNumber", "left")],
)
def test_odd_numbers_stand_right_and_even_ones_left_one_character_in(footer: str, style: str, side: str):
    assert texts(part(f"word/{footer}.xml"), style) == ["— 1 —"]
    (layout,) = find(part("word/styles.xml"), f"//w:style[@w:styleId='{style}']/w:pPr")
    assert find(layout, "w:jc/@w:val") == [side]
    assert find(layout, f"w:ind/@w:{side}Chars") == ["100"]


@pytest.mark.parametrize(("footer", "style"), [("footer3", "OddNumber"), ("footer4", "EvenNumber")])
def test_beside_an_attachment_the_number_is_turned_with_the_sheet(footer: str, style: str):
    root = part(f"word/{footer}.xml")
    boxes = find(root, "//w:txbxContent")
    assert [texts(box, style) for box in boxes] == [["— 1 —"], ["— 1 —"]]
    assert root.xpath("//*[local-name()='bodyPr']/@vert") == ["vert"]


def test_every_page_number_is_a_field():
    with zipfile.ZipFile(io.BytesIO(written())) as package:
        footers = [name for name in package.namelist() if "footer" in name]
    assert len(footers) == 4
    for name in footers:
        assert set(find(part(name), "//w:fldSimple/@w:instr")) == {" PAGE "}


def test_a_document_without_attachments_has_one_section():
    assert len(find(body(plain("一段正文。")), "//w:sectPr")) == 1
