"""Whose public holidays are days off: nobody's, until a country is chosen."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import islice

from PySide6.QtCore import QCollator, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.work_options import WorkOptions
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.one_off_words import days_words
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.form import FormDialog, Sentence
from selfcare_app.ui.settings.section import help_label
from selfcare_app.ui.theme import give_font

NEXT_SHOWN = 3
"""How many of the holidays to come are named."""
_DAYS_AHEAD = 366


class HolidaysRow(QWidget):
    """Says whose holidays are taken, names the next ones, and has a button to choose."""

    problem = Signal(str)
    """A sentence about something that could not be done; nothing was changed."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.dialog: HolidaysDialog | None = None
        """The form, while it is open."""
        title = QLabel(tr("Public holidays"), self)
        give_font(title, "habit")
        self.choose = QPushButton(tr("Choose…"), self)
        self.choose.setAccessibleName(tr("Choose whose public holidays are days off"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._open)
        self.whose = help_label("", self)
        self.days: list[QLabel] = []
        """When the next ones are and what they are called, one after the other."""
        self._days = QGridLayout()
        self._days.setHorizontalSpacing(12)
        self._days.setVerticalSpacing(2)
        self._days.setColumnStretch(1, 1)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(title, 1)
        heading.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading)
        column.addWidget(self.whose)
        column.addLayout(self._days)

    def refresh(self) -> None:
        """Show what is chosen now."""
        work = self._workspace.work
        place, today = work.options.holiday_place(), work.today()
        holidays = work.options.holidays()
        self.whose.setText(_whose_words(place))
        days = (today + timedelta(days=number) for number in range(_DAYS_AHEAD))
        coming = list(islice((day for day in days if day in holidays), NEXT_SHOWN))
        self._show_days(coming, holidays, today)

    def _show_days(self, days: list[date], names: Mapping[date, str], today: date) -> None:
        for label in self.days:
            self._days.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.days = []
        for number, day in enumerate(days):
            for column, words in enumerate((days_words(day, day, today), names[day])):
                label = help_label(words, self)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(column == 1)
                self._days.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
                label.show()
                self.days.append(label)

    def _open(self) -> None:
        try:
            self.dialog = dialog = HolidaysDialog(self, self._workspace.work.options)
        except KnownError as error:
            self.problem.emit(str(error))
            return
        dialog.accepted.connect(self.refresh)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None


class HolidaysDialog(FormDialog):
    """Asks for a country and, where there is one, a region; keeps them when it is accepted."""

    def __init__(self, parent: QWidget, options: WorkOptions) -> None:
        """Raises BadInput where public holidays are not known on this computer."""
        # Known only to those who ask: it takes a moment, and most never will.
        from selfcare_app.services.holidays import countries

        named = {code: country_words(code) for code in countries()}
        super().__init__(parent, tr("Public holidays as days off"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._options = options
        self.country, self.region = Choice(self), Choice(self)
        self.country.addItem(tr("Nobody’s"), "")
        _offer_in_order(self.country, named)
        self.add_field(tr("Country"), self.country)
        self.add_field(tr("Region"), self.region)
        self.about = Sentence(self)
        self.about.say(tr("To find a country, type the first letters of its name."))
        self.column.addWidget(self.about)
        country, _, region = options.holiday_place().partition("-")
        here = country or QLocale.territoryToCode(QLocale().territory())
        self.country.setCurrentIndex(max(0, self.country.findData(here)))
        self._offer_regions()
        self._show_region(region)
        self.country.currentIndexChanged.connect(self._offer_regions)
        self.finish(tr("Save"), self.country)

    @property
    def place(self) -> str:
        """What is chosen, such as `DE-BY`; empty for nobody's."""
        country, region = self.country.currentData(), self.region.currentData()
        return f"{country}-{region}" if country and region else country

    def check(self) -> bool:
        """Whether it could be kept."""
        try:
            self._options.set_holiday_place(self.place)
        except KnownError as error:
            self.say_problem(self.country, str(error))
            return False
        return True

    def _offer_regions(self) -> None:
        from selfcare_app.services.holidays import regions_of

        country = self.country.currentData()
        regions = regions_of(country) if country else {}
        self.region.clear()
        self.region.addItem(tr("The whole country"), "")
        _offer_in_order(self.region, regions)
        self.form.setRowVisible(self.region, bool(regions))

    def _show_region(self, region: str) -> None:
        """Show the region with the code `region`, written in capitals; "" for all of them."""
        codes = [self.region.itemData(number) for number in range(self.region.count())]
        # One that has another name elsewhere, such as from the command line, stays as it is.
        if region not in map(str.upper, codes):
            self.region.addItem(region, region)
            codes.append(region)
        self.region.setCurrentIndex([code.upper() for code in codes].index(region))


def _offer_in_order(box: Choice, names: Mapping[str, str]) -> None:
    """Add `names`, by their codes, as a reader of the language looks for them: “Åland Islands”
    among those with A in English, after those with Z in Swedish."""
    collator = QCollator()
    for code, name in sorted(names.items(), key=lambda each: collator.sortKey(each[1])):
        box.addItem(name, code)


def country_words(code: str) -> str:
    """The name of the country with that ISO code."""
    return QLocale.territoryToString(QLocale.codeToTerritory(code))


def _whose_words(place: str) -> str:
    if not place:
        return tr("They are days like any other. Choose a country to have them off.")
    try:
        return tr("Those of {place} are days off.", place=place_words(place))
    except BadInput:
        return tr("Those of “{place}” are not known on this computer.", place=place)


def place_words(place: str) -> str:
    """A country or a region by name: “Bayern, Germany”; raises BadInput for an unknown one."""
    from selfcare_app.services.holidays import regions_of

    country, _, region = place.partition("-")
    named = {code.upper(): name for code, name in regions_of(country).items()}
    if not region:
        return country_words(country)
    return tr(
        "{region}, {country}", region=named.get(region, region), country=country_words(country)
    )
