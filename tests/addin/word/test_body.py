import pytest

from addin.summary import Attachment, Heading, Number, Paragraph, Summary
from addin.word import tag
from tests.addin.word.sample import PROJECTS, SUMMARY, UNIT, W15, W, body, find, plain, texts

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def test_a_long_title_breaks_between_unit_and_year_inside_one_paragraph():
    (title,) = find(body(), "//w:p[w:pPr/w:pStyle/@w:val='SummaryTitle']")
    assert find(title, ".//w:t/text()") == [UNIT, "2022年度基层党建工作总结"]
    assert len(find(title, ".//w:br")) == 1


def test_a_heading_of_level_one_stands_on_its_own_line():
    assert texts(body(), "HeadingOne") == ["一、工作开展情况"]


def test_a_heading_of_level_two_runs_into_its_paragraph():
    (lead,) = find(body(), "//w:r[w:rPr/w:rStyle/@w:val='HeadingTwo']")
    assert find(lead, "w:t/text()") == ["（一）坚持学思用贯通。"]
    assert find(lead, "../w:pPr/w:pStyle/@w:val") == ["SummaryBody"]
    assert len(find(lead, "../w:r")) > 1


def test_each_figure_is_an_invisible_content_control_named_after_its_indicator():
    controls = find(body(), "//w:p/w:sdt")
    names = ["主题党日次数", "心得体会篇数", "主题党日次数"]
    assert find(body(), "//w:sdt/w:sdtPr/w:tag/@w:val") == names
    assert find(body(), "//w:sdt/w:sdtPr/w:alias/@w:val") == names
    assert {control.find(f".//{W15}appearance").get(f"{W15}val") for control in controls} == {"hidden"}


def test_each_control_is_of_rich_text_and_a_bookmark_of_the_same_name_is_around_it():
    controls = find(body(), "//w:p/w:sdt")
    assert find(body(), "//w:sdt/w:sdtPr/w:text") == []
    around = [(each.getprevious(), each.getnext()) for each in controls]
    names = [start.get(f"{W}name") for start, _ in around]
    assert names == ["_主题党日次数_1", "_心得体会篇数_2", "_主题党日次数_3"]
    ids = [(start.get(f"{W}id"), end.get(f"{W}id")) for start, end in around]
    assert ids == [("1", "1"), ("2", "2"), ("3", "3")]
    assert {end.tag for _, end in around} == {f"{W}bookmarkEnd"}


def test_each_figure_is_one_run():
    assert {len(find(each, ".//w:r")) for each in find(body(), "//w:p/w:sdt")} == {1}


def test_the_ids_of_content_controls_are_unique():
    ids = find(body(), "//w:sdt/w:sdtPr/w:id/@w:val")
    assert len(set(ids)) == len(ids) == 3


def test_programs_that_do_not_know_the_appearance_may_ignore_it():
    root = body()
    assert "w15" in root.nsmap
    assert root.get(f"{MC}Ignorable") == "w15"


def test_a_missing_figure_says_its_name_and_is_highlighted_and_no_other_is():
    highlighted = find(body(), "//w:r[w:rPr/w:highlight]")
    assert [find(run, "w:t/text()") for run in highlighted] == [["〔待补：心得体会篇数〕"]]
    assert find(highlighted[0], "w:rPr/w:highlight/@w:val") == ["yellow"]


@pytest.mark.parametrize("style", ["HeadingTwo", "HeadingOne"])
def test_what_is_missing_in_a_heading_is_highlighted_and_the_rest_of_it_is_not(style: str):
    words = "（一）推进〔待补：年度主题〕和〔待补：主管领域〕"
    block = Heading(words) if style == "HeadingOne" else Paragraph((), lead=words)
    root = body(SUMMARY._replace(blocks=(block,)))
    at = f"//w:p[w:pPr/w:pStyle/@w:val='{style}']/w:r"
    runs = find(root, at if style == "HeadingOne" else f"//w:r[w:rPr/w:rStyle/@w:val='{style}']")
    marked = [("".join(find(run, "w:t/text()")), find(run, "w:rPr/w:highlight/@w:val")) for run in runs]
    assert marked == [
        ("（一）推进", []),
        ("〔待补：年度主题〕", ["yellow"]),
        ("和", []),
        ("〔待补：主管领域〕", ["yellow"]),
    ]


