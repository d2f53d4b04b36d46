"""A filled workbook's entries as the content of a new one: file → OldBook → Content."""

from workbook.carry.file import carry, carry_on, read_old

__all__ = ["carry", "carry_on", "read_old"]
