"""The top of the Progress page: which habit, how far back, charts or table."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.ui.actions import key_words
from selfcare_app.ui.charts.span import Dates, Reach, Span
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.dates_row import DatesRow
from selfcare_app.ui.progress.elided_label import ElidedLabel
from selfcare_app.ui.progress.habit_list import HabitListModel
from selfcare_app.ui.progress.segments import Segments
from selfcare_app.ui.theme import Theme, font

SPANS = (Span.FOUR_WEEKS, Span.THREE_MONTHS, Span.YEAR, Span.ALL)
_ICON = 22


class HabitCombo(Choice):
    """The habits in a list that drops down."""

    def __init__(self, model: HabitListModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(tr("Habit, all practices or check-ins"))
        policy = Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(10)


class Heading(Value):
    """What stands at the top of the page; `hue` is what the icon's colour is asked for by, empty
    for the colour of text."""

    title: str
    plan: str
    icon: str
    hue: str
    editable: bool = False
    """Whether it can be edited, which only a habit can."""


class ProgressHeader(QWidget):
    """What the page is about; choices at the right, or below where it is narrow."""

    reach_chosen = Signal(object)
    """How far to look back: a Span, or two Dates."""
    table_wanted = Signal(bool)
    """Whether the table shall stand in for the charts."""
    row_chosen = Signal(int)
    """The row of the habit chosen in the combo box."""

    def __init__(self, model: HabitListModel, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._heading: Heading | None = None
        self._as_table = self._narrow = self._stacked = False
        self._icon = QLabel()
        self._name = ElidedLabel()
        self._plan = ElidedLabel()
        self._plan.setProperty("role", "second")
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.combo = HabitCombo(model)
        self.combo.activated.connect(self.row_chosen)
        self.combo.hide()
        titles = (tr("4 weeks"), tr("3 months"), tr("Year"), tr("All"), tr("Dates"))
        self.spans = Segments(titles, theme)
        self.spans.chosen.connect(self._on_span_chosen)
        self.dates = DatesRow()
        self.dates.chosen.connect(self.reach_chosen)
        self.dates.hide()
        self.table_button = QPushButton()
        self.table_button.setAutoDefault(False)
        self.table_button.clicked.connect(self._on_table_clicked)
        self.edit = QPushButton()
        self.edit.setProperty("role", "icon")
        self.edit.setAutoDefault(False)
        self.edit.setAccessibleName(tr("Edit habit"))
        self.edit.setToolTip(tr("Edit habit ({key})", key=key_words("Ctrl+E")))
        self._choices = QWidget()
        self._buttons = QWidget()
        self._lay_out_parts()
        self.take_fonts()
        self._dress_table_button()

    @property
    def title(self) -> str:
        """The name shown."""
        return self._name.text()

    @property
    def plan(self) -> str:
        """Schedule and cue, as shown."""
        return self._plan.text()

    def _lay_out_parts(self) -> None:
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(12)
        buttons.addWidget(self.table_button)
        buttons.addWidget(self.edit)
        self._pair = QGridLayout(self._choices)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(12)
        self._pair.addWidget(self.spans, 0, 0)
        self._pair.addWidget(self._buttons, 0, 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(self._icon, 0, 0)
        self._grid.addWidget(self._name, 0, 1)
        self._grid.addWidget(self.combo, 0, 0, 1, 2)
        self._grid.addWidget(self._choices, 0, 2)
        self._grid.addWidget(self._plan, 2, 1, 1, 2)
        self.answer.setContentsMargins(0, 4, 0, 0)
        self._grid.addWidget(self.dates, 3, 0, 1, 3)
        self._grid.addWidget(self.answer, 4, 0, 1, 3)
        self._grid.setColumnStretch(1, 1)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        self._name.setFont(font("page"))
        self._plan.setFont(font("caption"))
        self.answer.setFont(font("sentence"))
        for control in (self.combo, self.table_button):
            control.setFont(font("body"))
        self.dates.take_fonts()
        self.spans.take_fonts()
        for button in (self.table_button, self.edit):
            button.setMinimumHeight(self.spans.sizeHint().height())

    def show_heading(self, heading: Heading, answer: str) -> None:
        """Say what the page is about; `answer` is its sentence."""
        if heading != self._heading:
            self._heading = heading
            self._name.setText(heading.title)
            self._plan.setText(heading.plan)
            self.edit.setVisible(heading.editable)
            self._draw_icon()
        if answer != self.answer.text():
            self.answer.setText(answer)

    def set_compact(self, compact: bool) -> None:
        """Choose the habit here, in a combo box, instead of in a list beside the page."""
        self.combo.setVisible(compact)
        self._name.setVisible(not compact)
        self._icon.setVisible(not compact)
        self._grid.addWidget(self._plan, 2, 0 if compact else 1, 1, 3 if compact else 2)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Take the colours of `theme`."""
        self._theme, self._icons = theme, icons
        self.spans.set_theme(theme)
        self._dress_table_button()
        self._draw_icon()

    def show_table_chosen(self, as_table: bool) -> None:
        """Say on the button what a click would bring back."""
        self._as_table = as_table
        self._dress_table_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices into a row of their own where they leave too little for the name, and
        the table's button into another where even that is too narrow."""
        super().resizeEvent(event)
        beside = self._choices_width()
        stacked = self.width() < beside
        narrow = self.width() - beside < self.fontMetrics().averageCharWidth() * 30
        if stacked is not self._stacked:
            self._stacked = stacked
            place = (1, 0) if stacked else (0, 1)
            self._pair.addWidget(self._buttons, *place, Qt.AlignmentFlag.AlignLeft)
        if narrow is not self._narrow:
            self._narrow = narrow
            self._grid.removeWidget(self._choices)
            row = 1 if narrow else 0
            column, columns = (0, 3) if narrow else (2, 1)
            side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(self._choices, row, column, 1, columns, side)

    def _choices_width(self) -> int:
        """Of both choices side by side."""
        return self.spans.sizeHint().width() + 12 + self._buttons.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        """No wider than the ranges alone, which can have a row of their own."""
        return QSize(self.spans.sizeHint().width(), super().minimumSizeHint().height())

    def _draw_icon(self) -> None:
        if self._heading is not None:
            hue = self._heading.hue
            colour = self._theme.area(hue) if hue else QColor(self._theme.text)
            icon = self._icons.icon(self._heading.icon, colour, _ICON)
            self._icon.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))

    def _dress_table_button(self) -> None:
        name, words = "table", tr("Show as table")
        if self._as_table:
            name, words = "progress", tr("Show as charts")
        self.table_button.setText(f" {words}")
        self.table_button.setAccessibleName(words)
        self.edit.setIcon(self._icons.icon("edit", self._theme.text))
        self.table_button.setIcon(self._icons.icon(name, self._theme.text))

    def show_reach(self, reach: Reach) -> None:
        """Show which range was chosen."""
        if isinstance(reach, Dates):
            self.dates.show_dates(reach)
        else:
            self.spans.choose(SPANS.index(reach))

    def _on_span_chosen(self, number: int) -> None:
        own = number == len(SPANS)
        self.dates.setVisible(own)
        self.reach_chosen.emit(self.dates.dates if own else SPANS[number])

    def _on_table_clicked(self) -> None:
        self.table_wanted.emit(not self._as_table)
