"""Every action of the window, registered in one place.

The keys, the menus, the command palette and the shortcut sheet are all made from these.
"""

from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from selfcare_app.services.settings import SINGLE_LETTER_KEYS, Settings

AMOUNT_KEYS = "+-0123456789"
"""They say how much, as digits do; they are not letters that one strikes by accident."""


class Section(StrEnum):
    """Where an action stands in lists; the value is its title in English, shown through `tr`."""

    PAGES = "Pages"
    DAY = "This day"
    DAYS = "Other days"
    HABITS = "Habits"
    WORK = "Work day"
    CHANGES = "Changes"
    PROGRAM = "Selfcare"


class Move(NamedTuple):
    """Keys that are a widget's own, such as the arrows in a table, told beside the actions."""

    section: Section
    title: str
    keys: tuple[str, ...]


def is_single_letter(key: str) -> bool:
    """Whether `key` writes a letter or a sign and needs no other key but Shift: “R”, “?”."""
    key = key.removeprefix("Shift+")
    return len(key) == 1 and key not in AMOUNT_KEYS


def key_words(key: str) -> str:
    """`key` as the platform writes it: “Ctrl+K”, “⌘K”; what is no key, such as “0–9”, as it is."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


class Action(QAction):
    """Something that a person can do, with its keys and its words."""

    def __init__(
        self,
        parent: QObject,
        section: Section,
        title: str,
        *,
        keys: tuple[str, ...],
        also: tuple[str, ...],
        says: str,
        when: Callable[[], bool] | None,
        about: Callable[[], str] | None,
        icon: str,
    ) -> None:
        """Made by `Actions.add`, which tells what each part is for."""
        super().__init__(title, parent)
        self.section, self.icon_name = section, icon
        self.says = says or title
        self._keys, self._also = keys, also
        self._when, self._about = when, about
        self._keys_in_force = keys

    @property
    def offered(self) -> bool:
        """Whether it makes sense just now, so that menus and the palette offer it."""
        return self.isEnabled() and (self._when is None or self._when())

    @property
    def about(self) -> str:
        """What it would act on just now, such as “Brisk walk · Tue 17 Nov”; empty if nothing."""
        return "" if self._about is None else self._about()

    @property
    def key_words(self) -> tuple[str, ...]:
        """The keys in force as the platform writes them, without those that only do the same."""
        return tuple(map(key_words, self._keys_in_force))

    def allow_single_letters(self, allowed: bool) -> None:
        """Listen to keys such as “R”, or to those with a modifier alone."""
        keys = self._keys
        if not allowed:
            keys = tuple(key for key in keys if not is_single_letter(key))
        self._keys_in_force = keys
        self.setShortcuts([QKeySequence(key) for key in (*keys, *self._also)])


class Actions(QObject):
    """The actions of one window."""

    acting = Signal(object)
    """The action that is about to act."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._actions: list[Action] = []
        self._single_letters = settings.get(SINGLE_LETTER_KEYS)
        self._allowed: Collection[Action] | None = None
        self._moves: list[Move] = []

    def add(
        self,
        section: Section,
        title: str,
        act: Callable[[], object],
        *,
        keys: str | tuple[str, ...] = (),
        also: tuple[str, ...] = (),
        on: QWidget | None = None,
        says: str = "",
        when: Callable[[], bool] | None = None,
        about: Callable[[], str] | None = None,
        icon: str = "",
        repeats: bool = False,
    ) -> Action:
        """Register something that a person can do, and return it, for a menu or a button.

        `keys` are written as in “Ctrl+N”; `also` are keys that do the same and are not told.
        They work in the whole window, or while the widget `on` itself has the focus;
        `repeats` says that holding a key goes on. `says` is a fuller title for the shortcut
        sheet. `when` tells whether the action makes sense just now and `about` what it would
        act on; both are asked before it is offered in a menu or the palette.
        """
        action = Action(
            on or self._window,
            section,
            title,
            keys=(keys,) if isinstance(keys, str) else keys,
            also=also,
            says=says,
            when=when,
            about=about,
            icon=icon,
        )
        action.setAutoRepeat(repeats)
        action.setShortcutVisibleInContextMenu(True)
        if on is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.allow_single_letters(self._single_letters)
        action.setEnabled(self._allowed is None)
        action.triggered.connect(lambda: self._act(action, act))
        (on or self._window).addAction(action)
        self._actions.append(action)
        return action

    def add_button(
        self,
        section: Section,
        button: QPushButton,
        title: str,
        icon: str,
        keys: str = "",
        *,
        repeats: bool = False,
    ) -> Action:
        """Register what `button` does, for as long as it is on screen and can be pressed.

        `repeats` says that holding its key goes on.
        """

        def usable() -> bool:
            return button.isVisible() and button.isEnabled()

        def press() -> None:
            if usable():
                button.click()

        return self.add(
            section,
            title,
            press,
            keys=(keys,) if keys else (),
            when=usable,
            icon=icon,
            repeats=repeats,
        )

    def tell(self, section: Section, title: str, *keys: str) -> None:
        """Have the shortcut sheet tell of `keys` that a widget listens to by itself."""
        self._moves.append(Move(section, title, keys))

    def moves_of(self, section: Section) -> list[Move]:
        """The told keys of one section; none while its actions are not allowed."""
        if not any(action.isEnabled() for action in self.of(section)):
            return []
        return [move for move in self._moves if move.section is section]

    @property
    def allowed(self) -> Collection[Action] | None:
        """What alone may act; None where everything may."""
        return self._allowed

    def allow_only(self, allowed: Collection[Action] | None) -> None:
        """Let no other action than `allowed` act, by key or otherwise; None allows all again."""
        self._allowed = allowed
        for action in self._actions:
            action.setEnabled(allowed is None or action in allowed)

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions)

    def of(self, section: Section) -> list[Action]:
        """The actions of one section, as they were registered."""
        return [action for action in self._actions if action.section is section]

    def offered(self) -> list[Action]:
        """What makes sense just now, section by section."""
        return [action for section in Section for action in self.of(section) if action.offered]

    def follow_settings(self) -> None:
        """Take single-letter keys away or bring them back, as the person has set."""
        allowed = self._settings.get(SINGLE_LETTER_KEYS)
        if allowed != self._single_letters:
            self._single_letters = allowed
            for action in self._actions:
                action.allow_single_letters(allowed)

    def _act(self, action: Action, act: Callable[[], object]) -> None:
        self.acting.emit(action)
        act()
