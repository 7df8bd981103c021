"""What was changed, in order, so that it can be taken back and done again."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from selfcare_app.domain.record import Key, Record

MOST_CHANGES = 500
"""How many changes can be taken back: more than anyone makes in a day."""


class Step(NamedTuple):
    """One record before and after; None where there was or is none."""

    key: Key
    before: Record | None
    after: Record | None

    def inverse(self) -> "Step":
        """The step back."""
        return Step(self.key, self.after, self.before)


class Change(NamedTuple):
    """One thing that a person did: `title` says it in words, `day` where it was about a day.

    A `quiet` one cannot be taken back, and nothing is said of it: how a page was left, or
    what was erased.
    """

    title: str
    day: date | None
    steps: tuple[Step, ...]
    quiet: bool = False

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        steps = tuple(step.inverse() for step in reversed(self.steps))
        return Change(self.title, self.day, steps)


class History:
    """Changes done and changes taken back, the latest last; lives as long as the program runs."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def next_undo(self) -> Change | None:
        """The change that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Change | None:
        """The change that redo would do again."""
        return self._undone[-1] if self._undone else None

    def record(self, change: Change, *, continued: bool = False) -> None:
        """Remember a new change; what was taken back before it cannot be redone any more.

        A `continued` one becomes one with the latest, if that was about the same records; if
        both together changed nothing, neither is remembered.
        """
        latest = self.next_undo
        if continued and latest is not None and not self._undone and _same(latest, change):
            change = _together(self._done.pop(), change)
            if not change.steps:
                return
        self._done.append(change)
        del self._done[:-MOST_CHANGES]
        self._undone.clear()

    def move_to_undone(self) -> None:
        """Note that the latest change was taken back."""
        self._undone.append(self._done.pop())

    def move_to_done(self) -> None:
        """Note that the change taken back last was done again."""
        self._done.append(self._undone.pop())

    def forget_undo(self) -> None:
        """Drop the latest change: it cannot be taken back any more."""
        self._done.pop()

    def forget_redo(self) -> None:
        """Drop the change taken back last: it cannot be done again any more."""
        self._undone.pop()

    def drop(self, unwanted: Callable[[Step], bool]) -> None:
        """Forget every step that is `unwanted`, and the changes of which nothing is left."""
        for changes in (self._done, self._undone):
            kept = [
                change._replace(steps=tuple(step for step in change.steps if not unwanted(step)))
                for change in changes
            ]
            changes[:] = [change for change in kept if change.steps]

    def clear(self) -> None:
        """Drop every change: none can be taken back or done again any more."""
        self._done.clear()
        self._undone.clear()


def _same(earlier: Change, later: Change) -> bool:
    return earlier.title == later.title and {step.key for step in earlier.steps} == {
        step.key for step in later.steps
    }


def _together(earlier: Change, later: Change) -> Change:
    before = {step.key: step.before for step in earlier.steps}
    steps = (Step(step.key, before[step.key], step.after) for step in later.steps)
    return Change(
        later.title, later.day, tuple(step for step in steps if step.before != step.after)
    )