def test_what_is_missing_in_a_title_is_highlighted_wherever_the_title_stands():
    sheet = SUMMARY.attachments[0].sheet
    attachments = (Attachment(1, "〔待补：年度〕年清单", sheet),)
    title = f"〔待补：单位全称〕{UNIT}〔待补：年度〕年度基层党建工作总结"
    root = body(SUMMARY._replace(title=title, blocks=(), attachments=attachments))
    marked = find(root, "//w:r[w:rPr/w:highlight/@w:val='yellow']")
    assert ["".join(find(run, "w:t/text()")) for run in marked] == [
        "〔待补：单位全称〕",
        "〔待补：年度〕",
        "〔待补：年度〕",  # in 附件说明
        "〔待补：年度〕",  # above the attachment
    ]


def test_the_note_names_the_attachments_and_aligns_their_titles():
    root = body()
    lines = find(root, "//w:p[w:pPr/w:pStyle/@w:val='AttachmentNote']")
    assert texts(root, "AttachmentNote") == ["附件：1.重点项目清单", "2.重点任务立项分解表"]
    assert {tuple(find(line, "w:pPr/w:ind/@w:left")) for line in lines} == {(str(6 * 315),)}
    assert {tuple(find(line, "w:pPr/w:ind/@w:hanging")) for line in lines} == {(str(4 * 315),)}


def test_a_single_attachment_carries_no_number():
    root = body(SUMMARY._replace(attachments=(Attachment(1, "重点项目清单", PROJECTS),)))
    assert texts(root, "AttachmentNote") == ["附件：重点项目清单"]
    assert texts(root, "AttachmentMark") == ["附件"]


def test_without_attachments_and_signature_nothing_follows_the_text():
    root = body(plain("一段正文。"))
    assert texts(root, "AttachmentNote") == texts(root, "Signature") == []
    assert len(find(root, "w:body/w:p")) == 3  # title, empty line, paragraph


@pytest.mark.parametrize(
    ("unit", "date", "starts"),
    [
        (UNIT, "2022年12月30日", [11, 13]),  # 15 characters, so that 2 of 28 are left behind them
        ("某支部", "2022年12月30日", [17, 19]),  # the date is longer: 7 characters before the last 2
    ],
)
def test_the_date_starts_two_characters_right_of_the_signature(unit: str, date: str, starts: list[float]):
    root = body(plain("一段正文。", signature=(unit, date)))
    lefts = find(root, "//w:p[w:pPr/w:pStyle/@w:val='Signature']/w:pPr/w:ind/@w:left")
    assert [int(left) / 315 for left in lefts] == starts


def test_a_signature_stays_with_the_text_before_it():
    root = body(plain("一段正文。", signature=(UNIT, "2022年12月30日")))
    assert len(find(root, "w:body/w:p/w:pPr/w:keepNext")) == 3  # the text, the empty line, the unit


def test_characters_that_xml_cannot_hold_are_left_out():
    root = body(Summary("标\x0b题", (Paragraph((Number("名\x01称", "1\x02"),)),)))
    assert texts(root, "SummaryTitle") == ["标题"]
    assert find(root, "//w:tag/@w:val") == [tag("名\x01称")]
    assert find(root, "//w:sdt//w:t/text()") == ["1"]


def test_marks_of_xml_in_texts_are_kept_as_words():
    root = body(Summary("标题", (Paragraph((Number('"甲"<乙>&丙', "<1>"),)),)))
    assert find(root, "//w:tag/@w:val") == [tag('"甲"<乙>&丙')]
    assert find(root, "//w:sdt//w:t/text()") == ["<1>"]


def test_an_empty_line_separates_title_and_text():
    second = find(body(), "w:body/w:p")[1]
    assert find(second, ".//w:t") == []
