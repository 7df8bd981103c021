"""Where does the habit stand? Today, against a month and a year ago, and all told."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from selfcare_app.domain.overview import Difference
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.shown import Sheet, Shown, done_words
from selfcare_app.ui.theme import Theme, give_font
from selfcare_app.ui.wording import consistency_words, date_words

MINUS = "−"


class Fact(Value):
    """One figure: what it is of, and what it is."""

    title: str
    words: str


def facts(shown: Shown, today_words: str) -> list[Fact]:
    """The figures at a glance; `today_words` tells of today."""
    statistics, found = shown.progress.statistics, shown.progress.overview
    headline = statistics.consistency
    lately = {
        "days": tr("kept in the last 30 days"),
        "weeks": tr("reached in the last 8 weeks"),
        "months": tr("reached in the last 6 months"),
    }[headline.unit]
    none = tr("nothing planned yet")
    told = [
        Fact(lately, consistency_words(headline) if headline.planned else none),
        Fact(tr("today"), today_words),
    ]
    if found is None:
        return told
    strength = tr("{strength} of 100", strength=round(found.score * 100))
    told += [
        Fact(tr("strength"), strength),
        _against(shown, tr("against a month ago"), found.month, found.score),
        _against(shown, tr("against a year ago"), found.year, found.score),
    ]
    whole = [tr("1 day kept") if found.days == 1 else tr("{count} days kept", count=found.days)]
    if shown.habit.measured:
        whole.append(done_words(shown.habit, found.amount))
    first = date.fromordinal(shown.progress.days[0])
    title = tr("in all, since {date}", date=date_words(first, shown.today))
    return [*told, Fact(title, ", ".join(whole))]


def _against(shown: Shown, title: str, found: Difference | None, now: float) -> Fact:
    if found is None:
        return Fact(title, tr("not begun then"))
    then = round((now - found.by) * 100)
    # The difference of what is shown, so that both agree.
    by = round(now * 100) - then
    if not by:
        return Fact(title, tr("the same, {then}", then=then))
    sign = "+" if by > 0 else MINUS
    return Fact(title, tr("{by}, from {then}", by=f"{sign}{abs(by)}", then=then))


def overview_words(told: list[Fact]) -> str:
    """The figures as a sentence."""
    return "; ".join(f"{fact.title}: {fact.words}" for fact in told) + "."


class Facts(QWidget):
    """Figures side by side, as many in a row as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: list[Fact] = []
        self._parts: list[QWidget] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_facts(self, told: list[Fact]) -> None:
        """Show other figures."""
        if told == self.facts:
            return
        if len(told) != len(self.facts):
            for part in self._parts:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
            self._parts = [self._part() for _ in told]
            self._across = 0
        self.facts = told
        for part, fact in zip(self._parts, told, strict=True):
            words, title = part.findChildren(QLabel)
            words.setText(fact.words)
            title.setText(fact.title)
            part.setAccessibleName(f"{fact.title}: {fact.words}")
        self._lay_out()

    def _part(self) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for role in ("sentence", "caption"):
            label = QLabel()
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            give_font(label, role)
            if role == "caption":
                label.setProperty("role", "second")
            column.addWidget(label)
        column.addStretch(1)
        return part

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many side by side as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def fit(self) -> None:
        """Follow a change of the text size."""
        self._across = 0
        self._lay_out()

    def _lay_out(self) -> None:
        if not self._parts:
            return
        least = QFontMetrics(self._parts[0].findChildren(QLabel)[0].font()).averageCharWidth() * 17
        fitting = max(1, (self.width() + 16) // (least + 16))
        count = len(self._parts)
        rows = -(-count // fitting)
        across = -(-count // rows)
        if across == self._across:
            return
        self._across = across
        for number, part in enumerate(self._parts):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, *divmod(number, across))
            part.show()
        for column in range(count):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def paint_on(self, painter: QPainter, theme: Theme) -> None:
        """Write the figures elsewhere, such as on paper, in its colours."""
        for part in self._parts:
            for label in part.findChildren(QLabel):
                second = label.property("role") == "second"
                painter.setFont(label.font())
                painter.setPen(QColor(theme.text_second if second else theme.text))
                place = QRect(label.mapTo(self, QPoint()), label.size())
                wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
                painter.drawText(place, wrapped, label.text())

    def minimumSizeHint(self) -> QSize:
        """As narrow as one figure."""
        return QSize(120, super().minimumSizeHint().height())


class OverviewCard(ChartCard[Shown]):
    """The figures at a glance."""

    key = "overview"
    tells_answer = False

    def __init__(
        self, words_of_day: Callable[[date], str], icons: Icons, parent: QWidget | None = None
    ) -> None:
        """`words_of_day` tells all about a day of the habit that is shown."""
        super().__init__(tr("Where does it stand?"), icons, parent)
        self._words_of_day = words_of_day

    def make_picture(self) -> QWidget:
        """The figures."""
        self.chart = Facts(self)
        return self.chart

    def least_height(self) -> int:
        """Labels know their own height."""
        return 0

    def draw(self, shown: Shown) -> None:
        """Write the figures."""
        self.chart.show_facts(self._facts(shown))

    def sheet(self, shown: Shown) -> Sheet:
        """The figures as a sentence and as a table."""
        told = self._facts(shown)
        rows = tuple((fact.title, fact.words) for fact in told)
        return Sheet(self.question, overview_words(told), (tr("What"), tr("Figure")), lambda: rows)

    def _facts(self, shown: Shown) -> list[Fact]:
        # Without the date, which goes without saying.
        today = self._words_of_day(shown.today).partition(" · ")[2]
        return facts(shown, today)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        super().take_fonts()
        if self.picture is not None:
            self.chart.fit()

    def in_view(self, part: QRect) -> bool:
        """The page begins with it, and it takes hardly any time."""
        return not self.isHidden()
