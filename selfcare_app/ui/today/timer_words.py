"""The words of a timer, on screen and for a screen reader."""

from PySide6.QtCore import QLocale

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.habit import target_text
from selfcare_app.domain.timer import is_forgotten, minutes_of
from selfcare_app.domain.words import tr
from selfcare_app.ui.today.state import HabitRow
from selfcare_app.ui.wording import amount_words, short_date_words


def clock_words(seconds: float) -> str:
    """A time that runs: “3:20”, “1:02:05”."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def log_words(seconds: float) -> str:
    """What the button that stops a timer says: how much it will log, or that it will ask."""
    if is_forgotten(seconds):
        return tr("Log…")
    number = format_amount(minutes_of(seconds)).replace(".", QLocale().decimalPoint())
    return tr("Log {minutes}", minutes=tr("{count} min", count=number))


def timer_line(row: HabitRow, seconds: float) -> str:
    """What stands beneath the running time."""
    timer = row.timer
    if timer is not None and timer.day != row.entry.day:
        return tr("for {day}", day=short_date_words(timer.day, row.entry.day))
    if is_forgotten(seconds):
        return tr("still going?") if timer is not None and timer.running else tr("so long?")
    done = row.entry.value
    if done:
        return tr("and {amount}", amount=amount_words(row.habit, done))
    if row.habit.at_most:
        return tr("at most {target}", target=target_text(row.habit))
    return tr("of {target}", target=target_text(row.habit))


def spoken_timer(row: HabitRow, seconds: float) -> str:
    """The timer for a screen reader: “timer runs, 3:20”; empty where there is none."""
    if row.timer is None:
        return ""
    words = tr("timer runs, {time}") if row.timer.running else tr("timer paused, {time}")
    return words.format(time=clock_words(seconds))
