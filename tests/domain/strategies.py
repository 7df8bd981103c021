"""Habits, entries and pauses for the property tests, and short ways to write them down."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle

from hypothesis import strategies as st

from selfcare_app.domain.entry import Entry, EntryHistory, Pause, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.timeline import Timeline, build_timeline
from selfcare_app.domain.value import replace
from tests.domain.naive import Diary

TODAY = date(2015, 1, 25)
STATES = {"Y": State.DONE, "N": State.NOT_DONE, "R": State.REST, "P": None}
"""How a day is written in one letter; P is a note alone, a space is silence."""


def ago(days: int) -> date:
    """The day that many days before `TODAY`, a Sunday."""
    return TODAY - timedelta(days=days)


def at_least(target: float, schedule: Schedule = EVERY_DAY, created: date = TODAY) -> Habit:
    return Habit(
        "walk",
        "Walk",
        created,
        kind=Kind.MEASURED,
        schedule=schedule,
        target=target,
        direction=Direction.AT_LEAST,
        unit="min",
    )


def at_most(target: float, schedule: Schedule = EVERY_DAY, created: date = TODAY) -> Habit:
    return replace(at_least(target, schedule, created), direction=Direction.AT_MOST)


def yes_no(schedule: Schedule = EVERY_DAY, created: date = TODAY) -> Habit:
    return Habit("sit", "Sit and breathe", created, schedule=schedule)


def history_of(entries: Iterable[Entry]) -> EntryHistory:
    """The columns that the store would give for `entries`."""
    ordered = sorted(entries, key=lambda entry: entry.day)
    return EntryHistory(
        [entry.day.toordinal() for entry in ordered],
        [entry.state and entry.state.value for entry in ordered],
        [entry.value for entry in ordered],
    )


@dataclass(frozen=True)
class Case:
    """A habit with its entries by day, its pauses and the day looked at."""

    habit: Habit
    entries: dict[date, Entry] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    as_of: date = TODAY
    first_weekday: int = 1

    def timeline(self) -> Timeline:
        return build_timeline(
            self.habit,
            history_of(self.entries.values()),
            self.pauses,
            self.as_of,
            self.first_weekday,
        )

    def diary(self) -> Diary:
        return Diary(self.habit, self.entries, list(self.pauses), self.as_of, self.first_weekday)

    def with_entry(self, day: date, state: State | None, value: float | None = None) -> "Case":
        entry = Entry(self.habit.id, day, state, value)
        return replace(self, entries={**self.entries, day: entry})


def logged(habit: Habit, said: str, as_of: date = TODAY, first_weekday: int = 1) -> Case:
    """A yes/no case written in `STATES`, oldest day first, the last letter standing on `as_of`.
    The habit began with the first letter."""
    first = as_of - timedelta(days=len(said) - 1)
    entries = {
        (day := first + timedelta(days=index)): Entry(
            habit.id, day, STATES[letter], note="a word" if letter == "P" else ""
        )
        for index, letter in enumerate(said)
        if letter != " "
    }
    return Case(replace(habit, created=first), entries, (), as_of, first_weekday)


def amounts(habit: Habit, said: list[float | State | None], as_of: date = TODAY) -> Case:
    """A measured case, oldest day first, the last one standing on `as_of`; None is silence."""
    first = as_of - timedelta(days=len(said) - 1)
    case = Case(replace(habit, created=first), as_of=as_of)
    for index, value in enumerate(said):
        day = first + timedelta(days=index)
        if isinstance(value, State):
            case = case.with_entry(day, value)
        elif value is not None:
            case = case.with_entry(day, State.DONE if value else State.NOT_DONE, value)
    return case


day_schedules = st.just(EVERY_DAY) | st.builds(
    Weekdays, st.frozensets(st.integers(1, 7), min_size=1)
)
rolling_schedules = st.one_of(
    st.integers(1, 12).flatmap(
        lambda days: st.builds(TimesInDays, st.integers(1, days), st.just(days))
    ),
    st.builds(TimesInDays, st.integers(1, 5), st.sampled_from([28, 30, 31, 45])),
)
period_schedules = st.builds(TimesPerWeek, st.integers(1, 7)) | st.builds(
    TimesPerMonth, st.integers(1, 6) | st.integers(29, 31)
)
schedules = day_schedules | rolling_schedules | period_schedules
targets = st.sampled_from([0.0, 0.3, 1.0, 2.5, 6.0])
values = st.sampled_from([0.0, 0.1, 0.2, 0.3, 0.7, 1.0, 2.5, 3.0, 7.0])


@st.composite
def habits(draw: st.DrawFn, of: st.SearchStrategy[Schedule] = schedules) -> Habit:
    """Habits of all kinds, on the given schedules."""
    schedule = draw(of)
    created = ago(draw(st.integers(0, 130)))
    kind = draw(st.sampled_from([yes_no, at_least, at_most]))
    if kind is yes_no:
        return yes_no(schedule, created)
    return kind(draw(targets), schedule, created)


@st.composite
def cases(draw: st.DrawFn, of: st.SearchStrategy[Schedule] = schedules) -> Case:
    """Habits with entries before, on and after the day looked at; mostly kept, with lapses."""
    habit = draw(habits(of))
    as_of = ago(draw(st.integers(-3, 40)))
    fill = draw(st.sampled_from(["Y", "YYYN ", "YYR  N", " ", "YNR P"]))
    letters = draw(st.text(alphabet=fill, max_size=130))
    newest = draw(st.integers(-5, 40))
    done = cycle(draw(st.lists(values, min_size=1, max_size=15)) if habit.measured else [None])
    not_done = cycle([None, 0.0, 0.1] if habit.measured else [None])
    entries = {}
    for index, letter in enumerate(letters):
        day = ago(newest + index)
        value = next(done) if letter == "Y" else next(not_done) if letter == "N" else None
        if letter != " ":
            entries[day] = Entry(habit.id, day, STATES[letter], value)
    pauses = draw(st.lists(pauses_of(habit), max_size=2))
    return Case(habit, entries, tuple(pauses), as_of, draw(st.integers(1, 7)))


def pauses_of(habit: Habit) -> st.SearchStrategy[Pause]:
    def pause(habit_id: str | None, begin: int, length: int) -> Pause:
        return Pause("holiday", habit_id, ago(begin), ago(begin - length))

    return st.builds(
        pause,
        st.sampled_from([None, habit.id, "another"]),
        st.integers(-5, 90),
        st.integers(0, 40),
    )
