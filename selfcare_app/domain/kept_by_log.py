"""Boundary habits that the work-day log keeps by itself, until the person says otherwise."""

from datetime import date

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.value import replace
from selfcare_app.domain.work_record import WorkRecord


class KeptByLog(WorkRecord):
    """That the log itself wrote `state` into the habit `habit_id` on `day`."""

    habit_id: str
    day: date
    state: State

    @property
    def key(self) -> tuple[object, ...]:
        """One a habit and day."""
        return KeptByLog, self.habit_id, self.day


def by_itself(entry: Entry, mark: KeptByLog | None) -> bool:
    """Whether what `entry` says is what the log wrote, and nothing of the person's."""
    return mark is not None and entry.state is mark.state and entry.value is None


def kept(
    entry: Entry, mark: KeptByLog | None, on_time: bool | None
) -> tuple[Entry, KeptByLog | None]:
    """`entry` and its mark after the day's log says `on_time`; None is not known.

    The person's word stands: what they said, or took back, is left as it is.
    """
    silent = mark is None and entry.state is None and entry.value is None
    if not silent and not by_itself(entry, mark):
        return entry, mark
    if on_time is None:
        return replace(entry, state=None), None
    state = State.DONE if on_time else State.NOT_DONE
    return replace(entry, state=state), KeptByLog(entry.habit_id, entry.day, state)
