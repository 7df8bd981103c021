"""The journal: the only writer. Every change is one transaction that can be taken back."""

from selfcare_app.services.entry_verbs import EntryVerbs
from selfcare_app.services.erasing import ErasingVerbs
from selfcare_app.services.habit_verbs import HabitVerbs
from selfcare_app.services.pause_verbs import PauseVerbs
from selfcare_app.services.timer_verbs import TimerVerbs
from selfcare_app.services.work_verbs import WorkVerbs


class Journal(EntryVerbs, HabitVerbs, PauseVerbs, TimerVerbs, WorkVerbs, ErasingVerbs):
    """Writes what a person says, and takes it back; its verbs stand in modules by what they are
    about."""
