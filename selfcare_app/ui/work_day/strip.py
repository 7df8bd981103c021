"""The strip above the habits: when work ends, how far it is, what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.words import tr
from selfcare_app.services.work_now import Stage, WorkNow
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, give_font, text_factor
from selfcare_app.ui.work_day.bar import AREA, DayBar
from selfcare_app.ui.work_day.deeds import WorkDeeds, session_words
from selfcare_app.ui.work_day.words import details, headline

_ONE_LINE = 940
"""From this width on, at the usual text size, the bar stands between words and buttons."""
_WORK = (Stage.AT_WORK, Stage.LAST_MINUTES, Stage.PAST)


class BoundaryStrip(QFrame):
    """Tells of the end of the work day; gone on a day without work of which nothing is to say."""

    def __init__(self, deeds: WorkDeeds, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Work day"))
        self._deeds, self._theme, self._icons = deeds, theme, icons
        self._now: WorkNow | None = None
        self._on_today = True
        self._icon = QLabel(self)
        self.headline, self.details, self.left = QLabel(self), QLabel(self), QLabel(self)
        give_font(self.headline, "habit")
        for label in (self.details, self.left):
            label.setProperty("role", "second")
            label.setTextFormat(Qt.TextFormat.PlainText)
            give_font(label, "caption")
        self.left.setWordWrap(True)
        self.bar = DayBar(lambda: self._theme, self, labelled=True)
        self.session = self._button(deeds.toggle_session)
        self.session.setCheckable(False)
        self.late = self._button(deeds.reason_wanted.emit)
        self.late.setText(tr("Working late…"))
        self.wrap_up = self._button(deeds.wrap_up_wanted.emit)
        self.wrap_up.setText(tr("Wrap up"))
        self.work_on = self._button(deeds.work_on_after_all)
        self.work_on.setText(tr("Work on after all"))
        self.resume = self._button(deeds.end_pause)
        self.resume.setText(tr("Let reminders come"))
        self._lay_out()
        self.set_theme(theme, icons)

    def _button(self, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.headline)
        words.addWidget(self.details)
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self._icon)
        said.addLayout(words)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.session, self.late, self.work_on, self.resume, self.wrap_up):
            buttons.addWidget(button)
        self._first = QHBoxLayout()
        self._first.setSpacing(20)
        self._first.addLayout(said)
        self._first.addWidget(self.bar, 1000)
        # Where no bar stands, the words keep to the left.
        self._first.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(10)
        self._line.addLayout(self._first, 1)
        self._line.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 12, 9)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self.left)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw in the colours of `theme`."""
        self._theme, self._icons = theme, icons
        self._icon.setPixmap(icons.icon("clock", theme.area(AREA).name()).pixmap(20, 20))
        self.bar.update()
        if self._now is not None:
            self._show_session(self._now)
            self._draw_moon(self._now)

    def show_day(self, now: WorkNow) -> None:
        """Show how the work day stands; be gone where there is nothing to say."""
        before, self._now = self._now, now
        self._appear()
        self.headline.setText(headline(now))
        self.details.setText(details(now))
        self.details.setVisible(bool(self.details.text()))
        morning = now.stage in (Stage.BEFORE, Stage.AT_WORK)
        self.left.setText(tr("Left for today: {text}", text=now.left) if now.left else "")
        self.left.setVisible(bool(now.left) and morning)
        self.bar.setVisible(now.stage in _WORK)
        self.bar.show_day(now)
        self.session.setVisible(now.stage is not Stage.DONE)
        self.late.setVisible(now.stage in (Stage.LAST_MINUTES, Stage.PAST))
        self.wrap_up.setVisible(now.stage in _WORK)
        self.work_on.setVisible(now.stage is Stage.DONE)
        self.resume.setVisible(now.pause is not None and now.stage is not Stage.DONE)
        if before is None or (before.session, before.stage) != (now.session, now.stage):
            self._show_session(now)
            self._draw_moon(now)

    def stand_on(self, *, today: bool) -> None:
        """Stand only where the day that is shown is today."""
        self._on_today = today
        self._appear()

    def _appear(self) -> None:
        now = self._now
        tells = now is not None and (
            now.stage is not Stage.FREE or now.planned.chosen_off or bool(now.session or now.pause)
        )
        self.setVisible(self._on_today and tells)

    def _show_session(self, now: WorkNow) -> None:
        running = now.session is not None
        self.session.setText(session_words(now))
        dot = "dot" if running else "ring"
        self.session.setIcon(self._icons.icon(dot, self._theme.area(AREA).name()))
        tip = tr("Reminders wait while you are in session.")
        if running:
            tip = tr("Press to end the session; what waited comes then.")
        self.session.setToolTip(tip)
        self.session.setAccessibleDescription(tip)

    def _draw_moon(self, now: WorkNow) -> None:
        """Wrapping up is what matters once the first word about the end has come."""
        primary = now.stage in (Stage.LAST_MINUTES, Stage.PAST)
        role = "primary" if primary else ""
        if self.wrap_up.property("role") != role:
            self.wrap_up.setProperty("role", role)
            self.wrap_up.style().unpolish(self.wrap_up)
            self.wrap_up.style().polish(self.wrap_up)
        colour = self._theme.on_primary if primary else self._theme.text
        self.wrap_up.setIcon(self._icons.icon("habit-moon", colour))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go below where it is narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < _ONE_LINE * max(1.0, text_factor())
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if narrow else way.LeftToRight)
