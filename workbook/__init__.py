"""The workbook: what its tables are, how it is built and how it is read. Knows no law and no Word."""
