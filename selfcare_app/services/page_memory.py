"""How the pages were left: groups that are folded, questions that were put off."""

from collections.abc import Iterable
from datetime import date

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.setting import day_of, silence_key, value_of
from selfcare_app.domain.words import tr
from selfcare_app.services.journal import Journal
from selfcare_app.store.settings import SettingTable

FOLDED_AREAS = "folded_areas"
SILENCE_DAYS = 30
"""For so many days a question about a silent habit that was put off does not come back."""


class PageMemory:
    """Reads and writes settings that nobody sets by hand.

    Folding a group is only how one looks at the page, so it is no step for undo: who takes
    back a slip means what was logged, and would not see why a group opens instead. Putting
    off a question is an answer, and can be taken back.
    """

    def __init__(self, table: SettingTable, journal: Journal) -> None:
        self._table = table
        self._journal = journal

    def folded_areas(self) -> frozenset[str]:
        """Keys of the practice areas whose group on the Today page is folded."""
        kept = self._table.find(FOLDED_AREAS)
        areas = None if kept is None else value_of(kept)
        return frozenset(map(str, areas)) if isinstance(areas, list) else frozenset()

    def fold(self, areas: Iterable[str]) -> None:
        """Keep the groups of exactly those practice areas folded."""
        import json

        wanted = sorted(areas)
        self._journal.keep_quietly(FOLDED_AREAS, json.dumps(wanted) if wanted else None)

    def put_off(self, habit: Habit, today: date) -> None:
        """Ask about the silence of `habit` no more for a while."""
        import json

        title = tr("“{name}” left as it is for now", name=habit.name)
        key = silence_key(habit.id)
        self._journal.set_setting(title, key, json.dumps(today.isoformat()), whole_title=True)

    def is_put_off(self, habit: Habit, today: date) -> bool:
        """Whether the question about `habit` was put off less than `SILENCE_DAYS` ago."""
        kept = self._table.find(silence_key(habit.id))
        since = None if kept is None else day_of(kept)
        return since is not None and (today - since).days < SILENCE_DAYS
