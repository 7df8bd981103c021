"""The work day in words, as the strip, the tray and the reminders tell it."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale, QTime

from selfcare_app.domain.instants import Moment
from selfcare_app.domain.words import tr
from selfcare_app.services.work_now import Stage, WorkNow
from selfcare_app.ui.wording import minutes_words, short_day_words


def time_words(moment: Moment) -> str:
    """The time of day as the locale writes it: “18:00”, “6:00 PM”."""
    wall = moment.wall
    short = QLocale.FormatType.ShortFormat
    return QLocale().toString(QTime(wall.hour, wall.minute), short)


def moment_words(moment: Moment, now: Moment) -> str:
    """A moment seen from `now`: “18:00”, “tomorrow 9:00”, “Mon 30 Nov 9:00”."""
    day, today = _day(moment.wall), _day(now.wall)
    time = time_words(moment)
    if day == today:
        return time
    if day == today + timedelta(days=1):
        return tr("tomorrow {time}", time=time)
    return tr("{day} {time}", day=short_day_words(day, today), time=time)


def _day(wall: datetime) -> date:
    return wall.date()


def headline(now: WorkNow) -> str:
    """What there is to say of the work day first: “Work ends at 18:00”."""
    if now.stage is Stage.DONE and now.done is not None:
        return tr("Done for today at {time}", time=time_words(now.done))
    if now.stage is Stage.FREE or now.end is None:
        if now.planned.chosen_off:
            return tr("A day off")
        return tr("No work planned today")
    if now.stage is Stage.PAST:
        return tr("Work ended at {time}", time=time_words(now.end))
    return tr("Work ends at {time}", time=time_words(now.end))


def details(now: WorkNow) -> str:
    """What stands below the headline: “1 h 40 min left · reminder at 17:30”."""
    parts = [_how_far(now)]
    if now.stage is Stage.DONE:
        return parts[0]
    if now.pause is not None:
        parts.append(tr("reminders paused until {time}", time=moment_words(now.pause, now.now)))
    elif now.session is not None:
        parts.append(tr("reminders wait until {time}", time=time_words(now.session)))
    elif now.next_word is not None and now.stage is not Stage.BEFORE:
        parts.append(tr("reminder at {time}", time=time_words(now.next_word)))
    return " · ".join(part for part in parts if part)


def _how_far(now: WorkNow) -> str:
    match now.stage:
        case Stage.BEFORE if now.start is not None:
            return tr("begins at {time}", time=time_words(now.start))
        case Stage.AT_WORK | Stage.LAST_MINUTES:
            return tr("{time} left", time=minutes_words(now.minutes_left))
        case Stage.PAST:
            return past_words(now) if now.minutes_past else ""
        case Stage.DONE:
            return quiet_words(now)
    return now.planned.note


def past_words(now: WorkNow) -> str:
    """How long the end is ago: “20 min past 18:00”."""
    end = "" if now.end is None else time_words(now.end)
    return tr("{time} past {end}", time=minutes_words(now.minutes_past), end=end)


def quiet_words(now: WorkNow) -> str:
    """Until when everything is quiet: “quiet until tomorrow 9:00”."""
    if now.next_start is None:
        return tr("quiet until your next work day")
    return tr("quiet until {moment}", moment=moment_words(now.next_start, now.now))
