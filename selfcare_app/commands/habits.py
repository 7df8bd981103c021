"""`selfcare add` and `selfcare habits`."""

from argparse import Namespace
from collections.abc import Mapping
from itertools import groupby

from selfcare_app.commands.output import columns_of, padded, say, say_json
from selfcare_app.commands.places import opened
from selfcare_app.domain.amount import parse_amount
from selfcare_app.domain.area import DEFAULT_AREA, Area, area_title, parse_area
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Habit, Kind, target_text
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
    format_schedule,
    parse_schedule,
)
from selfcare_app.domain.words import tr


def add(arguments: Namespace) -> int:
    """Add a habit and tell its id."""
    target, direction = _target(arguments)
    with opened(arguments) as workspace:
        areas = workspace.records.areas()
        habit = Habit(
            id="",
            name=arguments.name,
            created=workspace.today(),
            area=parse_area(arguments.area, areas) if arguments.area else DEFAULT_AREA,
            kind=Kind.YES_NO if direction is None else Kind.MEASURED,
            schedule=parse_schedule(arguments.schedule) if arguments.schedule else EVERY_DAY,
            target=target,
            direction=direction,
            unit=(arguments.unit or "").strip() or None,
            cue=(arguments.cue or "").strip(),
        )
        say(workspace.journal.add_habit(habit).id)
    return 0


def list_habits(arguments: Namespace) -> int:
    """List the habits, area by area."""
    with opened(arguments) as workspace:
        habits = workspace.records.habits(archived=True)
        areas = {area.key: area for area in workspace.records.areas()}
    if arguments.json:
        say_json({"habits": [habit_as_json(habit) | {"cue": habit.cue} for habit in habits]})
    elif not habits:
        say(tr("No habits yet. Add one with “selfcare add NAME”."))
    else:
        _list_in_words(habits, areas)
    return 0


def _target(arguments: Namespace) -> tuple[float | None, Direction | None]:
    if arguments.at_least is not None:
        return parse_amount(arguments.at_least), Direction.AT_LEAST
    if arguments.at_most is not None:
        return parse_amount(arguments.at_most), Direction.AT_MOST
    if arguments.unit:
        raise BadInput(tr("--unit goes together with --at-least or --at-most."))
    return None, None


def _list_in_words(habits: list[Habit], areas: Mapping[str, Area]) -> None:
    widest = max(columns_of(habit.name) for habit in habits)
    for key, members in groupby(habits, lambda habit: habit.area):
        say(area_title(areas[key]) if key in areas else key)
        for habit in members:
            facts = [format_schedule(habit.schedule), asked_text(habit)]
            if habit.archived:
                facts.append(tr("archived"))
            facts.append(habit.id)
            say(f"  {padded(habit.name, widest)}  {' · '.join(filter(None, facts))}")


def asked_text(habit: Habit) -> str:
    """What a measured habit asks for: “at least 20 min”; empty for a yes/no habit."""
    if not habit.measured:
        return ""
    words = tr("at most {target}") if habit.at_most else tr("at least {target}")
    return words.format(target=target_text(habit))


def habit_as_json(habit: Habit) -> dict[str, object]:
    """What `--json` says of every habit."""
    return {
        "id": habit.id,
        "name": habit.name,
        "area": habit.area,
        "position": habit.position,
        "archived": habit.archived,
        "kind": str(habit.kind),
        "direction": str(habit.direction) if habit.direction else None,
        "target": habit.target,
        "unit": habit.unit,
        "schedule": _schedule_as_json(habit.schedule),
    }


def _schedule_as_json(schedule: Schedule) -> dict[str, object]:
    match schedule:
        case Weekdays(weekdays):
            return {"kind": "weekdays", "weekdays": sorted(weekdays)}
        case TimesPerWeek(times):
            return {"kind": "times_per_week", "times": times}
        case TimesPerMonth(times):
            return {"kind": "times_per_month", "times": times}
        case TimesInDays(times, days):
            return {"kind": "times_in_days", "times": times, "days": days}
        case _:
            return {"kind": "every_day"}
