"""`selfcare stats`: streaks, score, consistency."""

from argparse import Namespace
from datetime import date

from selfcare_app.commands.entries import state_text
from selfcare_app.commands.habits import habit_as_json
from selfcare_app.commands.output import columns_of, padded, say, say_json
from selfcare_app.commands.places import opened
from selfcare_app.domain.days import parse_day
from selfcare_app.domain.entry import Entry
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.grace import MOST_GRACE_DAYS
from selfcare_app.domain.streak import Streak, streak_unit
from selfcare_app.domain.words import tr
from selfcare_app.services.records import habit_called
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.services.workspace import Workspace

DECIMALS = 9
"""To how many decimals scores are given."""


def stats(arguments: Namespace) -> int:
    """Tell the figures of one habit or of all, with a day counted as over."""
    with opened(arguments) as workspace:
        today = workspace.today()
        as_of = parse_day(arguments.as_of, today) if arguments.as_of else today
        grace_days = _grace_days(arguments.grace)
        habits = workspace.records.habits(archived=True)
        if arguments.habit is not None:
            habits = [habit_called(habits, arguments.habit, workspace.records.areas())]
        elif not arguments.json:
            habits = [habit for habit in habits if not habit.archived]
        figures = [workspace.statistics.up_to(habit, as_of, grace_days) for habit in habits]
        if arguments.json:
            found = [_as_json(workspace, each, arguments.daily) for each in figures]
            say_json({"as_of": str(as_of), "habits": found})
        else:
            _say_in_words(figures, as_of, with_best=arguments.habit is not None)
            if arguments.daily:
                _say_days(workspace, figures)
    return 0


def _grace_days(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and int(text) <= MOST_GRACE_DAYS):
        raise BadInput(
            tr("“{text}” is not a grace; it can be 0 to {most}.", text=text, most=MOST_GRACE_DAYS)
        )
    return int(text)


def _as_json(workspace: Workspace, figures: HabitStatistics, daily: bool) -> dict[str, object]:
    habit, consistency = figures.habit, figures.consistency
    answer = habit_as_json(habit) | {
        "score": round(figures.score, DECIMALS),
        "streak": {"current": figures.streaks.current, "unit": streak_unit(habit.schedule)},
        "best_streaks": [_streak_as_json(streak) for streak in figures.streaks.best()],
        "consistency": {
            "kept": consistency.kept,
            "planned": consistency.planned,
            "unit": consistency.unit,
        },
        "entries": figures.timeline.entries,
    }
    if daily:
        answer["daily"] = [
            {
                "date": str(entry.day),
                "state": entry.state and str(entry.state),
                "value": entry.value,
                "covered": covered,
                "note": entry.note,
                "score": round(score, DECIMALS),
            }
            for entry, covered, score in _days(workspace, figures)
        ]
    return answer


def _streak_as_json(streak: Streak) -> dict[str, object]:
    return {"start": str(streak.start), "end": str(streak.end), "length": streak.length}


def _days(workspace: Workspace, figures: HabitStatistics) -> list[tuple[Entry, bool, float]]:
    """Each day from the first logged or covered one on: its entry, whether it is covered, and
    the score at its end."""
    timeline, covered = figures.timeline, figures.covered
    entries = {
        entry.day.toordinal(): entry for entry in workspace.records.entries_of(figures.habit.id)
    }
    begins = [day for day in list(entries)[:1] if day <= timeline.as_of]
    if 1 in covered:
        begins.append(timeline.first + covered.index(1))
    if not begins:
        return []
    return [
        (
            entries.get(day) or Entry(figures.habit.id, date.fromordinal(day)),
            bool(covered[day - timeline.first]),
            figures.scores[day - timeline.first],
        )
        for day in range(min(begins), timeline.as_of + 1)
    ]


def _say_in_words(figures: list[HabitStatistics], as_of: date, *, with_best: bool) -> None:
    if not figures:
        say(tr("No habits yet. Add one with “selfcare add NAME”."))
        return
    say(tr("Up to {day}", day=as_of))
    widest = max(columns_of(each.habit.name) for each in figures)
    for each in figures:
        unit = streak_unit(each.habit.schedule)
        facts = [
            _consistency_text(each),
            tr("streak {length}", length=_length_text(each.streaks.current, unit)),
            tr("strength {percent} %", percent=round(each.score * 100)),
        ]
        say(f"  {padded(each.habit.name, widest)}  {' · '.join(facts)}")
        if with_best:
            for streak in each.streaks.best():
                length = _length_text(streak.length, unit)
                say(f"    {length:>10}  {streak.start} – {streak.end}")


def _say_days(workspace: Workspace, figures: list[HabitStatistics]) -> None:
    for each in figures:
        say()
        say(each.habit.name)
        for entry, covered, score in _days(workspace, each):
            state = state_text(entry.state) if entry.state or not covered else tr("covered")
            say(f"  {entry.day}  {score:.6f}  {state}")


def _consistency_text(figures: HabitStatistics) -> str:
    found = figures.consistency
    words = {
        "days": tr("{kept} of {planned} planned days"),
        "weeks": tr("{kept} of {planned} weeks"),
        "months": tr("{kept} of {planned} months"),
    }[found.unit]
    return words.format(kept=found.kept, planned=found.planned)


def _length_text(length: int, unit: str) -> str:
    one, many = {
        "days": (tr("{count} day"), tr("{count} days")),
        "weeks": (tr("{count} week"), tr("{count} weeks")),
        "months": (tr("{count} month"), tr("{count} months")),
    }[unit]
    return (one if length == 1 else many).format(count=length)
