"""The tables behind the charts: the days one by one, and what each chart sums up."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.records import Records
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.progress.card import ChartCard, F, Figures
from selfcare_app.ui.progress.chart_table import ChartTable, SheetModel
from selfcare_app.ui.progress.day_table import DayTableModel
from selfcare_app.ui.progress.questions.year import YearCard, dates_of_year
from selfcare_app.ui.progress.shown import Shown
from selfcare_app.ui.theme import MARGIN, Theme, give_font

DAYS = "days"
"""The key of the table that holds the days of the range one by one."""


class ChartTables(QWidget):
    """One table at a time, chosen by its question."""

    def __init__(self, records: Records, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Figures | None = None
        self._cards: dict[str, ChartCard[Any]] = {}
        self.days = DayTableModel(records)
        self.sheets = SheetModel()
        self.choice = Choice()
        self.choice.setAccessibleName(tr("Table"))
        self.choice.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(18)
        self.choice.addItem(tr("Day by day"), DAYS)
        self.choice.currentIndexChanged.connect(lambda _: self._show())
        give_font(self.choice, "body")
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.setProperty("role", "second")
        give_font(self.answer, "caption")
        card = QFrame(self)
        card.setProperty("role", "card")
        self.table = ChartTable(theme, card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, MARGIN)
        column.addWidget(card)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.choice)
        head.addWidget(self.answer, 1)
        inside.addLayout(head)
        inside.addWidget(self.table, 1)

    def choose(self, key: str) -> None:
        """Choose the table of that chart."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))

    @property
    def key(self) -> str:
        """The key of the chart whose table stands there, or `days`."""
        return str(self.choice.currentData())

    @property
    def model(self) -> QAbstractTableModel:
        """What the table shows."""
        return self.days if self.key in (DAYS, YearCard.key) else self.sheets

    def show_figures(self, shown: F, cards: Sequence[ChartCard[F]]) -> None:
        """Show other figures; `cards` are the charts that have something to say of them."""
        self._shown = shown
        self._offer(cards)
        self._show()

    def _offer(self, cards: Sequence[ChartCard[F]]) -> None:
        """Offer the tables of those charts, and keep the one that is chosen."""
        if list(self._cards) == [card.key for card in cards]:
            return
        key = self.key
        self._cards = {card.key: card for card in cards}
        self.choice.blockSignals(True)
        self.choice.clear()
        if isinstance(self._shown, Shown):
            self.choice.addItem(tr("Day by day"), DAYS)
        for card in cards:
            self.choice.addItem(card.question, card.key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))
        self.choice.blockSignals(False)

    def _show(self) -> None:
        card = self._cards.get(self.key)
        sheet = None
        if card is not None:
            sheet = card.sheet(self._shown)
        self.answer.setText(sheet.answer if sheet else "")
        if isinstance(self._shown, Shown) and self.model is self.days:
            reach = self._shown.reach
            if isinstance(card, YearCard):
                reach = dates_of_year(self._shown, card.year)
            self.days.show_days(self._shown.progress.statistics, reach)
        elif sheet is not None:
            self.sheets.show_sheet(sheet)
        if self.table.model() is not self.model:
            self.table.setModel(self.model)
        self.table.setAccessibleName(self.choice.currentText())
        self.table.fit_columns()

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        self.table.take_fonts()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.table.set_theme(theme)
