"""The rules as a whole: codes, names, words, examples, and that none is forgotten."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from pathlib import Path

import pytest

import addin.rules
from addin.basis import UNVERIFIED
from addin.catalogue import cure
from addin.finding import ERROR, KINDS, SEVERITIES, SHORTFALL
from addin.rule import Rule
from addin.rules import RULES
from tests.rules.examples import EXAMPLES

CODES = Path(__file__).with_name("codes.txt")
CODE = re.compile(r"[A-Z]+-\d{3}")
LEAST = 45
ERRORS = [rule for rule in RULES if rule.severity == ERROR]
SHORTFALLS = [rule for rule in RULES if rule.kind == SHORTFALL]
# Words that would tell somebody to enter, complete or date afterwards what was not held.
INVENTING = re.compile(r"补(?:录|填|开|记|签|写|交|上|齐|办|做|登|课|会)|倒签|后补|凑|完善记录")
FILLED_IN = re.compile(r"〔[^〕]*〕|请|改法|[：，。“”]")
SHORTEST = 6  # characters a cure has besides what a message fills in
CHECKS = ("check", "validate", "test", "verify", "is", "has", "find")


def given() -> dict[str, tuple[str, bool]]:
    """Return every code ever given with its rule's name, and whether it was retired."""
    lines = [line.split(maxsplit=2) for line in CODES.read_text(encoding="utf-8").splitlines()]
    return {line[0]: (line[1], len(line) > 2) for line in lines if line[0] != "#"}


def words(rule: Rule) -> str:
    return rule.says + rule.why + rule.fix


def test_there_are_enough_rules() -> None:
    assert len(RULES) >= LEAST


def test_no_code_is_used_twice() -> None:
    assert [code for code, times in Counter(rule.code for rule in RULES).items() if times > 1] == []


def test_no_name_is_used_twice() -> None:
    assert [name for name, times in Counter(rule.name for rule in RULES).items() if times > 1] == []


def test_every_code_is_on_the_list_of_codes_with_its_name() -> None:
    living = {code: name for code, (name, retired) in given().items() if not retired}
    assert {rule.code: rule.name for rule in RULES} == living


def test_a_code_stands_on_the_list_once() -> None:
    lines = [line.split()[0] for line in CODES.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert len(lines) == len(set(lines))


def test_every_rule_of_every_module_is_gathered() -> None:
    modules = [
        importlib.import_module(f"addin.rules.{m.name}") for m in pkgutil.iter_modules(addin.rules.__path__)
    ]
    declared = {rule.code for module in modules for rule in vars(module).values() if isinstance(rule, Rule)}
    assert declared == {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_an_example_that_fires_and_one_that_does_not(rule: Rule) -> None:
    examples = [example for example in EXAMPLES if example.code == rule.code]
    assert examples
    assert all(example.flagged and example.right for example in examples)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_declared_as_rules_are(rule: Rule) -> None:
    assert CODE.fullmatch(rule.code)
    assert rule.kind in KINDS
    assert rule.severity in SEVERITIES
    assert rule.body.__doc__


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_name_is_the_fault_and_not_the_check(rule: Rule) -> None:
    assert rule.name.split("_")[0] not in CHECKS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_fault_reason_and_cure_are_sentences(rule: Rule) -> None:
    assert all(part.endswith("。") for part in (rule.says, rule.why, rule.fix))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_message_stays_short(rule: Rule) -> None:
    assert len(words(rule)) <= 150


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_message_invites_anybody_to_invent(rule: Rule) -> None:
    assert not INVENTING.search(words(rule))


@pytest.mark.parametrize("rule", ERRORS, ids=lambda rule: rule.code)
def test_an_error_never_rests_on_a_basis_nobody_verified(rule: Rule) -> None:
    assert rule.basis.standing != UNVERIFIED


@pytest.mark.parametrize("rule", SHORTFALLS, ids=lambda rule: rule.code)
def test_a_shortfall_never_blocks(rule: Rule) -> None:
    assert rule.severity != ERROR


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_cure_says_what_to_do_in_words_of_its_own(rule: Rule) -> None:
    assert len(FILLED_IN.sub("", cure(rule))) >= SHORTEST


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.cure], ids=lambda rule: rule.code)
def test_a_cure_for_the_catalogue_is_a_sentence_that_fills_nothing_in(rule: Rule) -> None:
    assert rule.cure.endswith("。")
    assert "{" not in rule.cure
    assert not INVENTING.search(rule.cure)
