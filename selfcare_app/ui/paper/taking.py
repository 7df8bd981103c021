"""Taking a chart along: as a picture, as its table, or by the clipboard."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer.csv_table import csv_table, safe_text
from selfcare_app.services.transfer.files import write_file
from selfcare_app.ui.paper.chart import ChartOnPaper
from selfcare_app.ui.paper.pictures import png_of, svg_of
from selfcare_app.ui.paper.place import ask_where, saved_words
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.shown import Sheet
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.wording import dated_words

LONGEST_NAME = 80
"""Characters of a file's name that is suggested."""


class Form(StrEnum):
    """What a chart can be taken along as; the value ends the name of its file."""

    PNG = "png"
    SVG = "svg"
    CSV = "csv"


def form_title(form: Form) -> str:
    """What the menu calls it."""
    return {
        Form.PNG: tr("Save as picture (PNG)…"),
        Form.SVG: tr("Save as drawing (SVG)…"),
        Form.CSV: tr("Save its table (CSV)…"),
    }[form]


def csv_of(sheet: Sheet) -> bytes:
    """The table of a chart as a CSV file."""
    rows = [sheet.columns, *sheet.rows]
    return csv_table([[safe_text(cell) for cell in row] for row in rows]).encode()


def name_of(title: str, form: Form) -> str:
    """A name for the file that every system takes."""
    kept = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in title)
    return f"{' '.join(kept.split())[:LONGEST_NAME].strip() or 'chart'}.{form}"


class ChartTaking(QObject):
    """Asks where to, and writes the file."""

    told = Signal(str)
    """A sentence about what was written."""
    problem = Signal(str)
    """A sentence about what could not be written, and what to do."""

    def __init__(
        self, parent: QWidget, paper: Callable[[], Theme], today: Callable[[], date]
    ) -> None:
        """`paper` gives the colours to draw in."""
        super().__init__(parent)
        self._parent, self._paper, self._today = parent, paper, today

    def offer(self, card: ChartCard[Any], about: str) -> QMenu:
        """Show a menu at the button of `card`, whose chart is about `about`."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form in Form:
            menu.addAction(form_title(form)).triggered.connect(partial(self.ask, card, about, form))
        menu.addAction(tr("Copy as picture")).triggered.connect(partial(self.copy, card, about))
        corner = card.take_button.rect().bottomLeft()
        menu.popup(card.take_button.mapToGlobal(corner))
        return menu

    def ask(self, card: ChartCard[Any], about: str, form: Form) -> None:
        """Ask where to save the chart of `card`, which is about `about`, in that form."""
        ask_where(
            self._parent,
            form_title(form).rstrip("…"),
            name_of(f"{about} - {card.question}", form),
            form,
            lambda path: self.save(card, about, form, path),
        )

    def save(self, card: ChartCard[Any], about: str, form: Form, path: Path) -> None:
        """Write the chart into the file at `path`, whole or not at all."""
        try:
            write_file(path, self._content(card, about, form))
        except KnownError as error:
            self.problem.emit(str(error))
            return
        self.told.emit(saved_words(path))

    def copy(self, card: ChartCard[Any], about: str) -> None:
        """Put the chart onto the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(QImage.fromData(self._content(card, about, Form.PNG)))
        self.told.emit(tr("Copied as a picture."))

    def _content(self, card: ChartCard[Any], about: str, form: Form) -> bytes:
        assert card.shown is not None
        if form is Form.CSV:
            return csv_of(card.sheet(card.shown))
        if card.stale or card.picture is None:
            card.catch_up()
        foot = tr("Selfcare, {date}", date=dated_words(self._today()))
        chart = ChartOnPaper(card, self._paper(), about, foot)
        return png_of(chart) if form is Form.PNG else svg_of(chart)
