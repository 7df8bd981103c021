"""How finely a chart sums up: by day, week, month, quarter or year."""

from collections.abc import Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.stretch import Grain
from selfcare_app.domain.words import tr
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.theme import give_font


def grain_title(grain: Grain) -> str:
    """What a choice calls that grain."""
    return {
        Grain.DAY: tr("by day"),
        Grain.WEEK: tr("by week"),
        Grain.MONTH: tr("by month"),
        Grain.QUARTER: tr("by quarter"),
        Grain.YEAR: tr("by year"),
    }[grain]


class BoardChoice(Choice):
    """A box on the board, which scrolls: the wheel is left to it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll on, whatever lies beneath the mouse."""
        event.ignore()


class GrainChoice(BoardChoice):
    """A box with the grains that a chart knows."""

    def __init__(self, name: str, grains: Sequence[Grain], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        for grain in grains:
            self.addItem(grain_title(grain), grain)
        give_font(self, "body")

    @property
    def grain(self) -> Grain:
        """The grain that is chosen."""
        return Grain(self.currentData())

    def choose(self, grain: Grain) -> None:
        """Choose that grain."""
        self.setCurrentIndex(self.findData(grain))
