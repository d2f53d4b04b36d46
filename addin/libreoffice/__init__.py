"""LibreOffice Calc as xlwings sees Excel: an engine over UNO, and the launcher behind the buttons."""
