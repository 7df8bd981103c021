"""The card to choose the first habits from: offered ones by area, and one's own."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.area import Area
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.paths import resources
from selfcare_app.services.records import Records
from selfcare_app.services.templates import FILE_NAME, not_kept_yet, read_templates
from selfcare_app.ui.announce import announce
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, font
from selfcare_app.ui.welcome.area_group import GAP, MOST_COLUMNS, AreaGroup
from selfcare_app.ui.welcome.habit_card import HabitCard
from selfcare_app.ui.welcome.parts import CARD_SIDE, TitledCard, divider, text_label

MOST_CHOSEN = 3


class HabitPicker(TitledCard):
    """Up to three habits; a fourth is kindly refused."""

    own_wanted = Signal()
    """A habit of the person's own is to be written."""
    own_added = Signal(HabitCard)
    """A habit of the person's own stands among the others now, on that card."""

    def __init__(
        self, records: Records, today: date, theme: Theme, icons: Icons, parent: QWidget
    ) -> None:
        """`records` tells which habits are kept already: they are not offered again."""
        super().__init__(tr("Choose up to three habits"), parent)
        self._records, self._today = records, today
        self._theme, self._icons = theme, icons
        self._groups: list[AreaGroup] = []
        self.count = QLabel()
        self.count.setFont(font("caption", QFont.Weight.DemiBold))
        self.hint = text_label("", "caption", "second")
        self.own = QPushButton(tr("Write my own"))
        self.own.clicked.connect(self._on_own)
        self._lay_out()
        self._offer(records.habits(archived=True))
        self._put_in_tab_order()
        self._say_count()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addWidget(self.title, 1)
        heading.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBaseline)
        self.column.addLayout(heading)
        self.column.addWidget(self.hint)
        self.column.addSpacing(6)
        self._areas = QVBoxLayout()
        self._areas.setSpacing(16)
        self.column.addLayout(self._areas)
        self.column.addSpacing(6)
        self.column.addWidget(divider(self))
        self.column.addSpacing(3)
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self.own)
        more = text_label(tr("More habits wait under “Add habit”."), "caption", "second")
        foot.addWidget(more, 1)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def _offer(self, here: list[Habit]) -> None:
        try:
            templates = read_templates(resources() / FILE_NAME)
        except KnownError as error:
            self._areas.addWidget(text_label(str(error), "body"))
            return
        for template in not_kept_yet(templates, here):
            if template.first:
                self._add(template.habit(self._today))

    def _add(self, habit: Habit) -> HabitCard:
        area = self._records.area(habit.area)
        group = self._group(area)
        card = HabitCard(habit, area, self._theme, group)
        card.toggled.connect(self._say_count)
        card.refused.connect(self._on_refused)
        group.add(card)
        return card

    def _group(self, area: Area) -> AreaGroup:
        for group in self._groups:
            if group.area == area:
                return group
        group = AreaGroup(area, self._theme, self._icons, self)
        self._groups.append(group)
        self._groups.sort(key=lambda group: group.area.position)
        self._areas.insertWidget(self._groups.index(group), group)
        return group

    @property
    def cards(self) -> list[HabitCard]:
        """Every card, in the order of the page."""
        return [card for group in self._groups for card in group.cards]

    def chosen(self) -> list[Habit]:
        """The habits that are ticked, in the order of the page; not kept yet."""
        return [card.habit for card in self.cards if card.isChecked()]

    def _say_count(self) -> None:
        count = len(self.chosen())
        full = count >= MOST_CHOSEN
        for card in self.cards:
            card.closed = full
        words = tr("{count} of {most} chosen", count=count, most=MOST_CHOSEN)
        self.count.setText(words)
        lead = tr("To change, untick one first.") if full else tr("Whatever would do you good.")
        self.hint.setText(tr("{lead} Each can start as a one-minute version.", lead=lead))
        announce(self.count, words)

    def _on_refused(self) -> None:
        words = tr("Three are plenty to begin with. Untick one first, and there is room again.")
        self.hint.setText(words)
        announce(self.hint, words)

    def _on_own(self) -> None:
        if len(self.chosen()) >= MOST_CHOSEN:
            self._on_refused()
            return
        self.own_wanted.emit()

    def add_own(self, habit: Habit) -> None:
        """Offer a habit of the person's own, chosen already."""
        card = self._add(habit)
        card.setChecked(True)
        self._put_in_tab_order()
        self._arrange()
        card.setFocus()
        self.own_added.emit(card)

    def _put_in_tab_order(self) -> None:
        """Let Tab go through the cards as they stand, whenever they were made."""
        order: list[QWidget] = [*self.cards, self.own]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _arrange(self) -> None:
        """Put as many cards side by side as fit with all of their words."""
        if not self._groups:
            return
        room = self.width() - 2 * CARD_SIDE - 2
        widest = max(group.widest() for group in self._groups)
        columns = max(1, min(MOST_COLUMNS, (room + GAP) // (widest + GAP)))
        for group in self._groups:
            group.arrange(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room that there is."""
        super().resizeEvent(event)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.own.setIcon(self._icons.icon("add", theme.text))
        for group in self._groups:
            group.set_theme(theme)
