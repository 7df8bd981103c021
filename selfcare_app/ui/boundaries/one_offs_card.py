"""Days off, ranges of them, and days with other hours than the week's."""

from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from selfcare_app.domain.one_offs import OneOff, to_take_back
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.card import Card
from selfcare_app.ui.boundaries.fold import Fold
from selfcare_app.ui.boundaries.holidays_row import HolidaysRow
from selfcare_app.ui.boundaries.one_off_dialog import OneOffDialog
from selfcare_app.ui.boundaries.one_off_list import OneOffList, OneOffRow, Shown
from selfcare_app.ui.boundaries.one_off_words import days_words, what_words
from selfcare_app.ui.boundaries.stops import stop_before
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme

MOST_EARLIER = 20
"""How many of those that are over can be looked at."""


class OneOffsCard(Card):
    """Lists what is planned for single days, and the public holidays, if they are taken."""

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Days off and one-offs"), parent)
        self._workspace = workspace
        self.dialog: OneOffDialog | None = None
        """The form, while it is open."""
        self.add_button = QPushButton(tr("Add"), self)
        self.add_button.setAccessibleName(tr("Add a day off or other hours"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        self.heading.addWidget(self.add_button)
        nothing = tr("Every day is as the week says.")
        self.coming = OneOffList(nothing, theme, icons, self)
        self.fold = Fold(tr("Earlier"), theme, icons, self)
        self.earlier = OneOffList("", theme, icons, self.fold.content)
        self.fold.fill(self.earlier)
        self.holidays = HolidaysRow(workspace, self)
        self.holidays.problem.connect(self.problem)
        for part in (self.coming, self.earlier):
            part.change_wanted.connect(self._change)
            part.back_wanted.connect(self._take_back)
        self.add(self.coming)
        self.add(self.fold, rings=True)
        self.add_line()
        self.add(self.holidays)
        self.set_theme(theme, icons)
        self.refresh()

    def refresh(self) -> None:
        """Show what is planned now."""
        work = self._workspace.work
        today, plan = work.today(), work.plan()
        shown = [
            Shown(
                each,
                days_words(each.first, each.last, today),
                what_words(each, plan),
                to_take_back(each, today),
            )
            for each in work.one_offs()
        ]
        earlier = [each for each in reversed(shown) if each.one_off.last < today]
        kept_focus = [
            self.coming.show_rows([each for each in shown if each.one_off.last >= today]),
            self.earlier.show_rows(earlier[:MOST_EARLIER]),
        ]
        stop_before((self.fold.button,), [row.more for row in self.coming.rows])
        stop_before((self.holidays.choose,), [row.more for row in self.earlier.rows])
        self.fold.setVisible(bool(earlier))
        if not all(kept_focus):
            self.add_button.setFocus()
        self.holidays.refresh()

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self.add_button.setIcon(icons.icon("add", theme.text))
        self.fold.set_theme(theme, icons)
        for part in (self.coming, self.earlier):
            part.set_theme(theme, icons)

    def _take_back(self, shown: Shown) -> None:
        journal, back = self._workspace.journal, shown.back
        place = self._place_of(shown)
        self.try_to(lambda: journal.follow_the_week(back.first, back.last))
        self._put_focus(shown.one_off.first, place)

    def _add(self) -> None:
        dialog = self._open(None)
        dialog.accepted.connect(lambda: self._on_kept(dialog.joined))

    def _change(self, shown: Shown) -> None:
        place = self._place_of(shown)
        dialog = self._open(shown.one_off)
        dialog.accepted.connect(lambda: self._on_kept(dialog.joined))
        dialog.accepted.connect(lambda: self._put_focus(dialog.first.day, place))

    def _open(self, one_off: OneOff | None) -> OneOffDialog:
        self.dialog = dialog = OneOffDialog(self, self._workspace, one_off)
        dialog.finished.connect(self._on_closed)
        dialog.open()
        return dialog

    def _on_kept(self, joined: str) -> None:
        self.refresh()
        if joined:
            self.told.emit(joined)

    def _seen(self) -> list[OneOffRow]:
        """The rows that can be seen, from above."""
        return [*self.coming.rows, *(self.earlier.rows if self.earlier.isVisible() else ())]

    def _place_of(self, shown: Shown) -> int:
        """Of the row that shows it; the first where there is none any more."""
        return next((n for n, row in enumerate(self._seen()) if row.shown == shown), 0)

    def _put_focus(self, day: date, place: int) -> None:
        """Put the focus on the one that `day` is of or, where it cannot be seen, on the one that
        is in its `place` now; where there is none, on the way to it."""
        seen = self._seen()
        if seen:
            beside = seen[min(place, len(seen) - 1)]
            found = next((row for row in seen if row.shown.one_off.has(day)), beside)
            found.more.setFocus()
        elif any(row.shown.one_off.has(day) for row in self.earlier.rows):
            self.fold.button.setFocus()
        else:
            self.add_button.setFocus()

    def _on_closed(self) -> None:
        self.dialog = None
