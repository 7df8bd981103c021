"""The palette's list: what was found, painted one line each."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from selfcare_app.domain.area import AREA_KEYS
from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.palette.offers import Offer
from selfcare_app.ui.theme import RADIUS, Theme, font

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ICON = 17
ICON_LEFT = 10
TITLE_LEFT = 38
RIGHT = 12
GAP = 10
SHOWN_ROWS = 9
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class OfferModel(QStringListModel):
    """What was found, the best first.

    The titles are kept by Qt, which asks some hundred times with each key how many there are.
    """

    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Show `offers`."""
        self.offers = offers
        self.setStringList([offer.title for offer in offers])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """The title; for a screen reader with what stands beside it and its keys."""
        if index.isValid() and role in (Role.AccessibleTextRole, Role.ToolTipRole):
            return self.offers[index.row()].spoken
        return super().data(index, role)


class OfferDelegate(QStyledItemDelegate):
    """Paints one line: drawing, title, what stands beside it, keys."""

    def __init__(self, model: OfferModel, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme, self._icons = model, theme, icons
        self._title, self._caption = font("body"), font("caption")
        self._chosen = font("body", QFont.Weight.Medium)
        self.row_height = max(34, QFontMetrics(self._title).height() + 14)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line of text; the list gives the width."""
        return QSize(0, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line; the chosen one on a ground with an ink bar."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        offer, theme = self._model.offers[index.row()], self._theme
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selected if chosen else theme.hover))
            painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
        if chosen:
            painter.setBrush(QColor(theme.primary))
            bar = QRectF(rect.left(), rect.top() + 5, 3, rect.height() - 10)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        self._paint_icon(painter, rect, offer)
        self._paint_words(painter, rect, offer, chosen=chosen)
        painter.restore()

    def _paint_icon(self, painter: QPainter, rect: QRect, offer: Offer) -> None:
        if not offer.icon or (offer.icon == offer.area and offer.area not in AREA_KEYS):
            return
        theme = self._theme
        colour = theme.area(offer.area) if offer.area else QColor(theme.text_second)
        scale = painter.device().devicePixelRatioF()
        pixmap = self._icons.pixmap(offer.icon, ICON, colour, scale)
        top = rect.top() + (rect.height() - ICON) / 2
        painter.drawPixmap(QPointF(rect.left() + ICON_LEFT, top), pixmap)

    def _paint_words(self, painter: QPainter, rect: QRect, offer: Offer, *, chosen: bool) -> None:
        theme = self._theme
        room = rect.adjusted(TITLE_LEFT, 0, -RIGHT, 0)
        hint = QColor(theme.text_second if chosen else theme.text_hint)
        painter.setFont(self._caption)
        painter.setPen(hint)
        if offer.keys:
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | _MIDDLE, offer.keys)
            taken = painter.fontMetrics().horizontalAdvance(offer.keys)
            room.setRight(room.right() - taken - 2 * GAP)
        beside_width = min(painter.fontMetrics().horizontalAdvance(offer.beside), room.width() // 2)
        painter.setFont(self._chosen if chosen else self._title)
        painter.setPen(QColor(theme.text))
        title_room = room.adjusted(0, 0, -beside_width - GAP, 0)
        title = _elided(painter, offer.title, title_room.width())
        painter.drawText(title_room, _MIDDLE, title)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(title) + GAP)
        painter.setFont(self._caption)
        painter.setPen(hint)
        painter.drawText(room, _MIDDLE, _elided(painter, offer.beside, room.width()))


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


class OfferList(QListView):
    """What was found; the search field moves its current line and keeps the focus."""

    def __init__(self, model: OfferModel, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        delegate = OfferDelegate(model, theme, icons, self)
        self.row_height = delegate.row_height
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Found"))

    def go_to(self, row: int) -> None:
        """Make `row`, or the nearest that there is, the current one."""
        last = self.model().rowCount() - 1
        index = self.model().index(min(max(row, 0), last), 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def rows_on_screen(self) -> int:
        """How many whole lines are seen at once."""
        return max(1, self.viewport().height() // self.row_height)
