"""Pages of a PDF, filled from the top: text, tables and charts, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from selfcare_app.ui.paper.chart import ChartOnPaper
from selfcare_app.ui.paper.pictures import dots_per_inch
from selfcare_app.ui.theme import Theme, font

MARGIN = 16.0
"""Around each page, in millimetres."""
GAP = 14.0
_CELL_GAP = 8.0
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class PaperPages:
    """Writes on one page after the other; all lengths are logical pixels, as on the screen."""

    def __init__(self, writer: QPdfWriter, theme: Theme, foot: str, most: int) -> None:
        """`foot` stands at the end of each page; no more than `most` are begun."""
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
                QPageLayout.Unit.Millimeter,
            )
        )
        writer.setResolution(dots_per_inch())
        writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
        self._writer, self._theme, self._foot, self._most = writer, theme, foot, most
        room = writer.pageLayout().paintRectPixels(writer.resolution())
        self.width, self._height = float(room.width()), float(room.height())
        self.number = 1
        self._top = 0.0
        self.painter = QPainter(writer)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @property
    def room(self) -> float:
        """How much of the page is left."""
        return self._height - self._foot_height() - self._top

    def fits(self, height: float) -> bool:
        """Whether there is still room for something that high, on this page or a next one."""
        return height <= self.room or self.number < self._most

    def finish(self) -> None:
        """End the last page."""
        self._write_foot()
        self.painter.end()

    def skip(self, height: float) -> None:
        """Leave some room."""
        self._top += min(height, max(0.0, self.room))

    def write(self, words: str, role: str, *, second: bool = False, bold: bool = False) -> None:
        """Write `words` over the whole width."""
        face = font(role, QFont.Weight.DemiBold if bold else None)
        high = self.height_of(words, face)
        self._make_room(high)
        self.painter.setFont(face)
        self.painter.setPen(QColor(self._theme.text_second if second else self._theme.text))
        self.painter.drawText(QRectF(0, self._top, self.width, high + 1), _WRAPPED, words)
        self._top += high

    def height_of(self, words: str, face: QFont) -> float:
        """How high `words` would stand over the whole width."""
        room = QRectF(0, 0, self.width, 100_000)
        return QFontMetricsF(face).boundingRect(room, _WRAPPED, words).height() + 3

    def table(
        self,
        columns: Sequence[str],
        shares: Sequence[float],
        rows: Sequence[Sequence[str]],
        numbers: frozenset[int],
    ) -> int:
        """Rows below each other, wrapped where they are long; columns take those `shares` of
        the width, and those in `numbers` stand at the right. The titles are repeated on each
        page. How many rows had no room any more."""
        plain, bold = font("caption"), font("caption", QFont.Weight.DemiBold)
        titled = 0
        for number, row in enumerate(rows):
            high = self._row_height(row, shares, plain)
            if not self.fits(high):
                return len(rows) - number
            self._make_room(high)
            if titled != self.number:
                titled = self.number
                self._row(columns, shares, numbers, bold)
                self._make_room(high)
            self._row(row, shares, numbers, plain)
        return 0

    def _row_height(self, cells: Sequence[str], shares: Sequence[float], face: QFont) -> float:
        metrics = QFontMetricsF(face)
        heights = [
            metrics.boundingRect(
                QRectF(0, 0, share * self.width - _CELL_GAP, 10_000), _WRAPPED, words
            ).height()
            for words, share in zip(cells, shares, strict=True)
        ]
        return max(heights) + 5

    def _row(
        self,
        cells: Sequence[str],
        shares: Sequence[float],
        numbers: frozenset[int],
        face: QFont,
    ) -> None:
        painter, high = self.painter, self._row_height(cells, shares, face)
        painter.setFont(face)
        left = 0.0
        for number, (words, share) in enumerate(zip(cells, shares, strict=True)):
            width = share * self.width
            side = Qt.AlignmentFlag.AlignRight if number in numbers else Qt.AlignmentFlag.AlignLeft
            painter.setPen(QColor(self._theme.text))
            place = QRectF(left, self._top + 2, width - _CELL_GAP, high)
            painter.drawText(place, side | Qt.TextFlag.TextWordWrap, words)
            left += width
        self._top += high
        painter.setPen(QPen(QColor(self._theme.grid), 1))
        bottom = round(self._top)
        painter.drawLine(0, bottom, round(self.width), bottom)

    def place(self, charts: Sequence[ChartOnPaper]) -> None:
        """Charts side by side, made smaller together where the page is not as high or wide."""
        wide = sum(chart.size.width() for chart in charts) + GAP * (len(charts) - 1)
        high = max(chart.size.height() for chart in charts)
        scale = min(1.0, self.width / wide)
        if scale * high > self.room and self.number < self._most:
            self.turn()
        scale = min(scale, self.room / high)
        left = 0.0
        for chart in charts:
            self.painter.save()
            self.painter.translate(left, self._top)
            self.painter.scale(scale, scale)
            chart.paint(self.painter)
            self.painter.restore()
            left += scale * (chart.size.width() + GAP)
        self._top += scale * high + GAP

    def turn(self) -> None:
        """Go on on a new page."""
        self._write_foot()
        self._writer.newPage()
        self.number += 1
        self._top = 0.0

    def _make_room(self, height: float) -> None:
        if height > self.room and self.number < self._most:
            self.turn()

    def _foot_height(self) -> float:
        return QFontMetricsF(font("caption")).height() + 8

    def _write_foot(self) -> None:
        painter = self.painter
        painter.setFont(font("caption"))
        painter.setPen(QColor(self._theme.text_second))
        high = self._foot_height()
        place = QRectF(0, self._height - high, self.width, high)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, bottom | Qt.AlignmentFlag.AlignLeft, self._foot)
        painter.drawText(place, bottom | Qt.AlignmentFlag.AlignRight, str(self.number))
