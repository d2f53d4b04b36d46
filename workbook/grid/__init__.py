"""Files as plain data: a Grid a sheet, a Book a file. Behind this border nobody knows a file format."""

from workbook.grid.model import Book, Grid
from workbook.grid.opening import open_book

__all__ = ["Book", "Grid", "open_book"]
