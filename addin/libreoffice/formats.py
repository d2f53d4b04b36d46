"""Number formats of a document: found or made by their code, and what kind of value they show."""

from __future__ import annotations

from typing import Any

from addin.libreoffice.office import Office

DATE, TIME, BOOLEAN = 2, 4, 1024  # bits of com.sun.star.util.NumberFormat
DAY, MOMENT, TRUTH = "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "BOOLEAN"
CLOCK, SPAN = "hh:mm:ss", "[hh]:mm:ss"  # a time of day, and hours that may be more than a day's
KINDS = {**dict.fromkeys((DAY, MOMENT, CLOCK, SPAN), DATE | TIME), TRUTH: BOOLEAN}
_LANGUAGES = 10_000  # formats of each language have keys of their own; a multiple of this is its General


class Formats:
    """The number formats of one document."""

    def __init__(self, office: Office, document: Any) -> None:
        self.formats = document.NumberFormats
        # codes are read as Excel's VBA reads them, whatever the language of the document
        self.english = office.struct("com.sun.star.lang.Locale", Language="en", Country="US")
        self._kinds: dict[int, int] = {}
        self._keys: dict[str, int] = {}

    def kind(self, key: int) -> int:
        """Return the bits that tell what kind of value the format shows."""
        if key not in self._kinds:
            self._kinds[key] = self.formats.getByKey(key).Type
        return self._kinds[key]

    def key(self, code: str) -> int:
        """Return the key of the format written `code`."""
        if code not in self._keys:
            found = self.formats.queryKey(code, self.english, False)
            self._keys[code] = self.formats.addNew(code, self.english) if found == -1 else found
        return self._keys[code]

    def code(self, key: int) -> str:
        """Return how the format is written."""
        return str(self.formats.getByKey(key).FormatString)


def key_of(cells: Any) -> int | None:
    """Return the key of the format all `cells` have, or None where they differ; UNO gives General then."""
    key = int(cells.NumberFormat)
    mixed = is_general(key) and cells.getPropertyState("NumberFormat").value == "AMBIGUOUS_VALUE"
    return None if mixed else key


def is_general(key: int) -> bool:
    """Tell whether a cell with this format shows a formula's result the way the formula suggests."""
    return key % _LANGUAGES == 0
