"""What the Progress page says of a habit, made by pure functions before anything is shown."""

from datetime import date

from selfcare_app.domain.entry import Entry
from selfcare_app.domain.schedule import TimesInDays
from selfcare_app.domain.words import tr
from selfcare_app.services.kept import Kept, kept_in
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.ui.charts.day_look import DayLook, look_of
from selfcare_app.ui.charts.span import Dates, Reach, counted_days
from selfcare_app.ui.wording import date_words, short_day_words, state_words


def answer(statistics: HabitStatistics, reach: Reach) -> str:
    """The page's one sentence: how steady the habit was, with n and dates."""
    words = _answer(statistics, reach)
    later = statistics.timeline.later
    if not later:
        return words
    one = tr("1 entry lies in the future and is not drawn.")
    many = tr("{count} entries lie in the future and are not drawn.", count=later)
    return f"{words} {one if later == 1 else many}"


def _answer(statistics: HabitStatistics, reach: Reach) -> str:
    if not statistics.timeline.entries:
        return tr("Nothing logged yet. With the first entry its line begins.")
    found = kept_in(statistics, counted_days(statistics.timeline, reach))
    today = date.fromordinal(statistics.timeline.as_of)
    since = date_words(found.since, today)
    if not found.planned:
        return tr("Nothing was asked since {date}, so there is nothing to count.", date=since)
    sentence = _answer_sentence(statistics, found)
    words = sentence.format(kept=found.kept, planned=found.planned, date=since)
    if not isinstance(reach, Dates) or reach.last >= statistics.timeline.as_of:
        return words
    last = date_words(date.fromordinal(reach.last), today)
    return tr("Up to {last}: {words}", last=last, words=words)


def _answer_sentence(statistics: HabitStatistics, found: Kept) -> str:
    one = found.planned == 1
    match found.unit:
        case "weeks":
            many = tr("Reached in {kept} of {planned} weeks since {date}.")
            return tr("Reached in {kept} of 1 week since {date}.") if one else many
        case "months":
            many = tr("Reached in {kept} of {planned} months since {date}.")
            return tr("Reached in {kept} of 1 month since {date}.") if one else many
    if isinstance(statistics.habit.schedule, TimesInDays):
        many = tr("On course on {kept} of {planned} days since {date}.")
        return tr("On course on {kept} of 1 day since {date}.") if one else many
    many = tr("Kept on {kept} of {planned} planned days since {date}.")
    return tr("Kept on {kept} of 1 planned day since {date}.") if one else many


def day_state(statistics: HabitStatistics, entry: Entry) -> str:
    """What became of a day, in a word or two."""
    look = look_of(statistics, entry.day.toordinal())
    said = entry.state is not None or entry.value is not None
    match look:
        case DayLook.DONE | DayLook.MORE:
            return tr("done")
        case DayLook.PARTLY:
            return tr("partly done")
        case DayLook.REST:
            return tr("rest") if said else tr("pause")
        case DayLook.COVERED:
            return tr("covered")
        case DayLook.FREE:
            return tr("not planned")
        case DayLook.STILL_OPEN:
            return tr("still open")
    if entry.value and statistics.habit.at_most:
        return tr("above the target")
    return tr("not done") if said else tr("open")


def words_of_day(statistics: HabitStatistics, entry: Entry) -> str:
    """Everything about a day in one line, such as “Tue 17 Nov · done, 20 of 20 min · note”."""
    today = date.fromordinal(statistics.timeline.as_of)
    said = entry.state is not None or entry.value is not None
    told = state_words(statistics.habit, entry) if said else day_state(statistics, entry)
    note = " ".join(entry.note.split())
    return " · ".join(filter(None, (short_day_words(entry.day, today), told, note)))
