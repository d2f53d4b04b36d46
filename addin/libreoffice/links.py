"""Links in cells: a text field with an address."""

from __future__ import annotations

from typing import Any

from addin.libreoffice.change import Change


def link_of(cells: Any) -> str:
    """Return the address the first of `cells` links to; without a link raise as xlwings does for Excel."""
    fields = cells.getCellByPosition(0, 0).TextFields
    if not fields.Count:
        raise LookupError("The cell doesn't seem to contain a hyperlink!")
    return str(fields.getByIndex(0).URL)


def add_link(change: Change, cells: Any, address: str, text: str) -> None:
    """Make the first of `cells` show `text` as a link to `address`; #表!A1 leads to a cell."""
    cell = cells.getCellByPosition(0, 0)
    field = change.document.createInstance("com.sun.star.text.TextField.URL")
    field.URL, field.Representation = address, text
    change(cell.setString, "")
    change(cell.insertTextContent, cell.createTextCursor(), field, False)
