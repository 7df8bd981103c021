"""How the application looks: colours and text size, as the person and the system say."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from selfcare_app.services.settings import TEXT_SIZE, THEME, Settings
from selfcare_app.ui.theme import DARK, LIGHT, Theme, palette, style_sheet


def system_font() -> QFont:
    """The font that the system is set to now, whatever the application uses."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def dress(application: QApplication, theme: Theme) -> None:
    """Dress the application in the colours of `theme`."""
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


def theme_of_system(application: QApplication) -> Theme:
    """The colours that the system asks for."""
    dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def dress_as_system(application: QApplication) -> Theme:
    """Dress the application before there is a window: what the person chose for the colours is
    in the database, which is not open yet. Returns the colours."""
    theme = theme_of_system(application)
    dress(application, theme)
    return theme


class Look:
    """Keeps the application dressed as the settings and the system say."""

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        system_font: Callable[[], QFont] = system_font,
    ) -> None:
        """Dress the application; its font of now is the one of 100 %."""
        self._application = application
        self._settings = settings
        self._system_font = system_font
        self._font_of_system = system_font()
        self._usual = QFont(application.font())
        self._given = self._usual
        self.theme = self._chosen_theme()
        """The colours in force."""
        self._take_font()
        dress(application, self.theme)

    def follow(self) -> bool:
        """Dress anew if other colours or another text size are asked for; whether so.

        Windows are then to take their own fonts and colours.
        """
        theme = self._chosen_theme()
        other_font = self._take_font()
        if theme is self.theme and not other_font:
            return False
        self.theme = theme
        # For another font as well: below a style sheet, Qt hands fonts on to the parts of a
        # window only when the style sheet is set.
        dress(self._application, theme)
        return True

    def _chosen_theme(self) -> Theme:
        chosen = self._settings.get(THEME)
        if chosen == "system":
            return theme_of_system(self._application)
        return DARK if chosen == "dark" else LIGHT

    def _take_font(self) -> bool:
        """Give the application the font in force; whether it was another."""
        found = self._system_font()
        if found != self._font_of_system:
            self._font_of_system = self._usual = found
        wanted = QFont(self._usual)
        wanted.setPointSizeF(wanted.pointSizeF() * self._settings.get(TEXT_SIZE) / 100)
        if wanted == self._given:
            return False
        self._given = wanted
        heard_of = QEvent.Type.ApplicationFontChange
        if wanted == self._application.font():
            # Qt took the system's new font by itself, which it tells nobody.
            for window in QApplication.topLevelWidgets():
                QCoreApplication.sendEvent(window, QEvent(heard_of))
        else:
            self._application.setFont(wanted)
            # Windows hear of it at once, not some time later.
            QCoreApplication.sendPostedEvents(None, heard_of.value)
        return True
