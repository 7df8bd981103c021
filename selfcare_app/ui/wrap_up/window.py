"""The window of the wrap-up."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import BREATHE_IN_SECONDS, BREATHE_OUT_SECONDS
from selfcare_app.services.work_now import WorkNow, work_now
from selfcare_app.services.work_settings import ON_TIME
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.announce import announce
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, give_font, text_factor
from selfcare_app.ui.work_day.reasons import usual_reasons
from selfcare_app.ui.work_day.words import moment_words, past_words, time_words
from selfcare_app.ui.wrap_up.step import BreathStep, Step, TomorrowStep, step_for

WIDTH = 440
_ROOM_AROUND = 260
"""Logical pixels for what stands around the steps."""


class WrapUpWindow(QDialog):
    """The closing steps, ticked off or left out, and then done for today.

    What was ticked and typed is kept however the window is left.
    """

    breathe_wanted = Signal()
    """The breathing guide is to be opened."""

    def __init__(
        self,
        workspace: Workspace,
        look: Callable[[], tuple[Theme, Icons]],
        parent: QWidget | None = None,
    ) -> None:
        """`look` tells the colours and drawings of the moment."""
        super().__init__(parent)
        self.setWindowTitle(tr("Wrap up"))
        self._work, self._look = workspace.work, look
        self._settings = workspace.settings
        self._now: WorkNow = work_now(self._work)
        self._day = self._now.day
        self.steps: list[Step] = []
        self.reason: QLineEdit | None = None
        """Why it got late; asked only where it did."""
        self._kept = self._as_it_stands()
        self._lay_out()
        self._fill()
        self.setMinimumWidth(round(WIDTH * max(1.0, text_factor())))

    def _lay_out(self) -> None:
        heading = QLabel(tr("Wrap up"), self)
        give_font(heading, "card")
        about = QLabel(tr("A few short steps. Leave out any of them."), self)
        about.setProperty("role", "second")
        give_font(about, "caption")
        self.problem = QLabel(self)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        card = QFrame(self)
        card.setProperty("role", "card")
        self._steps = QVBoxLayout(card)
        self._steps.setContentsMargins(1, 1, 1, 1)
        self._steps.setSpacing(0)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(card)
        self._scroll, self._card = scroll, card
        self.not_yet = QPushButton(tr("Not yet"), self)
        self.not_yet.setAutoDefault(False)
        self.not_yet.clicked.connect(self.reject)
        self.done_button = QPushButton(tr("Done for today"), self)
        self.done_button.setProperty("role", "primary")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self._on_done)
        buttons = QHBoxLayout()
        buttons.addWidget(self.not_yet)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        self.until = QLabel(_stops_words(self._now), self)
        self.until.setProperty("role", "second")
        give_font(self.until, "caption")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 14)
        whole.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(heading)
        head.addWidget(about)
        whole.addLayout(head)
        whole.addWidget(self.problem)
        whole.addWidget(scroll, 1)
        whole.addLayout(buttons)
        whole.addWidget(self.until, 0, Qt.AlignmentFlag.AlignRight)

    def _fill(self) -> None:
        seconds = (self._settings.get(BREATHE_IN_SECONDS), self._settings.get(BREATHE_OUT_SECONDS))
        ticked, tomorrow = self._kept
        steps = [step_for(words, seconds) for words in self._work.options.closing_steps()]
        if not any(isinstance(step, TomorrowStep) for step in steps):
            steps.append(TomorrowStep(tr("For tomorrow")))
        for step in steps:
            step.box.setChecked(step.words in ticked)
            if isinstance(step, TomorrowStep):
                step.field.setText(tomorrow)
            if isinstance(step, BreathStep):
                step.wanted.connect(self.breathe_wanted)
                theme, icons = self._look()
                step.start.setIcon(icons.icon("play", theme.area("mindfulness").name()))
            step.box.toggled.connect(lambda on, step=step: self._on_ticked(step, on))
            step.changed.connect(self._keep)
            self._add(step)
            self.steps.append(step)
        if self._now.minutes_past > self._settings.get(ON_TIME):
            self._add(self._reason_row())

    def _add(self, row: QFrame) -> None:
        if self._steps.count():
            line = QFrame(self._card)
            line.setProperty("role", "divider")
            line.setFixedHeight(1)
            self._steps.addWidget(line)
        self._steps.addWidget(row)

    def _reason_row(self) -> QFrame:
        row = QFrame(self._card)
        words = QLabel(tr("It is {time}. What kept you?", time=past_words(self._now)), row)
        words.setWordWrap(True)
        self.reason = QLineEdit(row)
        self.reason.setMaxLength(200)
        self.reason.setAccessibleName(tr("What kept you"))
        usual = ", ".join(usual_reasons())
        self.reason.setPlaceholderText(tr("if you like: {usual} …", usual=usual))
        column = QVBoxLayout(row)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(words)
        column.addWidget(self.reason)
        return row

    def open(self) -> None:
        """Show it beside whatever else is open, with the focus on the first step left."""
        self._fit()
        self.show()
        self.raise_()
        self.activateWindow()
        waiting = [step for step in self.steps if not step.box.isChecked()]
        (waiting[0].box if waiting else self.done_button).setFocus()

    def _fit(self) -> None:
        """Be as high as the steps, as far as the screen has room; beyond that they scroll."""
        height = self._card.sizeHint().height() + 2
        room = self.screen().availableGeometry().height() - _ROOM_AROUND
        self._scroll.setMinimumHeight(min(height, max(120, room)))
        self.adjustSize()

    def breathed(self) -> None:
        """Tick the breath: the guide was used."""
        for step in self.steps:
            if isinstance(step, BreathStep):
                step.box.setChecked(True)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The steps that are ticked."""
        return tuple(step.words for step in self.steps if step.box.isChecked())

    @property
    def tomorrow(self) -> str:
        """What is left for the next work day."""
        fields = [step.field for step in self.steps if isinstance(step, TomorrowStep)]
        return " ".join(fields[0].text().split())

    def _as_it_stands(self) -> tuple[tuple[str, ...], str]:
        log = self._work.log(self._day)
        return log.steps, log.tomorrow

    def _on_ticked(self, step: Step, on: bool) -> None:
        if not isinstance(step, TomorrowStep | BreathStep):
            moment = time_words(self._work.moment())
            step.details.setText(moment if on else "")
            step.details.setVisible(on)
            self._fit()

    def _keep(self) -> None:
        """Keep what was ticked and typed, as one change however long it is worked on."""
        now = (self.ticked, self.tomorrow)
        if now == self._kept:
            return
        if self._try(lambda: self._work.keep_wrap_up(self._day, *now, continued=True)):
            self._kept = now

    def _on_done(self) -> None:
        reason = self.reason.text() if self.reason is not None else ""
        done = self._try(
            lambda: self._work.done_for_today(
                self.ticked, self.tomorrow, reason if reason.strip() else None
            )
        )
        if done:
            self._kept = (self.ticked, self.tomorrow)
            self.accept()

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KnownError as error:
            self.problem.setText(str(error))
            self.problem.show()
            announce(self.problem, str(error))
            return False
        self.problem.hide()
        return True


def _stops_words(now: WorkNow) -> str:
    if now.next_start is None:
        return tr("Stops work reminders until your next work day")
    return tr("Stops work reminders until {moment}", moment=moment_words(now.next_start, now.now))
