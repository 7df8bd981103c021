"""Backups in words: when and why each was made, how large it is, how it differs from now."""

from datetime import date, datetime

from PySide6.QtCore import QLocale, QTime

from selfcare_app.domain.keeping import Origin
from selfcare_app.domain.words import tr
from selfcare_app.services.backups import Backup, Contents
from selfcare_app.ui.wording import day_words, short_date_words


def moment_words(moment: datetime, today: date, *, begins: bool = False) -> str:
    """A moment seen from `today`, by the calendar: “today, 16:20”, “Tuesday 17 November, 9:05”;
    written as what `begins` a line or not."""
    day = day_words(moment.date(), today)
    if moment.date() == today:
        day = tr("Today") if begins else tr("today")
    time = QTime(moment.hour, moment.minute)
    return tr(
        "{day}, {time}", day=day, time=QLocale().toString(time, QLocale.FormatType.ShortFormat)
    )


def size_words(size: int) -> str:
    """A number of bytes as the locale writes it: “1.2 MB”."""
    units = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(size, 1 if size >= 1_000_000 else 0, units)


def origin_words(origin: Origin | None) -> str:
    """Why a backup was made."""
    return {
        Origin.DAILY: tr("made by itself"),
        Origin.BY_HAND: tr("made by you"),
        Origin.BEFORE_GOING_BACK: tr("kept before going back"),
        None: tr("named by you"),
    }[origin]


def details_words(backup: Backup) -> str:
    """What stands below the moment of `backup`."""
    parts = [origin_words(backup.origin), size_words(backup.size)]
    if backup.origin is None:
        parts.insert(0, backup.file.name)
    if backup.locked:
        parts.append(tr("locked"))
    return " · ".join(parts)


def difference_words(then: int, now: int) -> str:
    """How many more or fewer there were than now."""
    if then == now:
        return tr("the same")
    words = tr("{count} more") if then > now else tr("{count} fewer")
    return words.format(count=QLocale().toString(abs(then - now)))


def contents_rows(contents: Contents | None, today: date) -> list[str]:
    """What a database holds, one text for each of `ROW_TITLES`."""
    if contents is None:
        return ["–"] * len(row_titles())
    counts = (contents.habits, contents.entries, contents.check_ins)
    days = (contents.first, contents.last)
    return [
        *(QLocale().toString(count) for count in counts),
        *("–" if day is None else short_date_words(day, today) for day in days),
    ]


def row_titles() -> list[str]:
    """What the rows of a table of contents are about."""
    return [
        tr("Habits"),
        tr("Entries"),
        tr("Check-ins"),
        tr("First day"),
        tr("Last day"),
    ]
