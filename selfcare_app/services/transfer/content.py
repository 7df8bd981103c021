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
    imports may know it. Only when it is added, `warnings` are told, `reminders` are kept, and
    it is put into `area`, where that is not None: the one of that key or title, or a new one.
    """

    habit: Habit
    origins: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    area: Area | None = None
    reminders: tuple[Reminder, ...] = ()


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
    _origins: set[str] = field(default_factory=set)

    def skip(self, what: str, why: str, count: int = 1) -> None:
        """Note that `count` things, perhaps none, of the sort `what` are left out because of
        `why`."""
        if count:
            self.skipped[what, why] += count

    def unique_origins(self, origins: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `origins` by which no other habit of the file is known, at least one, which
        is made where there is none; the next call counts them as taken."""
        own = tuple(origin for origin in origins if origin not in self._origins)
        number = 2
        while not own:
            numbered = f"{origins[0]}:{number}"
            own = () if numbered in self._origins else (numbered,)
            number += 1
        self._origins.update(own)
        return own
