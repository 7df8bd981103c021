"""How wide the Today page's columns are, how high its rows, and how many days fit."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from selfcare_app.ui.today.delegate import BAND_WIDTH, TodayDelegate
from selfcare_app.ui.today.model import NAME_COLUMN, TodayModel
from selfcare_app.ui.today.state import GroupRow

FEWEST_DAYS = 7
PITCH = 25
"""Width of a day."""
WEEK_GAP = 10
"""Before each Monday."""
MONDAY = 0
CONTROL_WIDTH = 244
FIGURES_WIDTH = 124
NAME_WIDTH = 210
"""At least this much for names; they take whatever else is free."""
SMALLEST_NAME_WIDTH = 120


def days_that_fit(width: int, factor: float) -> int:
    """How many days a table of `width` pixels shows well: 7, 14 or 28; `factor` is the text
    size against the usual."""
    beside = (NAME_WIDTH + CONTROL_WIDTH + FIGURES_WIDTH) * factor
    for count in (28, 14):
        if width >= beside + count * PITCH * factor + count // 7 * WEEK_GAP:
            return count
    return FEWEST_DAYS


def size_columns(table: QTableView, model: TodayModel, cells: TodayDelegate) -> None:
    """Give every column of `table` its width by the text size that `cells` paint with."""
    factor = cells.fonts.factor
    cells.pitch = round(PITCH * factor)
    last = len(model.days)
    taken = 0
    for number, day in enumerate(model.days, start=1):
        width = round(BAND_WIDTH * factor) if number == last else cells.pitch
        if day.weekday() == MONDAY and 1 < number < last:
            width += WEEK_GAP
        table.setColumnWidth(number, width)
        taken += width
    control, figures = round(CONTROL_WIDTH * factor), round(FIGURES_WIDTH * factor)
    table.setColumnWidth(model.control_column, control)
    table.setColumnWidth(model.figures_column, figures)
    free = table.viewport().width() - taken - control - figures
    table.setColumnWidth(NAME_COLUMN, max(SMALLEST_NAME_WIDTH, free))


def size_rows(table: QTableView, model: TodayModel, cells: TodayDelegate) -> None:
    """Give every row of `table` its height by the fonts that `cells` paint with."""
    metrics, caption = QFontMetrics(cells.fonts.habit), QFontMetrics(cells.fonts.caption)
    habit_height = max(40, metrics.height() + caption.height() + 6)
    group_height = max(28, caption.height() + 10)
    for number, row in enumerate(model.rows):
        table.setRowHeight(number, group_height if isinstance(row, GroupRow) else habit_height)
