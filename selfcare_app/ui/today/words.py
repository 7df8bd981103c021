"""The words of the Today page, on screen and for a screen reader."""

from datetime import date

from selfcare_app.domain.amount import MILLION, format_amount
from selfcare_app.domain.area import area_title
from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit, target_text
from selfcare_app.domain.schedule import (
    DaySchedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    target_days_of,
)
from selfcare_app.domain.words import tr
from selfcare_app.ui.today.state import Cell, ControlKind, GroupRow, HabitRow, Shape
from selfcare_app.ui.wording import (
    consistency_words,
    day_words,
    schedule_words,
    short_day_words,
    state_words,
    streak_words,
)


def name_words(habit: Habit) -> str:
    """The habit with its target, schedule and cue."""
    parts = [habit.name, schedule_words(habit), habit.cue]
    return ", ".join(filter(None, parts))


def folded_words(group: GroupRow) -> str:
    """What a folded heading says, such as “3 habits, 1 of 2 done”."""
    one, many = tr("1 habit"), tr("{count} habits", count=group.habits)
    words = one if group.habits == 1 else many
    if not group.planned:
        return words
    return tr(
        "{habits}, {kept} of {planned} done",
        habits=words,
        kept=group.kept,
        planned=group.planned,
    )


def group_words(group: GroupRow) -> str:
    """A heading in full, such as “Movement, 3 habits, 1 of 2 done, folded”."""
    parts = [area_title(group.area), folded_words(group)]
    if group.foldable:
        parts.append(tr("folded") if group.folded else tr("unfolded"))
    return ", ".join(parts)


def cell_words(row: HabitRow, cell: Cell) -> str:
    """A day's cell, such as “Tuesday 17 November, Brisk walk, done, 20 of 20 min”."""
    parts = [day_words(cell.entry.day), row.habit.name, _shape_words(row.habit, cell)]
    if cell.entry.note:
        parts.append(tr("note: {note}", note=cell.entry.note))
    return ", ".join(parts)


def _shape_words(habit: Habit, cell: Cell) -> str:
    if cell.entry.state is not None or cell.entry.value is not None:
        return state_words(habit, cell.entry)
    if cell.shape is Shape.REST:
        return tr("pause")
    if cell.shape is Shape.COVERED:
        return tr("covered by the days around it")
    if cell.shape is Shape.FREE:
        return tr("not planned")
    return tr("still open") if cell.shape is Shape.STILL_OPEN else tr("open")


def control_words(row: HabitRow) -> str:
    """The day's control as one sentence."""
    cell = row.cells[-1]
    return ", ".join(filter(None, (cell_words(row, cell), period_words(row))))


def button_words(row: HabitRow) -> str:
    """What stands on the button of a yes/no habit."""
    match row.control.state:
        case State.DONE:
            return tr("Done")
        case State.REST:
            return tr("Rest")
        case _:
            return tr("Mark done") if row.done_in_period is None else tr("Log")


def beside_words(row: HabitRow) -> str:
    """What stands beside the day's control."""
    if row.control.kind is ControlKind.NEXT:
        return ""
    if row.control.state is State.REST and row.habit.measured:
        return tr("Rest")
    if row.done_in_period is not None:
        return period_words(row)
    if row.habit.measured:
        asked = target_text(row.habit)
        if row.habit.at_most:
            return tr("at most {target}", target=asked)
        return tr("of {target}", target=asked)
    return tr("Not done") if row.control.state is State.NOT_DONE else ""


def next_words(day: date) -> str:
    """When an unplanned habit is next."""
    return tr("Next: {day}", day=short_day_words(day))


def period_words(row: HabitRow) -> str:
    """How far the week, month or window is, such as “1 of 2 this week”."""
    schedule = row.habit.schedule
    if isinstance(schedule, DaySchedule):
        return ""
    done: float = row.done_in_period or 0
    asked = str(schedule.times)
    if row.habit.measured:
        done, asked = done / MILLION, target_text(row.habit)
    match schedule:
        case TimesPerWeek():
            words = tr("{done} of {asked} this week")
        case TimesPerMonth():
            words = tr("{done} of {asked} this month")
        case TimesInDays():
            words = tr("{done} of {asked} in {days} days")
    return words.format(done=format_amount(done), asked=asked, days=target_days_of(schedule))


def consistency_line(row: HabitRow) -> str:
    """The headline, such as “25 of 29 days”; a word of welcome before anything is planned."""
    found = row.statistics.consistency
    return consistency_words(found) if found.planned else tr("just begun")


def streak_line(row: HabitRow) -> str:
    """The streak that runs, such as “streak of 17 days”; empty below two."""
    length = row.statistics.streaks.current
    if length < 2:
        return ""
    return streak_words(length, row.statistics.consistency.unit)
