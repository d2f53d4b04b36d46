"""What a parser is given beside the raw cell, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

# Read as meant; the clean value can be written back.
SAFE = frozenset({
    "full_width", "stray_space", "text_date", "serial_date", "text_number", "unit_suffix", "separator",
    "empty_sign", "tick", "date_as_text", "merged_down",
})  # fmt: skip

# Not read, or not as far as it goes: a person has to look.
UNREADABLE = frozenset({
    "ambiguous_date", "bad_date", "bad_number", "merged_number", "error_cell", "uncached_formula",
    "number_as_date", "bad_deadline", "no_year", "and_others", "bad_people", "boolean", "type_clash",
})  # fmt: skip

BLANKING = frozenset({"empty_sign", "stray_space"})  # these may mean that the cell is to be empty
PARTIAL = frozenset({"and_others", "merged_number"})  # these keep a value, which is not the whole truth


class Reading(NamedTuple):
    """A value as read; `form` names what was noticed (empty: nothing), `hint` says what to type."""

    value: Any
    form: str = ""
    hint: str = ""

    @property
    def meant(self) -> Any:
        """Return what may be written back into the cell, or None where only a person knows."""
        if self.form in PARTIAL:
            return None
        return "" if self.value is None and self.form in BLANKING else self.value


class Around(NamedTuple):
    """What the reading of a cell depends on beside the cell itself.

    `suffixed` are the names of the roster that carry a suffix in brackets: 李伟（办）.
    """

    year: int | None = None
    date1904: bool = False
    options: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    suffixed: frozenset[str] = frozenset()
