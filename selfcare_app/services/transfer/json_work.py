"""Work days in our own export: how each record is written, and read with no trust in the file."""

from collections.abc import Callable

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import check_text
from selfcare_app.domain.hold import Hold, HoldKind, checked_hold
from selfcare_app.domain.hours_text import hours_text, parse_hours
from selfcare_app.domain.instants import Moment, Span
from selfcare_app.domain.kept_by_log import KeptByLog
from selfcare_app.domain.notice import Fired
from selfcare_app.domain.work_record import WorkRecord
from selfcare_app.domain.workhours import DayHours, WeekdayHours, checked_day_hours
from selfcare_app.domain.worklog import Activity, WorkLog, checked_log
from selfcare_app.services.transfer.json_values import Fields, day, identity, text, whole

EARLIEST_INSTANT, LATEST_INSTANT = -62_000_000_000, 253_000_000_000
"""In the first and the last years that a calendar knows, in seconds of UTC."""
MOST_OFFSET = 24 * 60


def work_fields(record: object) -> tuple[str, Fields]:
    """The section that a record of a work day stands in, and how it is written there."""
    match record:
        case WeekdayHours(weekday=weekday, first=first, hours=hours):
            fields: Fields = {"weekday": weekday, "first": str(first), "hours": hours_text(hours)}
            return "weekday_hours", fields
        case DayHours(day=on, hours=hours, note=note):
            return "day_hours", {"day": str(on), "hours": hours_text(hours), "note": note}
        case WorkLog():
            return "work_logs", {
                "day": str(record.day),
                "start": _written(record.start),
                "end": _written(record.end),
                "done": _written(record.done),
                "reasons": list(record.reasons),
                "snoozed": list(record.snoozed),
                "steps": list(record.steps),
                "tomorrow": record.tomorrow,
            }
        case Activity():
            return "activity", {
                "day": str(record.day),
                "first": _written(record.first),
                "last": _written(record.last),
                "away": [[span.start, span.end] for span in record.away],
            }
        case Hold():
            return "holds", {
                "id": record.id,
                "kind": record.kind,
                "start": _written(record.start),
                "until": _written(record.until),
            }
        case Fired(day=on, name=name, at=at, shown=shown):
            return "fired", {"day": str(on), "name": name, "at": at, "shown": shown}
        case KeptByLog(habit_id=habit_id, day=on, state=state):
            return "kept_by_log", {"habit": habit_id, "day": str(on), "state": state}
    raise TypeError(f"{type(record).__name__} is no record of a work day")


def _written(moment: Moment | None) -> list[int] | None:
    return None if moment is None else [moment.at, moment.offset]


def _weekday_hours(fields: Fields) -> WeekdayHours:
    weekday = whole(fields.get("weekday"))
    if not 1 <= weekday <= 7:
        raise ValueError
    return WeekdayHours(weekday, day(fields, "first"), parse_hours(text(fields, "hours"))[0])


def _day_hours(fields: Fields) -> DayHours:
    hours = parse_hours(text(fields, "hours"))[0]
    return checked_day_hours(DayHours(day(fields, "day"), hours, text(fields, "note")))


def _work_log(fields: Fields) -> WorkLog:
    return checked_log(
        WorkLog(
            day(fields, "day"),
            _moment_or_none(fields.get("start")),
            _moment_or_none(fields.get("end")),
            _moment_or_none(fields.get("done")),
            _texts(fields.get("reasons")),
            tuple(_instant(at) for at in _listed(fields.get("snoozed"))),
            _texts(fields.get("steps")),
            text(fields, "tomorrow"),
        )
    )


def _activity(fields: Fields) -> Activity:
    first, last = _moment(fields.get("first")), _moment(fields.get("last"))
    away = []
    for pair in _listed(fields.get("away")):
        start, end = (_instant(at) for at in _listed(pair))
        away.append(Span(start, end))
    if last.at < first.at or any(span.end <= span.start for span in away):
        raise ValueError
    return Activity(day(fields, "day"), first, last, tuple(away))


def _hold(fields: Fields) -> Hold:
    kind = HoldKind(text(fields, "kind"))
    start, until = _moment(fields.get("start")), _moment(fields.get("until"))
    return checked_hold(Hold(identity(fields, "id"), kind, start, until))


def _fired(fields: Fields) -> Fired:
    at, shown = _instant(fields.get("at")), fields.get("shown") is True
    return Fired(day(fields, "day"), identity(fields, "name"), at, shown)


def _kept_by_log(fields: Fields) -> KeptByLog:
    state = State(text(fields, "state"))
    if state is State.REST:
        raise ValueError
    return KeptByLog(identity(fields, "habit"), day(fields, "day"), state)


def _moment_or_none(value: object) -> Moment | None:
    return None if value is None else _moment(value)


def _moment(value: object) -> Moment:
    at, offset = _listed(value)
    minutes = whole(offset)
    if abs(minutes) >= MOST_OFFSET:
        raise ValueError
    return Moment(_instant(at), minutes)


def _instant(value: object) -> int:
    at = whole(value)
    if not EARLIEST_INSTANT <= at <= LATEST_INSTANT:
        raise ValueError
    return at


def _texts(value: object) -> tuple[str, ...]:
    found = []
    for each in _listed(value):
        if not isinstance(each, str):
            raise ValueError
        check_text(each)
        found.append(each)
    return tuple(found)


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError
    return value


WORK_SECTIONS: dict[str, Callable[[Fields], WorkRecord]] = {
    "weekday_hours": _weekday_hours,
    "day_hours": _day_hours,
    "work_logs": _work_log,
    "activity": _activity,
    "holds": _hold,
    "fired": _fired,
    "kept_by_log": _kept_by_log,
}
"""Each section of work days with how one record in it is read."""
