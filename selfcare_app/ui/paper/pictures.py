"""A chart on paper as the content of a file."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from selfcare_app.ui.paper.chart import ChartOnPaper

SCALE = 2
"""Pixels of a PNG for each logical one, so that it stays sharp in a document."""
_MARGIN = 16


def dots_per_inch() -> int:
    """Of the screen: with as many dots on paper, text is as large beside its chart as there."""
    screen = QGuiApplication.primaryScreen()
    return round(screen.logicalDotsPerInch())


def _whole_size(chart: ChartOnPaper) -> QSize:
    size = chart.size.toSize()
    return QSize(size.width() + 2 * _MARGIN, size.height() + 2 * _MARGIN)


def png_of(chart: ChartOnPaper) -> bytes:
    """The chart as a PNG picture."""
    size = _whole_size(chart)
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(QColor("white"))
    _paint(QPainter(image), chart)
    image.setText("Description", chart.words)
    return _written(lambda device: QImageWriter(device, QByteArray(b"png")).write(image))


def svg_of(chart: ChartOnPaper) -> bytes:
    """The chart as an SVG drawing."""
    size = _whole_size(chart)

    def draw(device: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(device)
        generator.setSize(size)
        generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
        generator.setResolution(dots_per_inch())
        generator.setTitle(chart.words)
        painter = QPainter(generator)
        painter.fillRect(0, 0, size.width(), size.height(), QColor("white"))
        _paint(painter, chart)

    return _written(draw)


def _paint(painter: QPainter, chart: ChartOnPaper) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(_MARGIN, _MARGIN)
    chart.paint(painter)
    painter.end()


def _written(write: Callable[[QBuffer], object]) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return bytes(content.data())
