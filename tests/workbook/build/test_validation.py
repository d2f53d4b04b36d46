import pytest

from tests.workbook.build.built import TABLES, TYPED, opened, sample_package
from workbook.build.validation import TEXT_LIMIT, TITLE_LIMIT, validation
from workbook.spec import DATE, NUMBER, PEOPLE, TEXT, Column, choice, reference

OFFERED = {"members": "党员花名册_姓名", "projects": "重点项目清单_编号"}
COLUMNS = [(table, column) for table in TABLES for column in table.sheet_columns]


@pytest.fixture(scope="module")
def validations():
    return [v for sheet in opened(sample_package()) for v in sheet.data_validations.dataValidation]


def test_prompts_stay_within_what_excel_takes(validations) -> None:
    prompts = [(v.promptTitle, v.prompt) for v in validations if v.prompt]
    assert len(prompts) > 80
    assert max(len(title) for title, _ in prompts) <= TITLE_LIMIT
    assert max(len(text) for _, text in prompts) <= TEXT_LIMIT


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda item: getattr(item, "key", item))
def test_no_help_is_cut_off(table, column) -> None:
    assert len(column.help) <= TEXT_LIMIT


def test_messages_stay_within_what_excel_takes(validations) -> None:
    errors = [(v.errorTitle, v.error) for v in validations if v.error]
    assert max(len(title) for title, _ in errors) <= TITLE_LIMIT
    assert max(len(text) for _, text in errors) <= TEXT_LIMIT


def test_nothing_a_person_types_is_ever_refused(validations) -> None:
    loud = [v for v in validations if v.showErrorMessage and v.type != "none"]
    assert {v.errorStyle for v in loud if v.error} == {"warning"}


def test_lists_are_names_never_long_strings(validations) -> None:
    assert [v.formula1 for v in validations if v.type == "list" and '"' in v.formula1] == []


def test_people_and_several_values_are_offered_without_a_complaint() -> None:
    for kind in (PEOPLE, choice("科室", several=True), reference("projects")):
        options = validation(Column("x", "某列", kind), OFFERED)
        assert options is not None
        assert (options["validate"], options["show_error"]) == ("list", False)


def test_a_reference_to_any_table_offers_no_list() -> None:
    assert validation(Column("x", "佐证", reference("any", several=True)), OFFERED) is None


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, None, {"criteria": ">=", "value": 0}),
        (0, 24, {"criteria": "between", "minimum": 0, "maximum": 24}),
        (2000, 2100, {"criteria": "between", "minimum": 2000, "maximum": 2100}),
    ],
)
def test_a_number_is_bounded_as_declared(low, high, expected) -> None:
    options = validation(Column("x", "数", NUMBER, low=low, high=high), OFFERED)
    assert options is not None
    assert expected.items() <= options.items()
    assert options["error_type"] == "warning"


def test_a_date_is_asked_for_as_a_warning() -> None:
    options = validation(Column("x", "日期", DATE), OFFERED)
    assert options is not None
    assert (options["validate"], options["error_type"]) == ("date", "warning")


def test_text_without_help_has_nothing_to_say() -> None:
    assert validation(Column("x", "备注", TEXT), OFFERED) is None


@pytest.mark.parametrize("table", TYPED, ids=lambda table: table.key)
def test_every_help_is_shown_where_it_is_needed(table) -> None:
    sheet = opened(sample_package())[table.sheet]
    prompts = {v.promptTitle: v.prompt for v in sheet.data_validations.dataValidation if v.prompt}
    expected = {column.title: column.help for column in table.sheet_columns if column.help}
    assert expected.items() <= prompts.items()
