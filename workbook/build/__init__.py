"""Building: tables and content become a workbook (XlsxWriter)."""

from workbook.build.book import build

__all__ = ["build"]
