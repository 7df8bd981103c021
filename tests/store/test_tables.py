"""Every record comes back from its table as it was kept."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfcare_app.domain.area import Area
from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, EntryHistory, Pause, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.hold import Hold, HoldKind
from selfcare_app.domain.instants import Moment, Span
from selfcare_app.domain.kept_by_log import KeptByLog
from selfcare_app.domain.notice import Fired
from selfcare_app.domain.record import Record, key_of
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.schedule import TimesInDays, Weekdays
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.timer import Timer
from selfcare_app.domain.value import replace
from selfcare_app.domain.workhours import DayHours, Interval, WeekdayHours
from selfcare_app.domain.worklog import Activity, WorkLog
from selfcare_app.store.db import Database
from selfcare_app.store.tables import MANY, Tables

DAY = date(2026, 11, 23)
SIT = Habit("sit", "Sit and breathe", DAY, cue="After coffee 🧘", notes="שלום")
WALK = Habit(
    "walk",
    "Brisk walk",
    date(2020, 2, 29),
    area="movement",
    kind=Kind.MEASURED,
    schedule=Weekdays(frozenset({1, 6})),
    target=20.5,
    direction=Direction.AT_MOST,
    unit="min",
    colour="#3F7BDD",
    icon="walk",
    position=1,
    archived=True,
    origin="loop:1f0c",
)
RECORDS: list[Record] = [
    SIT,
    WALK,
    Entry("sit", DAY, State.DONE, note="a 😀 day"),
    Entry("sit", date(1990, 1, 1), State.REST),
    Entry("walk", DAY, State.NOT_DONE, 0.000001),
    Entry("walk", date(2026, 11, 24), note="a note alone"),
    Pause("holiday", None, DAY, date(2026, 12, 6), "by the sea"),
    Pause("ankle", "walk", date(2026, 1, 1), date(2026, 1, 1)),
    CheckIn(DAY, energy=1, mood=None, strain=5, note="long"),
    Area("garden", "The garden 🌱", 100, "moss"),
    Reminder("evening", "sit", 20 * 60 + 15, frozenset({1, 7})),
    Timer("walk", DAY, 90.5, 1_795_000_000_000),
    Timer("sit", DAY, 0.0),
    Setting("theme", '"dark"'),
]
WORK_RECORDS: list[Record] = [
    WeekdayHours(5, DAY, (Interval(540, 780), Interval(1320, 1800))),
    WeekdayHours(6, DAY),
    DayHours(DAY, (Interval(0, 1439),), "late"),
    DayHours(date(2026, 12, 24), note="by the sea"),
    WorkLog(
        DAY,
        Moment(1_795_000_000, 60),
        Moment(1_795_030_000, -330),
        Moment(1_795_030_001),
        ("client crisis", "notes 😀"),
        (1_795_020_000, 1_795_020_300),
        ("One breath",),
        "call back",
    ),
    WorkLog(date(1990, 1, 1), tomorrow="rest"),
    Activity(DAY, Moment(1, 60), Moment(9, 120), (Span(2, 4), Span(5, 8))),
    Activity(date(2026, 11, 24), Moment(1), Moment(1)),
    Hold("one", HoldKind.SESSION, Moment(1, 60), Moment(3_000, 60)),
    Hold("two", HoldKind.PAUSE, Moment(2), Moment(9_000_000)),
    Fired(DAY, "end", 1_795_000_000, True),
    Fired(DAY, "past_end:1", 1_795_000_000, False),
    KeptByLog("sit", DAY, State.DONE),
    KeptByLog("walk", DAY, State.NOT_DONE),
]

TABLES = {
    Habit: "habit",
    Entry: "entry",
    Pause: "pause",
    CheckIn: "check_in",
    Setting: "setting",
    Area: "area",
    Reminder: "reminder",
    Timer: "timer",
    WeekdayHours: "weekday_hours",
    DayHours: "day_hours",
    WorkLog: "work_log",
    Activity: "activity",
    Hold: "hold",
    Fired: "fired",
    KeptByLog: "kept_by_log",
}


@pytest.fixture
def tables(database: Database) -> Tables:
    kept = Tables(database)
    with database.writing():
        kept.save_all([*WORK_RECORDS, *RECORDS], 1)
    return kept


@pytest.mark.parametrize(
    "record", [*RECORDS, *WORK_RECORDS], ids=lambda record: str(key_of(record)[0])
)
def test_a_record_comes_back_as_it_was_kept(tables: Tables, record: Record) -> None:
    assert tables.find_all([key_of(record)]) == {key_of(record): record}


def test_everything_is_found_by_its_keys_at_once(tables: Tables) -> None:
    records = [*RECORDS, *WORK_RECORDS]
    assert tables.find_all(map(key_of, records)) == {key_of(record): record for record in records}


def test_work_days_are_listed_in_order(tables: Tables) -> None:
    work = tables.work
    assert work.everything() == [
        *WORK_RECORDS[:4],
        *WORK_RECORDS[5:3:-1],
        *WORK_RECORDS[6:],
    ]
    assert work.logs.between(DAY, DAY) == [WORK_RECORDS[4]]
    assert work.activity.between(DAY, DAY) == [WORK_RECORDS[6]]
    assert work.holds.since(3_000) == [WORK_RECORDS[9]]
    assert work.fired.since(DAY) == WORK_RECORDS[10:12]
    assert work.fired.since(date(2026, 11, 24)) == []


def test_what_was_never_kept_is_not_found(tables: Tables) -> None:
    strangers: list[Record] = [
        replace(SIT, id="nobody"),
        Entry("sit", date(2000, 1, 1)),
        Pause("none", None, DAY, DAY),
        CheckIn(date(2000, 1, 1)),
        Setting("nothing", "1"),
        WeekdayHours(1, DAY),
        DayHours(date(2000, 1, 1)),
        WorkLog(date(2000, 1, 1)),
        Activity(date(2000, 1, 1), Moment(1), Moment(1)),
        Fired(DAY, "start", 1, True),
        Hold("nobody", HoldKind.PAUSE, Moment(1), Moment(2)),
        KeptByLog("nobody", DAY, State.DONE),
    ]
    assert tables.find_all(map(key_of, strangers)) == {}


@pytest.mark.parametrize(
    "record", [*RECORDS[2:], *WORK_RECORDS], ids=lambda record: str(key_of(record)[0])
)
def test_a_removed_record_is_gone_but_its_row_says_when(tables: Tables, record: Record) -> None:
    with tables.database.writing():
        tables.remove_all([record], 99)
    assert tables.find_all([key_of(record)]) == {}
    assert record not in [
        *tables.habits.all(),
        *tables.entries.of("sit"),
        *tables.entries.of("walk"),
        *tables.pauses.all(),
        *tables.check_ins.all(),
        *tables.settings.all(),
        *tables.work.everything(),
    ]
    marked = f"SELECT modified_at FROM {TABLES[type(record)]} WHERE deleted"
    assert list(tables.database.rows(marked)) == [(99,)]


def test_a_removed_habit_is_gone_and_can_come_back(tables: Tables) -> None:
    with tables.database.writing():
        tables.remove_all([SIT], 2)
    assert tables.habits.all() == [WALK]
    assert tables.habits.find("sit") is None
    with tables.database.writing():
        tables.save_all([SIT], 3)
    assert tables.habits.all() == [SIT, WALK]


def test_words_of_a_removed_record_are_not_kept(tables: Tables) -> None:
    with tables.database.writing():
        tables.remove_all([*RECORDS[2:], *WORK_RECORDS], 2)
    for table in ("entry", "pause", "check_in", "day_hours"):
        assert set(tables.database.rows(f"SELECT note FROM {table}")) == {("",)}
    words = "SELECT reasons || steps || tomorrow FROM work_log"
    assert set(tables.database.rows(words)) == {("[][]",)}
    assert set(tables.database.rows("SELECT away FROM activity")) == {("[]",)}


@pytest.mark.parametrize(
    "record", [*RECORDS, *WORK_RECORDS], ids=lambda record: str(key_of(record)[0])
)
def test_a_row_is_marked_as_changed_later_than_before_even_by_a_clock_that_was_set_back(
    tables: Tables, record: Record
) -> None:
    changed = f"SELECT modified_at FROM {TABLES[type(record)]} WHERE modified_at > 1"
    marks = []
    for clock in (2_000, 3_000, 1_000, 4_000):
        for change in (tables.save_all, tables.remove_all):
            with tables.database.writing():
                change([record], clock)
            # Of no other row.
            [(mark,)] = tables.database.rows(changed)
            marks.append(mark)
    assert marks == [2_000, 2_001, 3_000, 3_001, 3_002, 3_003, 4_000, 4_001]


def test_saving_again_writes_over_the_row(tables: Tables) -> None:
    changed = replace(SIT, name="Sit", position=7)
    with tables.database.writing():
        tables.save_all([changed], 5)
    assert tables.habits.find("sit") == changed
    assert tables.database.row("SELECT modified_at FROM habit WHERE id = 'sit'") == (5,)


def test_lists_come_in_the_person_s_order(tables: Tables) -> None:
    assert tables.habits.all() == [SIT, WALK]
    assert [pause.id for pause in tables.pauses.all()] == ["ankle", "holiday"]
    assert [entry.day for entry in tables.entries.of("sit")] == [date(1990, 1, 1), DAY]
    assert tables.check_ins.all() == [RECORDS[8]]
    assert tables.settings.all() == [RECORDS[-1]]


def test_entries_between_two_days_hold_both_ends(tables: Tables) -> None:
    assert tables.entries.between("walk", DAY, date(2026, 11, 24)) == RECORDS[4:6]
    assert tables.entries.between("walk", date(2026, 11, 25), date(2027, 1, 1)) == []


def test_a_history_is_columns_with_the_oldest_day_first(tables: Tables) -> None:
    assert tables.entries.history("sit") == EntryHistory(
        (date(1990, 1, 1).toordinal(), DAY.toordinal()), ("rest", "done"), (None, None)
    )
    assert tables.entries.history("nobody") == EntryHistory()


def test_many_days_of_one_habit_are_found_together(tables: Tables) -> None:
    days = [date.fromordinal(DAY.toordinal() + offset) for offset in range(MANY * 2)]
    entries = [Entry("sit", day, State.DONE) for day in days]
    with tables.database.writing():
        tables.save_all(entries[::2], 1)
    found = tables.find_all(map(key_of, entries))
    assert list(found.values()) == entries[::2]


def test_entries_find_their_habit_in_whatever_order_they_come(database: Database) -> None:
    with database.writing():
        Tables(database).save_all([Entry("sit", DAY, State.DONE), SIT], 1)
    assert Tables(database).entries.find("sit", DAY) == Entry("sit", DAY, State.DONE)


READABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=99)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    name=READABLE,
    note=READABLE,
    value=st.floats(0, 1e12),
    day=st.dates(),
    state=st.sampled_from([*State, None]),
    times=st.integers(1, 9),
)
def test_any_text_day_and_amount_comes_back(
    database: Database,
    name: str,
    note: str,
    value: float,
    day: date,
    state: State | None,
    times: int,
) -> None:
    habit = replace(WALK, name=name, notes=note, target=value, schedule=TimesInDays(times, 9))
    entry = Entry("walk", day, state, value, note)
    tables = Tables(database)
    with database.writing():
        tables.save_all([habit, entry], 1)
    assert tables.habits.find("walk") == habit
    assert tables.entries.find("walk", day) == entry
