"""Settings: each declared once, with all that keeping it and showing it takes."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from selfcare_app.domain.breath_seconds import SECONDS, USUAL_SECONDS
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.grace import DEFAULT_GRACE_DAYS, MOST_GRACE_DAYS
from selfcare_app.domain.setting import value_of
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.history import Change
from selfcare_app.services.journal import Journal
from selfcare_app.store.settings import SettingTable

T = TypeVar("T", int, str, bool)


DAYS_AND_WEEKS = "Days and weeks"
COUNTING = "Counting"
APPEARANCE = "Appearance"
BREATHING = "Breathing guide"
BACKGROUND = "In the background"
KEYS = "Keyboard"
PRIVACY = "Privacy"
SECTIONS = (APPEARANCE, DAYS_AND_WEEKS, COUNTING, BACKGROUND, PRIVACY, BREATHING, KEYS)
"""Titles of the sections that settings stand in, in the order of the page."""


class Declaration(Value, Generic[T]):
    """One setting; all its words in English, to be put through `tr` where they are shown."""

    key: str
    default: T
    allowed: tuple[T, ...]
    title: str
    help: str
    section: str = COUNTING
    """One of SECTIONS."""
    words: tuple[str, ...] = ()
    """What each of `allowed` is called; empty where it is a matter of yes or no."""

    def words_of(self, value: T) -> str:
        """What `value`, one of `allowed`, is called, in the person's language."""
        return tr(self.words[self.allowed.index(value)])


