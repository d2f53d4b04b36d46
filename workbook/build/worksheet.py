"""A worksheet whose rows can be given a height that still follows what is typed later."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet


class GrowingSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """XlsxWriter marks every height it writes as fixed by hand; rows set by `grow` stay automatic.

    Without any height LibreOffice shows wrapped text cut off, and with a fixed one Excel would no
    longer let the row grow. The pinned XlsxWriter has no other way; a test watches it.
    """

    def grow(self, row: int, height: float) -> None:
        """Give `row`, counted from 0, a height in points that is fitted again when it is edited."""
        self._growing: set[int] = getattr(self, "_growing", set())
        self._growing.add(row + 1)
        self.set_row(row, height)

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        if tag == "row" and dict(attributes)["r"] in getattr(self, "_growing", ()):
            attributes = [pair for pair in attributes if pair[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)
