"""What a reminder says, and how it can be answered."""

from typing import NamedTuple

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.instants import Moment
from selfcare_app.domain.notice import OF_THE_END, STILL_SECONDS, Notice, NoticeKind
from selfcare_app.domain.scheduler import SNOOZE_MINUTES
from selfcare_app.domain.words import tr
from selfcare_app.services.reminding import LATER_MINUTES
from selfcare_app.services.work_now import WorkNow
from selfcare_app.ui.wording import minutes_words
from selfcare_app.ui.work_day.words import past_words, time_words

USUAL_SNOOZE = SNOOZE_MINUTES[1]


class Answer(NamedTuple):
    """Something that can be answered: `key` tells it apart, `refused` says why not now."""

    key: str
    words: str
    icon: str = ""
    refused: str = ""


class Said(NamedTuple):
    """A reminder in words. `quiet` is all that others may read of it."""

    title: str
    lines: tuple[str, ...]
    answers: tuple[Answer, ...]
    """In order; the first is what most will want."""
    icon: str
    first_foot: str = ""
    second_foot: str = ""
    shows_day: bool = False
    """Whether the day stands beneath as a bar."""
    quiet: str = ""


def moment_for_you() -> str:
    """What a reminder says where others may look on."""
    return tr("A small moment for you")


WRAP_UP, LATE, DONE, REST, LATER, CLOSE = "wrap_up", "late", "done", "rest", "later", "close"
STILL, SESSION = "still", "session"
"""Keys of answers; `later` stands with its minutes: `later:15`."""


def later_key(minutes: int) -> str:
    """The key of the answer that puts a reminder off."""
    return f"{LATER}:{minutes}"


def said_of(
    notice: Notice, now: WorkNow, habit: Habit | None, *, names: bool, late: bool = False
) -> Said:
    """What `notice` says at the moment `now`, about `habit` where it is of one.

    `names` is whether habits may be called by their names, `late` whether it comes late.
    """
    if notice.kind is NoticeKind.HABIT:
        return _of_habit(habit, names=names)
    if notice.kind in OF_THE_END:
        return _of_the_end(notice, now, late=late)
    close = (Answer(CLOSE, tr("OK")),)
    match notice.kind:
        case NoticeKind.START:
            lines = [tr("Your work hours have begun.")]
            if now.left:
                lines.append(tr("You left for today: {text}", text=now.left))
            return Said(tr("Good to start"), tuple(lines), close, "today", quiet=moment_for_you())
        case NoticeKind.STILL:
            return _of_still(notice, now)
        case NoticeKind.BREAK:
            lines = [tr("Stand up, drink something, look far away.")]
            return Said(tr("Time for a break"), tuple(lines), close, "rest", quiet=moment_for_you())
    lines = [tr("You planned no work for today."), tr("Whatever it is, may it wait?")]
    return Said(tr("This is a day off"), tuple(lines), close, "boundaries", quiet=moment_for_you())


def _of_still(notice: Notice, now: WorkNow) -> Said:
    since = time_words(Moment(notice.at - STILL_SECONDS, now.now.offset))
    return Said(
        tr("Still working?"),
        (
            tr("Nothing was touched since {time}.", time=since),
            tr("Listening is work; otherwise it counts as a break."),
        ),
        (
            Answer(STILL, tr("Yes, I am"), "check"),
            Answer(SESSION, tr("In session"), "ring"),
            Answer(CLOSE, tr("A break")),
        ),
        "clock",
        quiet=moment_for_you(),
    )


def _of_habit(habit: Habit | None, *, names: bool) -> Said:
    title, cue = moment_for_you(), ""
    if habit is not None and names:
        title, cue = habit.name, habit.cue
    answers = (
        Answer(DONE, tr("Done"), "check"),
        Answer(LATER, tr("Later")),
        Answer(REST, tr("Rest")),
    )
    foot = tr("Later comes again in {minutes} min", minutes=LATER_MINUTES)
    lines = (cue,) if cue else ()
    return Said(title, lines, answers, "mindfulness", "", foot, quiet=moment_for_you())


def _of_the_end(notice: Notice, now: WorkNow, *, late: bool) -> Said:
    end = "" if now.end is None else time_words(now.end)
    wrapping = tr("Wrapping up takes about three minutes.")
    lines: tuple[str, ...]
    slept = late and not now.minutes_left
    if slept:
        title = tr("Your day ended at {time}", time=end)
        lines = (tr("Nothing has to be done now."),)
    elif now.minutes_past:
        title = tr("It is {time}", time=time_words(now.now))
        lines = (tr("That is {time}.", time=past_words(now)), wrapping)
    elif notice.kind is NoticeKind.BEFORE_END:
        title = tr("Your day ends at {time}", time=end)
        left = minutes_words(now.minutes_left)
        lines = (tr("{time} left: time for the last note.", time=left),)
    else:
        title = tr("It is {time}", time=time_words(now.now))
        lines = (tr("This is the end you set for today."), wrapping)
    return Said(
        title,
        lines,
        _answers_of_the_end(now),
        "clock",
        _left_words(now.snoozes_left),
        _esc_words(now),
        # Asleep is not past the end, whatever the clock says.
        shows_day=not slept,
        quiet=_quiet_words(now, end),
    )


def _quiet_words(now: WorkNow, end: str) -> str:
    """Stays true for as long as it may stand in a corner of the screen."""
    if now.minutes_left:
        return tr("Your day ends at {time}", time=end)
    return tr("Your day ended at {time}", time=end)


def _answers_of_the_end(now: WorkNow) -> tuple[Answer, ...]:
    refused = "" if now.snoozes_left else tr("Today’s extensions are used up.")
    return (
        Answer(WRAP_UP, tr("Wrap up"), "habit-moon"),
        Answer(
            later_key(USUAL_SNOOZE),
            tr("{count} more minutes", count=USUAL_SNOOZE),
            refused=refused,
        ),
        Answer(LATE, tr("Working late…")),
    )


def other_snoozes(now: WorkNow) -> tuple[Answer, ...]:
    """Other lengths for which the end can be put off; none once that was done often enough."""
    if not now.snoozes_left:
        return ()
    return tuple(
        Answer(later_key(minutes), tr("{count} more minutes", count=minutes))
        for minutes in SNOOZE_MINUTES
        if minutes != USUAL_SNOOZE
    )


def _left_words(left: int) -> str:
    match left:
        case 0:
            return tr("No extension left today")
        case 1:
            return tr("1 extension left today")
    return tr("{count} extensions left today", count=left)


def _esc_words(now: WorkNow) -> str:
    if now.next_word is None:
        return tr("Esc closes this")
    return tr("Esc reminds again at {time}", time=time_words(now.next_word))
