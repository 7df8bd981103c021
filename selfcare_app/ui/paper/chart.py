"""A chart as it stands on paper: its question, its answer and the picture, in light colours."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol, cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.value import replace
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.theme import Theme, font

_GAP = 8.0
_NARROWEST = 420.0
"""Narrower, a title would take too many lines."""


class OnPaper(Protocol):
    """What can paint itself elsewhere than on the screen: every picture and legend."""

    def paint_on(self, painter: QPainter, theme: Theme) -> None:
        """Paint all of it from the painter's origin on."""


@contextmanager
def _drawn_in(card: ChartCard[Any], theme: Theme) -> Iterator[None]:
    """Have the picture of `card` drawn in the colours of `theme` for a while."""
    shown: Any = card.shown
    card.draw(replace(shown, theme=theme))
    try:
        yield
    finally:
        card.draw(shown)


class ChartOnPaper:
    """Title, answer, legends and picture below each other, as wide as the picture is."""

    def __init__(
        self,
        card: ChartCard[Any],
        theme: Theme,
        about: str = "",
        foot: str = "",
        width: float | None = None,
    ) -> None:
        """`about` stands before the question, such as the name of a habit; `foot` at the end.

        The card must show something, and have its picture.
        """
        assert card.picture is not None
        self._card, self._theme, self._foot = card, theme, foot
        assert card.shown is not None
        said = card.sheet(card.shown)
        self._title = f"{about}: {said.question}" if about else said.question
        self._answer = said.answer if card.tells_answer else ""
        self._parts: list[QWidget] = [*card.lines, card.picture]
        self.width = width or max(_NARROWEST, *(float(part.width()) for part in self._parts))

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._title} {self._answer}".strip()

    @property
    def size(self) -> QSizeF:
        """How large it is, in logical pixels."""
        height = sum(self._text_height(*line) for line in self._lines())
        height += sum(part.height() + _GAP for part in self._parts)
        return QSizeF(self.width, height)

    def paint(self, painter: QPainter) -> None:
        """Paint it from the painter's origin on."""
        top = 0.0
        lines = self._lines()
        for words, face, colour in lines[:2]:
            top = self._write(painter, top, words, face, colour)
        with _drawn_in(self._card, self._theme):
            for part in self._parts:
                painter.save()
                painter.translate(0, top)
                painter.setClipRect(QRectF(0, 0, part.width(), part.height()))
                cast(OnPaper, part).paint_on(painter, self._theme)
                painter.restore()
                top += part.height() + _GAP
        for words, face, colour in lines[2:]:
            top = self._write(painter, top, words, face, colour)

    def _lines(self) -> list[tuple[str, QFont, str]]:
        return [
            (self._title, font("card"), self._theme.text),
            (self._answer, font("caption"), self._theme.text_second),
            (self._foot, font("caption"), self._theme.text_second),
        ]

    def _text_height(self, words: str, face: QFont, colour: str) -> float:
        if not words:
            return 0.0
        room = QRectF(0, 0, self.width, 10_000)
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        return QFontMetricsF(face).boundingRect(room, wrapped, words).height() + _GAP

    def _write(self, painter: QPainter, top: float, words: str, face: QFont, colour: str) -> float:
        """Where what follows begins."""
        high = self._text_height(words, face, colour)
        painter.setFont(face)
        painter.setPen(QColor(colour))
        place = QRectF(QPointF(0, top), QSizeF(self.width, high))
        painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, words)
        return top + high