DAY_START_HOUR = Declaration(
    "day_start_hour",
    3,
    tuple(range(7)),
    "Day starts at",
    "Before this time, it is still the day before: what you do after midnight counts for it.",
    DAYS_AND_WEEKS,
    ("midnight", "1:00", "2:00", "3:00", "4:00", "5:00", "6:00"),
)
WEEK_START = Declaration(
    "week_start",
    0,
    tuple(range(8)),
    "Week starts on",
    "Habits that are planned by the week are counted from this day on.",
    DAYS_AND_WEEKS,
    (
        "As in the region",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
)
GRACE_DAYS = Declaration(
    "grace_days",
    DEFAULT_GRACE_DAYS,
    tuple(range(MOST_GRACE_DAYS + 1)),
    "Grace days",
    "How many single open days in any 30 a streak is carried over.",
    COUNTING,
    ("none", "1 day", "2 days", "3 days", "4 days"),
)
STREAKS_SHOWN = Declaration(
    "streaks_shown",
    True,
    (True, False),
    "Show streaks",
    "Streaks stand small beside “18 of 24 days”. Hidden, they are still counted.",
    COUNTING,
)
SINGLE_LETTER_KEYS = Declaration(
    "single_letter_keys",
    True,
    (True, False),
    "Single-letter keys",
    "Letters such as R and N act on the day in focus; off helps where one dictates.",
    KEYS,
)
THEME = Declaration(
    "theme",
    "system",
    ("system", "light", "dark"),
    "Colours",
    "Light, dark, or the same as your computer’s.",
    APPEARANCE,
    ("As the system", "Light", "Dark"),
)
TEXT_SIZE = Declaration(
    "text_size",
    100,
    (100, 110, 125, 150, 175, 200),
    "Text size",
    "Of all text, against your computer’s own size.",
    APPEARANCE,
    ("100 %", "110 %", "125 %", "150 %", "175 %", "200 %"),
)
BREATHE_IN_SECONDS = Declaration(
    "breathe_in_seconds",
    USUAL_SECONDS,
    SECONDS,
    "Seconds to breathe in",
    "How long the ring of the breathing guide grows.",
    BREATHING,
    tuple(map(str, SECONDS)),
)
BREATHE_OUT_SECONDS = Declaration(
    "breathe_out_seconds",
    USUAL_SECONDS,
    SECONDS,
    "Seconds to breathe out",
    "How long the ring of the breathing guide shrinks.",
    BREATHING,
    tuple(map(str, SECONDS)),
)
REDUCED_MOTION = Declaration(
    "reduced_motion",
    False,
    (True, False),
    "Reduced motion",
    "The ring of the breathing guide stands still; words and numbers lead instead.",
    BREATHING,
)
WHEN_CLOSED = Declaration(
    "when_closed",
    "ask",
    ("ask", "stay", "quit"),
    "When the window is closed",
    "Reminders come only while Selfcare runs.",
    BACKGROUND,
    ("Ask me", "Keep running", "Quit"),
)
LOCK_AFTER = Declaration(
    "lock_after",
    5,
    (0, 1, 5, 15),
    "Lock after",
    "With a passphrase: when nobody has touched the computer for so long.",
    PRIVACY,
    ("Never", "1 minute", "5 minutes", "15 minutes"),
)
LOCK_ON_SLEEP = Declaration(
    "lock_on_sleep",
    True,
    (True, False),
    "Lock when the computer sleeps",
    "With a passphrase, and also when the screen is locked.",
    PRIVACY,
)
DECLARATIONS: tuple[Declaration[int] | Declaration[str] | Declaration[bool], ...] = (
    THEME,
    TEXT_SIZE,
    DAY_START_HOUR,
    WEEK_START,
    GRACE_DAYS,
    STREAKS_SHOWN,
    WHEN_CLOSED,
    LOCK_AFTER,
    LOCK_ON_SLEEP,
    BREATHE_IN_SECONDS,
    BREATHE_OUT_SECONDS,
    REDUCED_MOTION,
    SINGLE_LETTER_KEYS,
)
"""Every setting, in the order of the page."""

WELCOMED = Declaration(
    "welcomed", False, (True, False), "Welcome seen", "Whether the welcome page was put away."
)
UNLISTED: tuple[Declaration[bool], ...] = (WELCOMED,)
"""What the program notes by itself, and no settings page shows."""


class FolderDeclaration(Value):
    """One setting that is a folder, the usual one where none is kept; its words in English, to
    be put through `tr` where they are shown."""

    key: str
    title: str
    help: str


BACKUP_FOLDER = FolderDeclaration(
    "backup_folder",
    "Folder for backups",
    "A copy of everything is put here every day on which Selfcare runs. A folder on another "
    "disk, such as a stick, is safer than one on this.",
)


class Settings:
    """The person's settings."""

    def __init__(
        self, table: SettingTable, journal: Journal, first_weekday_here: Callable[[], int]
    ) -> None:
        """`first_weekday_here` tells on which ISO weekday weeks start in the system's region."""
        self._table = table
        self._journal = journal
        self._first_weekday_here = first_weekday_here
        self._values: dict[str, object] | None = None
        journal.listen(self._on_change)

    def get(self, declaration: Declaration[T]) -> T:
        """The value in force; the default where none, or none that is allowed, was kept."""
        value = self._kept().get(declaration.key, declaration.default)
        for allowed in declaration.allowed:
            if allowed == value and type(allowed) is type(value):
                return allowed
        return declaration.default

    def value(self, key: str) -> object:
        """What is kept under `key` that no declaration tells of; None where nothing is."""
        return self._kept().get(key)

    def _kept(self) -> dict[str, object]:
        if self._values is None:
            self._values = {setting.key: value_of(setting) for setting in self._table.all()}
        return self._values

    def set(self, declaration: Declaration[T], value: T) -> None:
        """Keep `value`; raises BadInput where it is not allowed."""
        if value not in declaration.allowed:
            raise BadInput(
                tr("“{title}” cannot be {value}.", title=tr(declaration.title), value=value)
            )
        import json

        text = None if value == declaration.default else json.dumps(value)
        self._journal.set_setting(tr(declaration.title), declaration.key, text)

    def folder(self, declaration: FolderDeclaration) -> Path | None:
        """The folder that the person chose, reachable or not; None for the usual one."""
        return folder_in(self._kept().get(declaration.key))

    def set_folder(self, declaration: FolderDeclaration, folder: Path | None) -> None:
        """Keep `folder`, or None for the usual one; raises BadInput where it is no folder, or
        nothing can be written there."""
        import json

        text = None
        if folder is not None:
            check_folder(folder)
            text = json.dumps(str(folder.absolute()))
        self._journal.set_setting(tr(declaration.title), declaration.key, text)

    def first_weekday(self) -> int:
        """The ISO weekday (1 Monday – 7 Sunday) on which weeks start."""
        return self.get(WEEK_START) or self._first_weekday_here()

    def forget_cache(self) -> None:
        """Read anew next time: the database may have been changed from outside."""
        self._values = None

    def _on_change(self, change: Change) -> None:
        self.forget_cache()


def folder_in(value: object) -> Path | None:
    """The folder that a kept `value` stands for; None where it stands for none here."""
    # On another system, where the file may come from, folders are written otherwise.
    chosen = Path(value) if isinstance(value, str) and "\x00" not in value else None
    return chosen if chosen is not None and chosen.is_absolute() else None


def check_folder(folder: Path) -> None:
    """Raise BadInput unless `folder` is there and a file can be written into it."""
    # Imported here because hardly any start needs it.
    from tempfile import TemporaryFile

    if not folder.is_dir():
        raise BadInput(tr("There is no folder “{folder}”; choose another.", folder=folder))
    try:
        # What is allowed and what works are not the same, such as on a full or worn-out stick.
        with TemporaryFile(prefix=".selfcare-", dir=folder) as file:
            file.write(b"Selfcare")
    except OSError as error:
        raise BadInput(
            tr("Nothing can be written into “{folder}”; choose another.", folder=folder)
        ) from error
