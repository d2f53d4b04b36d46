"""Grid → Ledgers: reads every sheet, records what is unreadable, judges nothing."""

from workbook.read.whole import read

__all__ = ["read"]
