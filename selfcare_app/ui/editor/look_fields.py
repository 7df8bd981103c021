"""What a habit looks like, and the day it starts: the parts that are seldom changed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.area import COLOURS
from selfcare_app.domain.days import EARLIEST_YEAR
from selfcare_app.domain.words import tr
from selfcare_app.ui.colours import nearest
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.editor.field import Field
from selfcare_app.ui.editor.pictures import ColourChoice, IconChoice, PictureChoice
from selfcare_app.ui.icons import HABIT_ICONS, Icons
from selfcare_app.ui.theme import LIGHT, Theme


class LookField(Field):
    """A colour or a drawing; what came from elsewhere stays as it is until another is chosen."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._kept: str | None = None
        self._shown = ""
        self.choice: PictureChoice

    def _take(self, choice: PictureChoice) -> None:
        self.choice = choice
        choice.choose("")
        self.line.addWidget(choice)
        self.finish()
        choice.chosen.connect(self.changed)

    def _show(self, kept: str | None, shown: str) -> None:
        self._kept = kept
        self.choice.choose(shown)
        self._shown = self.choice.value()

    def read(self) -> str | None:
        """What was chosen, None for the area's."""
        chosen = self.choice.value()
        return self._kept if chosen == self._shown else chosen or None

    def wrong_control(self) -> QWidget:
        """The choice."""
        return self.choice


class ColourField(LookField):
    """The habit's colour."""

    def __init__(self, theme: Theme, parent: QWidget, area_hue: Callable[[], str]) -> None:
        super().__init__(tr("Colour"), parent)
        self._take(ColourChoice(theme, self, area_hue))

    def show_colour(self, colour: str | None) -> None:
        """Show `colour`, or of one that is not of the set the nearest."""
        shown = colour or ""
        if shown and shown not in COLOURS:
            shown = nearest(shown, LIGHT.colours) or ""
        self._show(colour, shown)


class IconField(LookField):
    """The habit's icon."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        parent: QWidget,
        area_icon: Callable[[], str],
        hue: Callable[[], str],
    ) -> None:
        super().__init__(tr("Icon"), parent)
        self._take(IconChoice(theme, icons, self, area_icon, hue))

    def show_icon(self, icon: str | None) -> None:
        """Show `icon`, or the area's for one that is not ours."""
        self._show(icon, icon if icon in HABIT_ICONS else "")


class StartField(Field):
    """The day from which the habit counts."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(tr("Starts on"), parent)
        self.day = DayField(today, self)
        self.day.setAccessibleName(tr("Starts on"))
        self.day.setMinimumDate(QDate(EARLIEST_YEAR, 1, 1))
        self.line.addWidget(self.day)
        self.line.addStretch(1)
        self.finish()
        self.say_hint(tr("A day logged before it counts too: the habit then starts there."))
        self.day.dateChanged.connect(self.changed)

    def show_day(self, day: date) -> None:
        """Show `day`, also one before the earliest that can be chosen."""
        self.day.setMinimumDate(min(self.day.minimumDate(), QDate(day.year, day.month, day.day)))
        self.day.show_day(day)

    def read(self) -> date:
        """The day."""
        return self.day.day

    def wrong_control(self) -> QWidget:
        """The day."""
        return self.day
