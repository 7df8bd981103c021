"""Every change is one transaction that can be taken back, and is told once it is on disk."""

from collections.abc import Callable
from datetime import date

import pytest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause, State
from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.schedule import TimesPerWeek
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.value import replace
from selfcare_app.services import history
from selfcare_app.services.history import Change, History, Step
from selfcare_app.services.journal import Journal
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.db import StoreError
from tests.services.conftest import everything, no_room_left

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 24)


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit", TODAY))


@pytest.fixture
def walk(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(
        Habit(
            "",
            "Brisk walk",
            TODAY,
            kind=Kind.MEASURED,
            target=20,
            direction=Direction.AT_LEAST,
            unit="min",
        )
    )


@pytest.fixture
def coffee(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(
        Habit("", "Coffee", TODAY, kind=Kind.MEASURED, target=2, direction=Direction.AT_MOST)
    )


def heard_by(journal: Journal) -> list[Change]:
    heard: list[Change] = []
    journal.listen(heard.append)
    return heard


def test_logging_a_yes_no_habit_is_done(workspace: Workspace, sit: Habit) -> None:
    workspace.journal.log_entry(sit, TODAY)
    assert workspace.records.entry(sit.id, TODAY) == Entry(sit.id, TODAY, State.DONE)


def test_logging_a_measured_habit_without_a_value_logs_its_target(
    workspace: Workspace, walk: Habit
) -> None:
    workspace.journal.log_entry(walk, TODAY)
    assert workspace.records.entry(walk.id, TODAY) == Entry(walk.id, TODAY, State.DONE, 20)


def test_nothing_of_an_at_least_habit_is_not_done(workspace: Workspace, walk: Habit) -> None:
    workspace.journal.log_entry(walk, TODAY, 0)
    assert workspace.records.entry(walk.id, TODAY) == Entry(walk.id, TODAY, State.NOT_DONE, 0)


def test_nothing_of_an_at_most_habit_is_done(workspace: Workspace, coffee: Habit) -> None:
    workspace.journal.log_entry(coffee, TODAY, 0)
    assert workspace.records.entry(coffee.id, TODAY) == Entry(coffee.id, TODAY, State.DONE, 0)


def test_a_rest_takes_the_value_away_and_keeps_the_note(workspace: Workspace, walk: Habit) -> None:
    workspace.journal.log_entry(walk, TODAY, 5, "rain")
    workspace.journal.rest(walk, TODAY)
    kept = Entry(walk.id, TODAY, State.REST, note="rain")
    assert workspace.records.entry(walk.id, TODAY) == kept


def test_saying_that_it_was_not_done_is_kept(workspace: Workspace, sit: Habit) -> None:
    workspace.journal.mark_not_done(sit, TODAY, "long day")
    kept = Entry(sit.id, TODAY, State.NOT_DONE, note="long day")
    assert workspace.records.entry(sit.id, TODAY) == kept


def test_clearing_leaves_the_note_alone(workspace: Workspace, sit: Habit) -> None:
    workspace.journal.log_entry(sit, TODAY, note="by the window")
    workspace.journal.clear(sit, TODAY)
    assert workspace.records.entry(sit.id, TODAY) == Entry(sit.id, TODAY, note="by the window")
    workspace.journal.set_note(sit, TODAY, "")
    assert workspace.records.entries_of(sit.id) == []


def test_a_note_can_be_written_on_a_day_with_an_entry(workspace: Workspace, sit: Habit) -> None:
    workspace.journal.log_entry(sit, TODAY)
    workspace.journal.set_note(sit, TODAY, "quiet 🧘 שקט")
    kept = Entry(sit.id, TODAY, State.DONE, note="quiet 🧘 שקט")
    assert workspace.records.entry(sit.id, TODAY) == kept


def test_a_new_habit_gets_an_id_a_clean_name_and_the_last_place(workspace: Workspace) -> None:
    first = workspace.journal.add_habit(Habit("", "  Sit \n and  breathe ", TODAY))
    second = workspace.journal.add_habit(Habit("", "Sit and breathe", TODAY))
    assert (first.name, first.position, second.position) == ("Sit and breathe", 0, 1)
    assert first.id != second.id
    assert workspace.records.habits() == [first, second]


def test_a_check_in_is_kept_and_an_empty_one_takes_it_away(workspace: Workspace) -> None:
    check_in = CheckIn(TODAY, energy=3, note="tired, but calm")
    workspace.journal.check_in(check_in)
    assert workspace.records.check_in(TODAY) == check_in
    workspace.journal.check_in(CheckIn(TODAY))
    assert workspace.records.check_in(TODAY) == CheckIn(TODAY)
    assert everything(workspace) == []


LATER_ACTS: list[Callable[[Journal, Habit], object]] = [
    lambda journal, habit: journal.log_entry(habit, TOMORROW),
    lambda journal, habit: journal.rest(habit, TOMORROW),
    lambda journal, habit: journal.mark_not_done(habit, TOMORROW),
    lambda journal, habit: journal.clear(habit, TOMORROW),
    lambda journal, habit: journal.set_note(habit, TOMORROW, "x"),
    lambda journal, habit: journal.check_in(CheckIn(TOMORROW, energy=1)),
]
UNFITTING_ACTS: list[Callable[[Journal, Habit], object]] = [
    lambda journal, habit: journal.log_entry(habit, TODAY, 3),
    lambda journal, habit: journal.log_entry(habit, TODAY, note="x" * 100_001),
    lambda journal, habit: journal.check_in(CheckIn(TODAY, energy=6)),
    lambda journal, habit: journal.add_habit(replace(habit, name=" ")),
    lambda journal, habit: journal.add_habit(replace(habit, target=3)),
]


@pytest.mark.parametrize("act", LATER_ACTS)
def test_a_day_that_has_not_come_is_refused(
    workspace: Workspace, sit: Habit, act: Callable[[Journal, Habit], object]
) -> None:
    with pytest.raises(BadInput, match="has not come yet"):
        act(workspace.journal, sit)
    assert everything(workspace) == [sit]


@pytest.mark.parametrize("act", [*LATER_ACTS, *UNFITTING_ACTS])
def test_what_is_refused_changes_nothing_and_is_told_to_nobody(
    workspace: Workspace, sit: Habit, act: Callable[[Journal, Habit], object]
) -> None:
    heard = heard_by(workspace.journal)
    change = workspace.journal.history.next_undo
    with pytest.raises(BadInput):
        act(workspace.journal, sit)
    assert heard == []
    assert workspace.journal.history.next_undo is change
    assert everything(workspace) == [sit]


@pytest.mark.parametrize("value", [-1.0, float("inf"), float("nan"), 1e13])
def test_an_impossible_amount_is_refused(workspace: Workspace, walk: Habit, value: float) -> None:
    with pytest.raises(BadInput):
        workspace.journal.log_entry(walk, TODAY, value)
    assert workspace.records.entries_of(walk.id) == []


def test_listeners_hear_of_a_change_once_it_is_on_disk(
    workspace: Workspace, elsewhere: Workspace, sit: Habit
) -> None:
    seen: list[Entry] = []
    workspace.journal.listen(lambda _: seen.append(elsewhere.records.entry(sit.id, TODAY)))
    workspace.journal.log_entry(sit, TODAY)
    assert seen == [Entry(sit.id, TODAY, State.DONE)]


def test_a_change_says_what_it_was_on_which_day_and_what_it_changed(
    workspace: Workspace, sit: Habit
) -> None:
    heard = heard_by(workspace.journal)
    workspace.journal.log_entry(sit, YESTERDAY)
    done = Entry(sit.id, YESTERDAY, State.DONE)
    assert heard == [
        Change("“Sit” logged", YESTERDAY, (Step((Entry, sit.id, YESTERDAY), None, done),))
    ]


def test_nothing_is_recorded_or_told_when_nothing_changed(workspace: Workspace, sit: Habit) -> None:
    workspace.journal.log_entry(sit, TODAY)
    heard = heard_by(workspace.journal)
    before = workspace.journal.history.next_undo
    workspace.journal.log_entry(sit, TODAY)
    workspace.journal.clear(sit, YESTERDAY)
    workspace.journal.set_setting("Colours", "theme", None)
    assert heard == []
    assert workspace.journal.history.next_undo is before


def test_on_a_full_disk_rows_history_and_figures_stay_as_they_were(
    workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, YESTERDAY)
    before = everything(workspace)
    figures = workspace.statistics.of(sit)
    change = workspace.journal.history.next_undo
    heard = heard_by(workspace.journal)
    with no_room_left(workspace), pytest.raises(StoreError, match="disk is full"):
        workspace.journal.log_entry(sit, TODAY, note="x" * 50_000)
    assert heard == []
    assert workspace.journal.history.next_undo is change
    assert workspace.statistics.of(sit) is figures
    assert everything(workspace) == before
    workspace.journal.log_entry(sit, TODAY, note="x" * 50_000)
    assert workspace.records.entry(sit.id, TODAY).state is State.DONE


def test_an_import_is_kept_whole_or_not_at_all(workspace: Workspace) -> None:
    habit = Habit("h", "Imported", TODAY)
    stranger = Entry("nobody", TODAY, State.DONE)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        workspace.journal.add_records("Import", [habit, stranger])
    assert everything(workspace) == []
    entry, pause = Entry("h", TODAY, State.DONE), Pause("p", "h", TODAY, TODAY)
    workspace.journal.add_records("Import", [entry, habit, pause])
    assert everything(workspace) == [habit, pause, entry]
    workspace.journal.undo()
    assert everything(workspace) == []


def test_everything_can_be_taken_back_and_done_again(workspace: Workspace) -> None:
    journal = workspace.journal
    states = [everything(workspace)]

    def did() -> None:
        states.append(everything(workspace))

    sit = journal.add_habit(Habit("", "Sit", TODAY, schedule=TimesPerWeek(3)))
    did()
    journal.log_entry(sit, YESTERDAY, note="first")
    did()
    journal.rest(sit, YESTERDAY)
    did()
    journal.mark_not_done(sit, YESTERDAY)
    did()
    journal.clear(sit, YESTERDAY, note="")
    did()
    journal.set_note(sit, TODAY, "a note alone")
    did()
    journal.check_in(CheckIn(TODAY, mood=4))
    did()
    journal.set_setting("Colours", "theme", '"dark"')
    did()
    journal.add_records("Import", [replace(sit, name="Sit still"), Pause("p", None, TODAY, TODAY)])
    did()
    for expected in reversed(states[:-1]):
        assert journal.undo() is not None
        assert everything(workspace) == expected
    assert journal.undo() is None
    for expected in states[1:]:
        assert journal.redo() is not None
        assert everything(workspace) == expected
    assert journal.redo() is None


def test_undo_says_what_was_taken_back_and_tells_the_change_back(
    workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, TODAY)
    heard = heard_by(workspace.journal)
    change = workspace.journal.undo()
    assert change is not None
    assert (change.title, change.day) == ("“Sit” logged", TODAY)
    assert workspace.journal.redo() is change
    assert heard == [change.inverse(), change]


def test_after_something_new_what_was_taken_back_cannot_be_done_again(
    workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, TODAY)
    workspace.journal.undo()
    workspace.journal.rest(sit, YESTERDAY)
    assert workspace.journal.redo() is None


def test_what_was_changed_elsewhere_since_is_not_taken_back(
    workspace: Workspace, elsewhere: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, YESTERDAY)
    workspace.journal.log_entry(sit, TODAY)
    elsewhere.journal.rest(sit, TODAY)
    heard = heard_by(workspace.journal)
    with pytest.raises(KnownError, match=r"“Sit” logged.*changed elsewhere"):
        workspace.journal.undo()
    assert workspace.records.entry(sit.id, TODAY).state is State.REST
    assert heard == []
    assert workspace.journal.undo() is not None
    assert workspace.records.entry(sit.id, YESTERDAY).state is None


def test_what_was_changed_elsewhere_since_is_not_done_again(
    workspace: Workspace, elsewhere: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, TODAY)
    workspace.journal.undo()
    elsewhere.journal.rest(sit, TODAY)
    with pytest.raises(KnownError, match="changed elsewhere"):
        workspace.journal.redo()
    assert workspace.records.entry(sit.id, TODAY).state is State.REST
    assert workspace.journal.redo() is None


def test_a_failing_undo_can_be_tried_again(workspace: Workspace, sit: Habit) -> None:
    workspace.journal.log_entry(sit, TODAY, note="x" * 50_000)
    workspace.journal.clear(sit, TODAY, note="")
    change = workspace.journal.history.next_undo
    with no_room_left(workspace):
        workspace.database.row("PRAGMA query_only = ON")
        with pytest.raises(StoreError):
            workspace.journal.undo()
        workspace.database.row("PRAGMA query_only = OFF")
    assert workspace.journal.history.next_undo is change
    assert workspace.journal.undo() is change
    assert workspace.records.entry(sit.id, TODAY).state is State.DONE


def test_the_history_keeps_so_many_changes_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_CHANGES", 3)
    changes = [Change(str(number), None, ()) for number in range(5)]
    kept = History()
    for change in changes:
        kept.record(change)
    found = []
    while kept.next_undo is not None:
        found.append(kept.next_undo)
        kept.move_to_undone()
    assert found == changes[:1:-1]
    assert kept.next_redo is changes[2]


def test_a_row_says_when_it_was_changed(workspace: Workspace, sit: Habit) -> None:
    journal = workspace.journal
    journal._clock = lambda: 1234
    journal.check_in(CheckIn(TODAY, energy=1))
    assert workspace.database.row("SELECT modified_at FROM check_in") == (1234,)
    assert Setting("a", "1") not in everything(workspace)
