"""Tickmate's backup, a SQLite file of version 9 to 14."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from selfcare_app.domain.area import Area
from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import foreign, sqlite_file
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.foreign import Days, ForeignHabit, Measure, written_colour
from selfcare_app.services.transfer.limits import MOST_ENTRIES, MOST_HABITS
from selfcare_app.services.transfer.plain_values import calendar_day, whole
from selfcare_app.services.transfer.recognise import FileFormat
from selfcare_app.services.transfer.sqlite_file import ForeignDatabase
from selfcare_app.store.db import Row

_TRACK_NUMBERS = ("_id", "enabled", "multiple_entries_per_day", "order", "color")
_TICK_NUMBERS = ("_track_id", "year", "month", "day", "has_time_info")
_MOST_GROUPS = 10 * MOST_HABITS


class _Track(NamedTuple):
    """A row of `tracks`; its numbers are None where they are none."""

    key: int | None
    enabled: int | None
    counts: int | None
    order: int | None
    colour: int | None
    name: str
    description: str
    icon: str


def read(path: Path, today: date) -> FileContent:
    """What the backup at `path` holds; raises BadInput where it is damaged or too large."""
    content = FileContent(FileFormat.TICKMATE_DB)
    with sqlite_file.reading(path) as database:
        habits = _read_tracks(database, content, today)
        _read_ticks(database, content, habits)
    foreign.start_with_first_entries(content)
    return content


def _read_tracks(database: ForeignDatabase, content: FileContent, today: date) -> dict[int, Habit]:
    """Add the tracks to `content` as habits; returns them by their key in the file."""
    rows = database.rows("tracks", _TRACK_NUMBERS, ("name", "description", "icon"), MOST_HABITS)
    tracks = [_track(row) for row in rows]
    tracks.sort(key=lambda track: (track.order or 0, track.key or 0))
    areas = _read_groups(database, content)
    habits: dict[int, Habit] = {}
    for track in tracks:
        if track.key is None or track.key in habits:
            content.skip(tr("habits"), tr("without a key of their own"))
            continue
        if track.icon:
            content.skip(tr("icons"), tr("Selfcare has icons of its own"))
        described = ForeignHabit(
            # Keys are 1, 2, 3 … on every phone, so they count together with the name.
            origins=(f"tickmate:id:{track.key}:{foreign.digest(track.name)}",),
            name=track.name,
            notes=track.description,
            measure=Measure(1.0, unit=tr("times")) if track.counts else None,
            area=areas.get(track.key),
            # 0, black, stands for none chosen.
            colour=written_colour(f"#{track.colour:06X}") if track.colour else None,
            archived=track.enabled == 0,
            warnings=(
                tr(
                    "Tickmate does not tell how often a habit is planned; "
                    "here all of them are planned every day."
                ),
            ),
        )
        habits[track.key] = foreign.add_habit(content, described, str(uuid4()), today)
    return habits


def _track(row: Row) -> _Track:
    key, enabled, counts, order, colour = (whole(number, None) for number in row[:5])
    return _Track(key, enabled, counts, order, colour, *row[5:])


def _read_groups(database: ForeignDatabase, content: FileContent) -> dict[int, Area]:
    """The practice area of each track that is in a group: the first where there are several."""
    if not {"groups", "track2groups"} <= database.tables():
        return {}
    groups: dict[int | None, Area | None] = {}
    for key, name, description in database.rows(
        "groups", ("_id",), ("name", "description"), MOST_HABITS
    ):
        groups[whole(key, None)] = foreign.area_of("tickmate", name)
        if description:
            content.skip(tr("descriptions of groups"), tr("practice areas have none"))
    areas: dict[int, Area] = {}
    for track, group in database.rows("track2groups", ("_track_id", "_group_id"), (), _MOST_GROUPS):
        area = groups.get(whole(group, None))
        key = whole(track, None)
        if area is None or key is None:
            content.skip(tr("memberships in groups"), tr("their group is not in the file"))
        elif key in areas:
            content.skip(tr("further groups"), tr("a habit is in one practice area"))
        else:
            areas[key] = area
    return areas


def _read_ticks(database: ForeignDatabase, content: FileContent, habits: dict[int, Habit]) -> None:
    ticks: Counter[tuple[int, date | None]] = Counter()
    for row in database.rows("ticks", _TICK_NUMBERS, (), MOST_ENTRIES):
        key, year, month, day = (whole(number, -1) for number in row[:4])
        if whole(row[4], 0):
            content.skip(tr("times of day of entries"), tr("an entry is about the whole day"))
        if key in habits:
            # Months count from 0.
            ticks[key, calendar_day(year, month + 1, day)] += 1
        else:
            content.skip(tr("entries"), tr("their habit is not in the file"))
    days = Days(content)
    for (key, on), count in ticks.items():
        habit = habits[key]
        if habit.measured and on is not None:
            days.add(habit, on, None, float(count))
        else:
            for _ in range(count):
                days.add(habit, on, State.DONE)
