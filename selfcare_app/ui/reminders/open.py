"""Brings reminders to the person one at a time, and does what they answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from selfcare_app.domain.entry import State
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.instants import wall_clock
from selfcare_app.domain.notice import OF_THE_END, RANK, STILL_SECONDS, Notice, NoticeKind
from selfcare_app.services.work_now import Stage
from selfcare_app.services.work_settings import REMINDER_NAMES
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.reminders.window import ReminderWindow
from selfcare_app.ui.reminders.words import (
    DONE,
    LATER,
    REST,
    SESSION,
    STILL,
    WRAP_UP,
    Said,
    moment_for_you,
    other_snoozes,
    said_of,
)
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.work_day.deeds import WorkDeeds


class Reminders(QObject):
    """Shows the window of the reminder that matters most, and asks for a native notification
    beside it; those that wait follow once it is answered."""

    native_wanted = Signal(str, str, str, dict)
    """Name, title, text and buttons (words by key) of a notification of the desktop."""
    native_done = Signal(str)
    """The notification of that name is answered, and may go."""

    def __init__(
        self,
        workspace: Workspace,
        deeds: WorkDeeds,
        look: Callable[[], tuple[Theme, Icons]],
        locked: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """`look` tells the colours of the moment, `locked` whether the screen is locked."""
        super().__init__(parent)
        self._workspace, self._deeds = workspace, deeds
        self._look, self._locked = look, locked
        self._waiting: list[tuple[Notice, bool]] = []
        self._shown: tuple[Notice, bool] | None = None
        self.window: ReminderWindow | None = None
        """The window that is open."""

    def bring(self, notice: Notice, late: bool) -> None:
        """Bring `notice`, which is `late` where it comes after a sleep."""
        self._waiting = [each for each in self._waiting if _slot(each[0]) != _slot(notice)]
        self._waiting.append((notice, late))
        if self._locked():
            # Nobody sees the window, and others may see the line.
            self.native_wanted.emit(_slot(notice), moment_for_you(), "", {})
        elif self._shown is None or _slot(self._shown[0]) == _slot(notice):
            self._show_next()
        elif RANK[notice.kind] > RANK[self._shown[0].kind]:
            # What was shown waits: nobody may be there to answer it.
            self._waiting.append(self._shown)
            self.native_done.emit(_slot(self._shown[0]))
            self._show_next()

    def lock(self) -> None:
        """Take what is shown off the screen, which is locked now; it waits, and others see no
        more than that there is something."""
        if self._shown is not None:
            shown = self._shown
            self._waiting.append(shown)
            self._put_away()
            self.native_wanted.emit(_slot(shown[0]), moment_for_you(), "", {})

    def follow(self) -> None:
        """Say anew what is shown, as time goes on; put away what is answered elsewhere."""
        self._waiting = [each for each in self._waiting if self._has_sense(each[0])]
        if self._shown is None or self.window is None:
            if not self._locked():
                self._show_next()
            return
        if self._has_sense(self._shown[0]):
            self.window.say(self._said(*self._shown), self._deeds.now())
        else:
            self._finish()

    def close(self) -> None:
        """Put everything away, such as when the program ends."""
        self._waiting.clear()
        if self._shown is not None:
            self._finish()

    def answer(self, name: str, key: str) -> None:
        """Do what was answered in the notification of that name."""
        if self._shown is None or _slot(self._shown[0]) != name:
            return
        if self.window is not None and key in self.window.buttons:
            self.window.press(key)
        elif self.window is not None:
            # The notification itself was clicked: the person wants to see more.
            self.window.raise_()
            self.window.activateWindow()

    def _show_next(self) -> None:
        if not self._waiting:
            return
        self._shown = max(self._waiting, key=lambda each: (RANK[each[0].kind], each[0].at))
        self._waiting.remove(self._shown)
        notice, late = self._shown
        now = self._deeds.now()
        said = self._said(notice, late)
        others = other_snoozes(now) if notice.kind in OF_THE_END else ()
        self._open_window().bring(said, now, others)
        self._ask_for_native(notice, said)

    def _open_window(self) -> ReminderWindow:
        if self.window is None:
            window = ReminderWindow(self._look)
            window.answered.connect(self._on_answer)
            window.reason_given.connect(self._on_reason)
            window.left.connect(self._on_left)
            self.window = window
        return self.window

    def _ask_for_native(self, notice: Notice, said: Said) -> None:
        named = notice.kind is NoticeKind.HABIT and self._names
        title = said.title if named else said.quiet
        buttons = {each.key: each.words for each in said.answers if not each.refused}
        self.native_wanted.emit(_slot(notice), title, "", buttons)

    @property
    def _names(self) -> bool:
        return self._workspace.settings.get(REMINDER_NAMES)

    def _said(self, notice: Notice, late: bool) -> Said:
        habit = self._habit(notice)
        return said_of(notice, self._deeds.now(), habit, names=self._names, late=late)

    def _habit(self, notice: Notice) -> Habit | None:
        return self._workspace.records.habit(notice.habit_id) if notice.habit_id else None

    def _has_sense(self, notice: Notice) -> bool:
        if notice.until <= self._deeds.now().now.at and notice.kind is not NoticeKind.PAST_END:
            return False
        if notice.kind is not NoticeKind.HABIT:
            return not self._ended(notice)
        habit = self._habit(notice)
        if habit is None or habit.archived:
            return False
        state = self._workspace.records.entry(habit.id, notice.day).state
        return state is None or (state is State.DONE and habit.measured)

    def _ended(self, notice: Notice) -> bool:
        now = self._deeds.now()
        return now.stage is Stage.DONE or now.day != notice.day

    def _on_answer(self, key: str) -> None:
        assert self._shown is not None
        notice, _ = self._shown
        done = True
        if notice.habit_id is not None:
            done = self._answer_habit(notice, key)
        elif key.startswith(f"{LATER}:"):
            done = self._deeds.snooze(notice.day, int(key.partition(":")[2]))
        elif key == WRAP_UP:
            self._deeds.wrap_up_wanted.emit()
        elif key in (STILL, SESSION):
            done = self._deeds.was_working(notice.day, notice.at - STILL_SECONDS)
            if done and key == SESSION:
                self._deeds.start_session()
        if done:
            self._finish()

    def _answer_habit(self, notice: Notice, key: str) -> bool:
        habit, journal = self._habit(notice), self._workspace.journal
        if habit is None:
            return True
        day = wall_clock(notice.at, self._workspace.work.zone()).date()
        try:
            if key == DONE:
                journal.log_entry(habit, day)
            elif key == REST:
                journal.rest(habit, day)
            elif key == LATER:
                self._workspace.work.reminding.come_later(habit.id)
        except KnownError as error:
            self._deeds.problem.emit(str(error))
        return True

    def _on_reason(self, reason: str) -> None:
        assert self._shown is not None
        if self._deeds.work_on(self._shown[0].day, reason):
            self._finish()

    def _on_left(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
        self._finish()

    def _finish(self) -> None:
        """Be done with what is shown, and go on to what waits."""
        self._put_away()
        if not self._locked():
            self._show_next()

    def _put_away(self) -> None:
        shown, self._shown = self._shown, None
        window, self.window = self.window, None
        if window is not None:
            window.put_away()
            window.deleteLater()
        if shown is not None:
            self.native_done.emit(_slot(shown[0]))


def _slot(notice: Notice) -> str:
    """The name of the place that `notice` takes: the stages of the end take one together."""
    return "end" if notice.kind in OF_THE_END else notice.name
