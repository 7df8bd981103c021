"""A whole number, typed or stepped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, font


class Count(QWidget):
    """− number +; the arrow keys step too."""

    changed = Signal()

    def __init__(
        self, name: str, bounds: tuple[int, int], theme: Theme, icons: Icons, parent: QWidget
    ) -> None:
        """`name` is for a screen reader; steps stay within `bounds`."""
        super().__init__(parent)
        self._least, self._most = bounds
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self.field = _Number(self)
        self.field.setAccessibleName(name)
        self.field.stepped.connect(self.step)
        self.field.textChanged.connect(self.changed)
        self.less = self._button("minus", tr("{name}: less", name=name), -1, theme, icons)
        self.more = self._button("add", tr("{name}: more", name=name), 1, theme, icons)
        for part in (self.less, self.field, self.more):
            line.addWidget(part)

    def _button(self, icon: str, name: str, way: int, theme: Theme, icons: Icons) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "icon")
        button.setAutoDefault(False)
        button.setIcon(icons.icon(icon, theme.text))
        button.setAccessibleName(name)
        # The keyboard steps with the arrow keys in the field itself.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.step(way))
        return button

    def number(self) -> int:
        """The number; raises BadInput where none was typed."""
        text = self.field.text().strip()
        if not text.isdecimal() or len(text) > 6:
            raise BadInput(tr("Type a whole number, such as 3."))
        return int(text)

    def show_number(self, number: int) -> None:
        """Show `number`."""
        self.field.setText(str(number))

    def step(self, way: int) -> None:
        """Go one up (1) or down (−1); from what is no number, to the least."""
        try:
            stepped = self.number() + way
        except BadInput:
            stepped = self._least
        self.show_number(min(max(stepped, self._least), self._most))


class _Number(QLineEdit):
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFixedWidth(QFontMetrics(font("body")).horizontalAdvance("0000") + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}
        way = ways.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(way)
