"""The fields of words: a habit's name, its if-then cue, and notes on it."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from selfcare_app.domain.habit import check_text, clean_name
from selfcare_app.domain.words import tr
from selfcare_app.ui.editor.field import Field
from selfcare_app.ui.theme import font


class NameField(Field):
    """The name; one that is too long stays, to be shortened."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Name"), parent)
        self.text = QLineEdit(self)
        self.text.setAccessibleName(tr("Name"))
        self.text.setPlaceholderText(tr("One small thing"))
        self.line.addWidget(self.text)
        self.finish()
        self.text.textChanged.connect(self.changed)

    def read(self) -> str:
        """The name as it will be kept; raises BadInput for none, or a very long one."""
        return clean_name(self.text.text())

    def wrong_control(self) -> QWidget:
        """The name."""
        return self.text


class CueField(Field):
    """The cue, and the sentence that it makes with the name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Cue: after or before what?"), parent)
        self.text = QLineEdit(self)
        self.text.setAccessibleName(tr("Cue"))
        self.text.setPlaceholderText(tr("After my first coffee"))
        self.line.addWidget(self.text)
        self.finish()
        self.text.textChanged.connect(self.changed)

    def show_name(self, name: str) -> None:
        """Say the whole sentence with `name`."""
        cue = " ".join(self.text.text().split()).rstrip(".")
        name = " ".join(name.split()).rstrip(".")
        whole = cue and name and len(cue) + len(name) < 300
        self.say_hint(cue_sentence(cue, name) if whole else "")

    def read(self) -> str:
        """The cue; raises BadInput for text that cannot be kept."""
        cue = self.text.text().strip()
        check_text(cue)
        return cue

    def wrong_control(self) -> QWidget:
        """The cue."""
        return self.text


class NotesField(Field):
    """Notes on the habit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Notes on the habit"), parent)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(tr("Notes on the habit"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(QFontMetrics(font("body")).lineSpacing() * 3 + 24)
        self.line.addWidget(self.text)
        self.finish()
        self.say_hint(tr("Write about you. Leave out anything that could identify a client."))
        self.text.textChanged.connect(self.changed)

    def read(self) -> str:
        """The notes; raises BadInput where they are too long to keep."""
        notes = self.text.toPlainText().strip()
        check_text(notes)
        return notes

    def wrong_control(self) -> QWidget:
        """The notes."""
        return self.text


def cue_sentence(cue: str, name: str) -> str:
    """The sentence that a cue makes with a habit's name: “After my first coffee, I will walk.”"""
    # Words with which a cue is already the first half of a sentence, in the person's language.
    openings = tr("after before when while once if on at as during in").split()
    if cue.split()[0].casefold() in openings:
        return tr("{cue}, I will {name}.", cue=cue[0].upper() + cue[1:], name=in_sentence(name))
    return tr("If {cue}, I will {name}.", cue=in_sentence(cue), name=in_sentence(name))


def in_sentence(text: str) -> str:
    """`text` as it stands inside a sentence: without the capital that began it, unless that
    belongs to the word."""
    first, *others = text.split() or [""]
    days = {QLocale().dayName(weekday).rstrip("s") for weekday in range(1, 8)}
    proper = (
        not first[:1].isupper()
        or not first[1:2].islower()
        or first.rstrip("s,") in days
        or any(word[:1].isupper() and word != "I" for word in others)
        or QLocale().language() in _NOUNS_WITH_CAPITALS
    )
    return text if proper else text[0].lower() + text[1:]


_NOUNS_WITH_CAPITALS = (QLocale.Language.German, QLocale.Language.Luxembourgish)
