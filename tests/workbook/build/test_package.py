import re

import pytest

from tests.workbook.build.built import HOME, blank, opened, package, parts, sample, script
from workbook.content import Content, content_of


@pytest.mark.parametrize("content", [blank, sample])
def test_built_twice_every_part_is_equal(content) -> None:
    assert parts(package(content())) == parts(package(content()))


@pytest.mark.parametrize(("name", "words"), [("党建台账.xlsm", ()), ("党建台账（示例）.xlsm", ("--sample",))])
def test_the_workbooks_in_the_tree_are_what_the_script_builds(tmp_path, name, words) -> None:
    assert script(*words, "-o", str(tmp_path / name)).returncode == 0
    made = parts((tmp_path / name).read_bytes())
    kept = parts((HOME / "workbook" / name).read_bytes())
    assert [part for part in made.keys() | kept.keys() if made.get(part) != kept.get(part)] == []


def test_the_blank_workbook_in_the_tree_names_no_year_and_no_unit() -> None:
    sheet = opened((HOME / "workbook" / "党建台账.xlsm").read_bytes())["基本信息"]
    stated = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=4) if row[1].value is not None}
    assert list(stated) == ["模板版本"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-无", "@某人", "{=A1}", "https://example.com", "＝1"])
def test_text_stays_text_whatever_it_looks_like(text) -> None:
    content = blank()
    content.of("activities").rows.append({"主题内容": text})
    sheet = opened(package(content))["活动台账"]
    cell = next(cell for cell in sheet[4] if cell.value == text)
    assert (cell.data_type, cell.hyperlink) == ("s", None)


def test_the_package_holds_no_time_of_its_making() -> None:
    core = parts(package(blank()))["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-\d{2}-\d{2}T[\d:]+Z", core)) == {"2022-01-01T00:00:00Z"}


def test_a_workbook_can_be_built_of_nothing() -> None:
    assert opened(package(Content()))["活动台账"]["A3"].value == "日期"


def test_more_rows_than_usual_take_their_drop_downs_along() -> None:
    content = content_of({"talks": [{"谈话人": "甲"}] * 2500})
    ranges = [str(r.sqref) for r in opened(package(content))["谈心谈话台账"].data_validations.dataValidation]
    assert "D4:D3003" in ranges
