"""What a file holds, in our own terms, before it is compared with what is here."""

from collections import Counter
from dataclasses import dataclass, field

from selfcare_app.domain.area import Area
from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.timer import Timer
from selfcare_app.domain.value import Value
from selfcare_app.domain.work_record import WorkRecord
from selfcare_app.services.transfer.recognise import FileFormat


class FoundHabit(Value):
    """A habit of the file, as it will be kept if it is not here yet.

    It is here if a habit has its id, or one of `origins`, the names by which earlier
    imports may know it. `warnings` are told only when it is added.
    """

    habit: Habit
    origins: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class FileContent:
    """All that could be read from a file, and what could not, counted by sort and reason.

    `entries`, `pauses`, `reminders` and `timers` name their habit by the id that it has in
    `habits`.
    """

    format: FileFormat
    areas: list[Area] = field(default_factory=list)
    habits: list[FoundHabit] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    reminders: list[Reminder] = field(default_factory=list)
    timers: list[Timer] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    work: list[WorkRecord] = field(default_factory=list)
    skipped: Counter[tuple[str, str]] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)

    def skip(self, what: str, why: str, count: int = 1) -> None:
        """Note that `count` things of the sort `what` are left out because of `why`."""
        self.skipped[what, why] += count
