"""When was work planned to end, and when did it? The last weeks, a bar a day."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.hours import WEEKS, WorkDay
from selfcare_app.ui.boundaries.charts.card import HoursCard
from selfcare_app.ui.boundaries.charts.legend import HoursLegend
from selfcare_app.ui.boundaries.charts.shown import (
    HoursShown,
    answer_words,
    planned_words,
    times_words,
    verdict_words,
)
from selfcare_app.ui.boundaries.charts.side import SideColumn
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.grain_choice import BoardChoice
from selfcare_app.ui.progress.shown import Rows, Sheet
from selfcare_app.ui.theme import give_font, text_factor
from selfcare_app.ui.wording import minutes_words

_SIDE_WIDTH = 232
"""Of the column beside the chart, at the usual text size."""
_NARROWEST = 760
"""Below this width, at the usual text size, it stands beneath the chart."""


def title(weeks: int) -> str:
    """What the card is called for that many weeks."""
    return {
        4: tr("Planned and actual, last four weeks"),
        8: tr("Planned and actual, last eight weeks"),
        12: tr("Planned and actual, last twelve weeks"),
    }.get(weeks) or tr("Planned and actual, last half year")


def planned_sheet(shown: HoursShown) -> Sheet:
    """The days in words, and as a table, the latest first."""

    def row(day: WorkDay) -> tuple[str, ...]:
        overrun = day.worked.overrun
        return (
            shown.day_words(day.day),
            planned_words(day),
            times_words(day.started, day.ended),
            "" if overrun is None else minutes_words(overrun),
            tr("later") if day.late else verdict_words(day),
            ", ".join(day.worked.reasons),
        )

    def rows() -> Rows:
        return [row(day) for day in reversed(shown.weeks.telling)]

    columns = (
        tr("Day"),
        tr("Planned"),
        tr("Worked"),
        tr("Past the end"),
        tr("How it ended"),
        tr("Reasons"),
    )
    hint = tr("Click a day, or press Enter on it, to correct it.") if shown.weeks.telling else ""
    question = title(len(shown.weeks.weeks))
    return Sheet(question, answer_words(shown), columns, rows, frozenset({3}), hint)


class PlannedCard(HoursCard):
    """The chart, with the count and the later days beside it."""

    key = "planned"
    needs_library = True

    day_chosen = Signal(object)
    """A date that the person wants to correct; None where they have not said which."""
    weeks_chosen = Signal(int)
    """How many weeks the person wants to see."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(title(WEEKS[0]), icons, parent)
        # The column beside the picture gives the answer.
        self._answer.hide()
        self.legend = HoursLegend()
        self.lines.append(self.legend)
        self.choice = BoardChoice()
        self.choice.setAccessibleName(tr("Weeks"))
        self.choice.setSizeAdjustPolicy(BoardChoice.SizeAdjustPolicy.AdjustToContents)
        for weeks in WEEKS:
            self.choice.addItem(tr("{count} weeks", count=weeks), weeks)
        self.choice.currentIndexChanged.connect(
            lambda _: self.weeks_chosen.emit(self.choice.currentData())
        )
        give_font(self.choice, "body")
        self.add_tool(self.choice)
        self.table_button.setText(tr("Show as table"))
        self.table_button.setProperty("role", None)
        give_font(self.table_button, "body")
        self.side = SideColumn()
        self.side.correct_wanted.connect(lambda: self.day_chosen.emit(None))
        self._body = QHBoxLayout()
        self._body.setSpacing(24)
        self._column.removeWidget(self.waiting)
        self._column.addLayout(self._body, 1)
        self._body.addWidget(self.waiting, 1)
        self._body.addWidget(self.side)
        self._fit_picture()
        self._fit_side()

    def make_picture(self) -> QWidget:
        """The bars."""
        # Imported here because pyqtgraph, which it brings in, is slow to import.
        from selfcare_app.ui.boundaries.charts.planned_and_actual import PlannedAndActual

        self.chart = PlannedAndActual(self)
        self.chart.day_chosen.connect(self.day_chosen)
        # As they are read: the choice and the buttons above, the picture, what is beside it.
        parts = (self.choice, self.table_button, self.take_button, self.chart, self.side.correct)
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)
        return self.chart

    def draw(self, shown: HoursShown) -> None:
        """Draw the bars."""
        self.legend.show_signs(shown)
        self.chart.show_days(shown)
        self._fit_side()

    def show_figures(self, shown: HoursShown) -> None:
        """Take other figures; what is said in words is there at once."""
        super().show_figures(shown)
        self.side.show_days(shown)

    def sheet(self, shown: HoursShown) -> Sheet:
        """The days in words."""
        return planned_sheet(shown)

    def least_height(self) -> int:
        """As much as times of day, weekdays and dates need."""
        return max(self._tall, round(self._answer.fontMetrics().height() * 15))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the picture, or beneath it where it is narrow."""
        super().resizeEvent(event)
        self._fit_side()

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        super().take_fonts()
        self.legend.updateGeometry()
        self._fit_side()

    def _fit_side(self) -> None:
        factor = max(1.0, text_factor())
        beside = self.width() >= _NARROWEST * factor
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(way)
        wide = round(_SIDE_WIDTH * factor)
        self.side.setMinimumWidth(wide if beside else 0)
        self.side.setMaximumWidth(wide if beside else self.width())
        # The legend stands beside the title, or beneath it.
        stands_beside = self._heading.indexOf(self.legend) >= 0
        has_room = self._room_for_legend() >= 0
        if has_room and not stands_beside:
            self._column.removeWidget(self.legend)
            self._heading.insertWidget(1, self.legend, 0, Qt.AlignmentFlag.AlignVCenter)
        elif not has_room and (stands_beside or self._column.indexOf(self.legend) < 0):
            self._heading.removeWidget(self.legend)
            self._column.insertWidget(1, self.legend)

    def _room_for_legend(self) -> int:
        """Pixels that are left over where the legend stands beside the title in one line."""
        question = self._question.fontMetrics().horizontalAdvance(self._question.text())
        tools = (self.choice, self.table_button, self.take_button)
        parts = [question, self.legend.sizeHint().width(), *(t.sizeHint().width() for t in tools)]
        return self.width() - sum(parts) - 8 * len(parts) - 40
