"""The breathing guide leads, pauses, speaks, and logs what was done only if asked to."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.domain.breathing import Phase, Rhythm
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.services.settings import (
    BREATHE_IN_SECONDS,
    BREATHE_OUT_SECONDS,
    REDUCED_MOTION,
)
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.breathing import guide as guide_module
from selfcare_app.ui.breathing.guide import BreathingGuide
from selfcare_app.ui.breathing.pace import FRAME_MILLISECONDS
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK, LIGHT

MONDAY = date(2026, 11, 23)
Key = Qt.Key


class Seconds:
    """Seconds that stand until they are moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def breathe(workspace: Workspace) -> Habit:
    habit = Habit(
        "",
        "Sit and breathe",
        date(2026, 11, 1),
        kind=Kind.MEASURED,
        target=5,
        direction=Direction.AT_LEAST,
        unit="min",
    )
    return workspace.journal.add_habit(habit)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(guide_module, "announce", lambda widget, text: said.append(text))
    return said


@pytest.fixture
def guide(
    open_on: Callable[[], MainWindow], workspace: Workspace, breathe: Habit, seconds: Seconds
) -> BreathingGuide:
    made = BreathingGuide(open_on(), workspace, lambda: LIGHT, [breathe], None, seconds)
    made.begin()
    return made


def let_pass(guide: BreathingGuide, seconds: Seconds, passed: float) -> None:
    """Let the time go on in small steps, as it does on a screen."""
    until = seconds.now + passed
    while seconds.now < until:
        seconds.now = min(until, seconds.now + 0.25)
        guide.pace.tick()


def test_it_waits_for_the_person_and_leads_five_seconds_each_way(
    guide: BreathingGuide, seconds: Seconds, spoken: list[str]
) -> None:
    assert guide.ring.words == "Ready"
    seconds.now += 60
    assert guide.pace.seconds == 0
    QTest.keyClick(guide.run, Key.Key_Space)
    small = guide.ring.share
    assert guide.ring.words == "Breathe in"
    let_pass(guide, seconds, 4)
    assert guide.ring.share > small
    assert guide.ring.below == "5"
    let_pass(guide, seconds, 1)
    assert (guide.ring.words, guide.ring.share) == ("Breathe out", 1)
    let_pass(guide, seconds, 5)
    assert (guide.ring.words, guide.ring.share) == ("Breathe in", small)
    assert spoken == ["Breathe in", "Breathe out", "Breathe in"]
    assert guide.time.text() == "0:10"
    assert guide.ring.accessibleName() == "Breathe in"


def test_space_pauses_and_goes_on_where_the_breath_was(
    guide: BreathingGuide, seconds: Seconds, spoken: list[str]
) -> None:
    QTest.keyClick(guide.run, Key.Key_Space)
    let_pass(guide, seconds, 3)
    QTest.keyClick(guide.run, Key.Key_Space)
    assert (guide.ring.words, guide.run.text()) == ("Paused", "Go on")
    seconds.now += 600
    guide.pace.tick()
    assert (guide.pace.seconds, guide.pace.wakes_in) == (3, 0)
    QTest.keyClick(guide.run, Key.Key_Space)
    assert guide.ring.words == "Breathe in"
    let_pass(guide, seconds, 2)
    assert guide.ring.words == "Breathe out"
    assert spoken == ["Breathe in", "Paused", "Breathe in", "Breathe out"]


def test_with_reduced_motion_the_ring_stands_still_and_wakes_once_a_count(
    guide: BreathingGuide, workspace: Workspace, seconds: Seconds
) -> None:
    guide.options.still.click()
    assert workspace.settings.get(REDUCED_MOTION)
    guide.run.click()
    assert 900 < guide.pace.wakes_in <= 1001
    shares, counts = set(), []
    for _ in range(10):
        shares.add(guide.ring.share)
        counts.append((guide.ring.words, guide.ring.below))
        let_pass(guide, seconds, 1)
    assert shares == {1.0}
    assert counts == [
        *(("Breathe in", str(number)) for number in range(1, 6)),
        *(("Breathe out", str(number)) for number in range(1, 6)),
    ]
    guide.options.still.click()
    assert guide.pace.wakes_in == FRAME_MILLISECONDS


def test_other_seconds_are_kept_and_begin_a_new_breath(
    guide: BreathingGuide, workspace: Workspace, seconds: Seconds
) -> None:
    guide.run.click()
    let_pass(guide, seconds, 4)
    guide.options.seconds_in.setCurrentIndex(0)
    guide.options.seconds_in.activated.emit(0)
    guide.options.seconds_out.setCurrentIndex(4)
    guide.options.seconds_out.activated.emit(4)
    settings = workspace.settings
    chosen = Rhythm(settings.get(BREATHE_IN_SECONDS), settings.get(BREATHE_OUT_SECONDS))
    assert chosen == Rhythm(3, 7)
    assert (guide.ring.words, guide.ring.below) == ("Breathe in", "1")
    let_pass(guide, seconds, 3)
    assert guide.pace.breath.phase is Phase.OUT
    assert guide.pace.seconds == 7


