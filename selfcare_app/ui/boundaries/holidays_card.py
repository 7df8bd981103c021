"""Public holidays as days off: off until a country is chosen; nothing is loaded before."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import islice

from PySide6.QtCore import QEvent, QLocale, QObject
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.holidays import countries, regions
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.card import BoundaryCard, quiet_label
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.wording import short_day_words

MOST_SHOWN = 3
"""So many of the next holidays are told."""
_LOOKED_AHEAD = 366


class HolidaysCard(BoundaryCard):
    """Asks for a country and, where it has any, a region."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        about = tr("Taken off by themselves where you choose it. Nothing is looked up online.")
        super().__init__(tr("Public holidays"), about, workspace, parent)
        self.country, self.region = Choice(self), Choice(self)
        self.country.setAccessibleName(tr("Country whose public holidays are days off"))
        self.region.setAccessibleName(tr("Region"))
        self.country.installEventFilter(self)
        self.country.activated.connect(self._on_country)
        self.region.activated.connect(self._on_region)
        self.next = quiet_label("", self)
        self.column.addWidget(self.country)
        self.column.addWidget(self.region)
        self.column.addWidget(self.next)
        self.column.addStretch(1)
        self._filled = False
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen, and the next days that are off by it."""
        country, _, region = self._workspace.work.options.holiday_place().partition("-")
        if country:
            self._fill()
        self._show_country(country)
        self._show_regions(country, region)
        self._tell_next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn the countries when the person comes to choose one."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress):
            self._fill()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        if self._filled:
            return
        self._filled = True
        try:
            named = sorted((country_words(code), code) for code in countries())
        except KnownError as error:
            self.sentence.say(str(error))
            self.country.setEnabled(False)
            return
        self.country.clear()
        self.country.addItem(tr("None"), "")
        for name, code in named:
            self.country.addItem(name, code)

    def _show_country(self, code: str) -> None:
        if not self._filled:
            self.country.clear()
            self.country.addItem(tr("None"), "")
        self.country.setCurrentIndex(max(0, self.country.findData(code)))

    def _show_regions(self, country: str, region: str) -> None:
        found = regions(country) if country else {}
        self.region.setVisible(bool(found))
        self.region.clear()
        self.region.addItem(tr("The whole country"), "")
        for code, name in sorted(found.items(), key=lambda each: each[1]):
            self.region.addItem(name, code)
        self.region.setCurrentIndex(max(0, self.region.findData(region)))

    def _tell_next(self) -> None:
        today = self._workspace.work.today()
        coming = _next(self._workspace.work.options.holidays(), today)
        words = [
            tr("{day}: {name}", day=short_day_words(day, today), name=name) for day, name in coming
        ]
        self.next.setText("\n".join(words))
        self.next.setVisible(bool(words))

    def _on_country(self, number: int) -> None:
        self._choose(self.country.itemData(number) or "")

    def _on_region(self, number: int) -> None:
        region = self.region.itemData(number)
        country = self.country.currentData()
        self._choose(f"{country}-{region}" if region else country)

    def _choose(self, place: str) -> None:
        self.try_to(lambda: self._workspace.work.options.set_holiday_place(place))


def _next(holidays: Mapping[date, str], today: date) -> list[tuple[date, str]]:
    days = (today + timedelta(days=number) for number in range(_LOOKED_AHEAD))
    found = ((day, holidays.get(day)) for day in days)
    return list(islice(((day, name) for day, name in found if name), MOST_SHOWN))


def country_words(code: str) -> str:
    """The country with those two letters by its name, where Qt knows it."""
    territory = QLocale.codeToTerritory(code)
    if territory == QLocale.Country.AnyTerritory:
        return code
    return QLocale.territoryToString(territory)
