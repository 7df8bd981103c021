"""What a person chose about work days that no fixed list of values can hold: the steps of their
closing ritual, the habits that the log keeps, and whose public holidays are free.

Each is kept as a setting in JSON. One that makes no sense, such as from a file, is as if it
was never chosen.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import check_text
from selfcare_app.domain.setting import day_of, habit_kept_by_log, kept_by_log_key, value_of
from selfcare_app.domain.words import tr
from selfcare_app.services.journal import Journal
from selfcare_app.store.tables import Tables

STEPS_KEY = "closing_steps"
HOLIDAYS_KEY = "public_holidays"

NOTE_STEP = "The last note"
TOMORROW_STEP = "Tomorrow’s first thing"
"""The step at which what comes first on the next work day is written down."""
BREATH_STEP = "One breath"
"""The step at which the breathing guide is offered."""
DEFAULT_STEPS = (NOTE_STEP, TOMORROW_STEP, BREATH_STEP)
MOST_STEPS = 12


class WorkOptions:
    """Reads and sets them."""

    def __init__(self, tables: Tables, journal: Journal) -> None:
        self._tables = tables
        self._journal = journal

    def closing_steps(self) -> tuple[str, ...]:
        """The steps of the closing ritual, in order; perhaps none."""
        kept = self._value(STEPS_KEY)
        if isinstance(kept, list) and all(isinstance(each, str) for each in kept):
            return tuple(kept)
        return tuple(tr(step) for step in DEFAULT_STEPS)

    def set_closing_steps(self, steps: Sequence[str]) -> None:
        """Keep the steps of the closing ritual; empty ones are left out.

        Raises BadInput where they are too many to be a short ritual, where two are the same,
        or where one cannot be read.
        """
        kept = [text for step in steps if (text := " ".join(step.split()))]
        if len(kept) > MOST_STEPS:
            raise BadInput(tr("Up to {most} steps keep it short.", most=MOST_STEPS))
        for number, text in enumerate(kept):
            check_text(text)
            if text in kept[:number]:
                raise BadInput(tr("“{step}” is among the steps already.", step=text[:40]))
        self._set(tr("Closing steps"), STEPS_KEY, kept)

    def kept_habits(self) -> Mapping[str, date]:
        """The habits that the log keeps, by id, with the first day on which it does."""
        found: dict[str, date] = {}
        for setting in self._tables.settings.all():
            habit_id = habit_kept_by_log(setting.key)
            if habit_id is not None and (first := day_of(setting)) is not None:
                found[habit_id] = first
        return found

    def keep_habit(self, habit_id: str, first: date | None) -> None:
        """Let the log keep that habit from the day `first` on, or, with None, no longer."""
        key = kept_by_log_key(habit_id)
        self._set(tr("Habits kept by the log"), key, None if first is None else str(first))

    def holiday_place(self) -> str:
        """Whose public holidays are days off, such as `DE-BY`; empty for nobody's."""
        kept = self._value(HOLIDAYS_KEY)
        return kept if isinstance(kept, str) else ""

    def set_holiday_place(self, place: str) -> None:
        """Take the public holidays of `place` off, or, where it is empty, none.

        Raises BadInput for an unknown place.
        """
        from selfcare_app.services.holidays import holidays_of

        kept = place.strip().upper()
        if kept:
            holidays_of(place)
        self._set(tr("Public holidays"), HOLIDAYS_KEY, kept or None)

    def holidays(self) -> Mapping[date, str]:
        """The public holidays that are days off, by day; none where they are unknown here."""
        place = self.holiday_place()
        if not place:
            return {}
        from selfcare_app.services.holidays import holidays_of

        try:
            return holidays_of(place)
        except BadInput:
            return {}

    def _value(self, key: str) -> object:
        kept = self._tables.settings.find(key)
        return None if kept is None else value_of(kept)

    def _set(self, title: str, key: str, value: object) -> None:
        text = None if value is None else json.dumps(value, ensure_ascii=False)
        self._journal.set_setting(title, key, text)
