"""`selfcare today`: what is planned and done on a day.

The command that is called most, perhaps from a prompt: it reads that day alone, and more
only for habits that count weeks, months or rolling windows.
"""

from argparse import Namespace
from datetime import date
from itertools import groupby

from selfcare_app.commands.output import columns_of, one_line, padded, say, say_json
from selfcare_app.commands.places import opened
from selfcare_app.domain.amount import MILLION, format_amount
from selfcare_app.domain.area import area_title
from selfcare_app.domain.days import month_start_of, parse_day, week_start_of
from selfcare_app.domain.entry import Entry, EntryHistory
from selfcare_app.domain.habit import Habit, target_text
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek
from selfcare_app.domain.timeline import (
    FREE,
    FREE_KEPT,
    FREE_PARTLY,
    KEPT,
    NOT_KEPT,
    OPEN,
    PARTLY,
    REST,
    Timeline,
    build_timeline,
)
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace

LONGEST_MONTH = 31


class HabitOnDay:
    """One habit on the day that was asked about."""

    def __init__(self, workspace: Workspace, habit: Habit, day: date) -> None:
        self.habit = habit
        number = day.toordinal()
        begin = _first_day_needed(habit, number, workspace.settings.first_weekday())
        entries = workspace.records.entries_between(habit.id, date.fromordinal(begin), day)
        logged_today = entries[-1:] if entries and entries[-1].day == day else []
        self.entry = logged_today[0] if logged_today else Entry(habit.id, day)
        timeline = build_timeline(habit, _columns(entries), workspace.records.pauses(), day)
        self.mark = timeline.mark_on(number)
        self.so_far = _so_far(timeline, begin)
        self.kept = self.mark in (KEPT, FREE_KEPT)
        self.covered = self.kept
        if isinstance(habit.schedule, TimesInDays):
            # Imported here because few habits need it.
            from selfcare_app.domain.coverage import covered_days

            self.covered = covered_days(timeline).endswith(b"\x01")

    @property
    def planned(self) -> bool:
        """Whether the schedule asks for this very day."""
        any_day = isinstance(self.habit.schedule, TimesPerWeek | TimesPerMonth | TimesInDays)
        return not any_day and self.mark in (KEPT, PARTLY, NOT_KEPT, OPEN)

    def as_json(self) -> dict[str, object]:
        """What `--json` says of it."""
        return {
            "id": self.habit.id,
            "name": self.habit.name,
            "area": self.habit.area,
            "planned": self.planned,
            "state": self.entry.state and str(self.entry.state),
            "value": self.entry.value,
            "target": self.habit.target,
            "unit": self.habit.unit,
            "kept": self.kept,
            "covered": self.covered,
            "note": self.entry.note,
        }

    def in_words(self) -> str:
        """What the day is for it, its amount, and how its week or month goes."""
        parts = [_word(self.mark, self.covered, self.planned), self._amount(), self._period()]
        return " · ".join(filter(None, [*parts, one_line(self.entry.note)]))

    def _amount(self) -> str:
        habit, value = self.habit, self.entry.value
        if not habit.measured or (value is None and not self.planned):
            return ""
        if value is None:
            return target_text(habit)
        if not self.planned:
            return f"{format_amount(value)} {habit.unit or ''}".strip()
        words = tr("{value} of at most {target}") if habit.at_most else tr("{value} of {target}")
        return words.format(value=format_amount(value), target=target_text(habit))

    def _period(self) -> str:
        match self.habit.schedule:
            case TimesPerWeek(times):
                words = tr("{count} of {times} this week")
            case TimesPerMonth(times):
                words = tr("{count} of {times} this month")
            case _:
                return ""
        asked = target_text(self.habit) if self.habit.measured else times
        return words.format(count=self.so_far, times=asked)


def today(arguments: Namespace) -> int:
    """Tell what is planned and done today, or on the day that was asked about."""
    with opened(arguments) as workspace:
        now = workspace.today()
        day = parse_day(arguments.date, now) if arguments.date else now
        habits = [HabitOnDay(workspace, habit, day) for habit in workspace.records.habits()]
    # A habit that began later has no mark on that day.
    habits = [habit for habit in habits if habit.mark is not None]
    if arguments.json:
        say_json({"date": str(day), "habits": [habit.as_json() for habit in habits]})
    else:
        _say_in_words(workspace, day, habits)
    return 0


def _say_in_words(workspace: Workspace, day: date, habits: list[HabitOnDay]) -> None:
    if not habits:
        say(tr("Nothing here yet. Add a habit with “selfcare add NAME”."))
        return
    planned = [habit for habit in habits if habit.planned]
    kept = sum(habit.kept for habit in planned)
    say(tr("{day} · {kept} of {planned} planned done", day=day, kept=kept, planned=len(planned)))
    widest = max(columns_of(habit.habit.name) for habit in habits)
    for area, members in groupby(habits, lambda habit: habit.habit.area):
        say(area_title(workspace.records.area(area)))
        for habit in members:
            say(f"  {padded(habit.habit.name, widest)}  {habit.in_words()}")


def _word(mark: int | None, covered: bool, planned: bool) -> str:
    match mark:
        case _ if mark in (KEPT, FREE_KEPT):
            return tr("done")
        case _ if mark in (PARTLY, FREE_PARTLY):
            return tr("partly")
        case _ if mark == REST:
            return tr("rest")
        case _ if mark == OPEN and covered:
            return tr("covered")
        case _ if mark == OPEN and planned:
            return tr("open")
        case _ if mark == OPEN:
            return tr("any day")
        case _ if mark == FREE:
            return tr("not planned")
        case _:
            return tr("not done")


def _first_day_needed(habit: Habit, day: int, first_weekday: int) -> int:
    """Day number from which entries matter for what is said of `day`."""
    match habit.schedule:
        case TimesInDays(_, days):
            # A window that covers the day begins within its length, and what it is made of
            # lies at most another length before.
            return max(1, day - 2 * max(days, LONGEST_MONTH))
        case TimesPerWeek():
            return max(1, week_start_of(day, first_weekday))
        case TimesPerMonth():
            return month_start_of(day)
        case _:
            return day


def _columns(entries: list[Entry]) -> EntryHistory:
    return EntryHistory(
        [entry.day.toordinal() for entry in entries],
        [entry.state for entry in entries],
        [entry.value for entry in entries],
    )


def _so_far(timeline: Timeline, begin: int) -> str:
    """What was kept from day number `begin` on: how many days, or how much."""
    offset = max(0, begin - timeline.first)
    if timeline.habit.measured:
        return format_amount(sum(timeline.amounts[offset:]) / MILLION)
    return str(timeline.marks[offset:].count(KEPT))
