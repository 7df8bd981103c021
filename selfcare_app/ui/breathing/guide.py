"""The window of the breathing guide: breathe, pause, end, and log it if one likes."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.breathing import Phase, Rhythm
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.timer import minutes_of
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import (
    BREATHE_IN_SECONDS,
    BREATHE_OUT_SECONDS,
    REDUCED_MOTION,
)
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.announce import announce
from selfcare_app.ui.breathing.options import Options
from selfcare_app.ui.breathing.outcome import Outcome
from selfcare_app.ui.breathing.pace import Pace
from selfcare_app.ui.breathing.ring import Ring
from selfcare_app.ui.breathing.words import done_words, phase_words
from selfcare_app.ui.theme import Theme, give_font
from selfcare_app.ui.today.timer_words import clock_words


class BreathingGuide(QDialog):
    """Leads the breath until it is ended; then the minutes can be added to a habit."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        theme: Callable[[], Theme],
        habits: Sequence[Habit],
        chosen: str | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`theme` tells the colours of the moment; the minutes can be logged to one of
        `habits`, first offered to the one with the id `chosen`."""
        super().__init__(window)
        self.setWindowTitle(tr("Breathe"))
        self.setModal(True)
        self._workspace = workspace
        self._day = workspace.today()
        self.pace = Pace(self, self._rhythm(), clock)
        self.ring = Ring(self, theme)
        self.options = Options(self, workspace.settings)
        self.outcome = Outcome(self, habits, chosen)
        self._lay_out()
        self.pace.moved.connect(self._show_moment)
        self.pace.phase_begun.connect(self._on_phase)
        self.options.changed.connect(self._on_options)
        self.options.problem.connect(self._say_problem)
        self.run.clicked.connect(self.start_or_pause)
        self.end_button.clicked.connect(self.end)
        self.outcome.left.connect(self._on_left)
        self._on_options()
        self._show_moment()

    def _lay_out(self) -> None:
        heading = QLabel(tr("Breathe"), self)
        give_font(heading, "card")
        self.time = QLabel(self)
        self.time.setProperty("role", "second")
        self.run = QPushButton(self)
        self.run.setProperty("role", "primary")
        self.run.setDefault(True)
        self.end_button = QPushButton(tr("End"), self)
        self.problem = QLabel(self)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._parts = QStackedWidget(self)
        breathing = QWidget(self._parts)
        column = QVBoxLayout(breathing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.ring)
        column.addWidget(self.time, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.options)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.end_button)
        buttons.addWidget(self.run)
        column.addLayout(buttons)
        self._parts.addWidget(breathing)
        self._parts.addWidget(self.outcome)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 18)
        whole.setSpacing(12)
        whole.addWidget(heading)
        whole.addWidget(self.problem)
        whole.addWidget(self._parts, 1)

    @property
    def ended(self) -> bool:
        """Whether it is over, and asks what to do with the minutes."""
        return self._parts.currentWidget() is self.outcome

    @property
    def minutes(self) -> float:
        """The minutes of breathing, to a tenth."""
        return minutes_of(self.pace.seconds)

    def begin(self) -> None:
        """Show it over its window; the ring waits for the person."""
        # Qt would rather make it lower on a small screen, and cut words off.
        self.resize(self.sizeHint())
        self.open()
        self.run.setFocus()

    def start_or_pause(self) -> None:
        """Begin, pause, or go on."""
        if self.pace.running:
            self.pace.pause()
            announce(self.ring, tr("Paused"))
        else:
            if not self.pace.begun:
                self._day = self._workspace.today()
            self.pace.start()

    def end(self) -> None:
        """Stop, and offer to log what was done; with nothing done, or no habit, just close."""
        if self.pace.running:
            self.pace.pause()
        if self.minutes <= 0 or not self.outcome.habits:
            self.accept()
            return
        self.outcome.sentence.setText(done_words(self.minutes))
        self._parts.setCurrentWidget(self.outcome)
        self.outcome.choice.setFocus()
        announce(self.outcome, self.outcome.sentence.text())

    def reject(self) -> None:
        """Esc, or the window's own button: what was done can still be logged."""
        if self.ended:
            super().reject()
        else:
            self.end()

    def _on_left(self, habit: object) -> None:
        if isinstance(habit, Habit):
            try:
                self._workspace.journal.log_minutes(habit, self._day, self.minutes)
            except KnownError as error:
                self._say_problem(str(error))
                return
        self.accept()

    def _say_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        announce(self.problem, sentence)

    def _on_options(self) -> None:
        self.problem.hide()
        self.ring.still = self._workspace.settings.get(REDUCED_MOTION)
        self.pace.set_rhythm(self._rhythm())
        self.pace.set_still(self.ring.still)
        self._show_moment()

    def _rhythm(self) -> Rhythm:
        settings = self._workspace.settings
        return Rhythm(settings.get(BREATHE_IN_SECONDS), settings.get(BREATHE_OUT_SECONDS))

    def _on_phase(self, phase: Phase) -> None:
        announce(self.ring, phase_words(phase))

    def _show_moment(self) -> None:
        breath, begun = self.pace.breath, self.pace.begun
        if self.pace.running:
            words, below = phase_words(breath.phase), str(breath.count)
        else:
            words, below = (tr("Paused") if begun else tr("Ready")), ""
        self.ring.show_moment(words, below, breath.fullness)
        self._say(self.time, clock_words(self.pace.seconds))
        run = tr("Pause") if self.pace.running else tr("Go on") if begun else tr("Start")
        self._say(self.run, run)

    @staticmethod
    def _say(part: QLabel | QPushButton, words: str) -> None:
        if part.text() != words:
            part.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Wake for the ring again."""
        super().showEvent(event)
        self.pace.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the ring sleep while nobody can see it."""
        self.pace.set_seen(False)
        super().hideEvent(event)
