"""Building: tables and content become a workbook (XlsxWriter)."""

from workbook.build.book import build, sheet_count

__all__ = ["build", "sheet_count"]
