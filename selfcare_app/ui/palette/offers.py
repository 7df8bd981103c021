"""What the palette can find: actions, habits, and each habit's progress."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from selfcare_app.domain.area import area_title
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.records import Records
from selfcare_app.ui.actions import Action
from selfcare_app.ui.palette.match import Words, folded_words


class Offer(NamedTuple):
    """One thing that can be found, and what choosing it does."""

    title: str
    beside: str
    """What it acts on, or where it belongs."""
    keys: str
    icon: str
    area: str
    """The practice area whose colour the icon has; empty for none."""
    act: Callable[[], object]
    words: Words

    @property
    def spoken(self) -> str:
        """All of it in one line, for a screen reader."""
        return ", ".join(filter(None, (self.title, self.beside, self.keys)))


def offers(
    actions: Iterable[Action], records: Records, show: Callable[[str, str], object]
) -> list[Offer]:
    """Everything to be found: `actions`, then the habits, then their progress.

    `show` takes a page, `today` or `progress`, and the id of the habit to show on it.
    """
    placed = [(habit, area_title(records.area(habit.area))) for habit in records.habits()]
    return [
        *map(_of_action, actions),
        *(_of_habit(habit, area, partial(show, "today", habit.id)) for habit, area in placed),
        *(_of_progress(habit, area, partial(show, "progress", habit.id)) for habit, area in placed),
    ]


def _of_action(action: Action) -> Offer:
    title, beside = action.text(), action.about or tr(action.section.value)
    keys = next(iter(action.key_words), "")
    words = folded_words(title, beside)
    return Offer(title, beside, keys, action.icon_name, "", action.trigger, words)


def _of_habit(habit: Habit, area: str, act: Callable[[], object]) -> Offer:
    words = folded_words(habit.name, area)
    return Offer(habit.name, area, "", habit.area, habit.area, act, words)


def _of_progress(habit: Habit, area: str, act: Callable[[], object]) -> Offer:
    beside = tr("Progress · {area}", area=area)
    words = folded_words(habit.name, beside)
    return Offer(habit.name, beside, "", "progress", habit.area, act, words)