def test_nothing_moves_while_nobody_can_see_it(guide: BreathingGuide, seconds: Seconds) -> None:
    guide.run.click()
    guide.hide()
    assert guide.pace.wakes_in == 0
    seconds.now += 30
    guide.show()
    assert guide.pace.wakes_in == FRAME_MILLISECONDS
    assert guide.time.text() == "0:30"


def test_what_was_done_is_logged_only_to_a_habit_that_is_picked(
    guide: BreathingGuide, workspace: Workspace, breathe: Habit, seconds: Seconds
) -> None:
    guide.run.click()
    seconds.now += 270
    guide.end_button.click()
    assert guide.ended
    assert guide.outcome.sentence.text() == "You breathed for 4.5 min."
    assert guide.outcome.button.text() == "Close"
    guide.outcome.choice.setCurrentIndex(1)
    assert guide.outcome.button.text() == "Log"
    guide.outcome.button.click()
    assert not guide.isVisible()
    assert workspace.records.entry(breathe.id, MONDAY).value == 4.5
    workspace.journal.undo()
    assert workspace.records.entry(breathe.id, MONDAY).empty


def test_unpicked_it_logs_nothing(
    guide: BreathingGuide, workspace: Workspace, breathe: Habit, seconds: Seconds
) -> None:
    guide.run.click()
    seconds.now += 270
    guide.end_button.click()
    guide.outcome.button.click()
    assert not guide.isVisible()
    assert workspace.records.entry(breathe.id, MONDAY).empty


def test_esc_offers_to_log_first_and_leaves_then(
    guide: BreathingGuide, workspace: Workspace, breathe: Habit, seconds: Seconds
) -> None:
    guide.run.click()
    seconds.now += 60
    QTest.keyClick(guide, Key.Key_Escape)
    assert guide.isVisible()
    assert guide.ended
    QTest.keyClick(guide, Key.Key_Escape)
    assert not guide.isVisible()
    assert workspace.records.entry(breathe.id, MONDAY).empty


def test_with_nothing_done_it_just_closes(guide: BreathingGuide) -> None:
    QTest.keyClick(guide, Key.Key_Escape)
    assert not guide.isVisible()


def test_minutes_that_cannot_be_kept_are_said_and_can_be_tried_again(
    guide: BreathingGuide, workspace: Workspace, breathe: Habit, seconds: Seconds
) -> None:
    guide.run.click()
    seconds.now += 120
    guide.end_button.click()
    guide.outcome.choice.setCurrentIndex(1)
    workspace.database.row("PRAGMA query_only = 1")
    guide.outcome.button.click()
    assert guide.isVisible()
    assert "read-only" in guide.problem.text()
    workspace.database.row("PRAGMA query_only = 0")
    guide.outcome.button.click()
    assert workspace.records.entry(breathe.id, MONDAY).value == 2


def test_a_choice_that_cannot_be_kept_is_said(guide: BreathingGuide, workspace: Workspace) -> None:
    workspace.database.row("PRAGMA query_only = 1")
    guide.options.still.click()
    workspace.database.row("PRAGMA query_only = 0")
    assert guide.problem.isVisible()
    assert not workspace.settings.get(REDUCED_MOTION)


def test_it_opens_by_key_and_from_the_menu_of_its_habit(
    open_on: Callable[[], MainWindow], workspace: Workspace, breathe: Habit, walk: Habit
) -> None:
    window = open_on()
    QApplication.processEvents()
    QTest.keyClick(window, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    first = window.findChild(BreathingGuide)
    assert first is not None
    assert [habit.name for habit in first.outcome.habits] == ["Sit and breathe", "Brisk walk"]
    assert first.outcome.choice.currentIndex() == 0
    first.reject()
    page = window.pages.today
    page.show_habit(breathe.id)
    action = next(
        action
        for action in window.all_actions.offered()
        if action.text() == "Breathe for this habit…"
    )
    action.trigger()
    second = next(each for each in window.findChildren(BreathingGuide) if each.isVisible())
    assert second.outcome.choice.currentText() == "Sit and breathe"
    second.reject()
    page.show_habit(walk.id)
    assert not action.offered


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("still", [True, False])
def test_it_is_painted_in_every_phase(
    open_on: Callable[[], MainWindow],
    workspace: Workspace,
    seconds: Seconds,
    qtbot: QtBot,
    still: bool,
    theme: object,
) -> None:
    workspace.settings.set(REDUCED_MOTION, still)
    made = BreathingGuide(open_on(), workspace, lambda: theme, [], None, seconds)  # type: ignore[arg-type, return-value]  # parametrised
    made.begin()
    made.grab()
    made.run.click()
    for _ in range(3):
        let_pass(made, seconds, 3)
        assert not made.ring.grab().isNull()
    made.end()
    assert not made.isVisible()
