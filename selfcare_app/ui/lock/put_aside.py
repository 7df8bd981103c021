"""Everything that a window shows, put where neither eyes nor a screen reader come to it.

A hidden widget still tells its name to whoever reads the window by a program. So the content is
moved, as it is and with whatever is half typed in it, into a widget that is never shown.
"""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLayout, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

_TRAY_ICON = "QSystemTrayIconSys"
"""What Qt shows in an older tray is a window as well; it tells nothing but what it is told to."""


class _Part(NamedTuple):
    """Something that stood in or over the window, and how."""

    widget: QWidget
    parent: QWidget | None
    flags: Qt.WindowType
    geometry: QRect
    shown: bool


class PutAside:
    """Holds what a window showed, until it is given back."""

    def __init__(self, window: QWidget, cover: QWidget) -> None:
        """Put everything in and over `window` aside, and `cover` in its place."""
        self._window, self._cover = window, cover
        self._focus = window.focusWidget()
        self._holder = QWidget()
        window.destroyed.connect(self._holder.deleteLater)
        close_menus()
        self._parts = [_taken(widget, self._holder) for widget in _over(window, self._holder)]
        content = window.layout()
        assert content is not None
        self._holder.setLayout(content)
        # What lies over the content without standing in its layout.
        self._parts += [_taken(widget, self._holder) for widget in _loose(window, cover)]
        around = QVBoxLayout(window)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(cover)
        cover.show()

    def give_back(self) -> None:
        """Have everything as it was; the cover is gone."""
        window = self._window
        # It may be in the middle of telling that it was opened.
        self._cover.setParent(self._holder)
        covering, content = window.layout(), self._holder.layout()
        assert covering is not None
        assert content is not None
        _discard(covering)
        window.setLayout(content)
        _show_now(window)
        for part in self._parts:
            if isValid(part.widget):
                _give(part, window)
        self._holder.deleteLater()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()


def close_menus() -> None:
    """Close menus and the like that stand open."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _over(window: QWidget, holder: QWidget) -> list[QWidget]:
    """Other windows of the program, such as dialogs, also those that are hidden just now."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget not in (window, holder)
        and not isinstance(widget, QMenu)
        and not widget.inherits(_TRAY_ICON)
        and widget.windowHandle() is not None
        and widget.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool)
    ]


def _loose(window: QWidget, cover: QWidget) -> list[QWidget]:
    return [child for child in _children(window) if child is not cover]


def _children(window: QWidget) -> list[QWidget]:
    children = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if not child.isWindow()]


def _taken(widget: QWidget, holder: QWidget) -> _Part:
    part = _Part(
        widget,
        widget.parentWidget(),
        widget.windowFlags(),
        widget.geometry(),
        not widget.isHidden(),
    )
    widget.setParent(holder, Qt.WindowType.Widget)
    return part


def _give(part: _Part, window: QWidget) -> None:
    parent = part.parent if part.parent is None or isValid(part.parent) else window
    part.widget.setParent(parent, part.flags)
    part.widget.setGeometry(part.geometry)
    if part.shown:
        part.widget.show()


def _show_now(window: QWidget) -> None:
    """Show what the layout brought: it would do so a moment later, and keys that are pressed
    meanwhile would be lost."""
    for child in _children(window):
        left_hidden = child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        if not (left_hidden and child.isHidden()):
            child.show()


def _discard(layout: QLayout) -> None:
    """Let go of a layout: Qt has no other way than to give it to another widget."""
    QWidget().setLayout(layout)
