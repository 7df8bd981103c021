"""`selfcare hours`: a day as planned and as it was, and what is planned and logged."""

from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, date, datetime

from selfcare_app.commands.output import one_line, say, say_json
from selfcare_app.commands.places import opened
from selfcare_app.domain.days import EARLIEST_YEAR, parse_day
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.hours_text import (
    FREE,
    clock_text,
    hours_text,
    parse_hours,
    parse_interval,
    parse_weekdays,
)
from selfcare_app.domain.instants import Moment, wall_clock
from selfcare_app.domain.notice import Notice
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import DayHours, Hours
from selfcare_app.domain.worklog import WorkedDay
from selfcare_app.services.work_days import WorkDays

LATEST_YEAR = 9000
USUAL = "usual"
SEEN = "seen"
MOST_PREVIEWED = 3_700
"""Days: some ten years."""


def hours(arguments: Namespace) -> int:
    """Tell a day as planned and as it was, or do what else was asked."""
    with opened(arguments) as workspace:
        _ACTIONS[arguments.action](workspace.work, arguments)
    return 0


def _tell(work: WorkDays, arguments: Namespace) -> None:
    day = _day(work, arguments.date) if arguments.date else work.today()
    worked = work.day(day)
    if arguments.json:
        say_json(day_as_json(worked))
    else:
        for line in day_in_words(worked):
            say(line)


def _set(work: WorkDays, arguments: Namespace) -> None:
    weekdays = parse_weekdays(arguments.days)
    planned, overlapped = parse_hours(arguments.intervals)
    first = _day(work, arguments.first) if arguments.first else work.today()
    work.journal.set_work_hours(weekdays, planned, first)
    _say_joined(planned, overlapped)
    words = tr("{days} · {hours} · from {first} on")
    say(words.format(days=arguments.days.strip(), hours=_spaced(planned), first=first))


def _off(work: WorkDays, arguments: Namespace) -> None:
    first, last = _days(work, arguments.days)
    work.journal.take_days_off(first, last, arguments.note)
    say(tr("{days} · day off", days=_range_text(first, last)))


def _on(work: WorkDays, arguments: Namespace) -> None:
    first, last = _days(work, arguments.days)
    if arguments.intervals.strip().lower() == USUAL:
        work.journal.follow_the_week(first, last)
        say(tr("{days} · as every week", days=_range_text(first, last)))
        return
    planned, overlapped = parse_hours(arguments.intervals)
    if first != last:
        raise BadInput(tr("Other hours are planned for one day at a time."))
    work.journal.plan_day(DayHours(first, planned))
    _say_joined(planned, overlapped)
    say(f"{first} · {_spaced(planned)}")


def _log(work: WorkDays, arguments: Namespace) -> None:
    day = _day(work, arguments.day)
    seen = arguments.interval.strip().lower() == SEEN
    work.log_day(day, None if seen else parse_interval(arguments.interval), arguments.reason)
    for line in day_in_words(work.day(day)):
        say(line)


def _preview(work: WorkDays, arguments: Namespace) -> None:
    first, last = _days(work, arguments.days)
    if (last - first).days > MOST_PREVIEWED:
        raise BadInput(tr("That is more than ten years; take a shorter time."))
    notices = work.preview(first, last)
    if arguments.json:
        say_json({"reminders": [_notice_as_json(notice, work) for notice in notices]})
        return
    if not notices:
        say(tr("No reminders on these days."))
    for notice in notices:
        say(f"{wall_clock(notice.at, work.zone()):%Y-%m-%d %H:%M}  {_KINDS[notice.kind]()}")


def _holidays(work: WorkDays, arguments: Namespace) -> None:
    place = arguments.place.strip()
    off = place.lower() == FREE
    work.options.set_holiday_place("" if off else place)
    say(tr("Public holidays: none") if off else tr("Public holidays: {place}", place=place.upper()))


