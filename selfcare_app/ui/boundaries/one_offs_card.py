"""Days off, and days with other hours than the week's."""

from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from selfcare_app.domain.one_offs import OneOffs, one_offs
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.card import BoundaryCard
from selfcare_app.ui.boundaries.one_off_dialog import OneOffDialog
from selfcare_app.ui.boundaries.week.words import typed_words
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.settings.record_list import Deed, Item, RecordList
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.wording import short_date_words, short_day_words


class OneOffsCard(BoundaryCard):
    """Lists those to come, the next first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Days off and one-offs"), "", workspace, parent)
        self.add = QPushButton(tr("Add"), self)
        self.add.setAccessibleName(tr("Add days off or other hours"))
        self.add.clicked.connect(lambda: self.ask(None))
        self.head.addWidget(self.add)
        self.list = RecordList(tr("None are planned."), self)
        self.column.addWidget(self.list)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what is planned from today on."""
        work = self._workspace.work
        spans = one_offs(work.plan().days, work.today())
        self.list.show_items([self._item(span) for span in spans])

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw the button in the colours of `theme`."""
        self.add.setIcon(icons.icon("add", theme.text))

    def ask(self, span: OneOffs | None) -> OneOffDialog:
        """Ask about new days, or about those of `span`."""
        today = self._workspace.work.today()
        dialog = OneOffDialog(self.window(), span or OneOffs(today, today), new=span is None)
        dialog.accepted.connect(
            lambda: self.try_to(lambda: self._workspace.journal.plan_days(dialog.wanted, span))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _item(self, span: OneOffs) -> Item:
        days = span_words(span, self._workspace.work.today())
        details = " · ".join(
            filter(None, (typed_words(span.hours) if span.hours else tr("off"), span.note))
        )
        about = tr("{days}, {details}", days=days, details=details)
        change = Deed(tr("Change…"), tr("Change: {about}", about=about), lambda: self.ask(span))
        remove = Deed(
            tr("Remove"),
            tr("Remove: {about}", about=about),
            lambda: self.try_to(
                lambda: self._workspace.journal.follow_the_week(span.first, span.last)
            ),
        )
        return Item(days, details, (change, remove))


def span_words(span: OneOffs, today: date) -> str:
    """The days in short: “Thu 26 Nov”, “24 Dec – 1 Jan”."""
    if span.first == span.last:
        return short_day_words(span.first, today)
    first, last = (short_date_words(day, today) for day in (span.first, span.last))
    return tr("{first} – {last}", first=first, last=last)
