"""The small window of a reminder: what it says, the day as a bar, a few buttons."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QMargins, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.words import tr
from selfcare_app.services.work_now import WorkNow
from selfcare_app.ui.announce import announce
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.reminders.words import LATE, WRAP_UP, Answer, Said
from selfcare_app.ui.theme import Theme, give_font, text_factor
from selfcare_app.ui.work_day.bar import AREA, DayBar
from selfcare_app.ui.work_day.reasons import ReasonPicker

WIDTH = 420
"""At the usual text size."""
_BADGE, _ICON = 40, 22
_FRAME = 32
"""About as high are the frames that systems put around a window."""
_MARGIN = 24
"""Between the window and the corner of the screen."""


class ReminderWindow(QWidget):
    """Comes up in a corner without taking the focus; Esc puts it away until the next time."""

    answered = Signal(str)
    """The key of the answer."""
    reason_given = Signal(str)
    """Why the person works on."""
    left = Signal()
    """It was put away without an answer."""

    def __init__(
        self, look: Callable[[], tuple[Theme, Icons]], parent: QWidget | None = None
    ) -> None:
        """`look` tells the colours and drawings of the moment."""
        flags = Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint
        flags |= Qt.WindowType.WindowTitleHint | Qt.WindowType.WindowCloseButtonHint
        super().__init__(parent, flags | Qt.WindowType.WindowStaysOnTopHint)
        # Somebody may be writing, or listening: the keyboard stays where it is.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(tr("Selfcare"))
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._said: Said | None = None
        self._closing = False
        self.buttons: dict[str, QPushButton] = {}
        """By the keys of their answers."""
        self.more = QPushButton(self)
        self._others: tuple[Answer, ...] = ()
        self.reasons = ReasonPicker(self)
        self.reasons.chosen.connect(self.reason_given)
        self.reasons.left.connect(self._back)
        self._lay_out()

    def _lay_out(self) -> None:
        self._icon = QLabel(self)
        self.title = QLabel(self)
        give_font(self.title, "card")
        self.lines = QLabel(self)
        self.lines.setProperty("role", "second")
        for label in (self.title, self.lines):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.bar = DayBar(lambda: self._look()[0], self, labelled=False)
        self.first_foot, self.second_foot = QLabel(self), QLabel(self)
        for label in (self.first_foot, self.second_foot):
            label.setProperty("role", "second")
            give_font(label, "caption")
        self.more.setProperty("role", "icon")
        self.more.setAccessibleName(tr("Other lengths"))
        self.more.setToolTip(tr("Other lengths"))
        self.more.clicked.connect(self._open_others)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.lines)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.first_foot)
        foot.addStretch(1)
        foot.addWidget(self.second_foot)
        first = QWidget(self)
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addStretch(1)
        column.addLayout(self._line)
        column.addLayout(foot)
        self._parts = QStackedWidget(self)
        self._parts.addWidget(first)
        self._parts.addWidget(self.reasons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 18, 22, 16)
        whole.addWidget(self._parts)

    def bring(self, said: Said, now: WorkNow, others: tuple[Answer, ...] = ()) -> None:
        """Say it, in the corner of the screen; `others` stand in a menu beside the buttons."""
        self._parts.setCurrentIndex(0)
        self._others = others
        self.say(said, now)
        self.buttons[said.answers[0].key].setFocus()
        self._fit()
        if not self.isVisible():
            self._closing = False
            self._go_to_corner()
            self.show()
            self.raise_()
        announce(self, " ".join((said.title, *said.lines)))

    def say(self, said: Said, now: WorkNow) -> None:
        """Say it anew where it stands, such as a minute later."""
        theme, icons = self._look()
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(" ".join(said.lines))
        self.title.setText(said.title)
        self.lines.setText("\n".join(said.lines))
        self.lines.setVisible(bool(said.lines))
        self._icon.setPixmap(self._badge(said.icon, theme, icons))
        self.bar.setVisible(said.shows_day and now.shift is not None)
        self.bar.show_day(now)
        self.first_foot.setText(said.first_foot)
        self.second_foot.setText(said.second_foot)
        if self._said is None or self._said.answers != said.answers:
            self._offer(said.answers, theme, icons)
        self._said = said
        self.more.setIcon(icons.icon("more", theme.text))
        self.more.setVisible(bool(self._others))

    def _badge(self, icon: str, theme: Theme, icons: Icons) -> QPixmap:
        """The drawing on a round ground."""
        scale = self.devicePixelRatioF()
        badge = QPixmap(round(_BADGE * scale), round(_BADGE * scale))
        badge.setDevicePixelRatio(scale)
        badge.fill(Qt.GlobalColor.transparent)
        painter = QPainter(badge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint(AREA))
        painter.drawEllipse(0, 0, _BADGE, _BADGE)
        inset = (_BADGE - _ICON) // 2
        painter.drawPixmap(inset, inset, icons.pixmap(icon, _ICON, theme.area(AREA).name(), scale))
        painter.end()
        return badge

    def _offer(self, answers: tuple[Answer, ...], theme: Theme, icons: Icons) -> None:
        while self._line.count():
            self._line.takeAt(0)
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for number, answer in enumerate(answers):
            button = QPushButton(answer.words, self)
            button.setAutoDefault(True)
            button.setEnabled(not answer.refused)
            button.setToolTip(answer.refused)
            if not number:
                button.setProperty("role", "primary")
            if answer.icon:
                colour = theme.text if number else theme.on_primary
                button.setIcon(icons.icon(answer.icon, colour))
            button.clicked.connect(lambda _=False, key=answer.key: self.press(key))
            self.buttons[answer.key] = button
            if answer.key == LATE:
                self._line.addStretch(1)
            self._line.addWidget(button)
            if number == 1 and answers[0].key == WRAP_UP:
                self._line.addWidget(self.more)
        if LATE not in self.buttons:
            self._line.addStretch(1)
        for one, other in pairwise(self.buttons.values()):
            QWidget.setTabOrder(one, other)

    def put_away(self) -> None:
        """Close it, as answered elsewhere."""
        self._closing = True
        self.close()

    def press(self, key: str) -> None:
        """Answer as the button of that key does."""
        if key == LATE:
            self._parts.setCurrentWidget(self.reasons)
            self.reasons.begin()
        else:
            self.answered.emit(key)

    def _back(self) -> None:
        self._parts.setCurrentIndex(0)
        self.buttons[LATE].setFocus()

    def other_lengths(self) -> QMenu:
        """The menu of other lengths, not open yet."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for answer in self._others:
            menu.addAction(answer.words, partial(self.answered.emit, answer.key))
        return menu

    def _open_others(self) -> None:
        self.other_lengths().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _fit(self) -> None:
        """Be as wide as the buttons need."""
        least = round(WIDTH * max(1.0, text_factor()))
        self.setFixedWidth(max(least, self.minimumSizeHint().width()))
        self.adjustSize()

    def _go_to_corner(self) -> None:
        screen = self.screen().availableGeometry()
        # The frame is not there yet, so its height can only be allowed for.
        size = self.size().grownBy(QMargins(0, _FRAME, _MARGIN, _MARGIN))
        corner = screen.bottomRight() - QPoint(size.width(), size.height())
        self.move(max(screen.left(), corner.x()), max(screen.top(), corner.y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the reasons, or puts the reminder away; Return presses what has focus."""
        if event.key() == Qt.Key.Key_Escape:
            if self._parts.currentWidget() is self.reasons:
                self._back()
            else:
                self.close()
            return
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QPushButton
        ):
            focused.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow upwards: what is said may need more lines than before."""
        super().resizeEvent(event)
        if self.isVisible() and event.oldSize().isValid():
            self.move(self.pos() - QPoint(0, event.size().height() - event.oldSize().height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it was put away, unless that was answered elsewhere."""
        super().closeEvent(event)
        if not self._closing:
            self._closing = True
            self.left.emit()
