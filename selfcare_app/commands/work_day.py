"""`selfcare session`, `wrap-up` and `pause`.

They write to the database, and tell a running program to look: it sees that another one wrote,
reads it anew and does as it says. Without one it is there for the next start.
"""

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime, time, timedelta

from selfcare_app.commands.hours import day_in_words
from selfcare_app.commands.output import say
from selfcare_app.commands.places import folder_of, opened
from selfcare_app.desktop.instance_address import LOOK, tell
from selfcare_app.domain.days import parse_day
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.instants import wall_clock
from selfcare_app.domain.notice import next_wall_time
from selfcare_app.domain.reminder import parse_time
from selfcare_app.domain.words import tr
from selfcare_app.services.work_days import WorkDays

_END = ("off", "0")


def session(arguments: Namespace) -> int:
    """Be in session for some minutes, or end it."""
    with opened(arguments) as workspace:
        work, text = workspace.work, arguments.minutes.strip().lower()
        if text in _END:
            ended = work.stop_holding(HoldKind.SESSION)
            say(tr("The session is over.") if ended else tr("There is no session."))
            return 0
        if not (text.isascii() and text.isdigit()):
            raise BadInput(
                tr("“{text}” are not minutes; write a whole number such as 50.", text=text[:20])
            )
        until = work.start_session(int(text[:6]))
        say(tr("In session until {time}; reminders wait.", time=f"{until.wall:%H:%M}"))
    return 0


def wrap_up(arguments: Namespace) -> int:
    """Be done for today, and tell the closing steps and how the day was."""
    with opened(arguments) as workspace:
        work = workspace.work
        day = work.done_for_today(tomorrow=arguments.tomorrow, reason=arguments.reason)
        for step in work.options.closing_steps():
            say(f"○ {step}")
        for line in day_in_words(work.day(day)):
            say(line)
        say(tr("Done for today. Everything is quiet until your next work day."))
    return 0


def pause(arguments: Namespace) -> int:
    """Hold all reminders until a moment, or let them come again."""
    with opened(arguments) as workspace:
        work = workspace.work
        if arguments.until.strip().lower() in _END:
            ended = work.stop_holding(HoldKind.PAUSE)
            say(tr("Reminders come again.") if ended else tr("Reminders are not paused."))
            return 0
        until = work.pause_until(_wall_time(work, arguments.until))
        say(tr("Reminders are paused until {moment}.", moment=f"{until.wall:%Y-%m-%d %H:%M}"))
    return 0


def _wall_time(work: WorkDays, text: str) -> datetime:
    """The moment that was typed: a time of day, the next to come, or a day with or without
    one; a day alone is when it begins."""
    now = wall_clock(work.moment().at, work.zone())
    word = text.strip().lower().replace("t", " ") if text.strip()[:1].isdigit() else text.strip()
    first, _, clock = word.partition(" ")
    if ":" in first:
        return next_wall_time(now, parse_time(first))
    if first.lower() == "tomorrow":
        day = now.date() + timedelta(days=1)
    else:
        day = parse_day(first, now.date())
    minute = parse_time(clock) if clock else work.rules().day_start_hour * 60
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def _told(command: Callable[[Namespace], int]) -> Callable[[Namespace], int]:
    """`command`, and then a word to the running program."""

    def run(arguments: Namespace) -> int:
        status = command(arguments)
        tell(folder_of(arguments), LOOK)
        return status

    return run


COMMANDS = {"session": _told(session), "wrap-up": _told(wrap_up), "pause": _told(pause)}
