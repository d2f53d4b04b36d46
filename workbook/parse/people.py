"""People cells: names with any usual separator, remarks in brackets, 全体 and those left out of it."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from sys import intern
from typing import Any

from workbook.parse.reading import Around, Reading
from workbook.parse.text import NOT_NEEDED, NOTHING, SPLIT, nothing, tidy
from workbook.spec import Column
from workbook.values import OUTSIDE, People

_EVERYONE = re.compile(r"全体(?:党员)?(?:[（(]?除了?(.+?)(?:以外|之外|外)?[）)]?)?")
_NAME = re.compile(r"([^（）()]+?)\s*(?:[（(](.*)[）)])?")
_OTHERS = re.compile(r"(.+?)\s*等\s*\d*\s*(?:人|名|位)?\s*(?:同志|党员)?")
_BRACKET = re.compile(r"[（(]")
_SPACE = re.compile(r"\s+")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")

_USUAL = re.compile(
    r"[^\W\d_]{2,4}(?:（[^（）()]*）)?(?:、[^\W\d_]{2,4}(?:（[^（）()]*）)?)*"
)  # nearly every cell
_ENTRY = re.compile(r"([^、（]+)(?:（\s*([^（）]*?)\s*）)?、?")
_WORDS = re.compile(r"等|全体|外请|暂无|没有|除")

_WRITE_ALL = "把参加的人都写上；全体参加的写“全体”，有人没有参加的写“全体除张三、李四”"
_WRITE_NAMES = "这里填姓名，如“张三、李四”，或“全体”；不填人数"
_BOOLEAN = "这里是逻辑值 TRUE 或 FALSE，请改填姓名"


def people(raw: Any, column: Column, around: Around) -> Reading:
    """Read a people cell; 张三等5人 keeps the names there are, a number of people is not read."""
    if not isinstance(raw, str):
        return _no_text(raw)
    if _USUAL.fullmatch(raw) and not _WORDS.search(raw) and not (around.suffixed and "（" in raw):
        return Reading(_usual(raw))
    clean, form = tidy(raw)
    return nothing(clean, form) or _everyone(clean, form, around) or _named(clean, form, around)


def _usual(raw: str) -> People:
    """Read names parted by 、, each with or without a remark, the quick way."""
    if "（" not in raw:
        return People(tuple(map(intern, raw.split("、"))))
    pairs = _ENTRY.findall(raw)
    return People(tuple(intern(name) for name, _ in pairs), notes=tuple(pair for pair in pairs if pair[1]))


def _no_text(raw: Any) -> Reading:
    if isinstance(raw, bool):
        return Reading(None, "boolean", _BOOLEAN)
    return Reading(None, "empty_sign", NOT_NEEDED) if raw == 0 else Reading(None, "bad_people", _WRITE_NAMES)


def _everyone(clean: str, form: str, around: Around) -> Reading | None:
    found = _EVERYONE.fullmatch(clean)
    if not found:
        return None
    left_out = _named(found[1], form, around) if found[1] else Reading(People(), form)
    if left_out.value is None:
        return left_out
    value = People(everyone=True, without=left_out.value.names)
    return Reading(value, left_out.form, left_out.hint and f"改为“{value}”")


def _named(clean: str, form: str, around: Around) -> Reading:
    entries, untidy, others = _entries(clean)
    if not entries:
        return Reading(None, "empty_sign", NOT_NEEDED)
    if any(re.search(r"\d", _BRACKETS.sub("", entry)) for entry in entries):
        return Reading(None, "bad_people", _WRITE_NAMES)
    value = _people(entries, around)
    if others:
        return Reading(value, "and_others", _WRITE_ALL)
    form = untidy or form
    return Reading(value, form, f"改为“{value}”" if form else "")


def _entries(clean: str) -> tuple[list[str], str, bool]:
    """Return the entries of a cell, the form of what was wrong between or inside them, and an 等."""
    parts = [part.strip() for part in _outside_brackets(SPLIT, clean)]
    named = [found[1] if (found := _OTHERS.fullmatch(part)) else part for part in parts]
    entries = [entry for part in named for entry in _by_spaces(part) if entry not in NOTHING]
    others = named != parts
    if "、".join(parts) != re.sub(r"\s*、\s*", "、", clean) or "" in parts or len(entries) > len(parts):
        return entries, "separator", others
    return entries, "stray_space" if "、".join(entries) != clean else "", others


def _outside_brackets(pattern: re.Pattern[str], text: str) -> list[str]:
    """Split `text` where `pattern` matches, but never inside brackets."""
    if not _BRACKET.search(text):
        return pattern.split(text)
    shadow = _BRACKETS.sub(lambda found: "\0" * len(found[0]), text)
    cuts = [(0, 0), *(found.span() for found in pattern.finditer(shadow)), (len(text), len(text))]
    return [text[end:start] for (_, end), (start, _) in pairwise(cuts)]


def _by_spaces(part: str) -> list[str]:
    """Part an entry at its spaces; 张 三 is one name, 张三 李四 are two, and so are 张 三 李 四."""
    if not _SPACE.search(part):
        return [part] if part else []
    tokens = _outside_brackets(_SPACE, re.sub(r"\s+(?=[（(])", "", part))
    names: list[str] = []
    first = ""
    for single, run in groupby(filter(None, tokens), lambda token: len(token) == 1):
        letters = list(run)
        if not single:
            names += [first + letters[0], *letters[1:]]
            first = ""
        elif len(letters) > 1:
            names += _in_pairs(letters)
        elif names:
            names[-1] += letters[0]
        else:
            first = letters[0]
    return [*names, first] if first else names


def _in_pairs(letters: list[str]) -> list[str]:
    """Join single characters to names of two; the last name takes three where one would be left over."""
    ends = [*range(2, len(letters) - 1, 2), len(letters)]
    return ["".join(letters[start:end]) for start, end in pairwise([0, *ends])]


def _people(entries: list[str], around: Around) -> People:
    pairs = [_with_note(entry, around) for entry in entries]
    return People(tuple(name for name, _ in pairs), notes=tuple(pair for pair in pairs if pair[1]))


def _with_note(entry: str, around: Around) -> tuple[str, str]:
    """Return name and remark; guests (外请（单位）) and names of the roster keep their brackets."""
    whole = entry.replace("(", "（").replace(")", "）")
    found = _NAME.fullmatch(entry)
    if not found or whole in around.suffixed or found[1] == OUTSIDE:
        return whole, ""
    return found[1], (found[2] or "").strip()
