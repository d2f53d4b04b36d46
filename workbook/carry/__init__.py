"""A filled workbook's entries as the content of a new one: file → OldBook → Content."""

from workbook.carry.file import carry, read_old

__all__ = ["carry", "read_old"]
