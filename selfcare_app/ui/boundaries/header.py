"""The head of the Boundaries page: how the last weeks went, and until when it is quiet."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.hours import WEEKS, WorkWeeks
from selfcare_app.services.work_now import WorkNow
from selfcare_app.ui.theme import give_font
from selfcare_app.ui.work_day.deeds import WorkDeeds, pause_words
from selfcare_app.ui.work_day.words import time_words


class BoundariesHeader(QWidget):
    """Says it in a sentence, and pauses reminders."""

    def __init__(self, deeds: WorkDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds = deeds
        title = QLabel(tr("Boundaries"), self)
        give_font(title, "page")
        self.sentence = QLabel(self)
        self.sentence.setProperty("role", "second")
        self.sentence.setWordWrap(True)
        self.pause = QPushButton(tr("Pause until tomorrow"), self)
        self.pause.setToolTip(tr("No reminder comes until your next work day begins."))
        self.pause.clicked.connect(self._on_pause)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(self.sentence)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addWidget(self.pause)

    def show_day(self, weeks: WorkWeeks, now: WorkNow) -> None:
        """Tell of the last `weeks`, and of today."""
        said = [_weeks_words(weeks), _today_words(now), pause_words(now)]
        self.sentence.setText(" ".join(tr("{sentence}.", sentence=each) for each in said if each))
        paused = now.pause is not None
        self.pause.setText(tr("Let reminders come") if paused else tr("Pause until tomorrow"))

    def _on_pause(self) -> None:
        if self._deeds.now().pause is None:
            self._deeds.pause_until_next_day()
        else:
            self._deeds.end_pause()


def _weeks_words(weeks: WorkWeeks) -> str:
    known = len(weeks.known)
    if not known:
        return ""
    if known == 1:
        kept = tr("1 of 1 day") if weeks.on_time else tr("0 of 1 day")
    else:
        kept = tr("{kept} of {days} days", kept=weeks.on_time, days=known)
    assert WEEKS[0] == 4
    return tr("{kept} ended on time in the last four weeks", kept=kept)


def _today_words(now: WorkNow) -> str:
    if now.end is not None:
        return tr("Today’s boundary is {time}", time=time_words(now.end))
    if now.planned.chosen_off:
        return tr("Today is a day off")
    return tr("No work is planned today")
