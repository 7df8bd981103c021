"""A chart of work hours in its frame; its table takes the place of the picture."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.boundaries.charts.shown import HoursShown
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.chart_table import ChartTable, SheetModel
from selfcare_app.ui.theme import Theme

_ROWS = 8
"""Of a table that are seen at once at the least."""


class HoursCard(ChartCard[HoursShown]):
    """One question about work hours."""

    def __init__(self, question: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(question, icons, parent)
        self.table: ChartTable | None = None
        """Made when it is first wanted."""
        self._sheets = SheetModel()
        self._body: QBoxLayout = self._column
        """In which the picture lies."""
        self.table_button.setCheckable(True)
        self.table_button.toggled.connect(self._on_table_toggled)

    @property
    def as_table(self) -> bool:
        """Whether the table is shown in place of the picture."""
        return self.table_button.isChecked()

    def _on_table_toggled(self, as_table: bool) -> None:
        assert self.shown is not None
        if self.table is None:
            self.table = ChartTable(self.shown.theme, self)
            self.table.setModel(self._sheets)
            self.table.setAccessibleName(self.question)
            stands = self._body.indexOf(self.picture or self.waiting)
            self._body.insertWidget(stands + 1, self.table, 1)
            QWidget.setTabOrder(self.take_button, self.table)
        self._dress(self.shown.theme)
        self._fill_table()
        for part in (self.picture or self.waiting, *self.lines):
            part.setVisible(not as_table)
        self.table.setVisible(as_table)
        if as_table:
            self.table.setFocus()

    def _fill_table(self) -> None:
        if self.table is not None and self.shown is not None:
            self._sheets.show_sheet(self.sheet(self.shown))
            self.table.fit_columns()
            rows = self.table.verticalHeader().defaultSectionSize() * _ROWS
            self.table.setMinimumHeight(max(self.least_height(), rows))

    def show_figures(self, shown: HoursShown) -> None:
        """Take other figures, in the table too."""
        super().show_figures(shown)
        self._fill_table()

    def catch_up(self) -> None:
        """Make the picture if there is none; behind the table it stays hidden."""
        super().catch_up()
        if self.as_table and self.picture is not None:
            self.picture.hide()

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        super().take_fonts()
        if self.table is not None:
            self.table.take_fonts()
            self._fill_table()

    def _ask(self, question: str) -> None:
        super()._ask(question)
        self.table_button.setAccessibleName(tr("Show “{question}” as table", question=question))

    def _dress(self, theme: Theme) -> None:
        super()._dress(theme)
        ink = theme.on_primary if self.as_table else theme.text
        self.table_button.setIcon(self._icons.icon("table", ink))
        if self.table is not None:
            self.table.set_theme(theme)
