"""Habits to begin with, by practice area, read from a file that comes with the program."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from selfcare_app.domain.area import AREA_KEYS
from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.habit import Direction, Habit, Kind, checked_habit
from selfcare_app.domain.schedule import Schedule, parse_schedule
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr

FILE_NAME = "practices.toml"
"""The file's name in the folder of resources."""


class Template(Value):
    """A habit that is offered; words in English (shown through `tr`).

    `key` is stable and unique. Kind, target, direction and schedule mean what they mean in a
    habit. `first` says whether it stands among the few of the welcome page.
    """

    key: str
    area: str
    name: str
    kind: Kind
    schedule: Schedule
    target: float | None
    direction: Direction | None
    unit: str | None
    cue: str
    first: bool

    def habit(self, created: date) -> Habit:
        """The habit that it makes, in the person's language; not kept yet."""
        return Habit(
            id="",
            name=tr(self.name),
            created=created,
            area=self.area,
            kind=self.kind,
            schedule=self.schedule,
            target=self.target,
            direction=self.direction,
            unit=None if self.unit is None else tr(self.unit),
            cue=tr(self.cue),
        )


def read_templates(path: Path) -> tuple[Template, ...]:
    """All templates of the file at `path`, area by area; raises KnownError where it is damaged."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["template"]
        templates = tuple(_template(row) for row in rows)
        if not templates or len({template.key for template in templates}) < len(templates):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, AttributeError, BadInput) as error:
        raise KnownError(
            tr(
                "The habits to choose from cannot be read (“{file}”); install Selfcare again, "
                "or write a habit of your own.",
                file=path.name,
            )
        ) from error
    return tuple(sorted(templates, key=lambda template: AREA_KEYS.index(template.area)))


def by_area(templates: Iterable[Template]) -> dict[str, list[Template]]:
    """The templates of each practice area, areas in the order of every page; none is empty."""
    found: dict[str, list[Template]] = {key: [] for key in AREA_KEYS}
    for template in templates:
        found[template.area].append(template)
    return {area: those for area, those in found.items() if those}


def not_kept_yet(templates: Iterable[Template], habits: Iterable[Habit]) -> list[Template]:
    """Those of `templates` that none of `habits` has area and name of."""
    kept = {(habit.area, habit.name) for habit in habits}
    return [template for template in templates if (template.area, tr(template.name)) not in kept]


def _template(row: Mapping[str, object]) -> Template:
    """The template that a table of the file says; raises where it says no habit."""
    made = Template(
        key=_text(row["key"]),
        area=_text(row["area"]),
        name=_text(row["name"]),
        kind=Kind.YES_NO,
        schedule=parse_schedule(_text(row["schedule"])),
        target=None,
        direction=None,
        unit=None,
        cue=_text(row["cue"]),
        first=row["first"] is True,
    )
    if row["kind"] != Kind.YES_NO:
        made = replace(
            made,
            kind=Kind.MEASURED,
            direction=Direction(_text(row["kind"])),
            target=_number(row["target"]),
            unit=_text(row["unit"]) if "unit" in row else None,
        )
    if made.area not in AREA_KEYS:
        raise ValueError(made.area)
    checked_habit(made.habit(date.min))
    return made


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(value)
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(value)
    return float(value)
