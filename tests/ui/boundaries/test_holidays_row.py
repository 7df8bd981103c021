"""Public holidays: nobody's at first, then those of a country or region, chosen by name."""

import sys
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.setting import Setting
from selfcare_app.services.work_options import HOLIDAYS_KEY
from selfcare_app.ui.boundaries.holidays_row import HolidaysDialog, HolidaysRow, country_words
from selfcare_app.ui.boundaries.one_offs_card import OneOffsCard
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import LIGHT
from tests.services.office import Office

pytestmark = pytest.mark.usefixtures("in_britain")

CHRISTMAS = date(2026, 12, 25)


@pytest.fixture
def row(
    office: Office, icons: Icons, shown: Callable[[OneOffsCard], OneOffsCard]
) -> Iterator[HolidaysRow]:
    hours = parse_hours("9:00-18:00")[0]
    office.workspace.journal.set_work_hours(range(1, 6), hours, date(2026, 1, 1))
    # The card goes with the last that holds it, and its row with it.
    card = shown(OneOffsCard(office.workspace, LIGHT, icons))
    yield card.holidays


def opened(row: HolidaysRow) -> HolidaysDialog:
    row.choose.click()
    assert row.dialog is not None
    return row.dialog


def choose(form: HolidaysDialog, country: str, region: str | None = None) -> None:
    form.country.setCurrentIndex(form.country.findText(country))
    if region is not None:
        form.region.setCurrentIndex(form.region.findText(region))


def names(box: Choice) -> list[str]:
    return [box.itemText(place) for place in range(box.count())]


def in_this_order(texts: list[str], *wanted: str) -> bool:
    """Whether `wanted` are found among `texts`, one after the other."""
    return [text for text in texts if text in wanted] == list(wanted)


def test_at_first_they_are_days_like_any_other_and_nothing_is_loaded(
    row: HolidaysRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    row.refresh()
    assert row.whose.text().startswith("They are days like any other.")
    assert row.days == []


def test_those_of_a_region_are_chosen_by_name_and_the_next_three_are_named(
    office: Office, row: HolidaysRow
) -> None:
    form = opened(row)
    choose(form, "Germany", "Bayern")
    form.act.click()
    assert row.dialog is None
    assert office.work.options.holiday_place() == "DE-BY"
    assert row.whose.text() == "Those of Bayern, Germany are days off."
    assert [label.text() for label in row.days[::2]] == ["Fri 25 Dec", "Sat 26 Dec", "Fri 1 Jan"]
    assert all(label.text() for label in row.days)
    assert office.work.plan().on(CHRISTMAS).chosen_off
    office.workspace.journal.undo()
    row.refresh()
    assert row.days == []
    assert office.work.plan().on(CHRISTMAS).hours


def test_the_form_begins_with_the_country_that_the_computer_is_in(row: HolidaysRow) -> None:
    form = opened(row)
    assert form.country.currentText() == country_words("GB") != ""
    assert form.place == "GB"
    QLocale.setDefault(QLocale.c())
    form.reject()
    form = opened(row)
    assert form.place == ""
    assert not form.region.isVisible()


def test_a_country_is_found_by_typing_its_first_letters(row: HolidaysRow) -> None:
    form = opened(row)
    form.country.setFocus()
    QTest.keyClicks(form.country, "germ")
    assert form.country.currentText() == "Germany"
    assert form.region.isVisible()
    assert form.place == "DE"


def test_names_with_accents_stand_where_a_reader_of_the_language_looks(row: HolidaysRow) -> None:
    form = opened(row)
    choose(form, "Portugal")
    countries, regions = names(form.country), names(form.region)
    assert countries[0] == "Nobody’s"
    assert in_this_order(countries, "Afghanistan", "Åland Islands", "Albania")
    assert regions[0] == "The whole country"
    assert in_this_order(regions, "Coimbra", "Évora", "Faro")
    form.reject()
    QLocale.setDefault(QLocale("sv_SE"))
    assert names(opened(row).country)[-1] == "Åland Islands"


def test_what_is_chosen_stands_in_the_form_again_and_can_be_given_up(
    office: Office, row: HolidaysRow
) -> None:
    office.work.options.set_holiday_place("DE-Augsburg")
    row.refresh()
    assert row.whose.text() == "Those of Augsburg, Germany are days off."
    form = opened(row)
    assert form.place == "DE-Augsburg"
    choose(form, "Nobody’s")
    form.act.click()
    assert office.work.options.holiday_place() == ""
    assert row.days == []


def test_a_region_by_another_name_stays_what_it_is(office: Office, row: HolidaysRow) -> None:
    office.work.options.set_holiday_place("FR-GP")
    row.refresh()
    assert row.whose.text() == "Those of GP, France are days off."
    form = opened(row)
    assert form.region.currentText() == "GP"
    form.act.click()
    assert office.work.options.holiday_place() == "FR-GP"


def test_a_whole_country_can_be_chosen(office: Office, row: HolidaysRow) -> None:
    office.work.options.set_holiday_place("DE-BY")
    form = opened(row)
    choose(form, "Germany", "The whole country")
    form.act.click()
    assert row.whose.text() == "Those of Germany are days off."


def test_a_place_that_is_not_known_here_is_said_and_stays(office: Office, row: HolidaysRow) -> None:
    kept = Setting(HOLIDAYS_KEY, '"XX-YY"')
    office.workspace.journal.add_records("From another computer", [kept])
    row.refresh()
    assert row.whose.text() == "Those of “XX-YY” are not known on this computer."
    assert row.days == []
    form = opened(row)
    assert form.place == ""
    form.reject()
    assert office.work.options.holiday_place() == "XX-YY"


def test_without_the_package_the_page_says_what_is_needed(
    row: HolidaysRow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    card = row.parentWidget()
    assert isinstance(card, OneOffsCard)
    with qtbot.waitSignal(card.problem) as said:
        row.choose.setFocus()
        QTest.keyClick(row.choose, Qt.Key.Key_Space)
    assert "install selfcare[holidays]" in said.args[0]
    assert row.dialog is None


def test_when_it_cannot_be_kept_the_form_says_so_and_stays(
    office: Office, row: HolidaysRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = opened(row)
    choose(form, "Germany", "Bayern")
    monkeypatch.setitem(sys.modules, "holidays", None)
    form.act.click()
    assert "install selfcare[holidays]" in form.problem_of(form.country)
    assert form.isVisible()
    assert office.work.options.holiday_place() == ""