_ACTIONS: dict[str | None, Callable[[WorkDays, Namespace], None]] = {
    None: _tell,
    "set": _set,
    "off": _off,
    "on": _on,
    "log": _log,
    "preview": _preview,
    "holidays": _holidays,
}
_KINDS: dict[str, Callable[[], str]] = {
    "start": lambda: tr("work begins"),
    "break": lambda: tr("a break"),
    "before_end": lambda: tr("the end comes near"),
    "end": lambda: tr("the end of the day"),
}


def day_as_json(worked: WorkedDay) -> dict[str, object]:
    """What `--json` says of a day; null where something is not known."""
    planned = worked.planned
    seen = worked.start or worked.end
    return {
        "date": str(planned.day),
        "planned": None
        if planned.hours is None
        else [[clock_text(each.start), clock_text(each.end)] for each in planned.hours],
        "planned_minutes": worked.planned_minutes,
        "actual": [_clock(worked.start), _clock(worked.end)] if seen else None,
        "overrun_minutes": worked.overrun,
        "on_time": worked.on_time,
        "reasons": list(worked.reasons),
        "day_off": planned.off,
    }


def day_in_words(worked: WorkedDay) -> list[str]:
    """A day as planned and as it was, in a few lines."""
    planned = worked.planned
    if planned.hours is None:
        plan = tr("no work hours planned; plan some with “selfcare hours set DAYS INTERVALS”")
    elif planned.off:
        plan = " · ".join(filter(None, [tr("day off"), one_line(planned.note)]))
    else:
        plan = tr(
            "planned {hours} ({minutes} min)",
            hours=_spaced(planned.hours),
            minutes=worked.planned_minutes,
        )
    lines = [f"{planned.day} · {plan}"]
    if worked.start or worked.end:
        facts = [f"{_clock(worked.start) or '…'} – {_clock(worked.end) or '…'}"]
        if worked.overrun:
            facts.append(tr("{minutes} min past the end", minutes=worked.overrun))
        if worked.on_time:
            facts.append(tr("on time"))
        lines.append("  " + " · ".join(facts))
    if worked.break_minutes:
        lines.append("  " + tr("breaks: {minutes} min", minutes=worked.break_minutes))
    if worked.sessions:
        words = tr("sessions: {count} ({minutes} min)")
        lines.append("  " + words.format(count=worked.sessions, minutes=worked.session_minutes))
    if worked.reasons:
        lines.append("  " + one_line(", ".join(worked.reasons)))
    return lines


def _notice_as_json(notice: Notice, work: WorkDays) -> dict[str, str]:
    utc = datetime.fromtimestamp(notice.at, UTC)
    return {
        "kind": str(notice.kind),
        "day": str(notice.day),
        "local": wall_clock(notice.at, work.zone()).isoformat(),
        "utc": f"{utc:%Y-%m-%dT%H:%M:%SZ}",
    }


def _clock(moment: Moment | None) -> str | None:
    return None if moment is None else f"{moment.wall:%H:%M}"


def _spaced(planned: Hours) -> str:
    return hours_text(planned).replace(",", ", ") if planned else tr("off")


def _say_joined(planned: Hours, overlapped: bool) -> None:
    if overlapped:
        say(tr("Hours that overlap were joined: {hours}.", hours=_spaced(planned)))


def _days(work: WorkDays, text: str) -> tuple[date, date]:
    """A day, or the first and the last with two dots between them."""
    first, dots, last = text.partition("..")
    begin = _day(work, first)
    end = _day(work, last) if dots else begin
    if end < begin:
        raise BadInput(tr("The last day must be on or after the first."))
    return begin, end


def _day(work: WorkDays, text: str) -> date:
    day = parse_day(text, work.today())
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise BadInput(
            tr(
                "{day} is too far away; use a day from {first} to {last}.",
                day=day,
                first=EARLIEST_YEAR,
                last=LATEST_YEAR,
            )
        )
    return day


def _range_text(first: date, last: date) -> str:
    return str(first) if first == last else f"{first} – {last}"
