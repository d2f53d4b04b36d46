"""The width of text: a short cut by bytes gives what the East Asian width of each character says."""

import unicodedata

import pytest

from addin.word.wording import width


def by_character(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)


def test_every_character_is_as_wide_as_unicode_says() -> None:
    signs = [chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000]
    assert [sign for sign in signs if width(sign) != by_character(sign)] == []


@pytest.mark.parametrize("text", ["", "党建2022", "“一岗双责”—…", "€5 与 𠮷", "ＡＢ ab"])
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    assert width(text) == by_character(text)
