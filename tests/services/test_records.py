"""Reading what is kept, and finding the habit that a person means."""

from datetime import date

import pytest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, EntryHistory, Pause, State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.services.records import habit_called
from selfcare_app.services.workspace import Workspace

DAY = date(2026, 11, 23)


def test_habits_come_area_by_area_in_the_person_s_order(workspace: Workspace) -> None:
    for name, area in (("A", "support"), ("B", "movement"), ("C", "own words"), ("D", "movement")):
        workspace.journal.add_habit(Habit("", name, DAY, area))
    assert [habit.name for habit in workspace.records.habits()] == ["B", "D", "A", "C"]


def test_archived_habits_come_only_when_asked_for(workspace: Workspace) -> None:
    kept = workspace.journal.add_habit(Habit("", "Kept", DAY))
    away = workspace.journal.add_habit(Habit("", "Put away", DAY, archived=True))
    assert workspace.records.habits() == [kept]
    assert workspace.records.habits(archived=True) == [kept, away]
    assert workspace.records.habit(away.id) == away
    assert workspace.records.habit("nobody") is None


def test_a_new_pause_is_seen_at_once(workspace: Workspace) -> None:
    assert workspace.records.pauses() == []
    pause = Pause("p", None, DAY, DAY)
    workspace.journal.add_records("Pause", [pause])
    assert workspace.records.pauses() == [pause]


def test_a_day_without_anything_reads_as_empty(workspace: Workspace) -> None:
    assert workspace.records.entry("nobody", DAY) == Entry("nobody", DAY)
    assert workspace.records.check_in(DAY) == CheckIn(DAY)
    assert workspace.records.history("nobody") == EntryHistory()


def test_entries_are_read_by_habit_and_by_day(workspace: Workspace) -> None:
    sit = workspace.journal.add_habit(Habit("", "Sit", DAY))
    workspace.journal.log_entry(sit, DAY)
    done = Entry(sit.id, DAY, State.DONE)
    assert workspace.records.entries_of(sit.id) == [done]
    assert workspace.records.entries_between(sit.id, DAY, DAY) == [done]
    assert list(workspace.records.history(sit.id).days) == [DAY.toordinal()]


SIT = Habit("id-1", "Sit and breathe", DAY)
SIP = Habit("id-2", "Sip  tea", DAY)
SEE = Habit("id-3", "STRASSE", DAY, "movement")
ALSO_SEE = Habit("id-4", "Straße", DAY, "own words")
HABITS = [SIT, SIP, SEE, ALSO_SEE]


@pytest.mark.parametrize("text", ["Sit and breathe", "sit", " SIT  and\nbreathe ", "id-1"])
def test_a_habit_is_found_by_name_beginning_or_id(text: str) -> None:
    assert habit_called(HABITS, text) is SIT


def test_a_whole_name_goes_before_the_beginning_of_another() -> None:
    short = Habit("id-5", "Sit", DAY)
    assert habit_called([SIT, short], "sit") is short


def test_a_name_that_fits_several_lists_each_with_area_and_id() -> None:
    with pytest.raises(BadInput) as raised:
        habit_called(HABITS, "strasse")
    assert str(raised.value) == (
        "“strasse” fits several habits; use an id: "
        "STRASSE (Movement, id-3); Straße (own words, id-4)."
    )


@pytest.mark.parametrize("text", ["walk", "", "  "])
def test_a_name_that_fits_none_is_told(text: str) -> None:
    with pytest.raises(BadInput, match="There is no habit"):
        habit_called(HABITS, text)
