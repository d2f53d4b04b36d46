"""What rules rest on: titles as they are, what was verified, and numbers that change with the years."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

import addin.basis
from addin.basis import (
    COMMITTEE_STUDY_HOURS,
    CUSTOM,
    DUES_RATES,
    LOCAL,
    OWN,
    STUDY_HOURS,
    STUDY_PLAN_2024,
    UNVERIFIED,
    VERIFIED,
    Basis,
    Value,
    cite,
    in_force,
)
from addin.finding import ERROR
from addin.rule import Rule
from addin.rules import RULES

DEFAULTS = Path(__file__).parents[2] / "workbook" / "defaults"
ALL = {name: each for name, each in vars(addin.basis).items() if isinstance(each, Basis)}
REGULATIONS = {name: each for name, each in ALL.items() if each.title.startswith("《")}


def rows(name: str) -> list[dict[str, str]]:
    with (DEFAULTS / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_cites_a_basis_that_is_declared(rule: Rule) -> None:
    assert rule.basis in ALL.values()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_an_error_rests_on_what_was_verified_or_is_our_own_arithmetic(rule: Rule) -> None:
    assert rule.severity != ERROR or rule.basis.standing in (VERIFIED, OWN)


@pytest.mark.parametrize("row", rows("requirements"), ids=lambda row: row["编号"])
def test_a_requirement_is_an_error_only_where_its_basis_was_verified(row: dict[str, str]) -> None:
    assert row["级别"] != ERROR or (row["依据状态"] == VERIFIED and row["依据"])


@pytest.mark.parametrize("name", REGULATIONS)
def test_the_title_of_a_regulation_is_one_of_the_fixed_wordings(name: str) -> None:
    assert REGULATIONS[name].title in {row["正确写法"] for row in rows("wordings")}


@pytest.mark.parametrize("name", REGULATIONS)
def test_a_regulation_has_a_year_and_a_verified_one_the_place_where_it_was_read(name: str) -> None:
    each = REGULATIONS[name]
    assert each.year
    assert each.standing != VERIFIED or each.source.startswith("http")


def test_the_titles_of_the_requirements_are_fixed_wordings_too() -> None:
    titles = {row["依据"] for row in rows("requirements") if row["依据"].startswith("《")}
    assert titles <= {row["正确写法"] for row in rows("wordings")}


@pytest.mark.parametrize(
    ("standing", "written"),
    [
        (VERIFIED, "《甲》第一条"),
        (UNVERIFIED, "《甲》第一条（依据待核）"),
        (LOCAL, "《甲》第一条（地方要求）"),
    ],
)
def test_a_basis_says_where_it_is_not_verified(standing: str, written: str) -> None:
    assert str(Basis("《甲》", standing, article="第一条")) == written


def test_a_basis_without_a_title_says_what_it_is() -> None:
    assert cite(None, None, CUSTOM) == "惯例"


@pytest.mark.parametrize(
    ("day", "amount", "standing"),
    [
        (dt.date(2018, 12, 31), None, None),
        (dt.date(2019, 1, 1), 32, VERIFIED),
        (dt.date(2023, 12, 31), 32, VERIFIED),
        (dt.date(2024, 1, 1), 32, UNVERIFIED),
        (dt.date(2028, 12, 31), 32, UNVERIFIED),
        (dt.date(2029, 1, 1), None, None),
    ],
)
def test_the_hours_of_study_are_those_of_the_plan_in_force(
    day: dt.date, amount: int | None, standing: str | None
) -> None:
    held = in_force(STUDY_HOURS, day)
    assert (held and held.amount, held and held.basis.standing) == (amount, standing)


def test_a_number_holds_from_its_first_day_until_a_later_one_takes_its_place() -> None:
    plan = Basis("《乙》", VERIFIED, 2020)
    values = (Value(dt.date(2020, 1, 1), 1, plan), Value(dt.date(2021, 1, 1), 2, plan))
    amounts = [
        held and held.amount
        for held in (in_force(values, dt.date(year, 6, 1)) for year in (2019, 2020, 2022))
    ]
    assert amounts == [None, 1, 2]


def test_the_committee_studies_more_and_the_rates_rise() -> None:
    held = in_force(COMMITTEE_STUDY_HOURS, dt.date(2025, 1, 1))
    rates = in_force(DUES_RATES, dt.date(2025, 1, 1))
    assert held is not None and (held.amount, held.basis) == (56, STUDY_PLAN_2024)
    assert rates is not None and [rate for _, rate in rates.amount] == [0.5, 1.0, 1.5, 2.0]
