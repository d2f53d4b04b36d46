"""The version of the template, written into every workbook built from it."""

VERSION = "1.0"  # older ones are read, newer ones are refused
