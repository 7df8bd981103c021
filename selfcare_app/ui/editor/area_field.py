"""The practice area of a habit: one of those there are, or a new one with a title and colour."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from selfcare_app.domain.area import Area, area_title, checked_area
from selfcare_app.domain.words import tr
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.editor.field import Field
from selfcare_app.ui.editor.pictures import ColourChoice
from selfcare_app.ui.icons import Icons, area_icon
from selfcare_app.ui.theme import Theme

NEW = ""
"""Stands for an area that is not kept yet."""


class AreaField(Field):
    """A box of the areas; the last line makes room for a new one."""

    def __init__(
        self,
        areas: Sequence[Area],
        theme: Theme,
        icons: Icons,
        parent: QWidget,
        *,
        new: bool = True,
    ) -> None:
        """`new` says whether an area can be made here."""
        super().__init__(tr("Practice area"), parent)
        self._theme, self._icons = theme, icons
        self.choice = Choice(self)
        self.choice.setAccessibleName(tr("Practice area"))
        for area in areas:
            self._add(area, self.choice.count())
        if new:
            self.choice.addItem(tr("New area…"), NEW)
        self.line.addWidget(self.choice)
        self.new = NewArea(theme, self)
        self.new.hide()
        self.column.addWidget(self.new)
        self.finish()
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.new.title.textChanged.connect(self.changed)
        self.new.colour.chosen.connect(self.changed)

    def show_key(self, key: str) -> None:
        """Choose the area with that key; one that is not known, such as from a file, is offered
        too."""
        index = self.choice.findData(key)
        if index < 0:
            index = 0
            self._add(Area(key, key, colour="slate"), index)
        self.choice.setCurrentIndex(index)

    @property
    def key(self) -> str:
        """The key of the area chosen; `NEW` for a new one."""
        return str(self.choice.currentData())

    @property
    def hue(self) -> str:
        """What its colour is asked for by."""
        return self.key or self.new.colour.value()

    def read(self) -> str:
        """The key of the area; raises BadInput for a new one without a title."""
        if self.key == NEW:
            self.new.area()
        return self.key

    def wrong_control(self) -> QWidget:
        """The new area's title."""
        return self.new.title

    def _add(self, area: Area, index: int) -> None:
        colour = self._theme.area(area.colour or area.key)
        icon = self._icons.icon(area_icon(area.key), colour)
        self.choice.insertItem(index, icon, area_title(area), area.key)

    def _on_chosen(self) -> None:
        self.new.setVisible(self.key == NEW)
        if self.key == NEW and self.choice.hasFocus():
            self.new.title.setFocus()
        self.changed.emit()


class NewArea(QFrame):
    """Title and colour of an area of one's own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "inset")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        words = QLabel(tr("Title and colour of the area"), self)
        words.setProperty("role", "second")
        self.title = QLineEdit(self)
        self.title.setAccessibleName(tr("Title of the area"))
        self.title.setPlaceholderText(tr("Family, sleep, learning…"))
        self.colour = ColourChoice(theme, self)
        self.colour.choose("slate")
        for part in (words, self.title, self.colour):
            column.addWidget(part)

    def show_area(self, area: Area) -> None:
        """Show title and colour of `area`."""
        self.title.setText(area.title)
        self.colour.choose(area.colour or "slate")

    def area(self) -> Area:
        """The area as typed, not kept yet; raises BadInput where it cannot be kept."""
        return checked_area(Area("", self.title.text(), colour=self.colour.value()))
